package attribute

import "testing"

// Who shoots down what others sent has not done what its wreck does.
func TestWreckOfWhatWasShotDown(t *testing.T) {
	for _, c := range []claimCase{
		{name: "debris", text: "The army said its air defences downed 14 of 20 drones; debris fell on a house in Homs on Monday, killing a woman.", want: []string{"k=1 at=homs -by=army"}},
		{name: "shot down by", text: "Fragments of a missile shot down by air defences hit a school in Homs on Monday, wounding two people, the mayor said.", want: []string{"i=2 -by=air_defences"}},
		{name: "a helicopter", text: "Rebels shot down a helicopter near Homs on Monday.", want: []string{"by=rebels"}},
		{name: "a rocket launcher", text: "Army units destroyed a rocket launcher near Homs on Monday, killing four terrorists.", want: []string{"k=4 by=army"}},
	} {
		t.Run(c.name, c.run)
	}
}
