package attribute

import "isnad"

// How many died or was wounded is told with them as the subject:
// "the dead were nine", "the dead numbered 14", "the dead were three men and a woman".

// deadWere reads the figure behind "the dead were" at item t, the word "dead" or "wounded".
func deadWere(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t - 1, to: t + 1, passive: true}
	if w := f.word(t); w == "wounded" || w == "injured" {
		c.outcome = isnad.Injured
	}
	if t-1 < s.lead || f.word(t-1) != "the" || t-2 >= s.lead && (f.items[t-2].is(tIncl|tPrep|tOut|tHead) || f.word(t-2) == "of" || f.word(t-2) == "among") {
		return c, false
	}
	k := t + 1
	switch {
	case k+1 >= s.to:
		return c, false
	case f.word(k) == "were", f.word(k) == "are", f.word(k) == "numbered", f.word(k) == "number", f.word(k) == "totaled", f.word(k) == "totalled":
		k++
	default:
		return c, false
	}
	for i := range qs {
		if qs[i].from < k || qs[i].from > k+1 || used[i] || qs[i].subset || qs[i].low < 1 {
			continue
		}
		if f.word(t+1) != "were" && f.word(t+1) != "are" || f.enumeratesAll(s, qs, i) {
			used[i] = true
			c.q, c.known = qs[i], true
			for j, last := i+1, f.lastOfList(qs, i); j <= last; j++ {
				used[j] = true
				c.q = sum(c.q, qs[j])
			}
			c.to = c.q.to
			return c, true
		}
	}
	return c, false
}

// enumeratesAll tells whether a figure behind "the dead were" is all that is said of them:
// "nine.", "three men and a woman".
func (f *field) enumeratesAll(s *sentence, qs []quantity, i int) bool {
	e := qs[f.lastOfList(qs, i)].to
	return (e >= s.to || f.items[e].is(tPunct)) && !(qs[i].single && e == qs[i].to)
}

// lastOfList is the last of the figures that one list joins with "and" to the figure i: that
// of the woman in "three men, a boy and a woman"; i where none is joined.
func (f *field) lastOfList(qs []quantity, i int) int {
	last := i
	for j := i + 1; j < len(qs) && qs[j].head && !qs[j].subset && f.listed(&qs[j-1], &qs[j]); j++ {
		if f.word(qs[j].from-1) == "and" {
			last = j
		}
	}
	return last
}
