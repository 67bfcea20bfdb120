package attribute

import "testing"

// Whose account a report says that it is tells what nobody else tells in it.
func TestPublication(t *testing.T) {
	for _, c := range []claimCase{
		{name: "published", text: "The Karm Centre for Rights (KCR) has published its account of violations, covering the week to Monday.\nIn Kutum, soldiers shot dead a teacher on Monday.", want: []string{"k=1 said=karm_centre"}, only: true},
		{name: "brought out a report", text: "The Karm Centre for Rights brought out a report about air strikes in Darfur. Here is a part of it.\nOn Monday a plane dropped two bombs on Kutum and killed four people.", want: []string{"k=4 said=karm_centre"}, only: true},
		{name: "another speaker", text: "The Karm Centre for Rights has published its account of violations.\nIn Kutum, soldiers shot dead a teacher on Monday, residents said.", want: []string{"k=1 said=residents -said=centre"}, only: true},
		{name: "a company", text: "The company has published its report for the year. Soldiers shot dead a teacher in Kutum on Monday.", want: []string{"k=1 -said=company"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What somebody is said to be, or to have done, he does not say.
func TestSaidToBe(t *testing.T) {
	for _, c := range []claimCase{
		{name: "to be", text: "Karl Zoran, said to be a sapper, was killed in a drone strike on Kutum on Monday, officials said.", want: []string{"k=1 said=officials -said=zoran"}, only: true},
		{name: "to have led", text: "Karl Zoran, said to have led the cell, was killed in a drone strike on Kutum on Monday.", want: []string{"k=1 -said=zoran"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What officers did or found is told by who says so at the end.
func TestWhoSaysWhatOfficersFound(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a chief", text: "Police responded to a shooting on Oak Street in Selah on Friday and found a man shot in the leg, Chief Karl Zoran said.", want: []string{"i=1 said=zoran -said=police"}, only: true},
		{name: "by his office", text: "Deputies found a woman shot to death in a car near Selah on Friday, Sheriff Karl Zoran said.", want: []string{"k=1 said=zoran"}, only: true},
		{name: "nobody says", text: "Police responded to a shooting on Oak Street in Selah on Friday and found a man shot in the leg.", want: []string{"i=1 -said=zoran"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
