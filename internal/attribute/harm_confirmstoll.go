package attribute

import "isnad"

// Who confirms the toll says of the dead what was said before: "A police source confirmed the
// death toll to a reporter", "A doctor confirmed the toll and said another 25 were wounded".

// confirmsToll reads the dead of a sentence whose subject confirms the toll, with the word for
// the toll at item t: they are those of the claim before it.
func (d *doc) confirmsToll(f *field, s *sentence, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, known: true, passive: true, at: t, from: t, to: t + 1}
	n := len(d.partials)
	if n == 0 || f.inTitle || !f.items[t].is(tToll) {
		return c, false
	}
	switch f.word(t) {
	case "toll", "death toll", "number of dead", "number of deaths":
	default:
		return c, false
	}
	if !f.confirmed(s, t) {
		return c, false
	}
	p := &d.partials[n-1]
	if p.f != f || d.si-p.last > 2 || !harmsSome(p.killed) || p.killed.running {
		return c, false
	}
	c.q = p.killed.q
	c.q.from, c.q.to, c.q.subset, c.q.another, c.q.pronoun = t, t+1, false, false, false
	return c, true
}

// confirmed tells whether somebody confirms what stands at item t: "confirmed the", "has also
// confirmed that", and not "was not able to confirm the", "was confirmed".
func (f *field) confirmed(s *sentence, t int) bool {
	k := t - 1
	if k > s.lead && f.items[k].is(tDet|tPron) {
		k--
	}
	if k <= s.lead {
		return false
	}
	switch f.word(k) {
	case "confirmed", "confirms", "corroborated":
		return !f.items[k-1].is(tNeg) && !f.negatedBefore(s, k)
	}
	return false
}
