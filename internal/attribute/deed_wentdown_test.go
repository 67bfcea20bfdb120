package attribute

import "testing"

// A warplane that crashes is no attack, and one that is shot down is.
func TestWentDown(t *testing.T) {
	for _, c := range []claimCase{
		{name: "into a market", text: "A warplane crashed into a row of shops in Kassala on Monday, killing nine people, a medic said.", want: []string{"ev=other k=9 by=warplane said=medic"}, only: true},
		{name: "an army helicopter", text: "An army helicopter went down on houses in Goma on Monday, killing nine people.", want: []string{"ev=other k=9 by=helicopter"}, only: true},
		{name: "their helicopter", text: "Two soldiers died when their helicopter crashed near Hama on Monday.", want: []string{"ev=other k=2"}, only: true},
		{name: "their helicopter, of tourists", text: "Two tourists died when their helicopter crashed near Hama on Monday.", want: []string{"ev=attack k=2"}, only: true},
		{name: "not known whether", text: "A government warplane crashed in Idlib on Monday and it was not clear whether it was shot down. Nine people were killed.", want: []string{"ev=other"}},
		{name: "shot down", text: "An army helicopter was shot down and crashed near Hama on Monday, killing nine soldiers.", want: []string{"ev=attack k=9"}},
		{name: "downed by rebels", text: "A government warplane crashed near Hama on Monday after it was downed by rebels, and its pilot was killed.", want: []string{"ev=attack k=1 by=rebels -by=warplane"}, only: true},
		{name: "an airliner", text: "A passenger plane crashed near Hama on Monday, killing 90 people.", want: []string{"ev=attack k=90"}},
	} {
		t.Run(c.name, c.run)
	}
}
