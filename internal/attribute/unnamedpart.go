package attribute

// Which part of the town was hit is often told without a name, in a sentence that leaves the
// town to those before it: "rebel fire on government-held districts killed two", "several
// neighbourhoods in the east". The part and the town together say where.

// maxPart bounds the words of an unnamed part.
const maxPart = 6

// unnamedPart is what the part of a town is called that the sentence which tells a claim
// names; empty where it names a place, no part, or several.
func (d *doc) unnamedPart(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) || d.placedHere(p) {
		return ""
	}
	f, s, found := p.f0, &p.f0.sents[p.si0], ""
	for k := s.lead + 1; k < s.to; k++ {
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
		found = f.written(a, e)
	}
	return found
}

// placedHere tells whether the sentence that tells a claim names a place itself.
func (d *doc) placedHere(p *partial) bool {
	for i := range d.foundPl {
		if q := &d.foundPl[i]; q.f == p.f0 && q.si == p.si0 && !q.m.org && !q.m.aside && q.m.rank > 0 {
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
	for n := k; n < s.to && n < k+maxPart; n++ {
		it := &f.items[n]
		if n > k && partWord(f.word(n)) {
			if n+1 < s.to && (f.word(n+1) == "of" || f.word(n+1) == "place" || apostrophe(f.word(n+1)) || f.items[n+1].is(tPart|tHead|tThing|tSrc) && !f.items[n+1].is(tLoc|tPrep)) {
				return k, k
			}
			return k, n + 1
		}
		if it.is(tCap|tPunct) || !it.is(tDir|tPlaceAdj|tMod|tNat|tSocial) && !f.describes(n) && !heldWord(f.word(n)) {
			return k, k
		}
		switch f.word(n) {
		case "same", "other", "nearby", "different", "various", "surrounding", "neighbouring", "neighboring", "residential", "whole", "entire":
			return k, k
		}
	}
	return k, k
}

// partWord tells the words for a part of a town.
func partWord(w string) bool {
	switch w {
	case "district", "districts", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "quarter", "quarters", "suburb", "suburbs", "outskirts", "market", "marketplace", "half", "part", "parts", "side", "citadel", "shrine":
		return true
	}
	return false
}

// heldWord tells the words for who has a part: "rebel-held".
func heldWord(w string) bool {
	n := len(w)
	return n > 5 && w[n-5:] == "-held" || n > 11 && w[n-11:] == "-controlled" || w == "besieged"
}

// leadsToPlace tells the words that lead to where a deed was done.
func leadsToPlace(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "on", "of", "around":
		return true
	}
	return false
}
