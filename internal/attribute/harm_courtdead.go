package attribute

import (
	"strings"

	"isnad"
)

// In a story of a court that tries somebody for a killing, the one whom he shot is dead, though it is
// told elsewhere: "was found guilty of second-degree murder. ... Example stepped over the fence and shot
// Karl Zoran, 45, three times".

// triedForMurder tells whether a report is of somebody tried for a killing and tells of nobody who was
// shot and lived.
func (f *field) triedForMurder() bool {
	if f.murder == 0 { // once a text: it is asked at every such shot
		f.murder = -1
		if f.triesForKilling() {
			f.murder = 1
		}
	}
	return f.murder > 0
}

func (f *field) triesForKilling() bool {
	if !strings.Contains(f.low, "murder") && !strings.Contains(f.low, "manslaughter") {
		return false
	}
	tried := false
	for _, w := range [...]string{"found guilty", "guilty of", "convicted", "sentenced", "pleaded guilty", "pleaded not guilty", "jury", "jurors", "on trial", "murder trial"} {
		tried = tried || strings.Contains(f.low, w)
	}
	if !tried {
		return false
	}
	for _, w := range [...]string{"attempted murder", "attempted first", "attempted second", "surviv", "wounded", "injur", "recover", "assault", "tribunal", "genocide", "war crime", "terror", "militia", "soldier"} {
		if strings.Contains(f.low, w) {
			return false
		}
	}
	return true
}

// killedByTried tells whether the one whom a figure names was shot by who is tried for a killing, and not in
// a limb.
func (f *field) killedByTried(s *sentence, q *quantity, t int) bool {
	if f.word(t) != "shot" && f.word(t) != "stabbed" || q.low != 1 || q.high != 1 || f.lawful(max(s.lead, t-2), t) || !f.triedForMurder() {
		return false // "Police shot Karl Hollins"
	}
	named := false
	for k := q.from; k < q.to; k++ {
		named = named || f.namePart(k)
	}
	for k := q.to; k < s.to && !named; k++ { // "who shot his neighbor was sentenced"
		named = f.word(k) == "sentenced" || f.word(k) == "convicted" || f.word(k) == "guilty"
	}
	if k := q.to; k+1 < s.to && f.items[k].is(tPrep|tLoc) && f.limb(s, k+1) && !f.deadly(s, k+1) {
		return false
	}
	return named
}

// courtFares is how the one fares who was shot so, where his wound is all that is told.
func (f *field) courtFares(s *sentence, c *casualty, t int) {
	if c.outcome == isnad.Injured && f.killedByTried(s, &c.q, t) {
		c.outcome, c.plain = isnad.Killed, false
	}
}
