package attribute

import "testing"

// Whose positions shells came from is said to have fired them; whom a car carried has not hit it.
func TestWhereTheShellsCameFrom(t *testing.T) {
	for _, c := range []claimCase{
		{name: "came from", text: "The rebels said the shells that hit Homs on Monday came from army positions.", want: []string{"by=army -by=rebels said=rebels"}, only: true},
		{name: "was fired from", text: "The rocket that hit the camp in Homs on Monday, killing nine, was fired from army lines, the rebels said.", want: []string{"k=9 by=army said=rebels"}, only: true},
		{name: "came from Homs", text: "The wounded came from army hospitals in Homs after a bomb killed two people in Idlib on Monday.", want: []string{"k=2 -by=army"}},
		{name: "said it was a bus", text: "The Houthis said it was a school bus and that 29 children were killed in an air strike on Homs on Monday.", want: []string{"k=29 -by=houthis said=houthis"}, only: true},
		{name: "said it was behind", text: "The Houthis said it was their fighters who killed nine soldiers in Homs on Monday.", want: []string{"k=9 said=houthis"}},
	} {
		t.Run(c.name, c.run)
	}
}
