package attribute

import "testing"

// What is said of careers, matches and crowds counts nobody.
func TestFigurative(t *testing.T) {
	for _, c := range []claimCase{
		{name: "ministers", text: "Three ministers paid the ultimate price for the scandal in Idlib on Sunday.", only: true},
		{name: "runners", text: "Forty runners were gasping for air at the end of the race in Idlib on Sunday.", only: true},
		{name: "pupils", text: "Twelve pupils were having difficulty breathing in Idlib on Sunday, the smog was so thick.", only: true},
		{name: "soldiers", text: "Three soldiers paid the ultimate price for their country in Idlib on Sunday, the army said.", want: []string{"k=3"}, only: true},
		{name: "gassed", text: "Chlorine shells fell on Idlib on Monday. Forty people were gasping for air, a medic said.", want: []string{"i=40"}},
		{name: "on his feet", text: "A raid on Friday left the guard dead on his feet in Idlib.", want: []string{"ev=attack k=none"}},
		{name: "a fire", text: "A fire in Idlib on Friday left the owner dead.", want: []string{"k=none"}},
		{name: "hopes", text: "A man killed his parents' hopes in Idlib on Sunday.", want: []string{"k=1"}},
		{name: "by the roadside", text: "Nine people were killed in an attack in Idlib on Sunday, two by the roadside.", want: []string{"k=9"}, only: true},
		{name: "by the river", text: "Nine people were killed in an attack in Idlib on Sunday, three by the river, police said.", want: []string{"k=9"}, only: true},
		{name: "by two sides", text: "Nine people were killed in attacks in Idlib on Sunday, four by the army and five by the rebels.", want: []string{"k=9"}, only: true},
		{name: "by the mayor's count", text: "Nine people were killed in an attack in Idlib on Sunday, or seven by the mayor's count.", want: []string{"k=9", "k=7"}, only: true},
		{name: "a fall", text: "A man was found with a head wound after a fall in Idlib on Sunday and died at the scene.", only: true},
		{name: "players", text: "Four people were wounded at a game in Akron on Sunday, police said. Two men were shooting from the three-point line.", want: []string{"i=4 -by=men"}},
		{name: "three games left", text: "A man was shot in the leg in Akron on Sunday, police said. The coach cut her with three games left.", want: []string{"i=1 -by=coach"}},
	} {
		t.Run(c.name, c.run)
	}
}
