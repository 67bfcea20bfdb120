package attribute

import "testing"

// Whom "the group" and "the network" mean.
func TestTheGroupMeans(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who is accused denies", text: "Rescuers said shells hit Homs on Monday. The army accused the Karm Liberation Group of shelling Hama on Sunday, killing seven people. The group denied the charge.",
			want: []string{"k=7 said=army", "said=Karm st=denied"}},
		{name: "the network of committees", text: "Seven people were shot dead in Homs on Monday, the Karm Coordination Committees said. Three people were killed in Hama, the network added.",
			want: []string{"k=7 said=Karm", "k=3 said=Karm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
