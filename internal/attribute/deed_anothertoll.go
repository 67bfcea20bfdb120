package attribute

import "isnad"

// Who gives another figure for an attack, or denies it, need not say what it was: "Gunmen killed nine in
// the village and burned 12 houses. A chief said 17 bodies had been buried." Nobody dies of the burning
// of houses: of what kind it was is told by the claim before, of the same day and place.

// maxBackToDeed bounds the sentences from such a claim back to the one that tells the deed.
const maxBackToDeed = 8

// kindsOfTolls gives claims that tell no deed of their own the kind of the one that they are about.
func (d *doc) kindsOfTolls() {
	for i, n := range d.weighed {
		p := &d.partials[n]
		if p.title || p.f0 == nil || p.f0.inTitle || p.bg || !harmless(p.event) || !d.tollOnly(p) {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			q := &d.partials[d.weighed[k]]
			if q.f0 != p.f0 || q.title || q.bg || p.si0-q.si0 > maxBackToDeed {
				break
			}
			if p.otherEntry(q.f0, q.si0) {
				break
			}
			if q.si0 == p.si0 || !d.ofOneDeed(p, q) {
				continue
			}
			if !harmless(q.event) && kindOption(q.event) >= 0 && (q.event == isnad.EventAttack || d.toldHere(q, kindOption(q.event))) {
				p.event = q.event
			}
			break
		}
	}
}

// harmless tells the kinds of deeds that are done to property and roads.
func harmless(e isnad.Event) bool {
	switch e {
	case isnad.EventPropertyDestruction, isnad.EventObstruction, isnad.EventDisplacement:
		return true
	}
	return false
}

// tollOnly tells whether a claim gives a figure or denies a deed that its own sentences do not name.
func (d *doc) tollOnly(p *partial) bool {
	if len(p.names) == 0 || len(p.tells) != 1 {
		return false
	}
	if !p.fr.denied && !harmsSome(p.killed) && !harmsSome(p.injured) {
		return false
	}
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		for i := range d.deeds {
			if c := &d.deeds[i]; c.f == t.f && c.si == t.si && !c.scene && c.how != howWeak && !harmless(c.event) {
				return false
			}
		}
	}
	return true
}

// ofOneDeed tells whether two claims are of one day and place and count harm of one sort, or one denies.
func (d *doc) ofOneDeed(p, q *partial) bool {
	if p.when.IsZero() || q.when.IsZero() || p.when.Distance(q.when) > 0 {
		return false
	}
	if !(p.fr.carryPlace && p.fr.place == nil) && !d.roll.same(p.place, q.place) && !d.roll.holds(p.within, q.place) && !d.roll.holds(q.within, p.place) {
		return false
	}
	if p.fr.denied {
		return true
	}
	return harmsSome(p.killed) && harmsSome(q.killed) || harmsSome(p.injured) && harmsSome(q.injured) && !harmsSome(p.killed)
}
