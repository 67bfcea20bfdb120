package attribute

import "strings"

// Who was taken, stopped or called out first is told of as the subject of that verb, and killed by the
// next: "a taxi driver was called out of a tea shop by militiamen and stabbed to death", "two brothers
// were stopped on the road to Karm and killed".

// maxThen bounds the items from the first verb to the second.
const maxThen = 26

// thenHarmed reads those whom the participle at t, which ends before item end, goes on to tell of.
func (f *field) thenHarmed(s *sentence, qs []quantity, used []bool, cs []casualty, t, end int) (quantity, bool) {
	and := f.andThenVerb(s, t)
	if and < 0 || end < s.to && !f.items[end].is(tPunct|tPrep|tLoc|tConj|tAdv|tWeekday|tRelDay|tClause) {
		return quantity{}, false // "was stopped by police and killed two officers"
	}
	aux := -1
	for k := and - 1; k >= s.lead && k >= t-maxThen && aux < 0; k-- {
		it := &f.items[k]
		if it.is(tSay|tRel|tOut|tNeg) && !it.is(tHead) || f.word(k) == ";" || f.word(k) == ":" || f.word(k) == "when" || f.word(k) == "after" || f.word(k) == "while" {
			return quantity{}, false
		}
		if w := f.word(k); it.is(tAux) && (w == "was" || w == "were" || w == "been") && f.participle(k+1, and) {
			aux = k
		}
	}
	if aux <= s.lead {
		return quantity{}, false
	}
	for i := range cs {
		if cs[i].known && cs[i].to > aux && cs[i].outcome != "abducted" && cs[i].outcome != "detained" {
			return quantity{}, false // "was shot in the head and killed"
		}
	}
	for aux-1 > s.lead && f.items[aux-1].is(tAux) {
		aux--
	}
	if q, ok := f.nameLeft(s, aux); ok {
		return q, true
	}
	var c casualty
	if takeLeft(f, s, qs, used, &c, aux, 14) && c.q.head {
		return c.q, true
	}
	return f.theOne(s, aux)
}

// andThenVerb is where the "and" or "before" stands that leads to the second verb at t; -1 for none.
func (f *field) andThenVerb(s *sentence, t int) int {
	for k := t - 1; k > s.lead && k >= t-4; k-- {
		switch f.word(k) {
		case "and", ",":
			return k
		case "then", "later", "subsequently", "afterwards", "was", "were", "being", "finally", "summarily", "publicly":
			continue
		case "before":
			if f.word(k+1) == "being" {
				return k
			}
			return -1
		}
		return -1
	}
	return -1
}

// participle tells whether a verb stands at item k, or behind an adverb, that says what was done to
// somebody.
func (f *field) participle(k, to int) bool {
	for n := k; n < to && n < k+3; n++ {
		w := f.word(n)
		switch w {
		case "taken", "led", "beaten", "held", "caught", "thrown", "driven", "brought", "sent", "shown", "taken away", "taken out", "found", "stripped", "picked up", "rounded up":
			return true
		}
		if strings.HasSuffix(w, "ed") && len(w) > 4 && !f.items[n].is(tCap|tNum|tPunct|tMod|tSrc) {
			return true
		}
		if !f.items[n].is(tAdv) && w != "first" {
			return false
		}
	}
	return false
}
