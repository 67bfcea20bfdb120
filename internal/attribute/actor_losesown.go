package attribute

// An armed body that tells of its own losses did not cause them: "the army said three of
// its soldiers were killed by a car bomb". In a clash it is a side all the same.

// losesOwn tells whether what follows the verb of saying at item k is harm done to the
// speaker's own people.
func (f *field) losesOwn(s *sentence, k int) bool {
	if j := k + 1; j+2 < s.to { // "said they had lost four"
		if f.word(j) == "that" {
			j++
		}
		if w := f.word(j); w == "it" || w == "they" {
			j++
			for n := 0; n < 2 && j < s.to && f.items[j].is(tAux|tAdv); n++ {
				j++
			}
			if j+1 < s.to && f.word(j) == "lost" && f.items[j+1].is(tNum|tQual|tVague) && f.closes(s, j+2) {
				return true
			}
		}
	}
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

// maxHarmTold bounds the items from a verb of telling to the one that says how they were harmed.
const maxHarmTold = 14

// tellsOfHarmed tells whether the verb of telling at item k goes straight on to how many people
// were harmed: "the army said twelve villagers were wounded in the attack". Whoever says so is not
// thereby the one who did it, other than in "said twelve rebels were killed".
func (f *field) tellsOfHarmed(s *sentence, k int) bool {
	counted, passive := false, false
	for j := k + 1; j < s.to && j < k+maxHarmTold; j++ {
		it, w := &f.items[j], f.word(j)
		switch {
		case passive:
			if it.is(tAdv) {
				continue
			}
			return it.is(tOut) && !f.ownBehind(s, j)
		case counted && (w == "died" || w == "were hurt" || w == "was hurt"), it.is(tToll) && w != "toll of":
			return !f.ownBehind(s, j)
		case w == "was" || w == "were" || w == "been":
			passive = counted
			if !counted {
				return false
			}
		case it.is(tNum):
			counted = true
		case it.is(tActor|tPunct|tSay|tOut|tEv|tRel|tPron|tClause) && !it.is(tDet|tWeekday|tMonth) && w != "that":
			return false
		}
	}
	return false
}

// ownBehind tells whether what stands behind item k speaks of the teller's own deed.
func (f *field) ownBehind(s *sentence, k int) bool {
	for j := k + 1; j < s.to; j++ {
		switch f.word(j) {
		case "its", "it", "their", "they", "our", "we", "operation", "operations":
			return true
		}
	}
	return false
}
