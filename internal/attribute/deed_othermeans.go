package attribute

import "isnad"

// Where a report names no means, a model may still know that such a thing is mostly a shooting, or a clash. It is
// not said, so it is an attack.

// tellsOf tells whether a word of the report, where it tells of something and does not only set a scene, is of a kind.
func (d *doc) tellsOf(o int) bool {
	for i := range d.deeds {
		if c := &d.deeds[i]; int(c.kind) == o && !c.scene {
			return true
		}
	}
	return false
}

// fires tells whether the sentence of a claim tells that somebody fires, and is not fired from his work.
func (p *partial) fires() bool {
	f := p.f
	for k := p.sent.from; k < p.sent.to; k++ {
		if !f.firing(k) {
			continue
		}
		if f.word(k) == "fired" && k > p.sent.from && f.items[k-1].is(tAux) {
			switch f.wordAt(k - 1) {
			case "was", "were", "been", "being", "got":
				continue
			}
		}
		return true
	}
	return false
}

// hurtsTheUnarmed tells whether the dead or wounded of a claim are people who bear no arms, as it tells of them.
func (p *partial) hurtsTheUnarmed() bool {
	x := p.killed
	if x == nil {
		x = p.injured
	}
	return x != nil && x.q.category != isnad.CategoryCombatants
}

// otherArms is the kind of what was done with arms that fire and are no guns: a grenade launcher, a crossbow; -1
// where the claim names none.
func (p *partial) otherArms() int {
	for k := p.sent.from; k < p.sent.to; k++ {
		switch p.f.word(k) {
		case "grenade launcher", "grenade launchers", "rocket launcher", "rocket launchers":
			if k > p.sent.from && (p.f.items[k-1].is(tDet) || p.f.word(k-1) == "from" || p.f.word(k-1) == "with") {
				return kindShelling
			}
		case "crossbow", "crossbows", "arrow", "arrows", "slingshot", "slingshots":
			return kindAttack
		}
	}
	return -1
}
