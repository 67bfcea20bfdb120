package attribute

import "testing"

// Where attackers come out of and where people flee to is not where it happened.
func TestPlaceGone(t *testing.T) {
	for _, c := range []claimCase{
		{name: "came out of the forest", text: "Eight men were killed by militants who came out of the Bonita forest on Monday in Hafir.", want: []string{"k=8 at=Hafir"}, only: true},
		{name: "fled towards", text: "Rebels killed six people in Hafir on Monday and fled towards Virana park, the army said.", want: []string{"k=6 at=Hafir"}, only: true},
		{name: "fled to", text: "Residents fled to Palmyra after gunmen killed six people on Monday in Hafir.", want: []string{"k=6 at=Hafir"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
