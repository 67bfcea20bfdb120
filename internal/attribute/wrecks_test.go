package attribute

import "testing"

// Who destroys a shrine destroys property; a strike that does is a strike.
func TestWrecks(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a shrine", text: "Militants destroyed a shrine in Taiz on Monday.", want: []string{"ev=property_destruction"}, only: true},
		{name: "trees", text: "Settlers damaged 60 olive trees near Hebron on Monday.", want: []string{"ev=property_destruction"}, only: true},
		{name: "by a strike", text: "An air strike destroyed a shrine in Taiz on Monday.", want: []string{"ev=air_strike"}, only: true},
		{name: "a tank", text: "Rebels destroyed a tank near Taiz on Monday, killing two soldiers.", want: []string{"ev=attack k=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	testReader().Read(report("Destroyed", "Rebels destroyed"))
}
