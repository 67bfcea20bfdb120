package attribute

import "testing"

// Who did it, by words that tell no deed of his; and who is named beside a deed and
// did nothing.
func TestBlameTellings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "holds responsibility", text: "The official said Russia holds responsibility for the strike on a convoy in Idlib on Monday that killed nine people.",
			want: []string{"k=9 by=russia said=official"}, only: true},
		{name: "not clear whether it was behind", text: "The monitor said it was not clear whether Russia was behind the strike in Idlib on Monday that killed nine people.",
			want: []string{"k=9 -by=russia"}, only: true},
		{name: "a helicopter that was shot down", text: "A Russian helicopter was shot down near Idlib on Monday, killing all five people on board.",
			want: []string{"ev=attack k=5 -by=russian"}, only: true},
		{name: "what kind of helicopter", text: "A Russian Mi-8 military transport helicopter was shot down near Idlib on Monday. Five people died.",
			want: []string{"k=5 -by=russian"}, only: true},
		{name: "shot down, in a headline's way", text: "Russian military helicopter shot down in Idlib, five on board killed on Monday.",
			want: []string{"k=5 -by=russian"}, only: true},
		{name: "a helicopter that struck", text: "A Russian helicopter struck a market near Idlib on Monday, killing five people.",
			want: []string{"k=5 by=russian"}, only: true},
		{name: "which belongs to", text: "The blast against the headquarters of a brigade which belongs to Ahrar al-Sham killed 45 people in Idlib on Monday.",
			want: []string{"k=45 -by=ahrar"}, only: true},
		{name: "a village that no book lists", text: "An air strike on the village of Tal Exampleh killed 10 people on Monday.",
			want: []string{"k=10 -by=exampleh"}, only: true},
		{name: "the number killed at", text: "The monitor put the number of civilians killed at 13 in the shelling of Idlib on Monday.",
			want: []string{"k=13 -by=civilians"}, only: true},
		{name: "blamed those with", text: "The government blamed protesters with petrol bombs for the fire at a warehouse in Idlib on Monday.",
			want: []string{"by=protesters"}, only: true},
		{name: "its ministry", text: "Russia's defence ministry said it had destroyed a depot of weapons in Odesa on Monday.",
			want: []string{"by=russia said=ministry"}, only: true},
		{name: "confirmed a strike", text: "The military confirmed a strike on the town of Togoga on Monday but said only fighters had been hit.",
			want: []string{"ev=air_strike by=military said=military"}, only: true},
		{name: "confirmed a shooting", text: "The army confirmed a shooting in Togoga on Monday that killed nine people.",
			want: []string{"k=9 -by=army said=army"}, only: true},
		{name: "what her victim was", text: "Roe, 35, shot bartender Jane Example to death in Gary on Monday, witnesses said.",
			want: []string{"k=1 by=roe"}, only: true},
		{name: "told dispatchers that he had", text: "John Roe, 58, told dispatchers that he had shot his neighbor in Gary on Monday.",
			want: []string{"by=roe"}, only: true},
		{name: "whom a witness saw", text: "A witness said she saw John Roe step out of a car and fire at a man in Gary on Monday.",
			want: []string{"by=roe"}, only: true},
		{name: "one of them", text: "Two people in dark coats walked into a store in Gary on Monday and one of them shot the clerk.",
			want: []string{"by=people"}, only: true},
		{name: "exchanged fire with", text: "A man died in Toledo on Monday after exchanging gunfire with state troopers.",
			want: []string{"k=1 by=troopers"}, only: true},
		{name: "police who found bodies", text: "Police found the bodies of 12 people with their hands tied in Idlib on Monday.",
			want: []string{"k=12 -by=police"}, only: true},
		{name: "a settler", text: "A settler set fire to nine houses in Huwara on Monday.",
			want: []string{"by=settler"}, only: true},
		{name: "a terrorist bomb", text: "A terrorist car bomb went off at a market in Idlib on Monday, killing eight people.",
			want: []string{"ev=bombing k=8 -by=terrorist"}, only: true},
		{name: "terrorist shells", text: "A terrorist mortar attack on Idlib on Monday killed eight people.",
			want: []string{"ev=shelling k=8 by=terrorist"}, only: true},
		{name: "whose fighters were killed", text: "A suicide bomb blast struck a town near Damascus on Monday, killing 14 fighters from Jaish al-Islam and wounding several others.",
			want: []string{"k=14 -by=jaish"}, only: true},
		{name: "members of", text: "The blast that wiped out a meeting in Idlib on Monday killed 47 members of Ahrar al-Sham.",
			want: []string{"k=47 -by=ahrar"}, only: true},
		{name: "a state's attack", text: "Russia's overnight attack on Kharkiv on Monday killed two people.",
			want: []string{"k=2 by=russia"}, only: true},
		{name: "a state killed", text: "Israel killed nine people in a strike on Gaza on Monday.",
			want: []string{"k=9 by=israel"}, only: true},
		{name: "war in the north of it", text: "The war in Northern Syria killed nine people in Idlib on Monday.",
			want: []string{"k=9 -by=syria"}, only: true},
		{name: "by a classmate", text: "A teenager was stabbed to death by a classmate in Gary on Monday.",
			want: []string{"k=1 by=classmate"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// One of those killed did not do it.
func TestOneOfTheKilled(t *testing.T) {
	c := claimCase{text: "The guard was one of three people killed in a raid on the hospital in Homs on Monday, the health office said.", want: []string{"k=3 -by=guard"}, only: true}
	c.run(t)
}
