package attribute

// notDone tells whether a speaker says that the deed of a frame was not done: "it did not
// bomb the town", "our aircraft conducted no strikes", "none of its units had fired on the
// town", "had not carried out any raids".
func (f *field) notDone(fr *frame) bool {
	for k := fr.from + 2; k < fr.to; k++ {
		it := &f.items[k]
		if !it.is(tEv) && !(it.is(tOut) && it.w != nil && (it.w.outcome == "detained" || it.w.outcome == "abducted")) {
			continue
		}
		switch f.word(k - 1) {
		case "not", "never":
			switch f.word(k - 2) {
			case "did", "had", "has", "have":
				return true
			}
		case "no":
			switch f.word(k - 2) {
			case "conducted", "out", "carried out", "launched", "made", "flew":
				return true
			case "was", "were", "been": // "there was no drone strike in the town"
				return k >= fr.from+3 && f.word(k-3) == "there" || k >= fr.from+4 && f.word(k-4) == "there"
			}
		}
		if f.keptFrom(fr, k) || f.noneCarriedOut(fr, k) {
			return true
		}
	}
	return false
}

// noneCarriedOut tells whether the deed at item k is a noun for what was not done: "no coalition
// strikes were conducted in the area".
func (f *field) noneCarriedOut(fr *frame, k int) bool {
	if k+2 >= fr.to || !f.items[k+1].is(tAux) {
		return false
	}
	switch f.word(k + 2) {
	case "conducted", "carried", "launched", "performed", "made", "flown", "undertaken", "ordered":
	default:
		return false
	}
	for j := k - 1; j >= fr.from && j >= k-4; j-- {
		if f.word(j) == "no" {
			return true
		}
		if it := &f.items[j]; it.is(tPunct | tPrep | tLoc | tAux | tSay) {
			return false
		}
	}
	return false
}

// keptFrom tells whether what leads to the deed at item k says that nobody of a side did it:
// "did not conduct any", "no unit of his had made any", "none of our planes".
func (f *field) keptFrom(fr *frame, k int) bool {
	any := false
	for j := k - 1; j >= fr.from && j > k-9; j-- {
		if j == fr.from && f.word(j) != "neither" {
			return false
		}
		switch w := f.word(j); w {
		case "any", "such", "a", "an", "the", "air", "military", "ground", "drone", "artillery", "its", "their", "our", "his", "under", "of", "it", "them", "command", "by", "been", "be", "that", "kind", "nor",
			"carry", "carried", "carry out", "carried out", "out", "conduct", "conducted", "launch", "launched", "perform", "performed", "make", "made", "fly", "flown", "open", "opened", "order", "ordered":
			any = any || w == "any"
			continue
		case "had", "has", "have", "did", "was", "were", "is", "are":
			continue
		case "not", "never":
			switch f.word(j - 1) {
			case "did", "had", "has", "have":
				return any || j == k-1
			}
			return false
		case "no", "none", "neither":
			if j+1 >= k {
				return false
			}
			for n := j + 2; n < k && w == "neither"; n++ {
				if f.word(n) == "nor" {
					return true // "neither Northland nor Zoran planes carried out any strike"
				}
			}
			nx := &f.items[j+1]
			side := f.word(j+1) == "of" || nx.is(tForce|tArmed|tPlane) || f.word(j+1) == "force" || f.word(j+1) == "member" || f.word(j+1) == "members"
			for n := j + 1; side && n < k; n++ {
				if it := &f.items[n]; it.is(tAux) {
					return true
				}
			}
			return false
		}
		if it := &f.items[j]; it.is(tForce|tArmed|tPlane|tMod|tNat|tHead) || f.word(j) == "force" || f.word(j) == "member" || f.word(j) == "members" {
			continue
		}
		return false
	}
	return false
}

// counted tells whether a frame has a figure of people harmed.
func (fr *frame) counted() bool { return fr.killed != nil || fr.injured != nil || fr.casualties != nil }
