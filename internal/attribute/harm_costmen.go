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
// for that place: "Nine of the dead fell in Kosti", "At least ten of the dead, among them two
// girls, came in strikes on a school", "Five of those killed were hit in Midan".
func (f *field) fellThere(s *sentence, q *quantity) bool {
	k := q.to
	if q.from > s.lead+1 && !f.opensClause(s, q.from) || k+2 >= s.to || q.low < 1 {
		return false
	}
	switch f.word(k) {
	case "dead", "victims", "killed", "deaths", "fatalities":
	default:
		return false
	}
	return f.whereFell(s, k+1)
}

// maxToFell bounds the items of an aside between some of the dead and where they fell.
const maxToFell = 9

// whereFell tells whether from item k on, behind an aside about who they were, a sentence says
// where some of the dead fell or by what: "came in the strike", "were killed in Midan".
func (f *field) whereFell(s *sentence, k int) bool {
	if k < s.to && f.word(k) == "," {
		k++
	}
	if k < s.to && (f.items[k].is(tIncl) || f.word(k) == "(") {
		for n := 0; k < s.to && n < maxToFell && !f.items[k].is(tAux) && f.word(k) != "came" && f.word(k) != "died" && f.word(k) != "fell"; n++ {
			k++
		}
	}
	aux := false
	for k < s.to && f.items[k].is(tAux) && f.word(k) != "be" {
		aux = true
		k++
	}
	if k+1 >= s.to {
		return false
	}
	switch w := f.word(k); {
	case w == "fell" || w == "died" || w == "perished" || w == "came":
	case aux && (w == "killed" || w == "hit"):
	default:
		return false
	}
	return f.items[k+1].is(tLoc) && f.someSpot(s, k+2)
}

// someSpot tells whether what a word of place leads to at item k is a deed or a place with a
// name, and not the hospital or the day of a death: "in the strike on a bakery", "in Midan".
func (f *field) someSpot(s *sentence, k int) bool {
	named := false
	for n := k; n < s.to && n < k+6; n++ {
		it := &f.items[n]
		switch {
		case hospital(f.word(n)) || f.word(n) == "custody":
			return false
		case it.is(tPunct | tSay | tOut | tRel):
			return named
		case it.is(tEv) && it.w.evForm == formNoun:
			return true
		case it.is(tCap) && !it.is(tWeekday|tMonth|tNum):
			named = true
		}
	}
	return named
}
