package attribute

import "isnad"

// A sentence that names no place says often that it was in "the town", "the same village", "the
// province": the last one that was named before it, and none of the places of other deeds.

// maxSinceNamed bounds the sentences between "the town" and its name.
const maxSinceNamed = 12

// townAgain is the place, by its index, that the sentence which tells a claim takes up with a
// word for its kind, "raids on the city killed nine"; -1 for none.
func (d *doc) townAgain(p *partial) int {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return -1
	}
	f, s, finest := p.f0, &p.f0.sents[p.si0], d.placedThere(p.f0, p.si0)
	if finest > 1 {
		return -1
	}
	for k := s.lead + 1; k < s.to; k++ {
		if finest == 1 && kindOfTown(f.word(k)) == "province" {
			return -1
		}
		if f.takesUpTown(s, k) || f.townSuffers(s, k) {
			return d.lastCalled(p, k)
		}
	}
	return -1
}

// placedThere is the rank of the finest place that a sentence names and that may be where it
// happened, 0 for none.
func (d *doc) placedThere(f *field, si int) int {
	finest := 0
	for i := range d.foundPl {
		if q := &d.foundPl[i]; q.f == f && q.si == si && !q.m.org && !q.m.aside && !q.m.origin {
			finest = max(finest, q.m.rank)
		}
	}
	return finest
}

// takesUpTown tells whether item k is a word for a kind of place that was named before and in
// which the sentence tells of a deed: "in the besieged town".
func (f *field) takesUpTown(s *sentence, k int) bool {
	if f.items[k].is(tCap) || kindOfTown(f.word(k)) == "" {
		return false
	}
	if e := k + 1; e < s.to && f.word(k) != "citys" && !apostrophe(f.word(e)) {
		switch w := f.word(e); {
		case w == "of" || w == "called" || w == "named" || w == "-" || w == "where":
			return false
		case f.items[e].is(tCap) && !f.items[e].is(tWeekday|tMonth|tSrc|tActor|tPunct|tNat|tDet), f.items[e].is(tHead|tThing|tPlaceHead|tSrc) && !f.items[e].is(tPrep|tLoc|tAdv|tCap):
			return false // "the city council", "the village school"
		}
	}
	a := k
	for a > s.from+1 && k-a < 4 && !f.items[a-1].is(tCap) && f.word(a-1) != "the" && (f.items[a-1].is(tDir|tPlaceAdj|tNat) || f.describes(a-1) || heldWord(f.word(a-1)) || f.word(a-1) == "same" || f.word(a-1) == "whole") {
		a--
	}
	if a--; a <= s.from || f.word(a) != "the" && f.word(a) != "that" && f.word(a) != "this" {
		return false
	}
	it := &f.items[a-1]
	switch w := f.word(a - 1); {
	case w == "across" || w == "over" || w == "into" || w == "throughout" || w == "against":
		return true
	case leadsToPlace(w):
		return !f.notThere(s, a-1)
	}
	return it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast || f.endsOn(a-1)
}

// townSuffers tells whether item k is such a word and what is told was done to the town: "The town
// was hit", "said the citys east was bombed".
func (f *field) townSuffers(s *sentence, k int) bool {
	if f.items[k].is(tCap) || kindOfTown(f.word(k)) == "" || f.word(k-1) != "the" {
		return false
	}
	e := k + 1
	for e < s.to && (apostrophe(f.word(e)) || f.word(e) == "s") {
		e++
	}
	if k-1 > s.lead && !f.items[k-2].is(tSay) && f.word(k-2) != "that" {
		return false
	}
	if e > k+1 || f.word(k) == "citys" {
		for n := 0; n < 3 && e < s.to && (f.items[e].is(tDir|tPlaceAdj|tPart|tArea) || f.describes(e) || heldWord(f.word(e))); n++ {
			e++
		}
	}
	if e+1 >= s.to {
		return false
	}
	switch f.word(e) {
	case "was", "were", "has been", "had been":
		return f.items[e+1].is(tEv | tOut)
	case "came under":
		return true
	case "came":
		return f.word(e+1) == "under"
	}
	return false
}

// kindOfTown is the kind that a word for a place says, empty for other words.
func kindOfTown(w string) string {
	switch w {
	case "city", "citys":
		return "city"
	case "town", "village", "hamlet":
		return "town"
	case "suburb":
		return "suburb"
	case "province", "governorate":
		return "province"
	case "neighborhood", "neighbourhood", "district", "quarter":
		return "part"
	case "camp":
		return "camp"
	}
	return ""
}

// lastCalled is the last place before the claim p that a word such as "town" or "province" may
// mean; one that was called by that very word goes before others. It is -1 for none.
func (d *doc) lastCalled(p *partial, k int) int {
	w := p.f0.word(k)
	kind, found := kindOfTown(w), -1
	for i := len(d.foundPl) - 1; i >= 0; i-- {
		q := &d.foundPl[i]
		own := q.f == p.f0 && q.si == p.si0
		if q.f != p.f0 || q.m.from > k || p.si0-q.si > maxSinceNamed || q.m.org && !own || q.m.aside || q.m.origin || q.m.street || q.place.foreign {
			continue
		}
		if !d.mayBeCalled(q, kind) || kind == "city" && q.bySeat() {
			continue
		}
		if q.calledBy(w) {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

// bySeat tells whether a city stands for who governs from it: "cooperates with Damascus".
func (q *foundPlace) bySeat() bool {
	if q.m.headed || q.m.from <= q.f.sents[q.si].from {
		return false
	}
	switch q.f.word(q.m.from - 1) {
	case "with", "by", "against":
		return true
	}
	return false
}

// mayBeCalled tells whether a place may be of a kind.
func (d *doc) mayBeCalled(q *foundPlace, kind string) bool {
	last := q.f.word(q.m.nameTo - 1)
	switch kind {
	case "city":
		return q.m.rank == 2 && !q.f.isWide(q) && (q.m.known || last == "city")
	case "town", "suburb":
		return (q.m.rank == 2 || q.m.rank == 3 && (kind == "suburb" || q.calledBy("suburb"))) && !q.f.isWide(q) && !q.isCity(d)
	case "part":
		return q.m.rank == 3
	case "camp":
		return q.calledBy("camp")
	case "province":
		return q.m.rank == 1 && (last == "province" || last == "governorate") || q.m.known && q.m.id != "" && q.isProvince(d)
	}
	return false
}

// noTown is the number of people from which on a place is a city and no town or suburb.
const noTown = 400_000

// isCity tells whether the list has a place as a city.
func (q *foundPlace) isCity(d *doc) bool {
	x, ok := d.r.places.Place(q.m.id)
	return ok && x.Population >= noTown
}

// isProvince tells whether the list has a place as a province.
func (q *foundPlace) isProvince(d *doc) bool {
	x, ok := d.r.places.Place(q.m.id)
	return ok && x.Kind == isnad.KindProvince
}

// calledBy tells whether a place is called so where it is named: "the town of X", "X village".
func (q *foundPlace) calledBy(w string) bool {
	f := q.f
	if last := f.word(q.m.nameTo - 1); last == w || w == "camp" && last == "refugee camp" || q.m.to < len(f.items) && f.word(q.m.to) == w {
		return true
	}
	k := q.m.nameFrom - 1
	if k > 0 && f.word(k) == "of" {
		k--
	}
	return k >= 0 && k >= f.sents[q.si].from && f.word(k) == w
}

// liesThere tells whether the place who, -1 for none, is place i or lies in it by what the report
// says.
func (d *doc) liesThere(who, i int) bool {
	if who < 0 {
		return false
	}
	a, b := &d.foundPl[who], &d.foundPl[i]
	for k := range d.foundPl {
		if q := &d.foundPl[k]; q.f == a.f && q.si == a.si && a.m.rank > b.m.rank && q.called.same(b.called) {
			return true
		}
	}
	return a.called.same(b.called) || d.roll.holds(a.within, b.name) || a.place.listed && b.place.listed && b.place.lie.Holds(a.place.lie)
}

// toTown sets the place of a claim to the town c, or to the part of it that its sentence tells.
func (p *partial) toTown(d *doc, c *foundPlace) {
	p.place, p.within, p.rank = c.name, c.within, c.m.rank
	if c.m.rank != 2 {
		return
	}
	if part := d.unnamedPart(p); part != "" {
		p.toSpot(part, c.name)
	} else if spot := d.bareSpot(p, c); spot != "" {
		p.toSpot(spot, c.name)
	}
}
