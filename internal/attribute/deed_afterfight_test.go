package attribute

import "testing"

// Who burns homes once a fight is over has destroyed property, whatever else is told of.
func TestBurnedAfterAFight(t *testing.T) {
	for _, c := range []claimCase{
		{name: "after a clash", text: "Soldiers burned 80 houses in Karm village after a clash with rebels on Monday.", want: []string{"ev=property_destruction by=soldiers on=2017-10-16"}, only: true},
		{name: "following clashes", text: "Following clashes on Monday, soldiers set fire to homes in Homs, witnesses said.", want: []string{"ev=property_destruction by=soldiers"}, only: true},
		{name: "killed in it", text: "Soldiers clashed with rebels in Homs on Monday, killing nine, and burned houses.", want: []string{"ev=clash k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
