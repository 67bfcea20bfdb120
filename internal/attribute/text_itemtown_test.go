package attribute

import "testing"

// An item of a list lies at the town that heads it, where it names no other.
func TestTownOfItem(t *testing.T) {
	list := "BAGHDAD - A car bomb killed four people in the Karrada district on Monday, police said.\n\nKIRKUK - Gunmen killed a colonel near his house on Monday, police said.\n\nMOSUL - Police said gunmen killed three students on Monday.\n\n"
	for _, c := range []claimCase{
		{name: "no other place", text: list + "SAMARRA - A bridge was destroyed by a truck bomb early on Monday that killed six people, police said.", want: []string{"k=6 at=Samarra"}},
		{name: "a place of its own", text: list + "BAQUBA - Gunmen killed six people in the town of Muqdadiya on Monday, police said.", want: []string{"k=6 at=Muqdadiya"}},
		{name: "one date line", text: "SAMARRA - A deal was signed on Monday. The army said that a bridge was destroyed by a truck bomb that killed six people in Kirkuk.", want: []string{"k=6 at=Kirkuk"}},
	} {
		t.Run(c.name, c.run)
	}
}
