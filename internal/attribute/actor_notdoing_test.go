package attribute

import "testing"

// Whoever is named beside a deed is not accused of it: the dead, those who look on or are sent there, and those
// who did something at another time.
func TestNobodyIsAccusedForStandingThere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of the dead", text: "Six of the dead in Monday's strike on Karm were soldiers.", want: []string{"ev=air_strike -by=soldiers"}, only: true},
		{name: "those killed", text: "Those killed in the strike on Karm on Monday were soldiers.", want: []string{"ev=air_strike -by=soldiers"}, only: true},
		{name: "the victims", text: "The victims of Monday's shelling of Karm were army recruits.", want: []string{"ev=shelling -by=recruits"}, only: true},
		{name: "looking on", text: "Nine people died in a strike on Karm on Monday as soldiers looked on.", want: []string{"k=9 -by=soldiers"}, only: true},
		{name: "sent there", text: "Soldiers were deployed in Karm on Monday after a bomb killed nine people.", want: []string{"k=9 -by=soldiers"}, only: true},
		{name: "the day before", text: "Nine people were killed in Karm on Monday, one day after the army took the town from rebels.", want: []string{"k=9 -by=rebels"}, only: true},
		{name: "written about", text: "A journalist who wrote about the cartel was shot dead in Karm on Monday.", want: []string{"ev=shooting -by=cartel -said=journalist"}, only: true},
		{name: "sent there to shoot", text: "Soldiers were deployed in Karm on Monday and killed nine people.", want: []string{"k=9 by=soldiers"}, only: true},
		{name: "days after they did", text: "Nine people were found dead in Karm on Monday, two days after rebels killed them.", want: []string{"by=rebels"}},
	} {
		t.Run(c.name, c.run)
	}
}
