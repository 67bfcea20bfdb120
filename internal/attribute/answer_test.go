package attribute

import "testing"

// Whoever says whose deed it was makes a claim of his own.
func TestAnswersOfOthers(t *testing.T) {
	const told = "A bomb killed five people in Kosti on Monday, police said. "
	for _, c := range []claimCase{
		{name: "blamed", text: told + "The army blamed dissidents of the Salam Front.", want: []string{"k=5 said=police", "k=none said=army"}, only: true},
		{name: "pointed at", text: "Air strikes killed five people in Kosti on Monday, doctors said. France pointed the finger at the army.",
			want: []string{"k=5 said=doctors", "k=none said=France by=army"}, only: true},
		{name: "owned", text: told + "The Salam Front claimed responsibility.", want: []string{"k=5 said=police", "k=none said=Salam st=self_claimed"}, only: true},
		{name: "not owned", text: told + "The Salam Front has not claimed responsibility.", want: []string{"k=5 said=police"}, only: true},
		{name: "condemned", text: told + "France condemned the bombing.", want: []string{"k=5 said=police"}, only: true},
		{name: "the same", text: "A bomb killed five people in Kosti on Monday, the Sudanese army said. The army blamed the Salam Front.", want: []string{"k=5 said=army"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
