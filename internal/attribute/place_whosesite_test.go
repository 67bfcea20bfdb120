package attribute

import "testing"

// Whose a place of arms is that was hit, or whose office gave a figure, did not do it; in a
// clash it is a side, and what is fired from its place is its deed.
func TestWhoseSite(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a depot of", text: "Aircraft bombed a depot of the Rapid Support Forces in Nyala on Monday, killing four, an army officer said.", want: []string{"ev=air_strike k=4 -by=rapid"}, only: true},
		{name: "a car belonging to", text: "A bomb exploded in a car belonging to the Levant Front in Azaz on Monday, killing two people.", want: []string{"ev=bombing k=2 -by=levant"}, only: true},
		{name: "belonging to", text: "Jets hit a warehouse belonging to the Islamic State in Raqqa on Monday, killing six people, residents said.", want: []string{"ev=air_strike k=6 -by=islamic"}, only: true},
		{name: "the administration of", text: "The figure of 38 dead in the air strike on Nyala given by the administration of the Rapid Support Forces could not be confirmed.", want: []string{"k=38 -by=rapid"}, only: true},
		{name: "a side of a clash", text: "Clashes broke out at a checkpoint of the Syrian army in Homs on Monday, killing three soldiers.", want: []string{"ev=clash k=3 by=syrian_army"}, only: true},
		{name: "fired from", text: "Shells fired from positions of the Syrian army killed two people in Homs on Monday, residents said.", want: []string{"ev=shelling k=2 by=syrian_army"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
