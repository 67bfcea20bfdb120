package attribute

// Whose kin or guards are counted is not counted himself: "four relatives of a rebel commander were
// killed" tells of four.

// maxWhose bounds the items of such a person.
const maxWhose = 8

// pastWhose is where a figure of somebody's people ends with whose they are, where the verb follows:
// "two sons of a rebel leader were".
func (f *field) pastWhose(q *quantity, to int) int {
	k := q.to
	if !q.head || q.low < 1 || q.subset || k+3 >= to || f.word(k) != "of" || !theirPeople(f.word(k-1)) {
		return q.to
	}
	n := k + 1
	switch f.word(n) {
	case "a", "an", "the", "his", "her", "its", "their":
		n++
	}
	person := false
	for ; n < to && n < k+maxWhose; n++ {
		it := &f.items[n]
		if it.is(tAux) || it.is(tOut) && !it.is(tHead) && it.w != nil && it.w.harm == formPast {
			break
		}
		if it.is(tPunct|tPrep|tLoc|tRel|tClause|tConj|tNum|tSay) && !it.is(tHead|tSrc|tNat|tMod) {
			return q.to
		}
		person = person || it.is(tHead) && it.is(tSingular) || it.is(tCap)
	}
	if !person || n >= to || n == k+maxWhose {
		return q.to
	}
	return n
}

// theirPeople tells the words for those who are somebody's.
func theirPeople(w string) bool {
	switch w {
	case "relatives", "sons", "daughters", "children", "brothers", "sisters", "nephews", "nieces", "cousins", "grandchildren", "grandsons", "bodyguards", "guards", "aides", "associates", "followers", "supporters", "neighbours", "neighbors", "friends", "colleagues",
		"relative", "son", "daughter", "brother", "sister", "nephew", "niece", "cousin", "wife", "mother", "father", "bodyguard", "aide", "driver", "employees", "workers", "students", "kinsmen":
		return true
	}
	return false
}
