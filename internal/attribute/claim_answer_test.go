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

// "Another nine" are never those that were counted before.
func TestAnotherFigureIsAnotherClaim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "elsewhere in the province", text: "Air strikes on two clinics in Idlib province on Monday left 10 people dead, the Karm Monitor said. A further nine people were killed in strikes on other areas of Idlib province on Monday, it said.",
			want: []string{"k=10", "k=9"}, only: true},
		{name: "more of them", text: "Soldiers killed 12 fighters in Raqqa on Monday. Another 14 fighters were killed in Raqqa as the army moved on the centre of the city on Monday.",
			want: []string{"k=12", "k=14"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
