package attribute

import "testing"

// One side drives the other out of a place.
func TestDrivenOut(t *testing.T) {
	for _, c := range []claimCase{
		{name: "out of a town", text: "Government troops drove the rebels out of the town of Quxmara on Saturday, a monitor said.", want: []string{"ev=clash at=Quxmara by=rebels said=monitor"}, only: true},
		{name: "people", text: "Floods forced families out of the town of Quxmara on Saturday, officials said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
