package attribute

import "isnad"

// A killing that is told of another place and day than what went before, and without a
// word of how, was none of the bomb of before: "In Helmand, 76 rebels were killed on Sunday".
// Nor do civilians whom a group killed elsewhere fall in the battle told before.

// ofElsewhere tells whether a claim names no deed of kind o and can not have it from the
// claims around.
func (d *doc) ofElsewhere(p *partial, o int) bool {
	if !p.apart || p.definite || p.killed == nil {
		return false
	}
	switch o {
	case kindClash:
		old := p.bg && p.gotDate && !p.fr.carryPlace && !p.fr.carryKind && p.killed.q.category != isnad.CategoryCombatants && harmsSome(p.killed)
		return (p.killed.q.category == isnad.CategoryCivilians || old) && !d.toldHere(p, o)
	case kindAir, kindShelling:
		return p.bg && p.gotDate && !p.fr.carryPlace && !p.fr.carryKind && harmsSome(p.killed) && !d.toldHere(p, o) // "On 8 April sixteen miners were killed at Zoran"
	case kindBombing, kindLandmine, kindChemical:
		return p.fr.evAt < 0 && p.gotDate && !p.fr.carryPlace && !p.fr.carryKind && harmsSome(p.killed) && !d.toldHere(p, o)
	}
	return false
}
