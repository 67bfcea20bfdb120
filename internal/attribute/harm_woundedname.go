package attribute

// A name that a bullet hits is that of somebody: "striking Example in the shoulder", "fired
// twice at Example". Nor is the part of the body behind it a place, where a page prints all
// in capitals.

// wounded tells whether the name in the items [n, e), which no list has, is that of somebody
// by the part of him that was hit, or is such a part itself.
func (f *field) wounded(s *sentence, n, e int) bool {
	if f.items[n].is(tUpper) && f.limb(s, n) {
		return n > s.from && (f.items[n-1].is(tDet|tPrep|tLoc) || f.word(n-1) == "on" || f.word(n-1) == "to")
	}
	if n <= s.from || e+1 >= s.to {
		return false
	}
	switch f.word(e) {
	case "in", "on", "through", "across":
		if !f.limb(s, e+1) || f.backOf(s, e+1) {
			return false
		}
	default:
		return false
	}
	it := &f.items[n-1]
	return it.is(tOut|tEv) || f.word(n-1) == "at" || f.word(n-1) == "hitting" || f.word(n-1) == "hit" || f.word(n-1) == "striking" || f.word(n-1) == "struck"
}

// backOf tells whether the limb at item k is that of a thing: "the back of the valley".
func (f *field) backOf(s *sentence, k int) bool {
	for ; k+1 < s.to; k++ {
		switch f.word(k) {
		case "the", "his", "her", "their", "right", "left", "upper", "lower":
			continue
		}
		return f.word(k+1) == "of" && !f.limb(s, k+2)
	}
	return false
}

// aShooting tells whether the word at item k is the name of a deed and no verb, so that where
// it was follows: "a shooting at the Example Bar", unlike "shooting at Jane Example".
func (f *field) aShooting(s *sentence, k int) bool {
	for k--; k >= s.from; k-- {
		switch it := &f.items[k]; {
		case it.is(tDet) || f.word(k) == "a" || f.word(k) == "an" || f.word(k) == "in":
			return true
		case it.is(tMod) || f.word(k) == "mass" || f.word(k) == "drive-by" || f.word(k) == "deadly" || f.word(k) == "fatal" || f.items[k].is(tWeekday|tRelDay|tDayPart):
		default:
			return false
		}
	}
	return false
}

// initial returns the item behind an initial with its full stop at item k, "R." of "Dale R.
// Example"; k where there is none.
func (f *field) initial(k int) int {
	if k+2 >= len(f.items) {
		return k
	}
	it := &f.items[k]
	if it.is(tCap) && it.end-it.start == 1 && f.word(k+1) == "." && f.items[k+1].start == it.end && f.givenName(k+2) && f.items[k+2].para == it.para {
		return k + 2
	}
	return k
}
