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
		{name: "the toll rose", text: "A bomb killed 12 people in Homs on Monday and the death toll rose to 15.", want: []string{"k=15"}, only: true},
		{name: "the toll climbed", text: "Shells killed 12 people in Homs on Monday. The death toll climbed to 15.", want: []string{"k=15"}, only: true},
		{name: "the figure has been revised up", text: bomb + "The figure has since been revised up to 15.", want: []string{"k=15"}, only: true},
		{name: "the count was increased", text: bomb + "The number of dead was later increased to 15.", want: []string{"k=15"}, only: true},
		{name: "that was revised to the dead", text: bomb + "That was later revised to 15 dead.", want: []string{"k=15"}, only: true},
		{name: "in one sentence", text: "Medics first counted 12 dead in the strike on Karm on Monday but the toll was later revised to 15.", want: []string{"k=15"}, only: true},
		{name: "the number, in one sentence", text: "Shells killed 12 people in Homs on Monday and the number was later raised to 15.", want: []string{"k=15"}, only: true},
		{name: "with the toll", text: "The strike on Karm on Monday killed 12 people with the toll later updated to 15 police said.", want: []string{"k=15"}, only: true},
		// near misses
		{name: "a price", text: bomb + "The price of bread was later raised to 15.", want: []string{"k=12"}, only: true},
		{name: "a share", text: bomb + "It was later raised to 15 percent.", want: []string{"k=12"}, only: true},
		{name: "what counts nobody before", text: "The town of Karm was shelled on Monday police said. This was later updated to 15.", want: []string{"k=none"}, only: true},
		{name: "another's figure", text: bomb + "The health ministry put the toll at 15.", want: []string{"k=12 said=police", "k=15 said=ministry"}, only: true},
		{name: "a number of nobody", text: "Shells hit Homs on Monday and the number was later raised to 15.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// So is one that a headline changes.
func TestUpdatedInHeadline(t *testing.T) {
	for _, title := range []string{
		"Medics first counted 12 dead in strike on Karm but death toll later revised to 15",
		"Strike on Karm killed 12 people, toll later updated to 15, police say",
	} {
		cs, _ := testReader().Read(report(title, ""))
		if len(cs) != 1 || mismatch(&cs[0], "k=15") != "" {
			t.Errorf("%s: read:%s", title, listed(cs))
		}
	}
}
