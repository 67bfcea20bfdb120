package attribute

import "testing"

// A claim without a day of its own, or with the day on which it was told, takes the day
// that a sentence behind it gives the deed. The reports are of a Wednesday.
func TestDayAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "it happened", text: "A clerk was shot in the arm by a robber in Homs, officials say.\n\nIt happened Monday afternoon on Elm Street.", want: []string{"i=1 on=2017-10-16"}},
		{name: "the attack began", text: "At least 12 people have been killed in an attack on a market in Idlib, army sources said on Tuesday.\nThe attack began on Sunday, a priest said.", want: []string{"k=12+ on=2017-10-15"}},
		{name: "they came", text: "Raiders killed seven herders near Homs, the governor said on Tuesday.\n\"They came in the night of Sunday with a list,\" an elder told reporters.", want: []string{"k=7 on=2017-10-15"}},
		{name: "the attackers arrived", text: "Gunmen abducted 30 pupils from a school near Homs, the mayor said on Wednesday.\nThe attackers arrived on Monday evening on motorcycles.", want: []string{"ev=abduction on=2017-10-16"}},
		{name: "another deed between", text: "Gunmen killed four people in Homs, the mayor said.\nA bomb killed two people in Idlib on Sunday.\nIt happened on Saturday at the market, a witness said.", want: []string{"k=4 on=2017-10-18"}},
		{name: "weeks back", text: "Soldiers shot dead six men in Homs, Karm Watch said today.\nThe attack took place at dawn on July 3, when the men slept.", want: []string{"k=6 on=2017-07-03"}, only: true},
		{name: "a war that broke out", text: "Soldiers shot dead six men in Homs, Karm Watch said on Tuesday.\nThe clashes broke out on April 15 after a coup.", want: []string{"k=6 on=2017-10-17"}},
		{name: "a lead and its story", text: "Soldiers shot dead 16 men in Homs, Karm Watch said today.\nOn July 3, at dawn, soldiers shot dead 16 men in Homs, a herder said.", want: []string{"k=16 on=2017-07-03"}},
		{name: "its own day", text: "Gunmen killed four people in Homs on Monday, the mayor said.\nThe attackers arrived on Sunday evening in the area.", want: []string{"k=4 on=2017-10-16"}},
		{name: "a second attack", text: "Gunmen killed four people in Homs, the mayor said.\nThe second attack happened on Friday.", want: []string{"k=4 on=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}
