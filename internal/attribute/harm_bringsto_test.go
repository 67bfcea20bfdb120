package attribute

import "testing"

// One more death brings the dead of a deed to a new number.
func TestOneMoreBringsTheDeadTo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "to nine", text: "A blast killed seven people in Homs on Monday. Two of the wounded died overnight, bringing the number of dead to nine.", want: []string{"k=9 on=2017-10-16"}, only: true},
		{name: "up to nine", text: "A blast killed seven people in Homs on Monday. Two of the wounded died overnight, bringing the number of dead up to nine.", want: []string{"k=9 on=2017-10-16"}, only: true},
		{name: "another speaker", text: "Rockets killed five in Homs on Monday. Later a doctor said that two of the wounded had died, bringing the number of martyrs to seven.", want: []string{"k=5", "k=7 said=doctor"}, only: true},
		{name: "since January", text: "A blast killed seven people in Homs on Monday, bringing the number of dead since January to 90.", want: []string{"k=7"}, only: true},
		{name: "of the wounded", text: "A blast killed seven people in Homs on Monday. Two more came to the clinic, bringing the number of injured to nine.", want: []string{"k=7"}},
	} {
		t.Run(c.name, c.run)
	}
}
