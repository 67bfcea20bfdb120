package attribute

import "testing"

// One who is shot dead by his name counts one; a family is not one person, and a building shoots nobody.
func TestShotDeadByName(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a name", text: "Raiders shot Adam Zoran dead in Homs on Monday.",
			want: []string{"ev=shooting k=1 at=homs by=raiders"}},
		{name: "a surname", text: "Soldiers shot Zoran dead in Homs on Monday.",
			want: []string{"ev=shooting k=1 at=homs by=soldiers"}},
		{name: "what he is", text: "Soldiers shot a cobbler dead in Homs on Monday.",
			want: []string{"ev=shooting k=1 at=homs by=soldiers"}},
		{name: "not dead", text: "Soldiers shot Adam Zoran in the leg in Homs on Monday.",
			want: []string{"ev=shooting i=1 at=homs by=soldiers"}},
		{name: "a family", text: "Gunmen killed a family in Homs on Monday.",
			want: []string{"k=none at=homs by=gunmen"}},
		{name: "a family of four", text: "Raiders killed a family of four in Homs on Monday.",
			want: []string{"k=4 at=homs by=raiders"}},
		{name: "an attacked clinic", text: "On Monday, militiamen attacked a clinic in Homs and shot Dr. Adam Zoran.",
			want: []string{"ev=shooting at=homs by=militiamen -by=clinic"}},
	} {
		t.Run(c.name, c.run)
	}
}
