package attribute

import "isnad"

// A list says its verb and who does it once: "the army killed 40 people in Kutum, 12 in Goma and five
// in Kosti". All of it is by them, and of one kind.

// doersOfList gives the claims of such a list the doer of its first, and its kind.
func (d *doc) doersOfList() {
	for n, i := range d.weighed {
		p := &d.partials[i]
		c := p.onlyFigure()
		if c == nil || !c.known || c.at != c.q.from || p.f0 == nil || p.f0.inTitle {
			continue // it has a verb of its own
		}
		for _, k := range d.weighed[:n] {
			q := &d.partials[k]
			first := q.killed
			if c.outcome == isnad.Injured {
				first = q.injured
			}
			if q.f0 != p.f0 || q.si0 != p.si0 || first == nil || !first.known || first.at == first.q.from || first.passive || first.to > c.from || first.f != c.f {
				continue
			}
			if len(q.actors) > 0 && !q.fr.carryActor {
				p.actors = append([]string(nil), q.actors...)
			}
			p.event, p.weak = q.event, q.weak
			break
		}
	}
}

// onlyFigure is the one figure of a claim; nil for none or more.
func (p *partial) onlyFigure() *casualty {
	switch {
	case p.both != nil || p.killed != nil && p.injured != nil:
		return nil
	case p.killed != nil:
		return p.killed
	}
	return p.injured
}
