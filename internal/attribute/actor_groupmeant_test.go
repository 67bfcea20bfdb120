package attribute

import "testing"

// Whom "the group" stands for, whose soldiers fell, who is only told of by his nation.
func TestGroupMeant(t *testing.T) {
	for _, c := range []claimCase{
		{name: "spokesman of it", text: "A suicide bomber killed six people in Dayton on Monday. Omar Example, an al Shabaab spokesman, said the group carried out the bombing.", want: []string{"by=al_shabaab"}},
		{name: "spokesman for it", text: "Gunmen killed four people in Dayton on Monday. A spokesman for the Islamic State said the group was responsible.", want: []string{"by=islamic_state"}},
		{name: "the army says so", text: "Gunmen killed four people in Dayton on Monday. The army said the group was responsible for the massacre.", want: []string{"k=4", "by=group -by=army"}},
		{name: "it was behind", text: "A bomb killed three policemen in Dayton on Monday. The banned Baloch Liberation Front said it was behind the blast.", want: []string{"k=3", "by=baloch_liberation_front said=banned_baloch_liberation_front"}},
		{name: "officials have no soldiers", text: "Government troops left Dayton on Monday after weeks of combat. Officials in Kiev said five of their soldiers were killed.", want: []string{"k=5 -by=officials"}},
		{name: "a Tunisian wounded", text: "Shells killed three workers in Dayton on Monday. The ministry said three workers were killed and a Tunisian wounded by shells.", want: []string{"k=3 i=1 -by=tunisian"}},
		{name: "the other side", text: "A spokesman for the army accused the other side of firing rockets at Dayton on Monday.", want: []string{"by=other_side said=spokesman_for_the_army"}, only: true},
		{name: "another side of a town", text: "The drivers stopped on the other side of Dayton on Monday when a bomb killed three.", want: []string{"k=3 -by=other_side"}, only: true},
		{name: "a front that is blamed", text: "Police in Cauca blamed the Omar Example front for a car bomb that killed a girl of 12 in Dayton on Monday.", want: []string{"k=1 by=omar_example_front said=police"}, only: true},
		{name: "a front line", text: "Residents blamed the eastern front for a strike that killed four people in Dayton on Monday.", want: []string{"k=4 -by=front -by=eastern_front"}, only: true},
		{name: "fighters of a sect", text: "Fighters of the Lakurawa sect killed 15 herders in Dayton on Monday.", want: []string{"k=15 by=fighters_of_the_lakurawa_sect"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
