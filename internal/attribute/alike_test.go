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
		// a number behind a colon, in a list or behind a verb that may admit patients is none of the dead
		{name: "dead and the burial", text: "An attack in Kosti left four dead: 2,000 people went to the burial.", want: []string{"k=4"}, only: true},
		{name: "wounded and held", text: "Gunmen killed three people in Kosti on Monday. Seven soldiers wounded: 40 rebels held.", want: []string{"k=3 i=7"}, only: true},
		{name: "patients", text: "A blast killed nine people in Kosti on Monday. The hospital admitted 50.", want: []string{"k=9"}, only: true},
		{name: "a list of the sought", text: "Nine people were killed in Kosti on Monday. Police published a list of 14 names they want to arrest.", want: []string{"k=9"}, only: true},
		{name: "a list of the police", text: "Gunmen killed nine people in Kosti on Monday. Police have a list of 14 names.", want: []string{"k=9"}, only: true},
		// whom others harmed did not do it, and police who did are not passed over
		{name: "stabbed her", text: "A woman is in a hospital in Kosti after police say he stabbed her.", want: []string{"i=1 -by=woman"}, only: true},
		{name: "shot him", text: "Adel Example is recovering in Kosti after she shot him in the leg, police said.", want: []string{"i=1 -by=example"}, only: true},
		{name: "a raid by police", text: "Nine people died in a raid by police in a slum in Khartoum.", want: []string{"k=9 by=police"}, only: true},
		{name: "police threw him", text: "A man died after police threw him from a bridge in Khartoum, his brother said.", want: []string{"k=1 by=police"}, only: true},
		{name: "a police crackdown", text: "A police crackdown in Khartoum left nine people dead.", want: []string{"k=9 by=police"}, only: true},
		{name: "set fire", text: "Police in Kosti set fire to a house; two people died, witnesses said.", want: []string{"k=2 by=police"}, only: true},
		// who lives is not counted dead, and who is another is not passed over
		{name: "in the arm", text: "A man shot a clerk in the arm in Kosti and then turned the gun on himself, police said.", want: []string{"i=1"}, only: true},
		{name: "the girl", text: "A man was killed in a shooting in Kosti on Monday, police said. The girl was wounded in the shooting.", want: []string{"k=1 i=1"}, only: true},
		{name: "both officers", text: "Two men were killed in a shooting in Kosti on Monday, police said. Both officers were wounded.", want: []string{"k=2 i=2"}, only: true},
		// arms of war on an avenue, and who is taken in
		{name: "a drone on an avenue", text: "A drone struck a flat on Victory Avenue in Kharkiv on Monday, killing three people, police said.", want: []string{"ev=drone_strike k=3"}, only: true},
		{name: "executed on an avenue", text: "Two men were executed with shots to the head on Victory Avenue in Kosti on Monday, police said.", want: []string{"ev=killing k=2"}, only: true},
		{name: "took in", text: "Rebels took in 300 refugees in Kosti on Monday.", only: true},
		{name: "on a tour", text: "Militants took 30 people on a tour of Kosti on Monday, residents said.", only: true},
		{name: "graduates", text: "Five college grads were killed in Kosti on Monday.", want: []string{"ev=attack k=5"}},
		{name: "roads are closed", text: "Two people were killed in a blast in Kosti on Monday, it emerged. Rain fell. Police say roads are closed for a race.", want: []string{"k=2 -said=police"}, only: true},
		{name: "ran away from", text: "Two people were killed by gunmen who ran away from Mubarez on Monday.", want: []string{"k=2 -at=mubarez"}},
		{name: "with questions", text: "Mubarez was bombarded with questions after gunmen killed two people on Monday.", want: []string{"k=2 -at=mubarez"}},
	} {
		t.Run(c.name, c.run)
	}
}
