package attribute

import "isnad"

// Logs leave the article out: "UN peacekeeper was shot dead at the gate", "Teacher killed in
// Karm". One word for a person that opens a clause counts one, when harm done to him
// follows.

// unnamedOne reads one person without an article at item i of a sentence that begins at from.
func (f *field) unnamedOne(i, from, to int) (quantity, bool) {
	it := &f.items[i]
	if i > from && !(f.items[i-1].is(tPunct) && f.opensClauseAt(i)) || it.is(tDet|tNum|tQual|tVague|tPron|tPunct|tPrep|tLoc|tAnother|tPlaceHead) && !it.is(tHead|tNat|tMod) {
		return quantity{}, false // nearly everywhere
	}
	q := quantity{from: i, low: 1, high: 1, qual: isnad.Exact, single: true}
	for k := i; k < to && k < i+5; k++ {
		it := &f.items[k]
		if it.is(tHead) && it.is(tSingular) && !it.is(tGroup|tOut|tSay) && !(k+1 < to && f.items[k+1].is(tHead)) {
			if !f.harmed(k+1, to) && !f.harmedBare(k+1, to) || k+1 < to && plural(f.word(k+1)) {
				return q, false
			}
			f.setHead(&q, k)
			q.to = k + 1
			return q, true
		}
		if it.is(tPunct|tPrep|tAux|tConj|tPron|tRel|tSay|tLoc|tUnit|tDet|tNum|tOut|tEv|tClause) && !it.is(tHead) {
			return q, false
		}
	}
	return q, false
}

// opensClauseAt tells whether item i stands behind a mark that opens a clause of a log.
func (f *field) opensClauseAt(i int) bool {
	switch f.word(i - 1) {
	case ";", ":", "•", "-", "–", "—", "*":
		return true
	}
	return false
}

// harmedBare tells whether a participle of harm without an auxiliary follows at item k:
// "Teacher shot dead in Karm".
func (f *field) harmedBare(k, to int) bool {
	if k+1 >= to {
		return false
	}
	it, nx := &f.items[k], &f.items[k+1]
	if !it.is(tOut) || it.w == nil || it.w.harm != formPast && it.w.harm != formSubject || it.w.outcome != isnad.Killed && it.w.outcome != isnad.Injured {
		return false
	}
	return nx.is(tPrep|tLoc|tPunct|tWeekday|tMonth|tConj) || nx.is(tNum) && k+2 < to && f.items[k+2].is(tMonth)
}

// spacedAge tells how many items from i on are an age whose hyphen was lost: "9 year-old",
// "9-year old"; 0 where there is none.
func (f *field) spacedAge(items []item, i int) int {
	if i+1 >= len(items) || !digit(f.text[items[i].start]) {
		return 0
	}
	a, b := &items[i], &items[i+1]
	switch w := f.low[b.start:b.end]; {
	case items[i].num > 0 && (w == "year-old" || w == "yr-old" || w == "years-old" || w == "month-old"):
		return 2
	case w == "old" && len(f.low[a.start:a.end]) > 5 && f.low[a.end-5:a.end] == "-year":
		return 2
	}
	return 0
}
