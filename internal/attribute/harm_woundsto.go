package attribute

import "isnad"

// A deed may be told to bring wounds to people: "resulting in splinter injuries to two
// villagers", "caused burns to a farmer", "inflicting wounds on three soldiers".

// woundsTo reads those to whom the wounds told of at item t came.
func woundsTo(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	if t <= s.lead || t+2 >= s.to || !ofWounds(f.word(t)) {
		return casualty{}, false
	}
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	on := f.word(t+1) == "on" || f.word(t+1) == "upon"
	if !on && f.word(t+1) != "to" {
		return c, false
	}
	dealt := false
	for k := t - 1; k >= s.lead && k > t-6; k-- {
		it := &f.items[k]
		if it.is(tNeg) || it.is(tPunct) && f.word(k) != "," {
			return c, false
		}
		dealt = dealt || deals(f.word(k))
	}
	if on && !dealt {
		return c, false
	}
	for i := range qs {
		if qs[i].from >= t+2 && !used[i] && qs[i].head && qs[i].from <= t+3 && takeRight(f, s, qs, used, &c, t+2) {
			c.known, c.to = true, max(c.to, c.q.to)
			return c, true
		}
	}
	if q, ok := f.someone(s, t+2); ok && f.byWork(q.to-1) {
		c.q, c.known, c.to = q, true, q.to
		return c, true
	}
	return c, false
}

// deals tells the verbs for bringing wounds to somebody.
func deals(w string) bool {
	switch w {
	case "inflict", "inflicts", "inflicting", "inflicted", "dealt", "dealing", "caused", "causing", "causes":
		return true
	}
	return false
}
