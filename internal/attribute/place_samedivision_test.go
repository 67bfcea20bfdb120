package attribute

import "testing"

// "The same province" is the province told of before, not the village in it.
func TestSameDivision(t *testing.T) {
	const first = "Gunmen killed nine people in the village of Karm in Borno state on October 3, police said. "
	for _, c := range []claimCase{
		{name: "state", text: first + "On October 5 four soldiers died in an ambush in the same state, the army said.", want: []string{"k=9 at=karm", "k=4 at=borno"}, only: true},
		{name: "a town is named too", text: first + "On October 5 four people were shot dead in Konduga in the same state, police said.", want: []string{"k=9 at=karm", "k=4 at=konduga"}, only: true},
		{name: "the same village", text: first + "On October 5 four people were shot dead in the same village, police said.", want: []string{"k=9 at=karm", "k=4 at=karm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
