package attribute

import "testing"

// Ranges whose upper end has a word of its own, days behind a month cut short, and the
// words for armed people that a figure may count.
func TestRangesBeyond(t *testing.T) {
	for _, c := range []claimCase{
		{name: "as many as", text: "At least 14 and as many as 17 civilians were killed in an air strike on Kosti on Tuesday.", want: []string{"k=14..17"}, only: true},
		{name: "up to", text: "An air strike on Kosti on Tuesday killed at least three and up to five people.", want: []string{"k=3..5"}, only: true},
		{name: "possibly", text: "Three, possibly four, men were killed in an air strike on Kosti on Tuesday.", want: []string{"k=3..4"}, only: true},
		{name: "perhaps, without commas", text: "An air strike on Kosti on Tuesday wounded two or perhaps three men.", want: []string{"i=2..3"}, only: true},
		{name: "a verb of its own", text: "An air strike on Kosti on Tuesday killed at least 14 and as many as 50 were wounded.", want: []string{"k=14+ i=-50"}, only: true},
		{name: "two kinds of people", text: "At least 14 civilians and up to 17 soldiers were killed in Kosti on Tuesday.", want: []string{"k=14+"}},
		{name: "a day is nobody", text: "A guard who was kidnapped in Kosti on Oct. 12 was found dead on Tuesday, police said.", want: []string{"k=none"}, only: true},
		{name: "a month cut short, then people", text: "Gunmen killed nine people in Kosti on Oct. 14, and 20 were wounded.", want: []string{"k=9 i=20 on=2017-10-14"}, only: true},
		{name: "a sentence ends with a month", text: "The army has besieged Kosti since July. 15 people were killed there by a shell on Monday.", want: []string{"k=15"}},
		{name: "fighters of a side", text: "A suicide bomber killed at least 29 rebel fighters in Kosti on Tuesday.", want: []string{"k=29+"}, only: true},
		{name: "armed men", text: "Soldiers killed 12 armed men in Kosti on Tuesday.", want: []string{"k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// "Or more" leaves a figure open; ages between "and" are no figures, nor are beasts people.
func TestOrMore(t *testing.T) {
	for _, c := range []claimCase{
		{name: "behind the people", text: "Gunmen killed 12 farmers or more in Dayton on Monday.", want: []string{"k=12+"}, only: true},
		{name: "before the people", text: "Gunmen killed 12 or more farmers in Dayton on Monday.", want: []string{"k=12+"}, only: true},
		{name: "put at", text: "A bomb in Dayton on Monday killed nine people. Doctors put the injured at 30 or more.", want: []string{"k=9 i=30+"}, only: true},
		{name: "not of the gunmen", text: "One or more gunmen killed nine farmers in Dayton on Monday.", want: []string{"k=9"}, only: true},
		{name: "ages", text: "A man with an axe killed a woman of 61 and a boy of 9 in Dayton on Monday.", want: []string{"k=2"}, only: true},
		{name: "goats", text: "An air strike killed six people in Dayton on Monday. 40 goats were killed too.", want: []string{"k=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
