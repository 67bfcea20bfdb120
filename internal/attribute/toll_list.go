package attribute

import "strings"

// A sum over a year or a country is followed by what it is made up of, often in a list: "The
// deaths are distributed as follows: / • Government-held areas: 66 / • The east: ten
// deaths", or is brought up to date. None of these is an incident.

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

// partOfToll tells whether the figures of a claim under way, of no day of their own, part a
// toll that was told just before, or add to it: "The toll includes 65 people killed by
// shelling. Another 42 died in raids", "In addition, 117 civilians were wounded", an item of
// the list that the toll opens.
func (d *doc) partOfToll(p *partial) bool {
	f, s, behind := p.f, &p.sent, p.si-d.tollSent
	if d.tollIn == f && behind == 0 && f.breaksDown(s) {
		return true
	}
	if d.tollIn != f || f.inTitle || behind < 1 || behind > 6 || p.fr.date != nil && !p.fr.date.rough {
		return false
	}
	switch {
	case behind <= 2 && (f.includes(s) || p.others()):
		return true
	case behind <= 4 && f.breaksDown(s):
		d.tollParts = d.tollParts || !f.lineAt(p.si)
		return true
	case behind == 1 && f.takesUpSum(s) && (p.fr.place == nil || p.fr.place.rank < 2 || f.ofThose(s)):
		return true
	case behind > 3 && !d.tollParts, !f.lineAt(p.si), !f.items[s.from].is(tPunct) && !f.labelled(s):
		return false
	}
	for si := p.si - 1; si >= d.tollSent && !d.tollParts; si-- {
		d.tollParts = f.opensParts(&f.sents[si])
	}
	return d.tollParts
}

// afterAux tells whether an auxiliary stands before item k, an article between them or not: "Karm was
// the worst-hit province", but not "in Karm, the worst-hit town, a shell killed 12".
func (f *field) afterAux(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n >= k-2; n-- {
		if f.items[n].is(tAux) {
			return true
		}
	}
	return false
}

// breaksDown tells whether a sentence only says how a sum that was told is made up: "Victims
// included six men killed", "The majority of casualties were caused by shelling (six deaths)", "Karm
// was the worst affected province".
func (f *field) breaksDown(s *sentence) bool {
	for k := s.lead; k+2 < s.to; k++ {
		switch f.word(k) {
		case "victims", "casualties", "fatalities":
			if k < s.lead+3 && (f.word(k+1) == "included" || f.word(k+1) == "include") {
				return true
			}
		case "majority", "most", "bulk":
			if k < s.lead+3 && f.word(k+1) == "of" {
				for n := k + 2; n < s.to && n < k+6; n++ {
					if countNoun(f.word(n)) || f.word(n) == "casualties" || f.word(n) == "victims" {
						return true
					}
				}
			}
		case "worst affected", "worst-affected", "worst hit", "worst-hit", "hardest hit", "hardest-hit":
			if f.afterAux(s, k) {
				return true
			}
		case "worst", "hardest":
			if (f.word(k+1) == "affected" || f.word(k+1) == "hit") && f.afterAux(s, k) {
				return true
			}
		}
	}
	return false
}

// others tells whether those of a claim under way are counted beside others told of before:
// "another 42".
func (p *partial) others() bool {
	c := p.killed
	if c == nil {
		c = p.injured
	}
	return c != nil && c.q.another && c.q.low > 1
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

// ofThose tells whether a sentence begins with those whom a sum counted: "Of them, 118 were".
func (f *field) ofThose(s *sentence) bool {
	switch f.word(s.lead) {
	case "of these", "of those", "of them", "among these", "among those":
		return true
	case "of", "among":
		switch f.word(s.lead + 1) {
		case "these", "those", "them":
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

// includes tells whether a sentence begins with what a toll is made up of.
func (f *field) includes(s *sentence) bool {
	k := s.lead
	if k+2 >= s.to {
		return false
	}
	switch f.word(k) {
	case "the", "that", "this", "those", "these":
		k++
	}
	switch f.word(k) {
	case "toll", "death toll", "deaths", "total", "figure", "figures", "number", "dead", "tally", "count", "killed", "casualties", "victims":
	default:
		return false
	}
	switch f.word(k + 1) {
	case "includes", "included", "include", "including", "comprises", "comprised":
		return true
	}
	return false
}

// totals tells whether a sentence only brings a total up to date: "That brings the total
// number of soldiers killed in the offensive to 48", "It brought to 18 the number of".
func (f *field) totals(s *sentence) bool {
	k := s.lead
	if k+3 >= s.to {
		return false
	}
	switch f.word(k) {
	case "that", "this", "it", "the":
	default:
		return false
	}
	for n := k + 1; n < s.to && n <= k+4; n++ {
		switch f.word(n) {
		case "brings the total", "brought the total", "bringing the total", "takes the total", "raises the total":
			return true
		case "brings", "brought", "takes", "took", "raises", "raised":
			for m := n + 1; m < s.to && m <= n+6; m++ {
				switch f.word(m) {
				case "total", "total number", "overall", "cumulative":
					return true
				}
			}
			return false
		}
		if f.items[n].is(tPunct | tOut | tSay) {
			return false
		}
	}
	return false
}
