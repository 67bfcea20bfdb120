package attribute

import "testing"

// A headline says that a story tells of shootings, and of a stabbing it says so.
func TestOfShootings(t *testing.T) {
	for how, want := range map[string]string{"": "ev=shooting k=1 i=4", " with a knife": "ev=attack k=1 i=4"} {
		rep := report("Shootings of the past weekend", "There has been a spike in violence, police said.\n\nKELSO\n\nFour people were found dead on Sunday in an apartment. Police held a man of 31.\n\nSELAH\n\n"+
			"A boy of 17 was killed"+how+" and four more teenagers were wounded in a warehouse by the river early Sunday, the police chief said.")
		cs, _ := testReader().Read(rep)
		met := false
		for k := range cs {
			met = met || mismatch(&cs[k], want) == ""
		}
		if !met {
			t.Errorf("%q: want %s; read:%s", how, want, listed(cs))
		}
	}
}

// Who is shot dead is shot, though he had a knife.
func TestShotDown(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a man with a knife", text: "A man waving a knife outside a bank in Selah was shot dead by two officers on Friday, the sheriff said. He had stabbed a dog.", want: []string{"ev=shooting k=1 by=officers"}},
		{name: "where no sheriff is", text: "A man waving a knife outside a bank in Selah was shot dead by two officers on Friday, authorities said.\n\nCallers had told police that a man was swinging a knife at people. The man raised the knife to stab an officer, who ran, the police department said. He attacked a second officer with the knife.",
			want: []string{"ev=shooting k=1 by=officers"}},
		{name: "a stabbing", text: "A man was stabbed to death outside a bank in Selah on Friday, the sheriff said. Police said no shots were fired.", want: []string{"ev=attack k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What kind of deed is told, by words that mean one or another.
func TestKindWords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "suicide bombers among the dead", text: "The army killed 75 militants including suicide bombers in Idlib on Monday.",
			want: []string{"ev=clash k=75 by=army"}, only: true},
		{name: "their vests", text: "Soldiers killed five attackers wearing suicide vests in Idlib on Monday.",
			want: []string{"ev=clash k=5 by=soldiers"}, only: true},
		{name: "by a suicide bomber", text: "Nine people were killed by a suicide bomber in Idlib on Monday.",
			want: []string{"ev=suicide_bombing k=9"}, only: true},
		{name: "who did it among the dead", text: "The attack killed nine people including the suicide bombers in Idlib on Monday.",
			want: []string{"ev=suicide_bombing k=9"}, only: true},
		{name: "killed in crossfire", text: "Three civilians were killed in crossfire in Idlib on Monday.",
			want: []string{"ev=clash k=3"}, only: true},
		{name: "caught in the crossfire", text: "A woman was caught in the crossfire in Gary on Monday and died.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "burned alive", text: "A mob burned four people alive in Lagos on Monday.",
			want: []string{"ev=killing k=4 by=mob"}, only: true},
		{name: "beat to death", text: "A mob beat 11 officers to death in Lagos on Monday.",
			want: []string{"ev=attack k=11 by=mob"}, only: true},
		{name: "beaten, and no more", text: "Soldiers beat nine villagers in Kani on Monday.",
			want: []string{"ev=attack k=none by=soldiers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// "After" opens the deed itself where what stands before it says when, and a clause that
// had its verb leaves the deed to the next.
func TestSceneOrDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "last week after", text: "Rebels entered Taiz last week after a suicide bomber blew himself up at the checkpoint, killing eight soldiers.", want: []string{"ev=suicide_bombing k=8"}, only: true},
		{name: "before he spoke", text: "Hours before the minister spoke a car bomb near a silo in Taiz killed three people.", want: []string{"ev=bombing k=3"}, only: true},
		{name: "hours after", text: "Shelling killed three people in Taiz on Monday, hours after a gas attack on Hama.", want: []string{"ev=shelling k=3"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A blow is ill-treatment only in custody; who is hit in the neck was shot, if it was no
// stone; a hospital that is stormed is attacked.
func TestBlowsAndHits(t *testing.T) {
	for _, c := range []claimCase{
		{name: "by his roommate", text: "A man was beaten with a table leg by his roommate in Akron on Monday.", want: []string{"ev=attack"}, only: true},
		{name: "booked later", text: "A man, 48, was beaten with a chair leg by his brother in Akron on Monday and the brother was later booked into the county jail.", want: []string{"ev=attack"}},
		{name: "in custody", text: "Two men were beaten in custody in Hama on Monday, residents said.", want: []string{"ev=ill_treatment"}, only: true},
		{name: "hit in the neck", text: "John Example was hit in the neck as he filmed troops in Hama on Monday, his station said.", want: []string{"ev=shooting"}, only: true},
		{name: "by a stone", text: "A boy was struck in the head by a stone and wounded in Hama on Monday, police said.", want: []string{"ev=attack"}, only: true},
		{name: "a ward stormed", text: "Gunmen stormed the ward of a hospital in Hama on Monday and wounded a nurse.", want: []string{"ev=attack"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What past battles left behind goes off as a mine does.
func TestLeftOver(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an object", text: "Two children were wounded when an object left over from past battles went off near Hama on Monday.", want: []string{"ev=landmine i=2"}, only: true},
		{name: "a leftover shell", text: "Two boys were wounded on Monday in Hama when a leftover shell blew up as they played.", want: []string{"ev=landmine i=2"}, only: true},
		{name: "water cut", text: "Water was cut in the town of Hama on Monday by the rebels, residents said.", want: []string{"ev=obstruction"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Fire on a part of a town comes from guns; who shoots and then blows himself up is a bomber; who
// storms a shrine to wreck it destroys.
func TestWhatItWasInTheEnd(t *testing.T) {
	for _, c := range []claimCase{
		{name: "rebel fire", text: "A barrel bomb killed 15 people in the north of Taiz on Monday. Rebel fire on the army-held south of Taiz killed nine others, a monitor said.", want: []string{"ev=air_strike k=15", "ev=shelling k=9 by=rebel"}, only: true},
		{name: "army fire", text: "Nine civilians were killed on Monday in army fire on the eastern districts of Taiz, a medic said.", want: []string{"ev=shelling k=9 by=army"}, only: true},
		{name: "an attack in army fire", text: "The attack on Taiz on Monday killed nine people in army fire on the west of the city.", want: []string{"ev=shelling k=9 by=army"}, only: true},
		{name: "police fire on a rally", text: "Nine people were killed on Monday in police fire on a rally in Taiz, a medic said.", want: []string{"ev=attack k=9"}, only: true},
		{name: "rocket bomb", text: "A rocket bomb fell on the Midan quarter of Damascus on Monday, killing nine people.", want: []string{"ev=shelling k=9"}, only: true},
		{name: "then blew himself up", text: "A man fired on guards at a checkpoint in Kabul on Monday before blowing himself up, killing nine people, police said.", want: []string{"ev=suicide_bombing k=9"}, only: true},
		{name: "another blew himself up elsewhere", text: "Gunmen shot dead nine people in Kabul on Monday, two days after a man blew himself up in Herat.", want: []string{"ev=shooting k=9"}},
		{name: "tore down crosses", text: "Fighters stormed a church in Raqqa on Monday, tearing down crosses, residents said.", want: []string{"ev=property_destruction by=fighters"}, only: true},
		{name: "plaques of an embassy", text: "Protesters stormed the embassy of Northland in Baghdad on Monday, tearing down plaques.", want: []string{"ev=property_destruction by=protesters"}, only: true},
		{name: "windows of a museum", text: "Gunmen stormed the museum in Taiz on Monday and smashed the windows of its hall.", want: []string{"ev=property_destruction by=gunmen"}, only: true},
		{name: "statues of an army base", text: "Fighters stormed an army base in Raqqa on Monday, tearing down statues.", want: []string{"ev=clash by=fighters"}, only: true},
		{name: "stormed a post", text: "Fighters stormed an army post in Raqqa on Monday, residents said.", want: []string{"ev=clash by=fighters"}, only: true},
		{name: "stormed and killed", text: "Fighters stormed a church in Raqqa on Monday, killing nine people and tearing down crosses.", want: []string{"ev=attack k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
