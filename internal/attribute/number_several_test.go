package attribute

import "testing"

// Vague numbers are as wide as they are told.
func TestVagueNumbers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "half a dozen", text: "Shells killed half a dozen people in Homs on Monday.", want: []string{"k=6"}, only: true},
		{name: "a couple of people", text: "Shells killed a couple of people in Homs on Monday.", want: []string{"k=~2"}, only: true},
		{name: "between", text: "Local media had between 25 and 35 civilians dying at midday on Monday in Homs, when air strikes hit the Badou quarter.", want: []string{"ev=air_strike k=25..35"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
