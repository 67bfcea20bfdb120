package attribute

import "testing"

// That nobody was hurt is told of the deed right before it.
func TestNobodyHurt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two towns before", text: "A child was killed when rockets hit the Midan neighbourhood of Aleppo on Monday. In the Idlib countryside twenty mortar shells hit the two besieged towns of Foua and Kefraya. No one was hurt.", want: []string{"k=1 at=Midan", "at=Foua"}},
		{name: "told with it", text: "Shells hit the town of Foua on Monday. No one was hurt in the shelling of Kefraya.", want: []string{"at=Foua"}},
	} {
		t.Run(c.name, c.run)
	}
}
