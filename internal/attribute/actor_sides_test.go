package attribute

import "testing"

// Who fights, and who only tells of it.
func TestSides(t *testing.T) {
	for _, c := range []claimCase{
		{name: "protesters and police", text: "Protesters clashed with police in Khartoum on Thursday; one protester was killed by a tear gas canister.",
			want: []string{"ev=clash k=1 by=protesters by=police"}, only: true},
		{name: "between people", text: "Clashes between herders and villagers near Jos killed nine people on Friday.",
			want: []string{"ev=clash k=9 by=herders by=villagers"}, only: true},
		{name: "with students", text: "Police clashed with students in Dhaka on Monday, injuring 12.",
			want: []string{"ev=clash by=police by=students"}, only: true},
		{name: "own losses", text: "The Northland military said one of its soldiers was killed by a car bomb in al-Bab on Sunday.",
			want: []string{"ev=bombing k=1 -by=military"}, only: true},
		{name: "own losses in a clash", text: "The army said three of its soldiers died when militants ambushed a patrol in Cauca on Monday.",
			want: []string{"ev=clash k=3 by=militants by=army"}, only: true},
		{name: "own deeds", text: "The army said its soldiers had killed nine rebels in Cauca on Monday.",
			want: []string{"k=9 by=army"}, only: true},
		{name: "a committee with its place", text: "The opposition Local Coordination Committee of Douma said shelling killed three people on Friday.",
			want: []string{"ev=shelling k=3 -by=committee"}, only: true},
		{name: "a name that begins as a place", text: "Troops battled Shan State Army-North rebels near Lashio on Friday.",
			want: []string{"ev=clash by=shan_state_army by=troops"}, only: true},
		{name: "a name that begins with a common word", text: "Popular Mobilisation fighters abducted 20 men in Tikrit on Saturday.",
			want: []string{"ev=abduction by=popular_mobilisation"}, only: true},
		{name: "another group", text: "Another group, the Karm Network, said shelling killed four people in Zabadani on Friday.",
			want: []string{"ev=shelling k=4 -by=group"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Names that no book knows are sides too, and men are told of by what they wear.
func TestNamedSides(t *testing.T) {
	for _, c := range []claimCase{
		{name: "clans", text: "Clan fighting between Karmal and the Nildiya sub-clans near Homs left six people dead on Monday.", want: []string{"ev=clash k=6 by=karmal by=nildiya"}, only: true},
		{name: "a road between", text: "Clashes on the road between Karmal and Nildiya left six people dead on Monday.", want: []string{"ev=clash k=6 -by=karmal"}, only: true},
		{name: "plain clothes", text: "Two students were abducted in Homs on Monday by men in plain clothes.", want: []string{"ev=abduction by=plain_clothes"}, only: true},
		{name: "hooded", text: "Hooded men opened fire on a hall in Homs on Monday, killing five people.", want: []string{"k=5 by=hooded_men"}, only: true},
		{name: "reported to have", text: "ISIS fighters are reported to have abducted seven women in Homs on Monday.", want: []string{"ev=abduction by=fighters"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Deeds by their everyday names in records of violations.
func TestDeedsOfRecords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "vandalised", text: "Unidentified persons vandalised the cemetery of Homs on 12 October.", want: []string{"ev=property_destruction by=unidentified_persons"}, only: true},
		{name: "whipped", text: "Four men were whipped in public in Homs on 12 October.", want: []string{"ev=ill_treatment"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A crowd does deeds as well, and so do the guards of a country that are no army.
func TestCrowds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of the party", text: "On 3 June supporters of the ruling party attacked a polling station in Homs, injuring two.", want: []string{"ev=attack i=2 by=supporters"}, only: true},
		{name: "fought", text: "On 3 June supporters of the two main parties clashed in Homs, leaving seven injured.", want: []string{"ev=clash i=7 by=supporters"}, only: true},
		{name: "torched", text: "On 3 June residents torched a police post in Homs.", want: []string{"ev=property_destruction by=residents"}, only: true},
		{name: "burned down by", text: "On 3 June a church was burned down by youths in Homs.", want: []string{"ev=property_destruction by=youths"}, only: true},
		{name: "hurled", text: "On 3 June protesters threw Molotov cocktails at a radio station in Homs.", want: []string{"by=protesters"}, only: true},
		{name: "members of", text: "On 3 June suspected KLNB members abducted two teachers near Homs.", want: []string{"ev=abduction by=klnb_members"}, only: true},
		{name: "customs", text: "On 3 June customs agents shot dead four smugglers in Homs.", want: []string{"k=4 by=customs_agents"}, only: true},
		{name: "gunfire of", text: "Two civilians were killed by gunfire of unidentified gunmen in Homs on June 3.", want: []string{"k=2 by=unidentified_gunmen"}, only: true},
		{name: "relatives claim", text: "Relatives of one of the killed men claim that he had been abducted from his home in Homs on June 3.", want: []string{"ev=abduction -by=relatives"}, only: true},
		{name: "they flee", text: "On 3 June residents of Homs fled after rebels attacked a market, injuring two.", want: []string{"i=2 by=rebels"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who is thought to have done it is told of in a sentence behind the deed.
func TestThoughtToHave(t *testing.T) {
	for _, c := range []claimCase{
		{name: "suspected", text: "A suicide bomber killed himself and five soldiers in Homs on Monday. The Karm Liberation Army was suspected.", want: []string{"k=6 by=karm_liberation_army"}, only: true},
		{name: "responsible", text: "A bomb killed two policemen in Homs on Monday. Al-Shabaab is believed to be responsible.", want: []string{"k=2 by=al-shabaab"}, only: true},
		{name: "not responsible", text: "A bomb killed two policemen in Homs on Monday. Al-Shabaab was not responsible.", want: []string{"k=2 -by=al-shabaab"}},
		{name: "behind schedule", text: "A bomb killed two policemen in Homs on Monday. The army was behind schedule.", want: []string{"k=2 -by=army"}, only: true},
		{name: "no body", text: "A bomb killed two policemen in Homs on Monday. Robbery is suspected.", want: []string{"k=2 -by=robbery"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Blows, groups of people and letters that no list has.
func TestWhoStruck(t *testing.T) {
	for _, c := range []claimCase{
		{name: "assaulted", text: "On 3 June a reporter was assaulted by policemen in Homs.", want: []string{"ev=attack by=policemen at=Homs"}, only: true},
		{name: "a reporter there", text: "On 3 June policemen assaulted a reporter in Homs.", want: []string{"ev=attack by=policemen at=Homs"}, only: true},
		{name: "beaten", text: "On 3 June soldiers beat two traders in Homs.", want: []string{"ev=attack by=soldiers"}, only: true},
		{name: "beaten in custody", text: "On 3 June two students were beaten in custody in Homs.", want: []string{"ev=ill_treatment"}, only: true},
		{name: "a game", text: "Karm FC beat Nil United 3-1 in Homs on 3 June.", only: true},
		{name: "a group of", text: "On 3 June two pastors were kidnapped by a group of unknown men in Homs.", want: []string{"ev=abduction by=unknown_men"}, only: true},
		{name: "a group of youths", text: "On 3 June a nurse was wounded by a group of local youths in Homs.", want: []string{"i=1 by=youths"}, only: true},
		{name: "letters", text: "On 3 June an NRF airstrike killed 12 insurgents in Homs.", want: []string{"ev=air_strike k=12 by=nrf"}, only: true},
		{name: "by those from", text: "On 3 June Adnan Karm was abducted by gunmen from Zabadani, Damascus.", want: []string{"ev=abduction at=Zabadani by=gunmen"}, only: true},
		{name: "a porter", text: "On 3 June a porter was wounded by direct fire of border guards in Homs.", want: []string{"ev=shooting i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What is found of the dead counts, and how it looks says how they died.
func TestMarkedBodies(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one", text: "On 3 June a bullet-riddled body was found in Homs.", want: []string{"ev=killing k=1"}, only: true},
		{name: "two", text: "On 3 June two bullet-riddled bodies were recovered in Homs.", want: []string{"ev=killing k=2"}, only: true},
		{name: "of a teacher", text: "On 3 June the mutilated body of a teacher was found in Homs.", want: []string{"ev=killing k=1"}, only: true},
		{name: "torture", text: "On 3 June the bodies of three men bearing signs of torture were found in Homs.", want: []string{"ev=killing k=3"}, only: true},
		{name: "unspecified", text: "On 3 June gunmen killed an unspecified number of traders in Homs.", want: []string{"k=~2 by=gunmen"}, only: true},
		{name: "nil", text: "On 3 June three mortar rounds landed near a clinic in Homs. Nil casualties.", want: []string{"ev=shelling k=0 i=0"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
