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
		if attacked && burned {
			return true
		}
	}
	return false
}

// harmsSome tells whether a figure is of one or more people.
func harmsSome(c *casualty) bool {
	return c != nil && c.known && (c.q.low > 0 || c.q.high > 0)
}
