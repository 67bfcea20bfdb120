package attribute

// A side denies a deed by saying that none of its own did it or was there: "said none of its members
// was involved", "told reporters that its men had never been in the village", "said no fighter of
// theirs had taken part".

// maxNoPart bounds the items from whom such a denial is about to its last word.
const maxNoPart = 9

// saysNoneThere tells whether the verb of saying at k leads to such a denial.
func (f *field) saysNoneThere(k int) bool {
	n := k + 1
	if f.word(k) == "told" {
		for n < len(f.items) && n < k+7 && f.word(n) != "that" && !f.items[n].is(tPunct|tSay|tOut|tAux) {
			n++
		}
	}
	if n < len(f.items) && f.word(n) == "that" {
		n++
	}
	if n+3 >= len(f.items) {
		return false
	}
	switch f.word(n) {
	case "none", "no":
		own := f.word(n) == "none" && f.word(n+1) == "of" && ours(f.word(n+2))
		for e := n + 1; !own && e+1 < len(f.items) && e < n+4; e++ {
			own = f.word(e) == "of" && (ours(f.word(e+1)) || f.word(e+1) == "theirs")
		}
		if !own {
			return false
		}
		return f.deniesPart(n+1, true)
	case "its", "their", "his", "our":
		return f.deniesPart(n+1, false)
	}
	return false
}

// ours tells the words for whose somebody is.
func ours(w string) bool { return whose(w) || w == "our" }

// deniesPart tells whether the words from item n on say that somebody did not take part or was not
// there; negated where that is said by their subject.
func (f *field) deniesPart(n int, negated bool) bool {
	verb := false
	for e := n; e < len(f.items) && e < n+maxNoPart; e++ {
		it := &f.items[e]
		switch w := f.word(e); w {
		case "not", "never":
			negated = negated || verb
			continue
		case "involved", "present", "responsible":
			return verb && negated
		case "part", "participated", "participating":
			return negated && (w != "part" || f.word(e-1) == "taken" || f.word(e-1) == "took" || f.word(e-1) == "take")
		case "in", "at", "near", "there":
			if !verb || !negated || !f.items[e-1].is(tAux) && !f.items[e-1].is(tNeg) && f.word(e-1) != "been" {
				return false
			}
			return w == "there" || e+1 < len(f.items) && f.items[e+1].is(tDet|tCap)
		case ".", ",", ";", ":":
			return false
		}
		if it.is(tAux) {
			verb = true
		}
		if it.is(tOut|tSay|tNum) && !it.is(tHead|tAux) {
			return false
		}
	}
	return false
}
