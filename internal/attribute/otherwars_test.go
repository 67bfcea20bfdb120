package attribute

import (
	"testing"

	"isnad"
)

// What reports of many wars tell in ways of their own: captives who are led away and
// shot, people counted by their ages, nights between two days.
func TestOtherWars(t *testing.T) {
	for _, c := range []claimCase{
		{name: "men counted by their ages", text: "Shells wounded men aged 44, 51 and 67 in Idlib on Monday.",
			want: []string{"i=3"}, only: true},
		{name: "counted by their ages, passive", text: "Women aged 29 and 33 were killed when a shell hit their yard in Idlib on Monday.",
			want: []string{"ev=shelling k=2"}, only: true},
		{name: "an age and under", text: "Shells wounded boys aged 12 and under in Idlib on Monday.",
			want: []string{"i=none"}, only: true},
		{name: "beaten back", text: "The general staff said nine attacks were beaten back near Idlib on Monday.",
			want: []string{"ev=clash"}, only: true},
		{name: "pulled off and shot", text: "Gunmen pulled nine passengers off a bus near Idlib on Monday and shot them dead, officials said.",
			want: []string{"ev=killing k=9"}, only: true},
		{name: "dragged out and shot", text: "Soldiers dragged seven men, one of them a deacon, out of their homes in Idlib on Monday and shot them by the road, a priest said.",
			want: []string{"ev=killing k=7"}, only: true},
		{name: "taken out in groups", text: "Soldiers took people out of the church in Idlib in groups of three on Monday and shot them, a priest said.",
			want: []string{"ev=killing k=none"}, only: true},
		{name: "taken off and gunned down", text: "Six labourers from Hama were taken off a passenger van and gunned down in Idlib on Monday, officials said.",
			want: []string{"ev=killing k=6"}, only: true},
		{name: "pulled out and shot in the leg", text: "A man was pulled from his car and shot in the leg in Idlib on Monday, police said.",
			want: []string{"ev=shooting"}, only: true},
		{name: "put to death", text: "The fighters put to death four farmers in Idlib on Monday, two residents said.",
			want: []string{"ev=killing k=4"}, only: true},
		{name: "burns", text: "A drone strike killed three brothers in Idlib on Monday. A fourth brother survived with burns.",
			want: []string{"ev=drone_strike k=3 i=1"}, only: true},
		{name: "an explosive drone", text: "Guerrillas killed three soldiers with an explosive-laden drone near Idlib on Monday.",
			want: []string{"ev=drone_strike k=3"}, only: true},
		{name: "a herd is taken", text: "Gunmen made off with some 300 goats near Idlib on Monday, a herder said.",
			want: []string{"ev=property_destruction by=gunmen said=herder"}, only: true},
		{name: "a herd is taken by killers", text: "Bandits attacked farmers near Idlib on Monday, killing two men, and stole 200 cows.",
			want: []string{"ev=attack k=2"}, only: true},
		{name: "cash is taken", text: "A thief made off with cash in Idlib on Monday.", only: true},
		{name: "there was none", text: "Shells killed four people in Idlib on Monday, residents said. A police commander said there was no shelling in Idlib.",
			want: []string{"k=4 said=residents", "k=none said=commander st=denied"}},
		{name: "hit by a bullet", text: "A nurse died in Idlib on Monday, hit by a bullet in the yard of a clinic.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "speaking without a name", text: "A hospital worker in the town, speaking on condition of anonymity, said five people died in a bombing in Idlib on Monday.",
			want: []string{"k=5 said=worker"}, only: true},
		{name: "reached by telephone", text: "Two farmers from the area, contacted by phone through a relative, said soldiers shot dead five people in Idlib on Monday.",
			want: []string{"k=5 said=farmers"}, only: true},
		{name: "raiders named behind", text: "Seven people died in a raid by gang members on Idlib on Monday.",
			want: []string{"ev=attack k=7"}, only: true},
		{name: "fighters are raided", text: "Seventeen fighters were killed in raids on Idlib on Monday, the Observatory said.",
			want: []string{"ev=air_strike k=17"}, only: true},
		{name: "and that, counted", text: "The army said rebels attacked Homs on Monday, wounding two soldiers, and that a bomb exploded in Hama, killing four people.",
			want: []string{"i=2 at=homs", "k=4 at=hama"}, only: true},
		{name: "and that, not counted", text: "The agency said jets carried out ten raids on Homs on Monday, and that another raid hit a bakery in Hama, killing four workers.",
			want: []string{"k=none at=homs", "k=4 at=hama"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Two days that share the name of their month are one date.
func TestTwoDays(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"Security forces killed four militants in Idlib on the night between March 7 and 8, the army said.", "2017-03-07", "2017-03-08"},
		{"Gunmen killed eleven farmers in Idlib on the night of 4 to 5 May, residents said.", "2017-05-04", "2017-05-05"},
		{"Gunmen killed eleven farmers in Idlib on Sept. 11 and 12, 2016, residents said.", "2016-09-11", "2016-09-12"},
		{"On May 5 and 6 people were killed in Idlib, residents said.", "2017-05-05", "2017-05-05"},
	} {
		rep := report("", c.text)
		cs, _ := testReader().Read(rep)
		if len(cs) != 1 || cs[0].When.From.String() != c.from || cs[0].When.To.String() != c.to {
			t.Errorf("%q: %v", c.text, cs)
		}
	}
}

// Who is killed on suspicion is killed for certain.
func TestSuspectedVictims(t *testing.T) {
	for text, want := range map[string]isnad.Stance{
		"Police killed 12 suspected gang members in Idlib on Monday.":              isnad.StanceAsserted,
		"Residents lynched eight suspected bandits in Idlib on Monday.":            isnad.StanceAsserted,
		"A suspected drone strike killed a suspected militant in Idlib on Monday.": isnad.StanceHedged,
	} {
		cs, _ := testReader().Read(report("", text))
		if len(cs) != 1 || cs[0].Stance != want {
			t.Errorf("%q: %v", text, cs)
		}
	}
}
