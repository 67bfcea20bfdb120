package attribute

import "testing"

// A figure that an outlet takes back is nobody's claim.
func TestCorrectsItself(t *testing.T) {
	const told = "An air strike on Kutum on Monday killed nine people, officials said.\n\n"
	for _, c := range []claimCase{
		{name: "a correction", text: told + "Correction, October 17: an earlier version of this report said 41 people were killed.", want: []string{"k=9"}, only: true},
		{name: "figures confused", text: told + "Correction: an earlier version of this report gave the number of the wounded, 41, as the number of the dead.", want: []string{"k=9"}, only: true},
		{name: "a story", text: told + "Previous versions of this story said that 12 people were killed.", want: []string{"k=9"}, only: true},
		{name: "somebody's version", text: told + "The army gave another version of this attack and said 12 people were killed.", want: []string{"k=9", "k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
