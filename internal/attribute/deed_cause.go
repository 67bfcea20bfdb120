package attribute

import "strings"

// What armed people fight for is who they are and no fight: "blamed on rebels fighting to topple the
// government", "militants battling to carve out a state", "separatists who are fighting for
// independence". And aircraft that only back those on the ground are not what the deed was done
// with: "troops backed by the air force stormed the village".

// aCause tells whether the fighting at item k is only said of armed people before it, with what they
// want by it.
func (f *field) aCause(s *sentence, k int) bool {
	j := k - 1
	for j > s.from && (f.items[j].is(tAux|tAdv|tRel) && !f.items[j].is(tNeg) || f.word(j) == "that") {
		j--
	}
	if j < s.from || !f.items[j].is(tForce|tArmed) || k+2 >= s.to {
		return false
	}
	switch f.word(k + 1) {
	case "to":
		return warAim(f.word(k+2)) && !f.items[j].is(tPlane)
	case "for":
		for n := k + 2; n < s.to && n < k+8; n++ {
			switch f.word(n) {
			case "independence", "autonomy", "self-rule", "self-determination", "secession", "homeland", "freedom", "caliphate", "statehood", "rights", "liberation":
				return true
			case "state", "share", "rule":
				return f.items[n-1].is(tMod|tNat|tDet|tPlaceAdj) || f.items[n-1].w == nil
			}
			if f.items[n].is(tPunct | tPrep | tLoc | tSay | tOut) {
				return false
			}
		}
	}
	return false
}

// warAim tells the verbs for what a war is fought for.
func warAim(w string) bool {
	switch w {
	case "topple", "overthrow", "oust", "unseat", "depose", "remove", "bring down", "bring", "establish", "create", "carve", "carve out", "impose", "found", "restore", "secede", "separate", "end", "free", "introduce", "win", "gain", "set up", "install":
		return true
	}
	return false
}

// maxToBacked bounds the items from the word of support to the aircraft.
const maxToBacked = 6

// onlyBacks tells whether the aircraft at item k are told of as what helped those on the ground.
func (f *field) onlyBacks(s *sentence, k int) bool {
	for j := k - 1; j > s.from && j >= k-maxToBacked; j-- {
		it := &f.items[j]
		switch w := f.word(j); w {
		case "by":
			switch b := f.word(j - 1); b[lastSpace(b)+1:] {
			case "backed", "supported", "covered", "accompanied", "aided", "assisted", "helped":
				return true
			}
			return false
		case "backed by", "supported by":
			return true
		case "cover", "support", "backing", "coordination":
			return true
		case "and", "from", "of":
		default:
			if it.is(tPunct|tSay|tOut|tAux|tClause|tRel) && !apostrophe(w) || it.is(tEv) && !it.is(tPlane) || strings.HasPrefix(w, "by ") {
				return false
			}
		}
	}
	return false
}
