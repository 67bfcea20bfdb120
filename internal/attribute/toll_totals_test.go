package attribute

import "testing"

// What is counted over a week or a month is a toll.
func TestPeriodTotals(t *testing.T) {
	for _, c := range []claimCase{
		{name: "incidents", text: "We recorded 61 civilian deaths in 27 incidents in January. Shells killed four people in Douma on Monday.", want: []string{"k=4 at=douma"}, only: true},
		{name: "against the month before", text: "The desk documented 41 people killed in Syria, against 38 in September.", only: true},
		{name: "down from", text: "Across the country the desk recorded 71 civilians killed and 143 injured in the week, down from 88 and 190.", only: true},
		{name: "killings", text: "The Northland Network documented 23 killings in the province.", only: true},
		{name: "parts of a sum", text: "We recorded 812 deaths in 240 attacks in September. Homs province was worst affected, with 301 killed and 740 wounded. Shells killed four people in Douma on Monday.",
			want: []string{"k=4 at=douma"}, only: true},
		{name: "an incident in parts", text: "We recorded 812 deaths in 240 attacks in September. Jets bombed Douma on Monday. Four people were killed.",
			want: []string{"k=4 at=douma"}, only: true},
		{name: "the dead of one incident", text: "The Northland Network documented the deaths of six people in an air strike on Douma on Monday.", want: []string{"k=6 at=douma"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
