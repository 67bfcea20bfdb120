package attribute

import "testing"

// Who falls is told in many manners, and who is murdered need not be a captive.
func TestMannersOfDeath(t *testing.T) {
	for _, c := range []claimCase{
		{name: "embraced martyrdom", text: "Three soldiers embraced martyrdom when militants attacked a post in Homs on Monday.", want: []string{"k=3"}, only: true},
		{name: "sent to hell", text: "Four fighters were sent to hell in a clash in Homs on Monday, the army said.", want: []string{"ev=clash k=4"}, only: true},
		{name: "found lifeless", text: "Five people were found lifeless in Homs on Monday after an attack, officials said.", want: []string{"k=5"}, only: true},
		{name: "fatally hit", text: "A soldier was fatally hit when gunmen attacked a post in Homs on Monday.", want: []string{"k=1"}, only: true},
		{name: "murdered", text: "Bandits murdered seven traders on a road in Homs on Monday, police said.", want: []string{"ev=attack k=7"}, only: true},
		{name: "exchanged gunfire", text: "Soldiers and gunmen exchanged gunfire in Homs on Monday, leaving two gunmen dead.", want: []string{"ev=clash k=2"}, only: true},
		{name: "traded shots", text: "Marines traded shots with gunmen in Homs on Monday, killing five.", want: []string{"ev=clash k=5"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
