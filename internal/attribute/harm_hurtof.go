package attribute

import (
	"strings"

	"isnad"
)

// Whom a deed harmed may be told of only with its name: "was arrested in the shooting of a woman".

// hurtOf reads some who are first told of as whom a deed at t harmed: "was arrested in the shooting of
// a woman", "the stabbing of two men". They died of it where somebody is charged with their death.
func hurtOf(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 2, passive: true, known: true, plain: true}
	if t <= s.from || t+3 >= s.to || f.word(t+1) != "of" || !f.items[t-1].is(tDet|tMod|tAdv|tWeekday|tRelDay|tDayPart) && f.items[t-1].w != nil {
		return c, false
	}
	switch n := &f.items[t+2]; {
	case f.word(t+2) == "a", f.word(t+2) == "an", f.word(t+2) == "another":
		q, ok := f.someone(s, t+2)
		if !ok {
			return c, false
		}
		c.q = q
	case n.is(tNum):
		if !objectAt(f, s, qs, used, t+2) || !takeRight(f, s, qs, used, &c, t+2) {
			return c, false
		}
	default:
		return c, false
	}
	if f.chargedWithDeath(s, t) {
		c.outcome, c.plain = isnad.Killed, false
	}
	c.to = max(c.to, c.q.to)
	return c, true
}

// chargedWithDeath tells whether a death is what somebody is charged with before item t: "charged with
// murder in the shooting of", and not "attempted murder".
func (f *field) chargedWithDeath(s *sentence, t int) bool {
	for k := t - 1; k > s.from && k > t-12; k-- {
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "murder", "homicide", "manslaughter":
			for n := k - 1; n >= s.from && n > k-4; n-- {
				if f.word(n) == "attempted" {
					return false
				}
			}
			return !strings.HasPrefix(w, "attempted")
		}
	}
	return false
}

// datedBehind tells whether a day or a month stands behind item t: then a deed is told for itself, and
// not only taken up.
func (f *field) datedBehind(s *sentence, t int) bool {
	for k := t + 1; k < s.to && k < t+16; k++ {
		if it := &f.items[k]; it.is(tWeekday | tMonth | tRelDay) {
			return true
		} else if it.is(tSay | tRel) {
			return false
		}
	}
	return false
}
