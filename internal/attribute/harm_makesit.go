package attribute

import (
	"strings"

	"isnad"
)

// One more has died, and the sentence says how many that makes: "a patient died in
// surgery, which would bring the death toll to five". The claim is of the five.

// comeTo takes the figure that a sentence says the dead have come to in place of those
// of whom it tells before. Sums over a longer time are cut off before; see sumsUp.
func (f *field) comeTo(s *sentence, cs []casualty) []casualty {
	first := -1
	for i := range cs {
		if cs[i].known && cs[i].outcome == isnad.Killed && cs[i].q.low > 0 {
			first = i
			break
		}
	}
	if first < 0 {
		return cs
	}
	k := cs[first].at + 1
	for ; k < s.to && !raises(f.word(k)); k++ {
	}
	if k >= s.to {
		return cs
	}
	counts := f.items[k].is(tToll) || strings.Contains(f.word(k), "toll")
	for n := k + 1; n < s.to && n < k+16; n++ {
		it := &f.items[n]
		w := f.word(n)
		counts = counts || it.is(tToll) || w == "toll" || w == "number" || w == "dead"
		if w == "since" || w == "year" || w == "injured" || w == "wounded" || it.is(tSay|tRelRange) {
			return cs
		}
		if !counts || w != "to" || n+1 >= s.to || !f.items[n+1].is(tNum) || f.items[n+1].is(tOrdinal) {
			continue
		}
		total := f.items[n+1].num
		if total <= cs[first].q.low || n+2 < s.to && f.items[n+2].is(tUnit|tThing|tMonth) {
			return cs
		}
		c := cs[first]
		c.q = quantity{from: n + 1, to: n + 2, low: total, high: total, qual: isnad.Exact, category: isnad.CategoryAll}
		c.to, c.update, c.subs = n+2, true, nil
		kept := cs[:0]
		for i := range cs {
			switch {
			case i == first:
				kept = append(kept, c)
			case cs[i].outcome != isnad.Killed:
				kept = append(kept, cs[i])
			}
		}
		return kept
	}
	return cs
}

// lastToDie leaves out those of a sum whose death in a hospital or of their wounds made it:
// "six people were killed, the mayor said, after a woman of 71 died in hospital" is of six.
func (f *field) lastToDie(s *sentence, cs []casualty) []casualty {
	most := -1
	for i := 0; i < len(cs); i++ {
		c := &cs[i]
		if !c.known || c.outcome != isnad.Killed {
			continue
		}
		if most >= 0 && c.q.low < most && f.diesAfter(s, c) {
			cs = append(cs[:i], cs[i+1:]...)
			i--
			continue
		}
		most = max(most, c.q.low)
	}
	return cs
}

// diesAfter tells whether those of c die in a clause that "after" opens, in care or of what
// had been done to them. "A day after" begins another deed.
func (f *field) diesAfter(s *sentence, c *casualty) bool {
	if w := f.word(c.at); !dying(w) || !strings.HasPrefix(w, "succumb") && !f.inCare(s, c.at+1) && !f.ofItsWounds(s, c.at+1) {
		return false
	}
	k := min(c.q.from, c.at) - 1
	for k > s.lead && f.items[k].is(tDet|tMod|tQual) && f.word(k) != "after" {
		k--
	}
	return k > s.lead && f.word(k) == "after" && !f.items[k-1].is(tUnit)
}

// ofItsWounds tells whether the items from k on say of what somebody died: "of her injuries",
// "from severe burns".
func (f *field) ofItsWounds(s *sentence, k int) bool {
	if k >= s.to || f.word(k) != "of" && f.word(k) != "from" {
		return false
	}
	for n := k + 1; n < s.to && n < k+4; n++ {
		if ofWounds(f.word(n)) {
			return true
		}
	}
	return false
}

// raises tells the words that a sum begins with.
func raises(w string) bool {
	for _, x := range [...]string{"bring", "rais", "push"} {
		if strings.HasPrefix(w, x) {
			return true
		}
	}
	return w == "brought"
}
