package attribute

import "testing"

// Relief bodies and missions do nothing to anyone.
func TestPeacefulBodies(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a mission", text: "The Northland Relief Mission (NRM) is alarmed. A clinic of NRM was hit by gunfire in Homs on Monday and two patients were killed.",
			want: []string{"k=2 -by=nrm"}, only: true},
		{name: "starved by a siege", text: "In January the regimes siege of Hamouria saw dozens die of starvation with public pressure forcing the agency to act.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
