package attribute

import "testing"

// The seat of a body of troops, and names that no place begins.
func TestSeatOfTroops(t *testing.T) {
	for _, c := range []claimCase{
		{name: "headquarters", text: "The rebels shelled the headquarters of the Third Infantry Brigade on Monday.", want: []string{"ev=shelling at=headquarters_of_the_third_infantry_brigade"}, only: true},
		{name: "in a town", text: "Warplanes bombed the base of the Tenth Division in Dayton on Monday.", want: []string{"at=base_of_the_tenth_division"}, only: true},
		{name: "who speaks", text: "A bomb killed nine people in Dayton on Monday, the headquarters of the Tenth Division said.", want: []string{"k=9 at=dayton"}, only: true},
		{name: "a body's name", text: "Gunmen attacked Dayton on Monday. Sala de Example, a press body, said six people were killed.", want: []string{"k=6 at=dayton"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
