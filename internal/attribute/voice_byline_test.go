package attribute

import "testing"

// Who wrote a text does not speak in it, and a press release is what follows its heading.
func TestByline(t *testing.T) {
	for _, c := range []claimCase{
		{name: "staff writer", text: "By Jane Example Staff writer Police Chief Adam Zoran said nine people were shot dead in Homs on Monday.", want: []string{"k=9 said=Adam_Zoran -said=Jane"}},
		{name: "press release", text: "PRESS RELEASE For Immediate Release The Karm Rights Commission condemns the killing of nine people in Homs on Monday.", want: []string{"k=9 said=Karm_Rights_Commission -said=release"}},
		{name: "by a day", text: "By Monday morning nine people had been killed by a shell in Homs, the army said.", want: []string{"k=9 said=army"}},
		{name: "press freedom", text: "Press freedom groups said nine people were killed by a shell in Homs on Monday.", want: []string{"k=9 said=groups"}},
		{name: "cut off", text: "By Jane Example", only: true},
		{name: "cut off too", text: "For immediate release:", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
