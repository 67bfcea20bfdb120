package attribute

import "isnad"

// One more death brings the dead of a deed that was told of to a new number: "A blast killed seven.
// Two of the wounded died overnight, bringing the number of dead to nine". The new number counts, and
// those who died last are among it. Over a longer time it is a toll (sumsUp).

// maxBrings bounds the items from "bringing" to its number.
const maxBrings = 16

// maxToBrings bounds the sentences from the claim that counts the dead to the one that brings them to more.
const maxToBrings = 3

// bringsTo reads such a number where the deed's dead were counted before.
func (d *doc) bringsTo(f *field, s *sentence) (recount, bool) {
	if s.hints&maySumUp == 0 || f.sumsUp(s) > 0 || !d.deadWithin(f, maxToBrings) {
		return recount{}, false
	}
	for k := s.lead + 3; k+2 < s.to; k++ {
		w := f.word(k)
		if !f.items[k].may(maySumUp) || !opensSum(w) {
			continue
		}
		counts := countNoun(w) || f.items[k].is(tToll)
		for n := k + 1; n+1 < s.to && n < k+maxBrings; n++ {
			it := &f.items[n]
			switch f.word(n) {
			case "to", "up to":
			default:
				if counts = counts || countNoun(f.word(n)) || it.is(tToll); it.is(tPunct | tClause | tSay | tRel | tNum) {
					return recount{}, false
				}
				continue
			}
			if !counts {
				break
			}
			q, ok := f.quantity(n+1, s.to)
			if !ok || q.vague || q.single || q.from > n+2 || q.low < 2 || q.to < s.to && f.items[q.to].is(tMonth|tUnit|tThing) || f.injuredAhead(s, k, n) {
				break
			}
			c := casualty{outcome: isnad.Killed, known: true, passive: true, update: true, mended: true, q: q, at: q.from, from: q.from, to: q.to}
			return recount{verb: k, to: q.to, c: c, brings: true}, true
		}
	}
	return recount{}, false
}

// injuredAhead tells whether the items [a, b) speak of the wounded: "bringing the number of injured to nine".
func (f *field) injuredAhead(s *sentence, a, b int) bool {
	for k := a; k < b; k++ {
		if it := &f.items[k]; it.is(tOut) && it.w != nil && it.w.outcome == isnad.Injured {
			return true
		}
	}
	return false
}
