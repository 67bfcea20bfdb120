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
