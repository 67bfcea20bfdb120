package attribute

import "testing"

// A court story tells one deed as a charge and as an account, and counts the dead in the
// charge only.
func TestCourtStories(t *testing.T) {
	for _, c := range []claimCase{
		{name: "plea and account", text: "Zoran, 31, pleaded guilty in September to murder in the death of Karl T. Hollins, 27, of Selah. " +
			"According to court documents, Zoran shot Hollins four times on the evening of March 3, 2016, on Vine Street in Yakima.",
			want: []string{"ev=shooting k=1 on=2016-03-03 by=zoran at=vine"}, only: true},
		{name: "charged twice", text: "An Erie man was charged Monday with murder in the shooting death of a 19-year-old on Vine Street last week. " +
			"Alan Zoran, 24, is accused of firing nine times at Karl Hollins on the night of Oct. 11 in Erie.",
			want: []string{"ev=shooting k=1 on=2017-10-11 by=zoran"}, only: true},
		{name: "another's deed", text: "A Selah man was convicted Tuesday of murder in the death of Karl Hollins, 27, in Yakima. " +
			"Gunmen shot dead two women in Toledo on Monday.",
			want: []string{"k=1", "k=2 at=toledo"}, only: true},
		{name: "to death", text: "He is accused of shooting Karl Hollins to death in Toledo on Oct. 12.",
			want: []string{"k=1 at=toledo on=2017-10-12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The dead who are told of by name and age, or as some of those fired at.
func TestNamedDead(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two names", text: "Zoran is charged with murder in the deaths of Javon Prost, 22, and Karl Hollins, 25. The shooting happened in Toledo on Monday.",
			want: []string{"k=2"}, only: true},
		{name: "two of them", text: "Zoran leaned from a car window in Erie on Monday and fired 11 shots at a group of men, killing two of them, police said.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "two of the dead are no more", text: "A bomb killed 12 people in Homs on Monday, two of them children, police said.",
			want: []string{"k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
