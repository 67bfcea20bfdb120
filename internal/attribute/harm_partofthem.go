package attribute

import "isnad"

// How many of a group were harmed, where the group was told of without a number or none
// of it was told to be harmed before, is the figure itself and no part of another:
// "fired on workers, killing one of them", "fighting between two groups left 17 of them
// dead", "Five of them, including three children, were wounded".

// firstOfThem tells whether "N of them" is such a figure; first tells that it is the first
// figure of the sentence.
func (f *field) firstOfThem(s *sentence, q *quantity, first bool) bool {
	if q.to-q.from > 4 || q.category != "" {
		return false
	}
	k := q.from - 1
	if k > s.from && (f.word(k) == `"` || f.word(k) == "“") {
		k-- // killed "scores of them"
	}
	if k >= s.from && f.items[k].is(tOut) && (first || (f.endsKilling(k) || f.thenKilling(s, k)) && (!f.harmBefore(s, k) || f.thenKilling(s, k) && !f.killsOrHurts(s, k))) {
		return true
	}
	if k > s.from && f.word(k-1) == "and" && f.items[k].is(tOut) && f.items[k].w != nil && f.items[k].w.outcome == isnad.Injured && f.items[k].w.harm != formSubject {
		return true // "killing 30 fighters and wounding dozens of them"
	}
	if k >= s.from && (f.word(k) == "left" || f.word(k) == "leaving") && q.to < s.to && f.items[q.to].is(tOut) && (first || !f.harmBefore(s, k)) {
		return true // "left 17 of them dead"
	}
	if !first {
		return false
	}
	e := q.to
	if e < s.to && f.word(e) == "," {
		e++
	}
	if e < s.to && f.items[e].is(tIncl) {
		for n := 0; e < s.to && n < 8 && !f.items[e].is(tAux|tOut|tSay|tRel); n++ {
			e++ // who some of them are
		}
	} else {
		e = q.to
	}
	return e+1 < s.to && (f.items[e].is(tAux) && f.items[e+1].is(tOut) || // "17 of them were killed"
		f.word(e) == "died" || f.items[e].is(tAdv) && f.word(e+1) == "died") // "two of them later died"
}

// maxToDied bounds the items between some of those told of before and that they died.
const maxToDied = 22

// thenDied tells whether a clause that begins at item k goes on with that those it is about died: "worked at a
// mill, in the south, and died on Monday".
func (f *field) thenDied(s *sentence, k int) bool {
	for n := k; n+1 < s.to && n < k+maxToDied; n++ {
		it := &f.items[n]
		if f.word(n) == "and" && (f.word(n+1) == "died" || f.word(n+1) == "were" && n+2 < s.to && f.word(n+2) == "killed") {
			return true
		}
		if it.is(tSay|tRel|tOut|tClause|tNeg) || it.is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	return false
}

// endsKilling tells whether the word of harm at item k tells what a deed led to:
// "killing", "martyring".
func (f *field) endsKilling(k int) bool {
	w := f.items[k].w
	return w != nil && w.harm == formGerund && (w.outcome == isnad.Killed || w.outcome == isnad.Injured)
}

// thenKilling tells whether the word of harm at item k tells what somebody did next: "rounded up 40 men
// and shot dead".
func (f *field) thenKilling(s *sentence, k int) bool {
	w := f.items[k].w
	return k > s.from && (f.word(k-1) == "and" || f.word(k-1) == "then") && w != nil && w.harm == formPast && w.outcome == isnad.Killed
}

// killsOrHurts tells whether somebody was killed or hurt in a sentence before item k, and not only taken.
func (f *field) killsOrHurts(s *sentence, k int) bool {
	for n := s.from; n < k; n++ {
		if it := &f.items[n]; it.is(tOut) && it.w != nil && (it.w.outcome == isnad.Killed || it.w.outcome == isnad.Injured || it.w.outcome == isnad.Casualties) {
			return true
		}
	}
	return false
}

// oneOfThem reads "one of them" at item k behind the word of harm at t, where no harm was
// told before, and "another" where it was.
func (f *field) oneOfThem(s *sentence, t, k int) (quantity, bool) {
	if k >= s.to {
		return quantity{}, false
	}
	switch f.word(k) {
	case "one of them":
		if !f.endsKilling(t) || f.harmBefore(s, t) {
			return quantity{}, false
		}
	case "another": // "and injuring another", "and wounded another"
		w := f.items[t].w
		if w == nil || w.harm != formGerund && w.harm != formPast || w.outcome != isnad.Killed && w.outcome != isnad.Injured || t <= s.from || f.word(t-1) != "and" || !f.harmBefore(s, t) || k+1 < s.to && !f.items[k+1].is(tPunct|tConj|tLoc|tPrep) {
			return quantity{}, false
		}
	case "a": // "killed two officers and hurt a third"
		w := f.items[t].w
		if w == nil || w.harm != formGerund && w.harm != formPast || w.outcome != isnad.Killed && w.outcome != isnad.Injured || t <= s.from || f.word(t-1) != "and" || !f.harmBefore(s, t) || k+1 >= s.to || !f.items[k+1].is(tOrdinal) || k+2 < s.to && !f.items[k+2].is(tPunct|tConj|tLoc|tPrep|tDir) {
			return quantity{}, false
		}
		return quantity{from: k, to: k + 2, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll}, true
	default:
		return quantity{}, false
	}
	return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll}, true
}
