package attribute

import "testing"

// Those whom gas made ill are hurt, also where they stand behind what ailed them; "of them" is
// a figure of its own behind another kind of harm.
func TestGassed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "suffocation among", text: "Chlorine shells fell on Saraqib in Idlib on Monday causing suffocation among 40 civilians.",
			want: []string{"k=none i=40"}, only: true},
		{name: "cases to", text: "Militants fired shells with toxic gas on Idlib on Monday, causing cases of asphyxiation to more than 35 people.",
			want: []string{"i=36+"}, only: true},
		{name: "cases counted before", text: "A gas attack on Idlib on Monday caused 30 cases of suffocation in two villages.",
			want: []string{"i=30"}, only: true},
		{name: "difficulty breathing", text: "Chlorine shells fell on Idlib on Monday. Forty people were having difficulty breathing, a medic said.",
			want: []string{"i=40"}, only: true},
		{name: "no gas", text: "The minister spoke in Idlib on Monday of the suffocation of the press in 40 countries.", want: nil},
		{name: "wounding dozens of them", text: "The army shelled Idlib on Monday killing at least 31 jihadists and wounding dozens of them.",
			want: []string{"k=31+ i=~12"}, only: true},
		{name: "wounded three of them", text: "Gunmen killed two shepherds and wounded three of them in Idlib on Monday.",
			want: []string{"k=2 i=3"}, only: true},
		{name: "parts of the wounded", text: "A bomb wounded 12 people in Idlib on Monday, three of them children.",
			want: []string{"i=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
