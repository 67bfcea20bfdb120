package attribute

import "strings"

// A figure of old is a pair as often as one number, and its sentence may begin with when it
// was given: "had earlier spoken of two dead and seven wounded", "Earlier on Monday he had
// put the toll at three dead and six injured".

// withoutOld drops the old figure i and what was given along with it, up to the next verb
// of saying.
func (f *field) withoutOld(cs []casualty, i int) []casualty {
	end := cs[i].to
	kept := cs[:i]
	for _, c := range cs[i+1:] {
		if c.known && c.from >= end && c.outcome != cs[i].outcome && f.alongWith(end, c.from) {
			end = c.to
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// alongWith tells whether two figures, of which one ends before item a and the other begins
// at b, are given together: "two dead and seven wounded".
func (f *field) alongWith(a, b int) bool {
	and := false
	for k := a; k < b; k++ {
		switch w := f.word(k); {
		case w == "and":
			and = true
		case w != "," && f.items[k].is(tSay|tPunct|tRel|tClause|tPron|tEv):
			return false
		}
	}
	return and && b-a < 5
}

// hadTold tells whether a sentence goes on from item k with what somebody had told.
func (f *field) hadTold(s *sentence, k int) bool {
	for n := k; n+1 < s.to && n < k+10; n++ {
		it := &f.items[n]
		if f.word(n) == "had" {
			w := f.word(n + 1)
			return f.counting(s, n+1) || f.items[n+1].is(tSay|tToll) || w == "put" || w == "given" || w == "spoken"
		}
		if it.is(tOut|tEv|tSay) && !it.is(tSrc|tHead|tActor) {
			return false
		}
	}
	return false
}

// oldCount tells whether item k is the word for a count that somebody gave before.
func (f *field) oldCount(k int) bool {
	switch f.word(k) {
	case "count", "toll", "death toll", "figure", "figures", "tally", "estimate", "estimates":
		return true
	}
	return false
}

// statedBefore tells whether "earlier" at item k says when a body that the sentence names gave the
// count at item t, "State media earlier gave a toll of 20". Whether it has given another since
// is seen where claims are joined; who "had earlier" given one has.
func (f *field) statedBefore(s *sentence, k, t int) bool {
	if f.word(k) == "initially" || t != k+1 || k-1 < s.lead {
		return false
	}
	switch w, _, _ := strings.Cut(f.word(t), " "); w {
	case "gave", "put":
	default:
		return false
	}
	it := &f.items[k-1]
	return it.is(tSrc|tCap) && !it.is(tPron|tAux)
}
