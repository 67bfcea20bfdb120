package attribute

import "testing"

// What rebels fight for is who they are, and aircraft that back an army did not do its deed.
func TestFightingForACause(t *testing.T) {
	for _, c := range []claimCase{
		{name: "to topple", text: "A parcel bomb killed 18 shoppers in Kismayo on Monday. It hurt more than 40 others, in an attack blamed on insurgents fighting to topple the government.", want: []string{"ev=bombing k=18 i=41+"}, only: true},
		{name: "to carve out", text: "Nine people were wounded on Monday in an attack in Maiduguri blamed on militants battling to carve out a state.", want: []string{"ev=attack i=9 by=militants"}, only: true},
		{name: "for independence", text: "Nine people were wounded on Monday in an attack in Buea blamed on separatists fighting for independence.", want: []string{"ev=attack i=9 by=separatists"}, only: true},
		{name: "for a town", text: "Nine soldiers died on Monday when rebels were fighting to take the town of Idlib.", want: []string{"ev=clash k=9"}, only: true},
		{name: "to enter a town", text: "Rebels fighting to enter Idlib on Monday killed nine soldiers.", want: []string{"ev=clash k=9"}, only: true},
		{name: "backed by the air force", text: "Troops backed by the air force fought their way into Idlib on Monday and killed 12 gunmen in clashes.", want: []string{"ev=clash k=12"}, only: true},
		{name: "with cover", text: "Army units with cover from warplanes clashed with gunmen in Idlib on Monday and killed 12 of them.", want: []string{"ev=clash k=12"}, only: true},
		{name: "struck from the air", text: "Troops moved into Idlib on Monday and warplanes killed 12 gunmen there.", want: []string{"ev=air_strike k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
