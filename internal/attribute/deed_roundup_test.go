package attribute

import "testing"

// Every paragraph of a round-up has a street of its own, and what it tells further is of
// the same deed.
func TestRoundUp(t *testing.T) {
	const two = "A woman was wounded Saturday in Akron. She was walking home in the 900 block of West Pine Street about 1 a.m. when a car stopped. She was taken to a hospital.\n\n" +
		"A man was shot in the arm Friday in Akron. He had left a store in the 2100 block of Oak Avenue when a fight broke out.\n\n"
	for _, c := range []claimCase{
		{name: "how it came about", text: two + "A girl was wounded Thursday in Akron. She was on a porch in the 300 block of Elm Street when somebody opened fire, police said.",
			want: []string{"i=1 at=900_block_of_West_Pine_Street", "i=1 at=2100_block_of_Oak_Avenue", "i=1 at=300_block_of_Elm_Street"}, only: true},
		{name: "died, and another", text: "Three people were stabbed in Akron on Saturday, investigators said.\n\nA woman was stabbed in the throat near Vine Street about 5 p.m. She was a nurse on a visit, and she died at a hospital on Sunday.\n\nA man of 40 was stabbed in the side at 6:20 p.m. near Pine Street. He is in critical condition.\n\nA girl was cut on the arm at Elm Street. Police have a man in custody.",
			want: []string{"k=1 i=none at=Vine_Street", "k=none i=1 at=Pine_Street"}},
		{name: "the victim of another street", text: "Three people were stabbed in Akron on Saturday, investigators said.\n\nA woman was stabbed in the leg on Elm Street about 1 p.m.\n\nA man was stabbed on Oak Street at noon. He is in critical condition.\n\nThe victim was stabbed to death on Pine Street.",
			want: []string{"i=3", "k=none i=1 at=Elm_Street", "k=none i=1 at=Oak_Street", "k=1 at=Pine_Street"}, only: true},
		{name: "heading by", text: "A man heading north by car in the 900 block of West Pine Street was hit by shots Saturday in Akron.\n\nPeople fired at a bus Friday in the 2100 block of Oak Avenue, police said, wounding two riders.\n\nA girl was wounded Thursday in the 300 block of Elm Street.",
			want: []string{"i=2 at=2100_block_of_Oak_Avenue", "i=1 at=300_block_of_Elm_Street", "at=900_block_of_West_Pine_Street -by=people"}},
		{name: "the man, and him", text: "At 2 p.m. Saturday a driver was killed in Akron. The man, 38, had pulled over on Oak Avenue to speak to a woman, who reached for a pistol and shot him in the neck, police said.", want: []string{"k=1 i=none at=Oak"}, only: true},
		{name: "no word for a street", text: "A man was shot in the arm Friday in Akron. He had left a store in the 2100 block of North Broadway when a fight broke out.\n\nThe mayor spoke.",
			want: []string{"i=1 at=2100_block_of_North_Broadway"}, only: true},
		{name: "where he was caught", text: "A man was shot in the arm Friday at Akron High School.\n\nA woman was hurt in Lubbock. Her son was arrested in the 400 block of Elm Street.",
			want: []string{"-at=400_block_of_Elm_Street"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Another man somewhere else is of another deed, and who died is the one told of last.
func TestAnotherElsewhere(t *testing.T) {
	const first = "On Oct. 4, in Lubbock, deputies shot dead a man who had robbed a store, the sheriff said.\n\n"
	for _, c := range []claimCase{
		{name: "another man", text: first + "Another man was shot at a diner in Selah. What part police had in that is unclear.", want: []string{"k=1 i=none at=lubbock", "i=1 k=none at=diner"}, only: true},
		{name: "in the same town", text: "Deputies shot a man dead at a store in Lubbock on Friday, the sheriff said. Another man was shot in the leg.", want: []string{"k=1 i=1 at=lubbock"}, only: true},
		{name: "he died", text: "A deputy shot a man on Vine Street in Lubbock on Thursday, police said.\n\nIn Selah, officers shot Karl Zoran, 25, on Friday outside a diner. He died at a hospital.",
			want: []string{"k=none i=1 at=vine", "k=1 i=none at=diner"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A sum over several deeds lies in the area that its own sentence tells, not where one of them was.
func TestSumsHere(t *testing.T) {
	const parts = " On Saturday gunmen killed six people at Surabad. On Sunday nine people died at Mirabad."
	for _, c := range []claimCase{
		{name: "two attacks", text: "Fifteen people were killed in two attacks by gunmen in northern Nigeria, officials said Monday." + parts, want: []string{"k=15 at=northern_Nigeria", "k=6 at=Surabad", "k=9 at=Mirabad"}},
		{name: "separate ambushes", text: "Fifteen people were killed in separate ambushes in northern Nigeria, officials said Monday." + parts, want: []string{"k=15 at=northern_Nigeria"}},
		{name: "one attack", text: "Fifteen people were killed in an attack on a village in northern Nigeria on Monday, officials said. The attack took place at Surabad.", want: []string{"k=15 at=Surabad"}},
	} {
		t.Run(c.name, c.run)
	}
}
