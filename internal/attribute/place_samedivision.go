package attribute

import "strings"

// toSameDivision lays a claim in the province that its sentence calls the same as before: "another wedding
// in the same province". The village told of before is not meant.
func (d *doc) toSameDivision(p *partial) {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	for k := s.lead + 1; k+2 < s.to; k++ {
		if f.word(k) != "the" || f.word(k+1) != "same" || !division(f.word(k+2)) || !leadsToPlace(f.word(k-1)) || f.notThere(s, k-1) {
			continue
		}
		if name, ok := d.lastDivision(p, f.word(k+2)); ok && !d.namedIn(p, s) {
			p.place, p.within, p.rank = name, nil, 4
		}
		return
	}
}

// namedIn tells whether the place of a claim is named in the sentence s that tells it.
func (d *doc) namedIn(p *partial, s *sentence) bool {
	for i := range d.foundPl {
		if c := &d.foundPl[i]; c.f == p.f0 && c.si == p.si0 && c.m.from >= s.from && d.roll.same(c.name, p.place) {
			return true
		}
	}
	return false
}

// lastDivision is the last place told of before a claim that a word such as "province" belongs to.
func (d *doc) lastDivision(p *partial, word string) (string, bool) {
	for i := len(d.foundPl) - 1; i >= 0; i-- {
		c := &d.foundPl[i]
		if c.f != p.f0 || c.si >= p.si0 || p.si0-c.si > maxApart {
			continue
		}
		for _, name := range append([]string{c.name}, c.within...) {
			if strings.HasSuffix(strings.ToLower(name), " "+word) || strings.HasPrefix(strings.ToLower(name), word+" of ") {
				return name, true
			}
		}
	}
	return "", false
}

func division(w string) bool {
	switch w {
	case "province", "governorate", "district", "county", "state", "region", "department", "oblast", "division", "prefecture":
		return true
	}
	return false
}
