package attribute

// hospitalHit returns where the name of a hospital begins that ends with item h, before the
// town that it stands in, and that was hit or near: "hit Example Hospital in Karm"; -1 for none.
func (f *field) hospitalHit(s *sentence, h int) int {
	if h <= s.from || !f.items[h].is(tCap) || !hospital(f.word(h)) {
		return -1
	}
	k := h
	for k-1 > s.from && h-k < 4 && f.items[k-1].is(tCap) && !f.items[k-1].is(tPunct|tNum) {
		k--
	}
	if k == h || !f.hitHospital(s, k, h) {
		return -1
	}
	return k
}

// hitHospital tells whether the hospital named in the items [i, h] is what was hit or what it
// was near, and not where somebody is treated or speaks: "a shell hit X Hospital", "near X
// Hospital", "the vicinity of X Hospital".
func (f *field) hitHospital(s *sentence, i, h int) bool {
	l := f.placeWord(s, i)
	if !hospital(f.word(h)) || l < s.from || h+1 < s.to && f.items[h+1].is(tSay|tSrc) {
		return false
	}
	switch f.word(l) {
	case "near", "outside", "behind", "around":
		return true
	case "of":
		if l == s.from {
			return false
		}
		switch f.word(l - 1) {
		case "vicinity", "front", "surroundings", "outskirts", "entrance", "gate", "gates", "yard", "courtyard", "roof", "grounds", "premises", "perimeter", "bombing", "shelling", "destruction":
			return true
		}
		return false
	}
	it := &f.items[l]
	return it.is(tEv) && it.w.evForm >= formThird && it.w.evForm <= formPast
}
