package attribute

import "testing"

// A spot that is told with no more than its word lies in the town named before it or in its own
// sentence; where people were brought, stand or speak is none, nor is one with a name of its own.
func TestBareSpot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "at the monastery", text: "Soldiers attacked Taftanaz on Monday. Four people were shot dead at the monastery, residents said.", want: []string{"k=4 at=monastery_in_Taftanaz"}},
		{name: "near the water tower", text: "Jets bombed Taftanaz on Monday. A shell fell near the water tower on Tuesday killing three people.", want: []string{"k=3 at=water_tower_in_Taftanaz"}},
		{name: "hit the town hall", text: "There were air strikes on Raqqa on Monday. One of them hit the town hall and killed six people.", want: []string{"k=6 at=town_hall_in_Raqqa"}},
		{name: "by the town hall", text: "In Idlib, a car bomb by the town hall left two civilians dead.", want: []string{"k=2 at=town_hall_in_Idlib"}},
		{name: "outside a pharmacy", text: "Mortar fire hit Homs on Monday. Seven people were killed outside a pharmacy.", want: []string{"k=7 at=pharmacy_in_Homs"}},
		{name: "an assault on the police station", text: "Fighting broke out in Azaz on Monday. An assault of fifty gunmen on the police station in the town killed five people.", want: []string{"k=5 at=police_station_in_Azaz"}},
		{name: "an attack on the hospital", text: "Warplanes bombed Atareb on Monday. Eight people were killed in an attack on the hospital.", want: []string{"k=8 at=hospital_in_Atareb"}},
		{name: "in the month", text: "Gunmen attacked Daraya on Monday. A bomb near the shrine in February killed nine people.", want: []string{"k=9 at=shrine_in_Daraya"}},
		{name: "shot at the well", text: "Militiamen attacked Kafr Nabl on Monday. Two boys were shot dead at the well, an elder said.", want: []string{"k=2 at=well_in_Kafr_Nabl"}},
		{name: "a queue outside a bakery", text: "Shells fell on Daraya on Monday. A rocket hit a queue outside a bakery, killing four people.", want: []string{"k=4 at=bakery_in_Daraya"}},

		{name: "brought to", text: "Shells hit Homs on Monday killing two people. The two dead were brought to a queue outside the mosque.", want: []string{"k=2 at=Homs"}},
		{name: "who speaks there", text: "Shells hit Homs on Monday. A nurse at the school said four people were killed.", want: []string{"k=4 at=Homs"}},
		{name: "where they stand", text: "Shells hit Homs on Monday. Four people were killed by soldiers stationed at the airport.", want: []string{"k=4 at=Homs"}},
		{name: "where it was fired from", text: "Shells hit Homs on Monday. Four people were killed by tanks firing from the airport.", want: []string{"k=4 at=Homs"}},
		{name: "where they sheltered", text: "Gunmen raided Homs on Monday. Four people were killed before others took shelter in the mosque.", want: []string{"k=4 at=Homs"}},
		{name: "named before", text: "Gunmen entered Homs on Monday. Gunmen attacked Dabaa airport. Four soldiers were killed at the airport.", want: []string{"k=4 at=Dabaa_airport"}},
		{name: "two spots", text: "Shells hit Homs on Monday. Four people were killed at the mosque and near the school.", want: []string{"k=4 at=Homs"}},
		{name: "barricaded", text: "Gunmen killed four people in Homs on Monday, then barricaded themselves in a monastery.", want: []string{"k=4 at=Homs"}},
		{name: "whose it is", text: "Shells hit Homs on Monday. Four people were killed, the mosque's imam said.", want: []string{"k=4 at=Homs"}},
		{name: "told to reporters", text: "Gunmen killed four people in Homs on Monday. The governor told reporters at the airport that six people were wounded.", want: []string{"k=4 i=6 at=Homs"}},
		{name: "died where they were treated", text: "Shells hit Homs on Monday. Four people were wounded and died in a hospital.", want: []string{"at=Homs"}},
	} {
		t.Run(c.name, c.run)
	}
}
