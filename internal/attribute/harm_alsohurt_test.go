package attribute

import "testing"

// Whom a deed also wounded is told of the claim that counts its dead, whoever adds it.
func TestAlsoHurt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the raid also wounded", text: "An air strike on Kutum killed 16 herders on Monday according to the Red Crescent. The raid also wounded 25 others Omar Example told Karm TV.",
			want: []string{"k=16 i=25"}, only: true},
		{name: "the missiles", text: "At least 16 herders were killed on Monday in an air raid on Kutum according to a police source. The missiles also wounded 25 others Omar Example told Karm TV.",
			want: []string{"k=16+ i=25"}, only: true},
		{name: "the second blast", text: "A bomb killed 12 people in Homs on Monday. The second blast also wounded eight people in Idlib.",
			want: []string{"k=12", "i=8"}, only: true},
		{name: "somebody else's deed", text: "A bomb killed 12 people in Homs on Monday police said. The army also wounded eight rebels in Idlib on Monday the Observatory said.",
			want: []string{"k=12", "i=8"}, only: true},
		{name: "a new attack", text: "A bomb killed 12 people in Homs on Monday police said. A suicide attack in Idlib on Monday also wounded eight people the Observatory said.",
			want: []string{"k=12", "i=8"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Those hurt "in the attack" are of the claim that counts its dead, where nobody else is named as
// telling of them; the nearer name of the place is that of both.
func TestHurtInIt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a village, then its name", text: "A bomb killed at least 14 guests in a village in the province of Kunduz on Monday police said. More than 30 others were hurt in the explosion in Imam Sahib which officials blamed on the Taliban.",
			want: []string{"ev=bombing k=14+ i=31+ at=imam_sahib said=police"}, only: true},
		{name: "a city, then its quarter", text: "A car bombing killed at least 14 vendors in Baghdad on Monday state television said. State media said 30 people had also been wounded in the blasts in the Karrada district.",
			want: []string{"ev=bombing k=14+ i=30 at=karrada in=baghdad said=state_television"}, only: true},
		{name: "the monitor of before", text: "Militia rockets killed at least seven tenants in a quarter of the Libyan city of Misrata on Monday a monitoring group said. The fighting has closed the port since May. More than 40 others were also hurt in the attack on the Zoran area the Tunis-based Northland Observatory for Human Rights said.",
			want: []string{"ev=shelling k=7+ i=41+ at=zoran"}, only: true},
		{name: "others, after a denial", text: "A car bomb killed seven people in a depot in the town of Azaz on Thursday local sources said. Nobody has owned up to it but the council suspects Daesh as the driver wore its badge. At least 25 others were wounded and nine of them were taken to a clinic in Kilis.",
			want: []string{"k=7 i=25+ at=azaz"}},
		{name: "others, in a quarter", text: "A bomb killed 14 people in Baghdad on Monday. At least 30 others were wounded in the Karrada district.",
			want: []string{"ev=bombing k=14 i=30+ at=karrada"}, only: true},
		{name: "a town of the same province", text: "A bomb killed 14 people in Aleppo on Monday, state television said. State media said 30 people had also been wounded in the blasts in Manbij.",
			want: []string{"k=14 i=30 at=manbij in=aleppo"}, only: true},
		{name: "outlets of a state", text: "A bomb killed 14 people in Homs on Monday, official media said. State television said 30 people were wounded in the attack.",
			want: []string{"k=14 i=30 said=official_media"}, only: true},
		{name: "a news agency of a state", text: "A bomb killed 14 people in Homs on Monday, the state news agency said. State television said 30 people were wounded in the attack.",
			want: []string{"k=14 i=30 said=agency"}, only: true},
		{name: "the strikes on a town of it", text: "Poison gas killed at least 58 people in the province of Idlib on Tuesday medical workers said. An army spokesman said it owned no gas. The air strikes on the village of Khan Sheikhoun also hurt more than 60 farmers said the Northland Observatory.",
			want: []string{"k=58+ i=61+ at=khan_sheikhoun"}},
		// near misses
		{name: "another deed", text: "At least 14 people were killed in shelling of a district of Taiz on Monday, a monitoring group said. More than 30 were wounded by the car bomb attack in Aden, medics said.",
			want: []string{"k=14+ i=none", "i=31+"}, only: true},
		{name: "the clashes", text: "Nine people were killed when a bomb exploded in Mosul on Monday the army said. Four soldiers were wounded in the clashes.",
			want: []string{"k=9 i=none", "i=4"}, only: true},
		{name: "another day", text: "A car bomb killed nine people in Mosul on Monday. On Tuesday 12 people were hurt in the attack on Kirkuk police said.",
			want: []string{"k=9 i=none", "i=12 at=kirkuk"}, only: true},
		{name: "the last that was counted", text: "A car bomb killed nine people in Mosul on Monday. A mortar killed two in Kirkuk. Six people were hurt in the attack.",
			want: []string{"k=9 i=none at=mosul", "k=2 i=6 at=kirkuk"}, only: true},
		{name: "two who count", text: "At least 14 people were killed in a bombing in Zoran on Monday the Northland Observatory for Human Rights said. The interior ministry said 30 people were wounded in the attack in Karm.",
			want: []string{"k=14+ i=none", "i=30"}, only: true},
		{name: "two who count at one place", text: "At least 14 people were killed in a bombing in Taiz on Monday, the Northland Observatory for Human Rights said. The interior ministry said 30 people were wounded in the attack.",
			want: []string{"k=14+ i=none", "i=30 said=ministry"}, only: true},
		{name: "an outlet and that of a state", text: "A bomb killed 14 people in Homs on Monday, Karm News said. State television said 30 people were wounded in the attack.",
			want: []string{"k=14 i=none said=karm", "i=30 said=state"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
