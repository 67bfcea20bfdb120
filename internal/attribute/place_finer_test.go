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
		{name: "a village behind its district", text: "In Zandari district, a shell hit a house in Quxmara on Monday, killing nine people.", want: []string{"k=9 at=Quxmara"}, only: true},
		{name: "a village that suffers", text: "In the Zandari district, the village of Quxmara came under fire on Monday and nine people were killed.", want: []string{"k=9 at=Quxmara"}, only: true},
		{name: "whose head tells it", text: "In Zandari district, nine people were killed on Monday, according to the head of Quxmara community.", want: []string{"k=9 at=Zandari"}, only: true},
		{name: "a quarter and its town", text: "In the Zandari district, Homs, a shell killed nine people on Monday.", want: []string{"k=9 at=Zandari"}, only: true},
		{name: "a school with a name", text: "A strike on the Quxmara religious school in Homs killed nine people on Monday.", want: []string{"k=9 at=Quxmara_religious_school"}, only: true},
		{name: "a school without", text: "A strike on the religious school in Homs killed nine people on Monday.", want: []string{"k=9 at=Homs"}, only: true},
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

// Of two places in a sentence the one that the other only leads up to, and what is said of
// neither.
func TestPartOfThePlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the sentence opens with the town", text: "Meantime in Deir ez-Zor gunmen executed four men in Mayadin on Monday.",
			want: []string{"k=4 at=mayadin"}, only: true},
		{name: "the sentence opens with the province", text: "Meanwhile, in the northern province of Idlib, a bomb under a car killed two people in Quxmara on Monday.",
			want: []string{"k=2 at=quxmara"}, only: true},
		{name: "two towns with figures of their own", text: "In Homs, shells killed four people on Monday and gunmen killed two in Quxmara.",
			want: []string{"k=4 at=homs", "k=2 at=quxmara"}, only: true},
		{name: "where the wounded went", text: "In Homs, shells killed four people on Monday and the wounded were taken to Quxmara.",
			want: []string{"k=4 at=homs"}, only: true},
		{name: "when", text: "Two people were killed in the Aghdam district on Tuesday when shells struck mourners in Quxmara.",
			want: []string{"k=2 at=quxmara"}, only: true},
		{name: "a town elsewhere", text: "Two people were killed in Homs on Tuesday when rebels answered the shelling of Aleppo.",
			want: []string{"k=2 at=homs"}, only: true},
		{name: "in a valley", text: "The UN said a pump at Quxmara in the rebel-held Wadi Barada valley had been bombed on Monday.",
			want: []string{"at=quxmara"}, only: true},
		{name: "through a town of a district", text: "A mine killed three sailors as their bus passed through Quxmara in Trincomalee district on Monday.",
			want: []string{"k=3 at=quxmara"}, only: true},
		{name: "near a town", text: "Fighters held Quxmara, near Kirkuk, on Monday after four soldiers died there.",
			want: []string{"k=4 at=quxmara"}, only: true},
		{name: "holed up", text: "Shells fired by rebels holed up in Quxmara hit Homs on Monday, killing three people.",
			want: []string{"k=3 at=homs"}, only: true},
		{name: "contacted there", text: "Two rebel sources contacted in Amman said planes bombed a farm at Quxmara late on Monday.",
			want: []string{"at=quxmara"}, only: true},
		{name: "a hospital that was hit", text: "Turkey denied that it had taken part in the bombing of a hospital in Homs on Tuesday.",
			want: []string{"at=homs"}, only: true},
		{name: "a hospital that took them in", text: "Nine people died in a hospital in Homs on Tuesday after shells fell on Quxmara.",
			want: []string{"k=9 at=quxmara"}, only: true},
		{name: "the capital behind a place of it", text: "Shells fell on the capital on Monday, killing three civilians. A police source said the shells fell around the Quxmara stadium, killing three civilians.",
			want: []string{"k=3 at=quxmara"}, only: true},
		{name: "a date line that ends in a colon", text: "Pulwama, Oct 16: Two men were killed in a gunfight at Quxmara village of south Kashmir's Pulwama district on Monday, officials said.",
			want: []string{"k=2 at=quxmara"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
