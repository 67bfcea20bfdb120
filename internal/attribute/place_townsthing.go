package attribute

import "strings"

// A spot without a name is told by the town that it belongs to, "at a Karm warehouse", or by
// what everybody there knows: "near the customs building", "behind the old Example mill".

// townsThing returns the item behind the thing that stands right behind the name of its town,
// "a Karm warehouse"; the end of the name where there is none.
func (f *field) townsThing(c *foundPlace) int {
	s, e := &f.sents[c.si], c.m.to
	a := c.m.nameFrom - 1
	if c.m.headed && c.m.from < c.m.nameFrom || c.m.street || c.m.adj || a <= s.from || f.word(a) != "a" && f.word(a) != "an" || !leadsToSpot(f.word(a-1)) && f.word(a-1) != "to" {
		return e
	}
	for k := e; k < s.to && k < e+3; k++ {
		if f.spotWord(s, k) {
			if f.endsSpot(s, k+1) || f.items[k+1].is(tPunct) && !apostrophe(f.word(k+1)) {
				return k + 1
			}
			return e
		}
		if !f.describes(k) {
			break
		}
	}
	return e
}

// maxKnownSpot bounds the words of a spot that is told as known.
const maxKnownSpot = 5

// knownSpotEnd returns the item behind a spot that a sentence tells as known, with the "the"
// at item k behind a word such as "near": "near the customs building"; -1 for none.
func (f *field) knownSpotEnd(s *sentence, k int) int {
	if k >= s.to || f.word(k) != "the" {
		return -1
	}
	switch f.word(k - 1) {
	case "near", "outside", "behind", "in front of", "beside", "opposite", "next to":
	default:
		return -1
	}
	for n := k + 1; n < s.to && n < k+maxKnownSpot; n++ {
		if n > k+1 && f.spotWord(s, n) {
			if n+1 < s.to && f.items[n+1].is(tCap) && !f.items[n+1].is(tWeekday|tMonth|tPunct) || n+1 < s.to && (f.spotWord(s, n+1) || f.word(n+1) == "of" || apostrophe(f.word(n+1))) {
				return -1
			}
			return n + 1
		}
		if it := &f.items[n]; !f.describes(n) && !(it.is(tCap) && !it.is(tPunct)) && f.word(n) != "former" && f.word(n) != "old" {
			return -1
		}
	}
	return -1
}

// spotBehind is the spot that the sentence which tells a claim names as known; empty for
// none, or for several.
func (d *doc) spotBehind(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return ""
	}
	f, s, found := p.f0, &p.f0.sents[p.si0], ""
	for k := s.lead + 1; k+2 < s.to; k++ {
		e := f.knownSpotEnd(s, k)
		if e < 0 || f.notThere(s, k-1) {
			continue
		}
		if found != "" {
			return ""
		}
		found = f.written(k+1, e)
	}
	return found
}

// toSpot puts a claim at a spot without a name, in the town c.
func (p *partial) toSpot(spot, town string) {
	p.place = spot
	if town == "" || strings.Contains(spot, town) {
		return // "the old Karm mill" need not stand in Karm
	}
	if !ofTown(spot) {
		p.place = spot + " in " + town
	}
	for _, w := range p.within {
		if w == town {
			return
		}
	}
	p.within = append([]string{town}, p.within...)
}

// spotLeft is the spot that the sentence of a claim names where no place was chosen for it.
func (d *doc) spotLeft(p *partial) string {
	if spot := d.spotBehind(p); spot != "" {
		return spot
	}
	if p.title {
		return ""
	}
	return d.spotApart(p)
}
