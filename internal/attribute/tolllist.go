package attribute

import "strings"

// A sum over a year or a country is followed by what it is made up of, in a list: "The
// deaths are distributed as follows: / • Government-held areas: 66 / • The east: ten
// deaths". None of these is an incident.

// opensParts tells whether a sentence with a colon at its end, or before its first figure,
// opens such a list.
func (f *field) opensParts(s *sentence) bool {
	split := false
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "distributed", "divided", "broken", "breakdown", "distribution", "follows", "categorised", "categorized", "classified", "by governorate", "governorates", "spread", "split", "disaggregated":
			split = true
		case ":":
			return split
		}
	}
	return false
}

// itemOfToll tells whether the figures of a claim under way, of no day of their own, stand in
// such a list, or are said to add to the toll told just before: "In addition, 117 civilians
// were wounded".
func (d *doc) itemOfToll(p *partial) bool {
	f := p.f
	if d.tollIn != f || p.si <= d.tollSent || p.si > d.tollSent+6 || f.inTitle || p.fr.date != nil && !p.fr.date.rough {
		return false
	}
	if p.si == d.tollSent+1 && f.takesUpSum(&p.sent) && (p.fr.place == nil || p.fr.place.rank < 2) {
		return true
	}
	if p.si > d.tollSent+3 && !d.tollParts {
		return false
	}
	s := &p.sent
	if !f.lineAt(p.si) || !f.items[s.from].is(tPunct) && !f.labelled(s) {
		return false
	}
	for si := p.si - 1; si >= d.tollSent && !d.tollParts; si-- {
		d.tollParts = f.opensParts(&f.sents[si])
	}
	return d.tollParts
}

// labelled tells whether a sentence begins with a few words and a colon.
func (f *field) labelled(s *sentence) bool {
	for k := s.from + 1; k < s.to && k < s.from+8; k++ {
		if f.word(k) == ":" {
			return true
		}
	}
	return false
}

// takesUpSum tells whether a sentence begins with words that go on with a sum.
func (f *field) takesUpSum(s *sentence) bool {
	k := s.lead
	if k+2 >= s.to {
		return false
	}
	switch w := f.word(k); w {
	case "in addition", "additionally", "of these", "of those", "of them", "among these", "among those":
		return true
	case "in", "of", "among":
		next := f.word(k + 1)
		return next == "addition" && w == "in" || w != "in" && (next == "these" || next == "those" || next == "them" || next == "the" && countNoun(f.word(k+2)))
	}
	return strings.HasPrefix(f.word(k), "these include")
}
