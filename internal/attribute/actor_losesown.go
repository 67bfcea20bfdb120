package attribute

// An armed body that tells of its own losses did not cause them: "the army said three of
// its soldiers were killed by a car bomb". In a clash it is a side all the same.

// losesOwn tells whether what follows the verb of saying at item k is harm done to the
// speaker's own people.
func (f *field) losesOwn(s *sentence, k int) bool {
	own := -1
	for j := k + 1; j < s.to && j < k+9; j++ {
		switch f.word(j) {
		case "its", "their", "his", "our":
			own = j
		}
		if own >= 0 || f.items[j].is(tAux|tPunct|tClause) {
			break
		}
	}
	if own < 0 {
		return false
	}
	passive := false
	for j := own + 1; j < s.to && j < own+8; j++ {
		it := &f.items[j]
		switch f.word(j) {
		case "was", "were", "been":
			passive = true
			continue
		case "died", "perished":
			return true
		}
		switch {
		case it.is(tPunct | tSay | tRel):
			return false
		case it.is(tOut|tEv) && !it.is(tHead|tForce|tWeapon):
			return passive
		}
	}
	return false
}
