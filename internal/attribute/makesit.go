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

// raises tells the words that a sum begins with.
func raises(w string) bool {
	for _, x := range [...]string{"bring", "rais", "push"} {
		if strings.HasPrefix(w, x) {
			return true
		}
	}
	return w == "brought"
}
