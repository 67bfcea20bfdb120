package attribute

import "testing"

// What is said of those who came off, and of the one who did it.
func TestNobodyElse(t *testing.T) {
	for _, c := range []claimCase{
		{name: "none fatally", text: "Four people were shot, none fatally, at a park in Akron on Monday.", want: []string{"k=0 i=4"}, only: true},
		{name: "none of them fatally", text: "Three men were stabbed, none of them fatally, in Akron on Monday.", want: []string{"k=0 i=3"}, only: true},
		{name: "nobody else was hit", text: "Gunmen killed two people at a market in Akron on Monday. Nobody else was hit, police said.", want: []string{"k=2 i=0"}, only: true},
		{name: "himself killed", text: "A worker killed two people and was himself killed in Akron on Monday, police said.", want: []string{"k=3"}, only: true},
		{name: "two of them fatally", text: "Five people were shot, two of them fatally, in Akron on Monday.", want: []string{"k=2 i=3"}, only: true},
		{name: "in the throat", text: "A boy was hit in the throat in Akron on Monday, police said.", want: []string{"i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
