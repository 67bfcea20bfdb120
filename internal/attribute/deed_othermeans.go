package attribute

import (
	"strings"

	"isnad"
)

// Where a report names no means, a model may still know that such a thing is mostly a shooting, or a clash. It is
// not said, so it is an attack. And what fires is not always a gun.

// tellsOf tells whether a word of the report, where it tells of something and does not only set a scene, is of a kind.
func (d *doc) tellsOf(o int) bool {
	for i := range d.deeds {
		if c := &d.deeds[i]; int(c.kind) == o && !c.scene {
			return true
		}
	}
	return false
}

// beside are the items of a claim's sentence that stand about its deed: a sentence may be a list of a megabyte.
func (p *partial) beside() (from, to int) {
	at := p.fr.at
	if p.fr.f != p.f || at < p.sent.from || at >= p.sent.to {
		at = p.sent.from
	}
	return max(p.sent.from, at-sentenceBeside), min(p.sent.to, at+sentenceBeside)
}

const sentenceBeside = 60

// fires tells whether the sentence of a claim tells of a gun, or that somebody fires, and is not fired from his work.
func (p *partial) fires() bool {
	f := p.f
	for k, to := p.beside(); k < to; k++ {
		w, _, _ := strings.Cut(f.word(k), "-")
		if gun(w) {
			return true // "a rifle-wielding man"
		}
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

// hurtsTheUnarmed tells whether the dead or wounded of a claim are not told of as people who bear arms.
func (p *partial) hurtsTheUnarmed() bool {
	x := p.killed
	if x == nil {
		x = p.injured
	}
	return x != nil && x.q.category != isnad.CategoryCombatants
}

// otherArms is the kind of what was done with arms that fire and are no guns: "by a shot from a grenade launcher",
// "fired a crossbow"; -1 where the claim names none as what it was done with.
func (p *partial) otherArms() int {
	f := p.f
	for k, to := p.beside(); k < to; k++ {
		if k == p.sent.from {
			continue
		}
		o := -1
		switch f.word(k) {
		case "grenade launcher", "grenade launchers", "rocket launcher", "rocket launchers":
			o = kindShelling
		case "crossbow", "crossbows", "arrow", "arrows", "slingshot", "slingshots":
			o = kindAttack
		}
		if o < 0 || f.items[k].is(tCap) {
			continue
		}
		n := k - 1
		if n > p.sent.from && f.items[n].is(tDet) {
			n--
		}
		switch f.word(n) {
		case "fired", "firing", "fires", "from", "by":
			return o
		}
	}
	return -1
}
