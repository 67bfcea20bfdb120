package attribute

import "testing"

// What raiders burn and take away is destruction where nobody was hurt.
func TestBurnedAndTaken(t *testing.T) {
	for _, c := range []claimCase{
		{name: "vehicles", text: "Gunmen burned two lorries and a bulldozer in Kosti on Monday, residents said.",
			want: []string{"ev=property_destruction at=Kosti said=residents"}, only: true},
		{name: "herds and grain", text: "Raiders took away over 2,000 cattle and all the sorghum in Kosti on Monday, residents said.",
			want: []string{"ev=property_destruction at=Kosti by=raiders"}, only: true},
		{name: "only what is seen", text: "Burned cars stood in the streets of Kosti on Monday, residents said."},
	} {
		t.Run(c.name, c.run)
	}
}
