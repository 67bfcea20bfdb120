package attribute

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
