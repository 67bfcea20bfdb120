package attribute

import "isnad"

// The dead may be what a fight cost, what a grave holds, or those of a total who fell in one
// place: "cost the rebels about 115 men", "a mass grave with 12 people was found", "Nine of
// the dead fell in Kosti".

// costMen reads whom a fight cost a side, at the verb t.
func costMen(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1}
	switch f.word(t) {
	case "cost", "costs", "costing":
	default:
		return c, false
	}
	side := false
	for k := t + 1; k < s.to && k < t+7; k++ {
		for i := range qs {
			q := &qs[i]
			if q.from == k && side && !used[i] && q.head && !q.subset && (q.low > 1 || q.high > 1) {
				used[i] = true
				c.q, c.known, c.to = *q, true, q.to
				return c, true
			}
		}
		it := &f.items[k]
		if it.is(tPunct|tNum|tVague|tPrep|tOut|tAux|tSay) && !it.is(tCap) {
			break
		}
		side = side || it.is(tCap|tForce|tArmed|tHead|tGroup)
	}
	return c, false
}

// graveOf reads whom a mass grave holds, at the word t for it.
func graveOf(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1, passive: true}
	switch f.word(t) {
	case "grave", "graves", "mass grave", "mass graves":
	default:
		return c, false
	}
	if t+2 >= s.to {
		return c, false
	}
	switch f.word(t + 1) {
	case "with", "containing", "holding", "of":
	default:
		return c, false
	}
	found := false
	for k := s.lead; k < s.to && !found; k++ {
		switch w := f.word(k); w {
		case "unearthed", "uncovered", "exhumed", "opened":
			found = true
		default:
			found = uncovered(w)
		}
	}
	for i := range qs {
		if q := &qs[i]; found && q.from >= t+2 && q.from <= t+3 && !used[i] && q.head && !q.subset && (q.low > 1 || q.high > 1) {
			used[i] = true
			c.q, c.known, c.to = *q, true, q.to
			return c, true
		}
	}
	return c, false
}

// fellThere tells whether a figure of some of the dead says where they fell, so that it counts
// for that place: "Nine of the dead fell in Kosti".
func (f *field) fellThere(s *sentence, q *quantity) bool {
	k := q.to
	if q.from > s.lead+1 || k+2 >= s.to || q.low < 1 {
		return false
	}
	switch f.word(k) {
	case "dead", "victims", "killed", "deaths", "fatalities":
	default:
		return false
	}
	switch f.word(k + 1) {
	case "fell", "died", "perished":
		return f.items[k+2].is(tLoc)
	}
	return false
}
