package attribute

import "testing"

// A bomb of before has no part in what is told of another place and day.
func TestOfElsewhere(t *testing.T) {
	const bomb = "A car bomb killed nine people in the city of Kabul on Monday, police said. "
	for _, c := range []claimCase{
		{name: "elsewhere", text: bomb + "In Helmand, 76 rebels were killed on Sunday, the ministry said.", want: []string{"ev=bombing k=9", "ev=clash k=76"}, only: true},
		{name: "of the same", text: bomb + "A doctor said 11 people were killed.", want: []string{"ev=bombing k=9", "ev=bombing k=11"}, only: true},
		{name: "a battle elsewhere", text: "Seven soldiers were killed in clashes with rebels in Helmand on Monday. The militia killed six civilians in Zabul on Sunday, residents said.", want: []string{"ev=clash k=7", "ev=attack k=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What a later claim of another town was done with says nothing of a claim before it.
func TestMeansOfALaterTown(t *testing.T) {
	const farmers = "Gunmen on motorbikes killed 11 farmers in Tillaberi on Monday, a local official said. "
	const mine = "In Diffa, a mine killed two herders on Sunday."
	for _, c := range []claimCase{
		{name: "a mine elsewhere", text: farmers + "Residents blamed the army for the killings. " + mine, want: []string{"ev=attack k=11", "ev=attack by=army said=residents", "ev=landmine k=2"}, only: true},
		{name: "denied", text: farmers + "A spokesman for the army denied that soldiers were involved. " + mine, want: []string{"ev=attack k=11", "ev=landmine k=2"}},
		{name: "accused of the strike", text: "A drone strike on a fuel depot in Kosti on Monday killed two guards, witnesses said. The army accused the rebels of carrying out the attack. Rebel artillery shelled a camp in Wad Madani on Monday, killing nine people.",
			want: []string{"ev=drone_strike k=2", "ev=drone_strike said=army", "ev=shelling k=9"}, only: true},
		{name: "its own means told behind it", text: "Nine people were killed in a blast in Homs on Monday. A doctor put the dead at eleven. The bomb went off in the Zoran quarter.", want: []string{"ev=bombing k=9", "ev=bombing k=11"}},
	} {
		t.Run(c.name, c.run)
	}
}
