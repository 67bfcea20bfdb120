package attribute

// What is told of somebody in a clause of its own may stand between him and his deed: "a man she
// had argued with pulled up and fired", "a clerk who had been written up came back and shot two",
// "a man let go last week walked in and killed".

// maxContact bounds the items of such a clause.
const maxContact = 16

// pastContact returns the item behind a clause about somebody that begins at item k, where a verb
// of firing or killing stands there, or one of coming to it; else k.
func (f *field) pastContact(s *sentence, k int) int {
	if k+2 >= s.to || !f.opensContact(k) {
		return k
	}
	for j := k + 2; j < s.to && j < k+maxContact; j++ {
		it := &f.items[j]
		if it.is(tPunct) && !apostrophe(f.word(j)) || it.is(tClause|tRel) && !(f.word(j) == "that" && j+1 < s.to && f.items[j+1].is(tDayPart|tWeekday)) {
			return k
		}
		if !f.items[j-1].is(tAux) && f.killing(s, j) {
			if f.othersDo(k, j) {
				return k
			}
			return j
		}
		if f.goes(j) && !f.items[j-1].is(tAux|tPrep|tAdv) && !it.is(tEv) && f.goesToKill(s, j) {
			return j
		}
	}
	return k
}

// othersDo tells whether the verb at item j of a clause that opens at item k is the deed of somebody
// named in the clause: "a journalist who filmed soldiers shot", "the girl he then shot".
func (f *field) othersDo(k, j int) bool {
	if f.items[j-1].is(tHead | tForce | tArmed | tSrc) {
		return true
	}
	switch f.word(k) {
	case "he", "she", "they", "whom":
		for n := k + 1; n < j; n++ {
			if f.items[n].is(tAux) {
				return false // "she had argued with"
			}
		}
		return true
	}
	return false
}

// opensContact tells whether item k opens a clause about who stands before it.
func (f *field) opensContact(k int) bool {
	switch f.word(k) {
	case "he", "she", "they", "who", "whom", "let", "named", "known", "described", "identified", "wanted", "released", "evicted", "expelled", "banned", "thrown", "kicked", "angry", "upset", "armed":
		return true
	}
	return false
}

// goesToKill tells whether somebody who comes at item e, by a verb of coming, fires or kills in
// the same run of verbs.
func (f *field) goesToKill(s *sentence, e int) bool {
	for k := e + 1; k < s.to && k < e+maxToDeed; k++ {
		it := &f.items[k]
		switch {
		case f.beforeHour(s, k):
			k++
		case f.shootsOn(k), (f.word(k) == "and" || f.word(k) == ",") && f.killing(s, k+1):
			return true
		case it.is(tRel|tClause|tSay|tPunct) && !it.is(tWeekday) && f.word(k) != ".", it.is(tOut) && it.w.harm == formPast:
			return false
		}
	}
	return false
}
