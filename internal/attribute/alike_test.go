package attribute

import "testing"

// What only looks like what a rule was written for: each of these was once read as if it were.
func TestOnlyLooksAlike(t *testing.T) {
	for _, c := range []claimCase{
		// nobody is dead because something is tied or bound
		{name: "a bus bound for a town", text: "A man was shot in the leg on a bus bound for Karm on Monday.", want: []string{"i=1 k=none"}, only: true},
		{name: "tied to a feud", text: "Fifty people were shot in Hama on Monday in an incident tied to a feud.", want: []string{"i=50 k=none"}, only: true},
		{name: "a suspect in handcuffs", text: "A man was shot in the arm in Hama on Monday and a suspect was handcuffed.", want: []string{"i=1 k=none"}, only: true},
		{name: "with their hands tied", text: "Four men were shot and thrown into a well with their hands tied in Hama on Monday.", want: []string{"k=4"}, only: true},
		{name: "with their hands bound", text: "Four men were shot in Hama on Monday, with their hands bound.", want: []string{"k=4"}, only: true},
		{name: "potentially fatal", text: "Five people sustained potentially fatal injuries in Hama on Monday in a shelling.", want: []string{"i=5 k=none"}, only: true},
		// whoever is told of in a clause about somebody else did not do what others do in it
		{name: "who filmed", text: "A journalist who filmed soldiers shot three men in Hama on Monday.", want: []string{"i=3 -by=journalist"}},
		{name: "who heard", text: "A neighbour who heard police shot a man in Hama on Monday.", want: []string{"i=1 -by=neighbour"}},
		{name: "known to them", text: "A resident known to the men who killed two farmers spoke in Hama on Monday.", want: []string{"k=2 -by=resident"}},
		{name: "upset about them", text: "A woman upset about the police who killed her son spoke in Hama on Monday.", want: []string{"k=1 -by=woman"}},
		{name: "he shot her", text: "The girl he then shot her father in Hama on Monday.", want: []string{"-by=girl"}},
		{name: "shot through a window", text: "A boy shot through a car window in Hama on Monday died.", want: []string{"k=1 -by=boy"}},
		{name: "through the door of her home", text: "A woman shot through the door of her home in Hama on Monday was killed.", want: []string{"k=1 -by=woman"}},
		{name: "who did shoot through a door", text: "A man shot through the door of a house in Hama on Monday, wounding two.", want: []string{"i=2 by=man"}},
		{name: "whom she had argued with", text: "A man she had argued with pulled up and fired at three men in Hama on Monday.", want: []string{"by=man"}},
		// two incidents of a war that police tell of are no story of the police beat
		{name: "a war that police tell of", text: "Boko Haram gunmen killed nine villagers in Konduga on Monday, police said. A bomb went off in Maiduguri, wounding four, police said.",
			want: []string{"k=9 at=konduga", "i=4 at=maiduguri"}, only: true},
		// sums and what they are made of
		{name: "a day and its deed", text: "18 August: 9 killed in Kano by a suicide bomber.", want: []string{"k=9 at=kano"}, only: true},
		{name: "the worst-hit town", text: "A total of 412 people were killed in Syria in September, a monitor said. In Homs, the worst-hit town, a shell killed 12 people.", want: []string{"k=12 at=homs"}, only: true},
		{name: "the worst hit town", text: "A total of 412 people were killed in Syria in September, a monitor said. In Homs, the worst hit town, a shell killed 12 people.", want: []string{"k=12 at=homs"}, only: true},
		{name: "first of all words", text: "Worst-hit towns: 412 people were killed and 80 others killed in Syria in September."}, /* was read past the first item */
		{name: "hours by plane", text: "Two hours by plane from the capital, the town of Karm was shelled on Monday.", want: []string{"k=none"}},
		{name: "attacks are counted", text: "Attacks in Karm on Monday: 12 by drones.", want: []string{"k=none"}},
		{name: "severe shortages", text: "The shelling left 30 families with severe shortages in Karm on Monday.", want: []string{"i=none"}},
		{name: "who claims whom", text: "After the attack in Karm on Monday, the insurgents claimed three soldiers.", want: []string{"k=none"}},
		{name: "what claims them", text: "The blast in Karm on Monday claimed three soldiers.", want: []string{"k=3"}},
		// where a deed was heard, answered or planned is not where it was
		{name: "heard", text: "A bomb killed nine in Homs on Monday. The blast was heard in the village of Tal Zoran.", want: []string{"k=9 at=homs"}, only: true},
		{name: "grew up", text: "A bomb killed nine in Homs on Monday. The gunman grew up in the village of Tal Zoran.", want: []string{"k=9 at=homs"}, only: true},
		{name: "protests", text: "A bomb killed nine in Homs on Monday. The attack prompted protests in the Zoran quarter.", want: []string{"k=9 at=homs"}, only: true},
		{name: "freed", text: "A bomb killed nine in Homs on Monday. The hostages were freed in the Zoran quarter.", want: []string{"k=9 at=homs"}, only: true},
		{name: "was", text: "A bomb killed nine in Homs on Monday. The blast was in the Zoran quarter.", want: []string{"k=9 at=zoran"}, only: true},
		{name: "near a village", text: "Near Thar Zoran Village, three farmers were killed by a mine on Monday.", want: []string{"k=3 at=thar -at=near"}, only: true},
		// another deed's day is not lent
		{name: "on Monday too", text: "A shell killed nine people in Idlib, a monitor said on Wednesday. Shelling hit Idlib on Monday too.", want: []string{"k=9 on=2017-10-18"}},
		{name: "another strike", text: "An air strike killed nine people in Karm, a monitor said on Wednesday. A drone strike on Karm on Monday killed a medic.", want: []string{"k=9 on=2017-10-18", "k=1 on=2017-10-16"}, only: true},
		// whose account a text is, whose missiles
		{name: "a minister speaks for himself", text: "Iranian Foreign Minister: We condemn the attack. Gunmen killed three in Karm on Monday.", want: []string{"k=3 -said=minister"}},
		{name: "others fire missiles", text: "An Israeli strike killed three in Gaza on Monday. Hamas fired missiles at Ashkelon.", want: []string{"ev=air_strike k=3"}},
	} {
		t.Run(c.name, c.run)
	}
}
