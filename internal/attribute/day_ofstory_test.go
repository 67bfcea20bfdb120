package attribute

import "testing"

// A lead that says only when somebody spoke takes the day on which a later sentence tells the same
// deed; an answer given on the next day is of the day of the deed.
func TestDayOfStory(t *testing.T) {
	for _, c := range []claimCase{
		{name: "told again with its day", text: "Air strikes killed nine civilians in Karm, a monitor said on Tuesday. Two rescuers were among those who died in the air strikes on Karm on Monday.",
			want: []string{"k=9 on=2017-10-16"}},
		{name: "another place", text: "Air strikes killed nine civilians in Homs, a monitor said on Tuesday. Air strikes killed two people in Aleppo on Monday.",
			want: []string{"k=9 on=2017-10-17", "k=2 on=2017-10-16"}, only: true},
		{name: "another kind of deed", text: "A car bomb killed nine civilians in Homs, a monitor said on Tuesday. Gunmen kidnapped two people in Homs on Monday.",
			want: []string{"k=9 on=2017-10-17"}},
		{name: "an answer", text: "Seven people were killed in a missile strike on Homs on Monday, officials said. Shrapnel wounded 33 others. The ministry said on Tuesday that it had destroyed a post of mercenaries in Homs, killing 60.",
			want: []string{"k=60 on=2017-10-16"}},
	} {
		t.Run(c.name, c.run)
	}
}

// People introduced at length, and sums that are no incident's.
func TestIntroduced(t *testing.T) {
	for _, c := range []claimCase{
		{name: "identified as", text: "A 52-year-old woman identified as Ruth Example, from Karm village in the west of Aleppo province, was killed on Monday when artillery fired shells at the village.", want: []string{"k=1"}, only: true},
		{name: "by trade", text: "Omar Example, a radio host, was shot in Homs on Monday, police said.", want: []string{"i=1"}, only: true},
		{name: "two of them", text: "Omar Example, a radio host, and his wife, a teacher, were shot in Homs on Monday, police said.", want: []string{"i=2"}},
		{name: "of whom so many were shot dead", text: "Bandits on Monday ambushed traders in Zamfara and shot 11 of them dead.", want: []string{"k=11"}, only: true},
		{name: "a week of a country", text: "At least 39 people were killed across Nigeria last week by armed persons. Gunmen invaded the village of Karm on Monday and killed 12 people.", want: []string{"k=12"}, only: true},
		{name: "how a sum is made up", text: "From 1 to 30 September the mission documented 39 civilian casualties – 11 deaths and 28 injuries – across Libya. Victims included six men killed and 14 injured. On 11 September a mortar round struck a home in Tayuri, killing a woman.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A "strike" is one by missiles where the report tells of missiles and of nothing that flies.
func TestMissileStrike(t *testing.T) {
	for _, c := range []claimCase{
		{name: "missiles", text: "A deadly strike on the town of Karm on Monday left nine people dead, officials said. The missile hit a block of flats.", want: []string{"ev=shelling k=9"}},
		{name: "planes too", text: "A deadly strike on the town of Karm on Monday left nine people dead, officials said. The warplanes fired a missile at a block of flats.", want: []string{"ev=air_strike k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}
