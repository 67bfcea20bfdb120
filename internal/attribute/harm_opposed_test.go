package attribute

import "testing"

// The dead of two sides of a war are never added.
func TestOpposedSides(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two figures", text: "At least 45 Islamic State militants and 20 Kurdish militia fighters were killed in clashes in Idlib on Monday.",
			want: []string{"k=45+", "k=20"}, only: true},
		{name: "the lives of", text: "The fighting in Idlib claimed the lives of 29 loyalists and 16 rebels on Monday.",
			want: []string{"k=29", "k=16"}, only: true},
		{name: "as well as", text: "The fighting killed at least 40 rebels as well as 12 regime soldiers near Idlib on Monday.",
			want: []string{"k=40+", "k=12"}, only: true},
		{name: "rangers", text: "Nine rangers and 14 insurgents were killed in clashes near Idlib on Monday.",
			want: []string{"k=9", "k=14"}, only: true},
		{name: "along with", text: "At least ten soldiers were killed in clashes along with eight rebels near Idlib on Monday.",
			want: []string{"k=10+", "k=8"}, only: true},
		{name: "from groups", text: "Clashes in Idlib on Monday killed 30 fighters from rebel groups as well as 12 IS fighters.",
			want: []string{"k=30", "k=12"}, only: true},
		{name: "who fight together", text: "A car bomb killed six Kurdish fighters and four soldiers in Idlib on Monday.",
			want: []string{"k=10"}, only: true},
		{name: "one side", text: "Jets killed 30 Islamic State militants and 12 other terrorists in Idlib on Monday.",
			want: []string{"k=42"}, only: true},
		{name: "civilians", text: "Fourteen rebels were killed along with six civilians in a raid on Idlib on Monday.",
			want: []string{"k=20"}, only: true},
		{name: "soldiers and police", text: "A bomber killed five soldiers and three policemen in Idlib on Monday.",
			want: []string{"k=8"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Members of a force are of its side.
func TestMembersOfASide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "security forces", text: "Fighters struck a base near Kosti on Monday; some 70 rebels and nine members of the security forces died.", want: []string{"k=~70", "k=9"}, only: true},
		{name: "army", text: "Nine rebels and two members of the army died in a clash near Kosti on Monday.", want: []string{"k=9", "k=2"}, only: true},
		{name: "of a family", text: "Nine rebels and two members of a family died in a clash near Kosti on Monday.", want: []string{"k=11"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Men of a group by its name, or held to be of a gang, are a side of their own.
func TestMenOfASide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "named group", text: "Twelve soldiers and six Maute men were killed in a battle in Dayton on Monday.", want: []string{"ev=clash k=12", "ev=clash k=6"}, only: true},
		{name: "one of them set off", text: "Twelve soldiers or more and six Maute men, one an Austrian, were killed in a battle in Dayton on Monday.", want: []string{"ev=clash k=12+", "ev=clash k=6"}, only: true},
		{name: "of a cartel", text: "Four police and five men suspected of belonging to a cartel were killed in a shootout in Dayton on Monday.", want: []string{"k=4", "k=5"}, only: true},
		{name: "plain men", text: "Four soldiers and five men were killed by a bomb in Dayton on Monday.", want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
