package attribute

import (
	"strings"

	"isnad"
)

// Whose throat was cut is dead: "took a peddler from his home and slit his throat", "was
// found with his throat cut", "two men lay with their throats slit".

// throatCut reads whose throat, at item t, was cut, where no other word says that they died.
func throatCut(f *field, s *sentence, qs []quantity, used []bool, cs []casualty, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1, passive: true}
	if !f.cutsThroat(s, t) {
		return c, false
	}
	for i := range cs {
		if cs[i].outcome == isnad.Killed {
			return c, false
		}
	}
	for k := s.from; k < s.to; k++ {
		if it := &f.items[k]; it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed || f.word(k) == "survived" || f.word(k) == "threatened" || f.word(k) == "body" || f.word(k) == "bodies" {
			return c, false
		}
	}
	many := strings.HasPrefix(f.word(t), "throats")
	if t+2 < s.to && f.word(t+1) == "of" { // "slit the throats of the 33 men"
		for i := range qs {
			if q := &qs[i]; q.from >= t+2 && q.from <= t+3 && !used[i] && !q.subset && q.head && many == (q.low > 1) {
				used[i] = true
				c.q, c.known, c.to = *q, true, q.to
				return c, true
			}
		}
	}
	for i := len(qs) - 1; i >= 0; i-- {
		if qs[i].to <= t && !used[i] && !qs[i].subset && qs[i].head && many == (qs[i].low > 1) {
			used[i] = true
			c.q, c.known, c.from = qs[i], true, qs[i].from
			return c, true
		}
	}
	if many {
		return c, false
	}
	c.q = quantity{from: t, to: t + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}
	c.known = true
	return c, true
}

// cutsThroat tells whether the throat at item t is cut: "slit his throat", "his throat was
// cut", "with their throats slashed".
func (f *field) cutsThroat(s *sentence, t int) bool {
	cut := func(k int) bool {
		switch f.word(k) {
		case "slit", "slits", "slitting", "cut", "cuts", "cutting", "slashed", "slashing":
			return true
		}
		return false
	}
	if strings.Contains(f.word(t), " ") { // "throat cut" is one word of the lexicon
		return true
	}
	if t-2 >= s.lead && cut(t-2) && !(t-3 >= s.lead && f.word(t-3) == "to") {
		return true
	}
	k := t + 1
	for k < s.to && k < t+4 && f.items[k].is(tAux|tAdv) {
		k++
	}
	return k < s.to && cut(k)
}

// heldFirst tells whether "him" or "her" at item k, the object of a deadly deed, is one whom
// the sentence tells of before, and no other harm: "dragged a headman out and shot him dead",
// "stopped a trader at a roadblock and beheaded him".
func (f *field) heldFirst(s *sentence, k int) bool {
	if k-3 < s.lead || f.harmBefore(s, k-1) {
		return false
	}
	for n := s.lead + 1; n < k-1; n++ {
		if w := f.word(n); w != "a" && w != "an" && w != "the" && !whose(w) {
			continue
		}
		for e := n + 1; e < k-1 && e < n+4; e++ {
			it := &f.items[e]
			if it.is(tHead) && it.is(tSingular) && !it.is(tGroup) || it.w == nil && !it.is(tCap|tPunct|tNum) && f.word(n) != "the" && (e+1 < k && f.items[e+1].is(tLoc|tPrep|tPunct|tConj) || f.word(e+1) == "out" || f.word(e+1) == "and") {
				return true
			}
			if it.is(tPunct | tPrep | tLoc | tAux) {
				break
			}
		}
	}
	return false
}
