package attribute

import "testing"

func TestOfWhomAnd(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of a body", text: "An air raid on Kosti on Tuesday killed two volunteers of the Kosti Civil Defence and a nine-year-old girl.", want: []string{"k=3"}, only: true},
		{name: "of a group, before the verb", text: "Four members of the National Freedom Fighters and two soldiers were killed in Kosti on Tuesday.", want: []string{"k=6"}, only: true},
		{name: "where he is from", text: "A man from Akron and his two sons were killed by a shell in Kosti on Tuesday.", want: []string{"k=3"}, only: true},
		{name: "a verb of their own", text: "A bomb in Kosti on Tuesday killed three officers of the border guard and a soldier was wounded.", want: []string{"k=3 i=1"}, only: true},
		{name: "another verb", text: "A bomb in Kosti on Tuesday killed three officers of the border guard and wounded a soldier.", want: []string{"k=3 i=1"}, only: true},
		{name: "parts with whose they are", text: "Eight people including a schoolmaster and his three daughters died when a jet bombed a school in Kosti on Tuesday.", want: []string{"k=8"}, only: true},
		{name: "parts with commas", text: "Nine people, including a nurse and her two sons, were killed by a shell in Kosti on Tuesday.", want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
