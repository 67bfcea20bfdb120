package attribute

import "strings"

// Which part of the town was hit is often told without a name, in a sentence that leaves the
// town to those before it: "rebel fire on government-held districts killed two", "several
// neighbourhoods in the east". The part and the town together say where.

// maxPart bounds the words of an unnamed part.
const maxPart = 6

// unnamedPart is what the part of a town is called that a sentence which tells a claim
// names; empty where it names a place, no part, or several.
func (d *doc) unnamedPart(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return ""
	}
	if !d.placedHere(p.f0, p.si0) {
		if part := p.f0.partOfTown(&p.f0.sents[p.si0]); part != "" {
			return part
		}
	}
	for _, i := range p.tells {
		if t := &d.tellings[i]; t.f == p.f0 && t.si != p.si0 && !d.placedHere(t.f, t.si) {
			if part := t.f.partOfTown(&t.f.sents[t.si]); part != "" {
				return part
			}
		}
	}
	return ""
}

// partApart is the part of a town that the sentence which tells a claim names by its side or by who
// holds it, where what was chosen is another spot, told of before: "a strike on Karm district killed
// four. Rebel fire killed two in the west of the city". It is empty for none.
func (d *doc) partApart(p *partial, who int) (part, town string) {
	if who < 0 || p.f0 == nil || p.f0.inTitle || p.title || p.definite || p.si0 >= len(p.f0.sents) || d.placedHere(p.f0, p.si0) {
		return "", ""
	}
	if q := &d.foundPl[who]; q.m.rank < 3 && q.full == "" {
		return "", ""
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	part = f.partOfTown(s)
	if part == "" || !partTold(part) {
		return "", ""
	}
	for i := len(d.foundPl) - 1; i >= 0; i-- {
		q := &d.foundPl[i]
		if q.f != f || q.si >= p.si0 || q.m.org || q.m.aside || q.m.origin || q.m.street || q.m.rank != 2 || !q.m.known || q.place.foreign || q.bySeat() {
			continue
		}
		a := q.m.nameFrom
		for a+1 < q.m.nameTo && !f.items[a].is(tCap) {
			a++ // "southern Karm city"
		}
		return part, f.written(a, q.m.nameTo)
	}
	return "", ""
}

// partTold tells whether the words for a part of a town say which one it is, by its side or by who has
// it.
func partTold(part string) bool {
	first, _, _ := strings.Cut(part, " ")
	return ofSide(part) || heldWord(strings.ToLower(first)) || ofTown(part)
}

// ofTown tells whether the words for a part of a town say that it is the town's.
func ofTown(part string) bool {
	return strings.HasSuffix(part, " of the city") || strings.HasSuffix(part, " of the town")
}

// partOfTown is the one part of a town without a name that a sentence tells; empty for none,
// or for several.
func (f *field) partOfTown(s *sentence) string {
	found := ""
	for k := s.lead + 1; k < s.to; k++ {
		if found == "" && k+1 < s.to && strings.HasSuffix(f.word(k-1), "outskirts of") && f.word(k) == "the" && theTown(f.word(k+1)) {
			w := f.written(k-1, k+2)
			found, k = w[strings.Index(w, "outskirts"):], k+2
			continue
		}
		if it := &f.items[k-1]; !leadsToPlace(f.word(k-1)) && !(it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast) && !f.endsOn(k-1) {
			continue
		}
		a, e := f.unnamedAt(s, k)
		if e <= a || f.notThere(s, k-1) {
			continue
		}
		if found != "" {
			return ""
		}
		found, k = f.written(a, e), e
	}
	return found
}

// placedHere tells whether a sentence names a place itself.
func (d *doc) placedHere(f *field, si int) bool {
	for i := range d.foundPl {
		if q := &d.foundPl[i]; q.f == f && q.si == si && !q.m.org && !q.m.aside && q.m.rank > 0 {
			return true
		}
	}
	return false
}

// unnamedAt reads an unnamed part from item k on: the items [a, e); empty for none.
func (f *field) unnamedAt(s *sentence, k int) (a, e int) {
	for k < s.to && (f.items[k].is(tDet|tVague|tNum) || f.word(k) == "a" || f.word(k) == "several" || f.word(k) == "the") {
		k++
	}
	if k+1 < s.to && theTown(f.word(k)) && (apostrophe(f.word(k+1)) || f.word(k) == "citys" || f.word(k) == "towns") {
		for k++; k < s.to && (apostrophe(f.word(k)) || f.word(k) == "s"); {
			k++ // "the city's western districts"
		}
	}
	for n := k; n < s.to && n < k+maxPart; n++ {
		it := &f.items[n]
		if n > k && f.endsPart(n) && !(n+1 < s.to && f.endsPart(n+1)) {
			return k, f.partEnd(s, k, n+1)
		}
		if n == k && !it.is(tCap) && f.publicSpot(n) && f.ofTheTown(s, n+1) {
			return k, n + 1 // "a bakery in the town"
		}
		if n == k && !it.is(tCap) && partWord(f.word(n)) {
			if e := f.partEnd(s, k, n+1); e > n+1 {
				return k, e // "the outskirts of the city", "neighbourhoods in the east of the city"
			}
		}
		if it.is(tDir) && !it.is(tCap) && f.sideOfTown(s, n) {
			return k, n + 4 // "in the east of the city"
		}
		if n > k && f.word(n) == "and" && f.items[n-1].is(tDir) {
			continue // "western and southern districts"
		}
		if it.is(tPunct) || it.is(tCap) && !it.is(tNat|tPlaceAdj) && !heldWord(f.word(n)) || !it.is(tDir|tPlaceAdj|tMod|tNat|tSocial|tAdv) && !f.describes(n) && !heldWord(f.word(n)) {
			return k, k
		}
		switch f.word(n) {
		case "same", "other", "nearby", "different", "various", "surrounding", "neighbouring", "neighboring", "residential", "populated", "civilian", "whole", "entire":
			return k, k
		}
	}
	return k, k
}

// ofTheTown tells whether the words from item k on say that a spot is in the town named before: "in
// the besieged town".
func (f *field) ofTheTown(s *sentence, k int) bool {
	if k+2 >= s.to || f.word(k) != "in" && f.word(k) != "of" || f.word(k+1) != "the" {
		return false
	}
	n := k + 2
	for n+1 < s.to && n < k+5 && (f.items[n].is(tDir|tPlaceAdj) || heldWord(f.word(n)) || f.word(n) == "same") {
		n++
	}
	return theTown(f.word(n)) || f.word(n) == "village"
}

// endsPart tells whether item n, which has a word before it, ends the phrase of a part of a town
// or of a spot in it.
func (f *field) endsPart(n int) bool {
	it := &f.items[n]
	if it.is(tCap) {
		return false
	}
	before := f.word(n - 1)
	switch w := f.word(n); {
	case partWord(w):
		return true
	case it.is(tDir) && heldWord(before):
		return true // "the government-held west"
	case w == "city" || w == "town":
		return before == "old" || before == "ancient" || before == "historic"
	case w == "centre" || w == "center":
		return theTown(before)
	}
	return f.publicSpot(n)
}

// publicSpot tells whether item n is a word for a spot that anybody in the town knows.
func (f *field) publicSpot(n int) bool {
	switch f.word(n) {
	case "garden", "gardens", "park", "street", "streets", "station", "roundabout", "hall", "zone", "block", "bridge", "camp", "bakery", "school", "mosque", "church", "cemetery", "stadium", "warehouse", "warehouses", "depot", "factory", "tunnel", "building", "buildings", "tower", "university", "clinic", "junction", "crossing", "gate", "wall", "airport", "port", "dam", "plant", "hotel", "restaurant", "cafe", "palace", "embassy", "theatre", "theater", "compound", "headquarters", "pharmacy", "courthouse", "barracks", "checkpoint", "prison", "shrine", "monastery", "convent", "museum", "mill", "silo", "silos", "refinery", "laboratory", "kindergarten", "orphanage", "water tower", "water station", "pumping station", "cultural centre", "cultural center", "medical centre", "medical center", "field hospital", "town clinic",
		"bus station", "police station", "town hall", "train station", "railway station", "power station", "gas station", "petrol station", "fuel station", "cattle market", "border crossing", "industrial zone", "shopping centre", "shopping center":
		return true
	}
	return false
}

// theTown tells the words for the town that was named before.
func theTown(w string) bool {
	switch w {
	case "city", "town", "citys", "towns":
		return true
	}
	return false
}

// partEnd returns the item behind a part of a town that begins with item k and whose own words
// end before item e: "of the city" belongs to it. It is k where they go on otherwise.
func (f *field) partEnd(s *sentence, k, e int) int {
	if e >= s.to {
		return e
	}
	if f.word(e) == "of" {
		if e+2 < s.to && f.word(e+1) == "the" && (theTown(f.word(e+2)) || partWord(f.word(e+2))) {
			return e + 3
		}
		return k
	}
	if e+2 < s.to && f.word(e) == "in" && f.word(e+1) == "the" && f.items[e+2].is(tDir) && f.sideOfTown(s, e+2) {
		return e + 6 // "several districts in the east of the city"
	}
	if f.word(e) == "place" || apostrophe(f.word(e)) || f.items[e].is(tPart|tHead|tThing|tSrc) && !f.items[e].is(tLoc|tPrep) && !many(f.word(e-1)) {
		return k
	}
	return e
}

// sideOfTown tells whether the word for a side at item n is that of the town named before: "east of
// the city".
func (f *field) sideOfTown(s *sentence, n int) bool {
	return n+3 < s.to && f.word(n) != "center" && f.word(n) != "centre" && f.word(n+1) == "of" && f.word(n+2) == "the" && theTown(f.word(n+3)) && !f.items[n+3].is(tCap) && (n+4 >= s.to || f.word(n+4) != "of" && !f.items[n+4].is(tCap|tHead|tThing))
}

// partWord tells the words for a part of a town.
func partWord(w string) bool {
	switch w {
	case "district", "districts", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "quarter", "quarters", "suburb", "suburbs", "outskirts", "market", "marketplace", "half", "part", "parts", "side", "citadel", "shrine",
		"area", "areas", "section", "sections", "sector", "sectors", "enclave", "slum", "slums", "bazaar", "souk", "square":
		return true
	}
	return false
}

// heldWord tells the words for who has a part or lives in it: "rebel-held".
func heldWord(w string) bool {
	if w == "besieged" {
		return true
	}
	for _, end := range [...]string{"-held", "-controlled", "-dominated", "-populated", "-majority", "-inhabited", "-occupied"} {
		if len(w) > len(end) && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// leadsToPlace tells the words that lead to where a deed was done.
func leadsToPlace(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "on", "of", "around":
		return true
	}
	return false
}

// borderNamed is the border or the coast that the sentence which tells a claim names by the countries
// on it, "the border with Zoran", "the Zorani border", "off the coast of Zoran"; empty for none.
func (p *partial) borderNamed() string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return ""
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	for k := s.lead + 1; k < s.to; k++ {
		coast := f.word(k) == "coast"
		if w := f.word(k); w != "border" && w != "frontier" && !coast || f.items[k].is(tCap) {
			continue
		}
		a, e := k, k+1
		if e+1 < s.to && (f.word(e) == "with" || f.word(e) == "between" || f.word(e) == "of") && f.items[e+1].is(tCap) {
			for e++; e < s.to && (f.items[e].is(tCap) && !f.items[e].is(tPunct|tWeekday|tMonth|tNum) || f.word(e) == "and" && e+1 < s.to && f.items[e+1].is(tCap)); e++ {
			}
		} else {
			for a > s.lead && k-a < 4 && (f.items[a-1].is(tCap) && !f.items[a-1].is(tPunct) || f.word(a-1) == "-") {
				a--
			}
		}
		if e-a < 2 || a <= s.from {
			continue
		}
		n := a - 1
		if n > s.from && (f.items[n].is(tDet) || f.word(n) == "s") {
			n--
		}
		if coast {
			if n >= s.from && f.word(n) == "off" {
				return f.written(a, e)
			}
			continue
		}
		if n >= s.from && (leadsToPlace(f.word(n)) || f.word(n) == "along" || f.word(n) == "across" || f.word(n) == "to" || apostrophe(f.word(n))) && !f.wentTo(s, n) {
			return f.written(a, e)
		}
	}
	return ""
}

// wentTo tells whether the word of place at item n leads to where somebody went or came from, or who
// closed it, and not to a deed: "who had fled across", "on their way to".
func (f *field) wentTo(s *sentence, n int) bool {
	for k := n - 1; k >= s.from && k > n-4; k-- {
		switch f.word(k) {
		case "fled", "flee", "fleeing", "crossed", "crossing", "went", "gone", "came", "come", "coming", "escaped", "escaping", "travelled", "traveled", "travelling", "traveling", "way", "smuggled", "slipped", "returned":
			return true
		}
	}
	return false
}
