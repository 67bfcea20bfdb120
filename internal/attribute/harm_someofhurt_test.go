package attribute

import "testing"

// Of the wounded who are counted some died: those are the dead, the others are hurt.
func TestSomeOfTheHurtDied(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of the nine", text: "Two of the nine people wounded in Monday's strike on Karm died on Tuesday.", want: []string{"k=2 i=7"}, only: true},
		{name: "in hospital", text: "Three of the eleven men hurt in Monday's blast in Karm died later in hospital, doctors said.", want: []string{"k=3 i=8 said=doctors"}, only: true},
		{name: "of those shot", text: "Two of nine people shot at a party in Karm on Monday have died, police said.", want: []string{"k=2 i=7"}, only: true},
		{name: "who they were", text: "Four of the 12 people killed in the strike on Karm on Monday were children.", want: []string{"k=12"}, only: true},
		{name: "nobody died", text: "Four of the 12 people wounded in the strike on Karm on Monday were children.", want: []string{"i=12 k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
