package attribute

import "isnad"

// "Both" and "all three" count by themselves: "A trooper and the man he was chasing were
// both wounded", "Both men were shot in the leg", "All three were shot".

// bothWere reads those whom the auxiliary at aux and the participle at t speak of as both,
// or as all of so many.
func (f *field) bothWere(s *sentence, aux, t int) (quantity, bool) {
	for k := aux + 1; k < t; k++ {
		if f.word(k) == "both" {
			q := f.bothUpTo(s, aux)
			return q, f.twoJoined(q.from, aux)
		}
	}
	if !plural(f.word(aux)) {
		return quantity{}, false
	}
	return f.bothBefore(s, aux)
}

// bothUpTo is the figure of two who are the subject of the clause up to item t.
func (f *field) bothUpTo(s *sentence, t int) quantity {
	b := t
	for n := 0; b > s.lead && n < 24; b, n = b-1, n+1 {
		if it := &f.items[b-1]; it.is(tSay) && !it.is(tCap|tHead) || it.is(tPunct) && f.word(b-1) != "," || f.word(b-1) == "that" {
			break
		}
	}
	return quantity{from: b, to: t, low: 2, high: 2, qual: isnad.Exact, head: true, category: isnad.CategoryAll}
}

// bothBefore reads those whom the words before item t speak of as both, or as all of so many:
// "both men", "all three victims".
func (f *field) bothBefore(s *sentence, t int) (quantity, bool) {
	q := f.bothUpTo(s, t)
	b := q.from
	if t-b > 4 || b >= t {
		return q, false
	}
	k := b + 1
	if w := f.word(b); w == "all" && f.items[k].is(tNum) && k < t {
		if q.low = f.items[k].num; q.low < 2 || q.low > 20 {
			return q, false
		}
		q.high = q.low
		k++
	} else if w != "both" {
		return q, false
	}
	for ; k < t; k++ {
		if it := &f.items[k]; it.is(tThing|tPunct|tConj) || !it.is(tHead|tDet|tPron|tMod|tOut) && f.word(k) != "of" && f.word(k) != "of them" && f.word(k) != "victims" {
			return q, false
		}
	}
	return q, true
}

// twoJoined tells whether two people are joined in the items [a, b): one "and", and no figure
// above one.
func (f *field) twoJoined(a, b int) bool {
	ands := 0
	for k := a; k < b; k++ {
		it := &f.items[k]
		if f.word(k) == "and" {
			ands++
		}
		if it.is(tOut|tVague) && !it.is(tHead) || it.is(tNum) && it.num > 1 && !digit(f.text[it.start]) {
			return false
		}
	}
	return ands == 1
}

// markUsed marks the figures that stand within a larger one as used.
func markUsed(qs []quantity, used []bool, q *quantity) {
	for i := range qs {
		used[i] = used[i] || qs[i].from >= q.from && qs[i].to <= q.to
	}
}
