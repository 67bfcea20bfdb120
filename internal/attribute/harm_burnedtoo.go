package attribute

import "isnad"

// Who raids a village and kills people often burns it as well. The burning gives a
// deed its kind only where nothing else is told.

// burnedToo tells whether a claim's own words tell of people harmed in an attack whose
// doers also burned or looted: "raided the village, killing 12 and burning houses".
func (d *doc) burnedToo(p *partial) bool {
	if !harmsSome(p.killed) && !harmsSome(p.injured) {
		return false
	}
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		attacked, burned := false, false
		for i := range d.deeds {
			c := &d.deeds[i]
			if c.f != t.f || c.si != t.si || c.k < t.from || c.k >= t.to || c.scene {
				continue
			}
			switch {
			case c.kind == kindAttack && c.event == isnad.EventAttack && c.f.items[c.k].is(tEv) && c.f.items[c.k].w.evForm != formNone, c.kind == kindClash && c.how == howVerb:
				attacked = true
			case c.kind == kindDestruction:
				burned = true
			}
		}
		if attacked && burned || burned && d.killedFirst(t) {
			return true
		}
	}
	return false
}

// harmsSome tells whether a figure is of one or more people.
func harmsSome(c *casualty) bool {
	return c != nil && c.known && (c.q.low > 0 || c.q.high > 0)
}

// killedFirst tells whether a killing is told before all that burned: "killed five and
// burned more than 50 homes", not "burned 50 homes, killing five".
func (d *doc) killedFirst(t *telling) bool {
	f := t.f
	for k := t.from; k < t.to; k++ {
		it := &f.items[k]
		if it.is(tEv) && it.w != nil && it.w.event == isnad.EventPropertyDestruction {
			return false
		}
		if it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed && it.w.harm >= formBase && it.w.harm <= formPast && (k == t.from || !f.items[k-1].is(tPrep)) {
			return true
		}
	}
	return false
}
