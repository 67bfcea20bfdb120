package attribute

import "testing"

// What news says every day in ways that a reader may trip over: figures parted by
// place, people told of by what they are, days counted from other days, speakers
// who are nobody, and weapons that are nobody's means.
func TestEverydayTellings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "figures by place", text: "Three people were killed in Douma by shelling on Monday, two in Harasta and one in Jobar, the Northland Documentation Network said.",
			want: []string{"k=3 at=douma", "k=2 at=harasta", "k=1 at=jobar"}, only: true},
		{name: "a total and its places", text: "Activists said 11 people were killed on Monday: five in Douma, four in Hama and two in Saraqib.",
			want: []string{"k=11", "k=5 at=douma", "k=4 at=hama", "k=2 at=saraqib"}, only: true},
		{name: "figures by year are no places", text: "Shells killed nine people in Douma on Monday, more than in May and six in 2012.",
			want: []string{"k=9 at=douma"}, only: true},
		{name: "his two sons", text: "A landmine killed a shepherd and his two sons near Saraqib on Monday.",
			want: []string{"k=3"}, only: true},
		{name: "its driver", text: "Gunmen opened fire on a bus near Saraqib on Monday and killed its driver.",
			want: []string{"k=1 by=gunmen"}, only: true},
		{name: "the driver and two passengers", text: "Soldiers fired on a minibus near Saraqib on Monday, killing the driver and two passengers, a priest said.",
			want: []string{"k=3 by=soldiers said=priest"}, only: true},
		{name: "the imam of the mosque and others", text: "The explosion in Idlib on Monday killed the imam of the mosque and 17 worshippers.",
			want: []string{"k=18"}, only: true},
		{name: "one by one", text: "A convoy was attacked near Idlib on Monday, killing the Italian ambassador, his bodyguard and a driver.",
			want: []string{"k=3"}, only: true},
		{name: "those who did it are not counted", text: "The army killed the attackers in Idlib on Monday.", want: nil, only: true},
		{name: "the rest are not one", text: "Gunmen attacked a bus near Idlib on Monday, killing the rest of its passengers.",
			want: []string{"k=none"}, only: true},
		{name: "a crew is not one", text: "A missile hit a boat near Idlib on Monday, killing its crew.", want: []string{"k=none"}, only: true},
		{name: "no one was hurt", text: "A shell hit a school in Idlib on Monday; no one was hurt.",
			want: []string{"ev=shelling k=0 i=0"}, only: true},
		{name: "two dead, nobody else hurt", text: "A shell killed two people in Idlib on Monday; nobody else was injured.",
			want: []string{"k=2 i=0"}, only: true},
		{name: "five dead, no injuries", text: "The blast killed five people in Idlib on Monday. No injuries were reported.",
			want: []string{"k=5 i=0"}, only: true},
		{name: "two hurt, nobody else", text: "A shell wounded two people in Idlib on Monday; nobody else was hurt.",
			want: []string{"k=none i=2"}, only: true},
		{name: "two hurt, then nobody else", text: "A shell wounded two people in Idlib on Monday. Nobody else was hurt.",
			want: []string{"k=none i=2"}, only: true},
		{name: "shot dead, no officer hurt", text: "A man was shot dead in Gary on Monday. No officers were injured, police said.",
			want: []string{"k=1 i=0"}, only: true},
		{name: "the ward has a number", text: "Shells fell on Ward 5 and killed a nurse in Idlib on Monday.",
			want: []string{"k=1"}, only: true},
		{name: "men in a pickup", text: "Three men in a pickup were killed when a drone hit their vehicle near Idlib on Monday, and a passer-by was hurt.",
			want: []string{"k=3 i=1"}, only: true},
		{name: "of them, quoted", text: "Troops ambushed the fighters near Idlib on Monday and killed \"scores of them\".",
			want: []string{"k=~40"}, only: true},
		{name: "of them, harmed", text: "Commanders were meeting in a house in Idlib on Monday when it was bombed, and 17 of them were killed, the police said.",
			want: []string{"k=17 said=police"}, only: true},
		{name: "breath", text: "Five people died and eight others experienced breathing difficulties after shells with toxic gas hit Aleppo on Monday, the health director said.",
			want: []string{"k=5 i=8"}, only: true},
		{name: "leaving martyrs", text: "A warship shelled two boats off Idlib on Monday, leaving nine martyrs.",
			want: []string{"k=9"}, only: true},
		{name: "the toll has climbed", text: "The death toll from Sunday's bombing of a church in Idlib has climbed to 21.",
			want: []string{"k=21"}, only: true},
		{name: "put the dead at", text: "A car bomb exploded at a market in Aleppo on Monday, killing seven. The governor put the dead at five.",
			want: []string{"k=7", "k=5 said=governor"}, only: true},
		{name: "among the dead", text: "At least 12 civilians were killed in air strikes on Aleppo on Monday, an NGO said. The Northland Documentation Network said five children were among the dead in the rebel-held district of Marjeh.",
			want: []string{"k=12+ at=marjeh"}, only: true},
		{name: "had earlier given", text: "A bomb killed 20 people in Homs on Monday, police said. They had earlier given a toll of 12.",
			want: []string{"k=20"}, only: true},
		{name: "initial reports", text: "A bomb killed 20 people in Homs on Monday, police said. Initial reports spoke of 12 dead.",
			want: []string{"k=20"}, only: true},
		{name: "another's lower figure stays", text: "A bomb killed 20 people in Homs on Monday, police said. The city hospital put the toll at 12.",
			want: []string{"k=20 said=police", "k=12 said=hospital"}, only: true},
		{name: "rocked", text: "A car bomb rocked Masaken Barzeh in Damascus on Monday, killing eight.",
			want: []string{"k=8 at=barzeh in=damascus"}, only: true},
		{name: "condemned", text: "A bomb killed 20 people in Homs on Monday, police said. The minister condemned the bombing. There was no immediate claim of responsibility for the attack.",
			want: []string{"k=20"}, only: true},
		{name: "only condemned", text: "The minister condemned the bombing of a hospital in Homs on Monday, in which 30 people were killed.",
			want: []string{"k=30"}, only: true},
		{name: "has a list", text: "A bomb exploded in Homs on Monday. The hospital counted nine dead. The city council has a list of 22 dead.",
			want: []string{"k=9 said=hospital", "k=22 said=council"}, only: true},
		{name: "bullet", text: "A stray bullet struck a 9-year-old girl as she slept in her bedroom in Akron on Monday, her mother said.",
			want: []string{"ev=shooting i=1"}, only: true},
		{name: "where he died", text: "Officers found a man suffering from gunshot wounds on Maple Avenue in Toledo on Monday. He was taken to a hospital, where he died.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "the next day", text: "A mortar shell killed three people in Douma on May 12. The next day a car bomb killed four in Hama.",
			want: []string{"k=3 on=2017-05-12", "k=4 on=2017-05-13"}, only: true},
		{name: "the next day of nothing", text: "The next day a car bomb killed four people in Hama.",
			want: []string{"k=4 on=2017-10-18"}, only: true},
		{name: "no group has claimed", text: "No group has claimed responsibility for the bombing in Kirkuk on Monday, which killed four.",
			want: []string{"k=4 -said=group -by=group"}, only: true},
		{name: "police in a town", text: "Police in Gary are investigating after a woman was shot and killed inside her home on Monday.",
			want: []string{"k=1 said=police -by=police"}, only: true},
		{name: "possessive", text: "Four people were killed in Aleppo's Hamdaniya quarter on Monday.",
			want: []string{"k=4 at=hamdaniya in=aleppo"}, only: true},
		{name: "possessive whose apostrophe is lost", text: "Four people were killed when shells fell in Aleppos Bab al-Nairab on Monday activists said.",
			want: []string{"k=4 at=nairab"}, only: true},
		{name: "suburb of", text: "Four people were killed in the Kyiv suburb of Bucha on Monday.",
			want: []string{"k=4 at=bucha"}, only: true},
		{name: "town of", text: "Four people were killed in the Idlib town of Saraqib on Monday.",
			want: []string{"k=4 at=saraqib"}, only: true},
		{name: "a headline without its comma", text: "Blast at Idlib Checkpoint 12 Killed. A bomb exploded at a checkpoint in Idlib on Monday.",
			want: []string{"k=12"}},
		{name: "houses were destroyed", text: "Nine houses were destroyed and mortar shells killed three people in Latakia on Monday.",
			want: []string{"ev=shelling k=3"}, only: true},
		{name: "spoils", text: "The army destroyed a mortar launcher and a tank and killed 15 militants in Latakia on Monday.",
			want: []string{"k=15 by=army"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	for _, text := range []string{
		"The army destroyed a mortar launcher and a tank and killed 15 militants in Latakia on Monday.",
		"Army units destroyed three vehicles equipped with heavy machineguns and killed 15 militants in Latakia on Monday.",
		"Two mortars were seized and 15 militants killed in Latakia on Monday.",
	} {
		cs, _ := testReader().Read(report("", text))
		if len(cs) == 0 {
			t.Errorf("%q: no claim", text)
		}
		for i := range cs {
			if e := cs[i].Event; e == "shelling" || e == "shooting" {
				t.Errorf("%q: %s, though the weapons are spoils", text, e)
			}
		}
	}
}
