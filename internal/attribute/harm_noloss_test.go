package attribute

import "testing"

// Nobody died, in words of a bulletin; and who only tells of it behind a lost comma is not harmed.
func TestNoLossOfLife(t *testing.T) {
	for _, c := range []claimCase{
		{name: "none reported", text: "Warplanes struck Homs on Saturday; no loss of life was reported.", want: []string{"k=0"}, only: true},
		{name: "without", text: "Warplanes struck Homs on Saturday without loss of life.", want: []string{"k=0"}, only: true},
		{name: "no word of any", text: "Warplanes struck Homs on Saturday; there was no word of any loss of life.", want: []string{"k=none"}, only: true},
		{name: "of cold", text: "Gunmen attacked Homs on Saturday, residents said. Two children died in the bush from cold.", want: []string{"k=none"}, only: true},
		{name: "of wounds in a clinic", text: "Gunmen attacked Homs on Saturday, residents said. Two children died in a clinic from their wounds.", want: []string{"k=2"}, only: true},
		{name: "who was reached", text: "A roadside bomb blew up in Homs on Saturday wounding four pilgrims a hospital official reached by telephone said.", want: []string{"i=4"}, only: true},
		{name: "from the town", text: "A roadside bomb blew up in Homs on Saturday killing four pilgrims an officer from the town told reporters.", want: []string{"k=4 said=officer"}, only: true},
		{name: "one of the harmed", text: "A roadside bomb blew up in Homs on Saturday wounding four pilgrims and a hospital official.", want: []string{"i=5"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
