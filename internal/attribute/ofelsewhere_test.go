package attribute

import "testing"

// A bomb of before has no part in what is told of another place and day.
func TestOfElsewhere(t *testing.T) {
	const bomb = "A car bomb killed nine people in the city of Kabul on Monday, police said. "
	for _, c := range []claimCase{
		{name: "elsewhere", text: bomb + "In Helmand, 76 rebels were killed on Sunday, the ministry said.", want: []string{"ev=bombing k=9", "ev=clash k=76"}, only: true},
		{name: "of the same", text: bomb + "A doctor said 11 people were killed.", want: []string{"ev=bombing k=9", "ev=bombing k=11"}, only: true},
		{name: "a battle elsewhere", text: "Seven soldiers were killed in clashes with rebels in Helmand on Monday. The militia killed six civilians in Zabul on Sunday, residents said.", want: []string{"ev=clash k=7", "ev=attack k=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
