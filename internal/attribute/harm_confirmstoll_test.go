package attribute

import "testing"

// Who confirms the toll counts the dead that were told of; those he speaks to are none of them.
func TestConfirmsToll(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a source confirms", text: "A bomb killed 16 people in Idlib on Monday, the Observatory said. A police source confirmed the death toll to a Reuters correspondent and said the attacker blew himself up in front of a bakery.",
			want: []string{"k=16 said=police"}, only: true},
		{name: "confirmed to somebody", text: "A bomb killed 16 people in Idlib on Monday. The death toll was confirmed to an agency reporter.",
			want: []string{"k=16"}, only: true},
		{name: "confirmed by two", text: "A bomb killed 16 people in Idlib on Monday. The death toll was confirmed by two doctors.",
			want: []string{"k=16"}},
		{name: "not confirmed", text: "A bomb killed 16 people in Idlib on Monday, police said. The ministry has not confirmed the toll.",
			want: []string{"k=16 said=police"}, only: true},
		{name: "rose by", text: "A bomb hit a market in Idlib on Monday. The death toll rose by two to 16, police said.",
			want: []string{"k=16"}, only: true},
		{name: "a list of towns", text: "Medics said 50 bodies were counted in Douma 30 in Harasta and 20 in Saqba after the shelling on Monday.",
			want: []string{"k=50", "k=30", "k=20"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
