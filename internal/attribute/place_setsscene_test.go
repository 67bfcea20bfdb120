package attribute

import "testing"

// Who tells when and where it happened tells no other deed.
func TestTellerSetsTheScene(t *testing.T) {
	for _, c := range []claimCase{
		{name: "police say it happened", text: "A man was shot to death in Boise on Friday. Boise police say the shooting happened around 3 p.m. near Oak Road.", want: []string{"k=1"}, only: true},
		{name: "shots were fired", text: "Two men were wounded in a shooting in Boise on Friday, police said. Officers said shots were fired about 2 a.m. on Oak Street.", want: []string{"i=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
