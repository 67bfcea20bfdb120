package attribute

import (
	"fmt"
	"testing"
)

// What stands between a number of people and its verb, or behind it, says who they are, which of them, who tells it or who
// is not counted, and is no number of its own.
func TestAsidesOfNumbers(t *testing.T) {
	for _, aside := range []string{
		"among them a baby", "including two children", "two of them children", "three women among them", "most of them women", "all of them civilians",
		"aged between 12 and 40", "the youngest aged four", "the oldest of whom was 71", "ranging in age from 3 to 70",
		"who were queuing for bread", "most of whom had fled from Rabak", "whose names were not released",
		"one a policeman", "one of them a policeman", "one of whom was a nurse",
		"all of them from one family", "most of them from two families", "four from the same family", "five of them from one family", "residents of two villages",
		"the mayor said", "officials say", "according to the mayor", "by the mayor's count",
		"apart from the three attackers", "not counting the bomber",
		"five at the scene", "four instantly",
	} {
		for i, text := range []string{
			"Six people, " + aside + ", were killed in an attack on Kosti on Monday.",
			"An attack on Kosti on Monday killed six people, " + aside + ", and wounded nine.",
		} {
			want := "k=6"
			if i == 1 {
				want = "k=6 i=9"
			}
			c := claimCase{name: fmt.Sprintf("%s %d", aside, i), text: text, want: []string{want}, only: true}
			t.Run(c.name, c.run)
		}
	}
	for _, c := range []claimCase{
		{name: "who they were", text: "An attack on Kosti on Monday killed six people, a mother and her five sons, and wounded nine.", want: []string{"k=6 i=9"}, only: true},
		{name: "and others", text: "An attack on Kosti on Monday killed six people, a mother and two of her sons among them, and wounded nine.", want: []string{"k=6 i=9"}, only: true},
		{name: "a list", text: "An attack on Kosti on Monday killed six soldiers, a mother and two children.", want: []string{"k=9"}, only: true},
		{name: "elsewhere", text: "Six people were killed, four in Homs and two in Hama, on Monday.", want: []string{"k=6"}},
	} {
		t.Run(c.name, c.run)
	}
}
