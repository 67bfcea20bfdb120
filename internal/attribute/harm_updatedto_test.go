package attribute

import "testing"

// A figure that was changed is that of the claim told before.
func TestUpdatedTo(t *testing.T) {
	const bomb = "A bomb killed 12 people in Mosul on Monday police said. "
	for _, c := range []claimCase{
		{name: "this was updated", text: "The Northland Observatory told of missiles on the village of Karm on Saturday with a first count of 33 dead. This was later updated to 60 on Sunday including 41 farmers.",
			want: []string{"k=60 at=karm on=2017-10-14 said=observatory"}, only: true},
		{name: "the toll was raised", text: bomb + "The toll was later raised to 15.", want: []string{"k=15"}, only: true},
		{name: "the toll has risen", text: bomb + "The death toll has since risen to at least 15.", want: []string{"k=15+"}, only: true},
		{name: "the figure has been revised up", text: bomb + "The figure has since been revised up to 15.", want: []string{"k=15"}, only: true},
		{name: "the count was increased", text: bomb + "The number of dead was later increased to 15.", want: []string{"k=15"}, only: true},
		{name: "that was revised to the dead", text: bomb + "That was later revised to 15 dead.", want: []string{"k=15"}, only: true},
		{name: "in one sentence", text: "Medics first counted 12 dead in the strike on Karm on Monday but the toll was later revised to 15.", want: []string{"k=15"}, only: true},
		{name: "with the toll", text: "The strike on Karm on Monday killed 12 people with the toll later updated to 15 police said.", want: []string{"k=15"}, only: true},
		// near misses
		{name: "a price", text: bomb + "The price of bread was later raised to 15.", want: []string{"k=12"}, only: true},
		{name: "a share", text: bomb + "It was later raised to 15 percent.", want: []string{"k=12"}, only: true},
		{name: "what counts nobody before", text: "The town of Karm was shelled on Monday police said. This was later updated to 15.", want: []string{"k=none"}, only: true},
		{name: "another's figure", text: bomb + "The health ministry put the toll at 15.", want: []string{"k=12 said=police", "k=15 said=ministry"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
