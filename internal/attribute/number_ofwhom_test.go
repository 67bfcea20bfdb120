package attribute

import "testing"

// Whose kin are counted is not counted, and did nothing.
func TestWhoseKin(t *testing.T) {
	for _, c := range []claimCase{
		{name: "relatives of a commander", text: "Four relatives of a rebel commander were killed in Homs on Monday.", want: []string{"k=4 -by=rebel"}, only: true},
		{name: "bodyguards of a governor", text: "Three bodyguards of the governor were shot dead in Homs on Monday.", want: []string{"k=3"}, only: true},
		{name: "sons of a leader", text: "Two sons of a militia leader were killed by a mine in Homs on Monday.", want: []string{"ev=landmine k=2 -by=militia"}, only: true},
		{name: "one of a family", text: "A commander and four relatives were killed in Homs on Monday.", want: []string{"k=5"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
