package attribute

import "testing"

// People who are seized, or taken from where they are by armed men, are abducted.
func TestPeopleSeized(t *testing.T) {
	for _, c := range []claimCase{
		{name: "seized herders", text: "On Monday gunmen seized five herders at a market in Homs.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "seized travellers", text: "Militants seized 12 passengers on a road near Homs on Monday.", want: []string{"ev=abduction by=militants"}, only: true},
		{name: "seized a town", text: "Rebels seized the town of Saraqib near Homs on Monday, killing three soldiers.", want: []string{"ev=clash k=3"}, only: true},
		{name: "taken from a boat", text: "On Monday a village chief was taken from his boat by unidentified gunmen near Homs.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "taken to be treated", text: "Nine people were wounded by a bomb in Homs on Monday. They were taken from the market by armed guards to a clinic.", want: []string{"ev=bombing i=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
