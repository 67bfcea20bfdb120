package attribute

import "testing"

// What a sentence says of the region counts where no other place stands out; a country is none.
func TestOwnRegion(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the speaker's is none", text: "Nine people were killed in an explosion on Monday, officials in southern Karm said.", want: []string{"k=9 -at=Karm"}},
		{name: "eastern", text: "Snipers killed two men in the al-Zoran district of Aleppo on Sunday. Shells hit the Bustan al-Karm district killing one. On Thursday 23 civilians were killed in raids on a town in eastern Syria held by militants.", want: []string{"k=23 at=eastern_Syria"}},
	} {
		t.Run(c.name, c.run)
	}
}

// More that leads to a place which no list has, and what belongs to its name.
func TestNamesLedTo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "control on a day over", text: "The army regained control on Thursday over Beit al-Zoran after clashes in which ten militants were killed.", want: []string{"k=10 at=Beit_al-Zoran"}},
		{name: "driven out of", text: "The army pushed the militants out of al-Zoran on Monday after a raid that killed 22 of them.", want: []string{"k=22 at=al-Zoran"}},
		{name: "in the direction of", text: "Rebels killed nine soldiers on Monday while repelling an attempt to advance in the direction of Hosh al-Zoran.", want: []string{"k=9 at=Hosh_al-Zoran"}},
		{name: "from the direction of", text: "Rebels fired rockets at Homs on Monday from the direction of Zoran and killed two women.", want: []string{"k=2 at=Homs"}},
		{name: "two regions", text: "Over 20 militants were killed on Monday after positions in two regions of al-Zoran and Jabal Karm came under air strikes.", want: []string{"k=21+ at=regions_of_al-Zoran_and_Jabal_Karm"}},
		{name: "a hill called Tell", text: "Militants attacked positions of government forces near Tell Zoran with up to 70 men on Monday and 12 soldiers died.", want: []string{"k=12 at=Tell_Zoran"}},
		{name: "a name that ends in Said", text: "Five people were killed in an air raid on the southern rebel-held neighbourhood of Sheikh Said it said.", want: []string{"k=5 at=Sheikh_Said"}},
		{name: "troops sent there", text: "Troops sent to Idlib on Sunday killed nine people.", want: []string{"k=9 at=Idlib"}},
		{name: "the wounded sent abroad", text: "A lorry blew up in Azaz on Monday killing 14 people. A nurse put the dead at 17 and said six of the wounded had been sent over the border to Kilis.", want: []string{"k=17 at=Azaz"}},
		{name: "out of a ministry", text: "Nine people were shot dead in Homs on Monday after the minister was pushed out of Zoran Holdings.", want: []string{"k=9 at=Homs"}},
	} {
		t.Run(c.name, c.run)
	}
}
