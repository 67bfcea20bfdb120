package attribute

import "testing"

// What somebody was hit with is nobody.
func TestMeansOnly(t *testing.T) {
	for _, c := range []claimCase{
		{name: "sniper fire", text: "Two soldiers were wounded by sniper fire near Aleppo on Tuesday.", want: []string{"i=2 -by=sniper"}, only: true},
		{name: "his bullet", text: "A farmer was killed by a sniper's bullet in Hama on Tuesday.", want: []string{"k=1 -by=sniper"}, only: true},
		{name: "whose fire", text: "Army sniper fire killed two boys in Hama on Tuesday.", want: []string{"k=2 by=army"}, only: true},
		{name: "a sniper", text: "A farmer was shot dead by a sniper in Hama on Tuesday.", want: []string{"k=1 by=sniper"}, only: true},
		{name: "snipers", text: "Snipers killed two boys in Hama on Tuesday.", want: []string{"k=2 by=snipers"}, only: true},
		{name: "a drone", text: "A drone hit a bus in Hama on Tuesday, killing four people.", want: []string{"k=4 -by=drone"}, only: true},
		{name: "how it is seen", text: "Two FPV drones killed a farmer near Aleppo on Tuesday.", want: []string{"k=1 -by=drones"}, only: true},
		{name: "whose drone", text: "A Turkish drone hit a bus in Hama on Tuesday, killing four people.", want: []string{"k=4 by=turkish"}, only: true},
		{name: "rebel drones", text: "Rebel drones hit a bus in Hama on Tuesday, killing four people.", want: []string{"k=4 by=rebel"}, only: true},
		{name: "someone afar", text: "Someone shot a man in the leg in Akron on Friday, police said. Two women were killed on Saturday at a bar in Lubbock. " +
			"They were sisters. The bar was closed. A boy was killed in Hama on Sunday.", want: []string{"i=1 by=someone", "k=1 -by=someone"}},
	} {
		t.Run(c.name, c.run)
	}
}
