package attribute

import "testing"

// Of two places that a sentence joins the nearer one is where it happened.
func TestFinerPlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in a block", text: "Nine people were killed on Monday in an ambush at Zandari in Lolwa block, police said.", want: []string{"k=9 at=Zandari"}, only: true},
		{name: "in a sector behind a comma", text: "On Monday gunmen killed nine people in Zandari, in the Lolwa sector, the mayor said.", want: []string{"k=9 at=Zandari in=Lolwa"}, only: true},
		{name: "a part told behind its town", text: "Nine people were killed on Monday in a raid in Aleppo, in the Ansari neighbourhood, police said.", want: []string{"k=9 at=Ansari"}, only: true},
		{name: "a suburb of its own region", text: "A sniper shot a girl on Monday in the besieged Damascus suburb of Ghouta, activists said.", want: []string{"at=Ghouta"}, only: true},
		{name: "a village of the countryside", text: "The army killed nine fighters in the countryside of Hama on Monday as it pushed into the village of Zandari.", want: []string{"k=9 at=Zandari in=Hama"}, only: true},
		{name: "where they fled", text: "Fighting in Hama province on Monday killed nine people, and residents fled to the town of Salamiyah.", want: []string{"k=9 at=Hama_province"}, only: true},
		{name: "near a town", text: "Clashes broke out in Eastern Ghouta near Damascus on Monday and killed nine fighters.", want: []string{"k=9 at=Ghouta"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who tells it stands right behind the place where commas are lost.
func TestTellersFollow(t *testing.T) {
	for _, c := range []claimCase{
		{name: "activists", text: "In Hama province six bakers died on Monday when a barrel bomb landed on their oven in Kafr Zita activists said.", want: []string{"k=6 at=Kafr_Zita"}, only: true},
		{name: "a town of a province", text: "Eight people died when a jet bombed a school in the Raqqa town of Tabqa local activists said on Monday.", want: []string{"k=8 at=Tabqa"}, only: true},
		{name: "state news", text: "Three people died when rebels fired mortar rounds at central Damascus state news agency SYRNA reported on Monday.", want: []string{"k=3 at=Damascus -at=state"}, only: true},
		{name: "activists of another town", text: "Nine people were killed by shells in Homs on Monday Aleppo activists said.", want: []string{"k=9 at=Homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
