package attribute

import "testing"

// A register lists the dead by what killed them, under the sums of days that are no claims.
func TestRegister(t *testing.T) {
	for _, c := range []claimCase{
		{name: "by means", text: "Baghdad: 3 by car bomb in Karm; 1 barber by gunfire in Doura. Kirkuk: 4 by mortars. Mahmudiya: 1 by IED.",
			want: []string{"k=3 ev=bombing at=Karm", "k=1 ev=shooting at=Doura", "k=4 at=Kirkuk", "k=1 at=Mahmudiya"}, only: true},
		{name: "under a sum", text: "Monday 2 October: 8 killed Kirkuk: 4 by mortars. Mahmudiya: 5 by car bomb.", want: []string{"k=4 at=Kirkuk on=2017-10-02", "k=5 at=Mahmudiya"}},
		{name: "no means", text: "The price rose 3 by noon in Baghdad on Monday, when a car bomb killed two people.", want: []string{"k=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Words that make those counted beside them dead or wounded.
func TestTakesLives(t *testing.T) {
	for _, c := range []claimCase{
		{name: "claiming", text: "Four shells fell on Homs on Monday, claiming three civilians and wounding eleven others, police said.", want: []string{"k=3 i=11"}, only: true},
		{name: "spoke of martyrs", text: "State television spoke of nine martyrs in the bombing of Homs on Monday.", want: []string{"k=9"}},
		{name: "claims that they do", text: "The group claimed nine fighters had left Homs on Monday after an air strike.", only: true},
		{name: "put at", text: "A reporter put at 60 the number of militants killed in clashes in Homs on Monday.", want: []string{"k=60"}, only: true},
		{name: "put at, wounded", text: "A doctor put at 60 the number of people wounded in the bombing of Homs on Monday.", want: []string{"i=60"}, only: true},
		{name: "left with burns", text: "Planes bombed Homs on Monday, leaving six people with severe burns, medics said.", want: []string{"i=6"}, only: true},
		{name: "bound", text: "31 villagers were shot outside Homs on Sunday and thrown into a well with their hands tied, activists said.", want: []string{"k=31"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
