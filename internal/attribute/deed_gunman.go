package attribute

import "strings"

// One gunman who kills shoots, where no other means is told: "A lone gunman killed nine worshippers".
// Gunmen in numbers raid, ambush and burn as well.

// byGunman tells whether people are harmed in a claim by one who is called by his gun.
func (p *partial) byGunman() bool {
	if !harmsSome(p.killed) && !harmsSome(p.injured) {
		return false
	}
	for _, a := range p.actors {
		switch w := strings.ToLower(a); w[lastSpace(w)+1:] {
		case "gunman", "shooter":
			return true
		}
	}
	return false
}

// byMenOnGround tells whether those who do the deed of a claim are men who have no planes.
func (p *partial) byMenOnGround() bool {
	for _, a := range p.actors {
		switch w := strings.ToLower(a); w[lastSpace(w)+1:] {
		case "police", "commandos", "soldiers":
		default:
			if onGround(w) {
				return true
			}
		}
	}
	return false
}

// firesAGun tells whether the sentence of a claim of a town says that somebody fired or began to, and names
// no other means: "somebody drove up and started firing", "fired at two women".
func (p *partial) firesAGun() bool {
	if p.title || p.bg {
		return false
	}
	fires := false
	for k := p.sent.lead; k < p.sent.to; k++ {
		switch w := p.f.word(k); w {
		case "fired", "fired at", "fired on", "fired upon", "fired shots", "opened fire", "opened fire on":
			fires = true
		case "firing", "shooting":
			if k > p.sent.lead && (p.f.word(k-1) == "began" || p.f.word(k-1) == "started") {
				fires = true
			}
		case "attacked", "attack", "slingshot", "slingshots", "arrow", "arrows", "bow", "crossbow", "fireworks", "firework", "flare", "flares", "pellet", "pellets", "paintball", "paintballs", "taser", "stun gun", "tear gas", "gas", "job", "jobs", "employee", "boss":
			return false
		default:
			if bladed(w) || mishap(w) || p.f.items[k].is(tWeapon) && !gun(w) {
				return false
			}
		}
	}
	return fires
}

// ofShootings tells whether the headline of a story of the beat says that it tells of shootings, and the
// claim, which counts somebody, tells of no other means: "A look at the weekend's shootings".
func (d *doc) ofShootings(p *partial) bool {
	if !d.beat || p.title || p.bg || p.fr.evAt >= 0 || !harmsSome(p.killed) && !harmsSome(p.injured) {
		return false
	}
	shots := false
	for k := range d.title.items {
		switch w := d.title.word(k); w {
		case "shootings", "gun violence":
			shots = true
		default:
			if bladed(w) {
				return false
			}
		}
	}
	for k := p.sent.from; shots && k < p.sent.to; k++ {
		if w := p.f.word(k); bladed(w) || mishap(w) || p.f.items[k].is(tWeapon) {
			return false
		}
	}
	return shots
}

// bladed tells words for what is done without a gun.
func bladed(w string) bool {
	switch w {
	case "stabbed", "stabbing", "stabbings", "stab", "knife", "knifed", "slashed", "beaten", "beat", "punched", "machete", "bat", "arson", "strangled", "bomb":
		return true
	}
	return false
}
