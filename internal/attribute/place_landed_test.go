package attribute

import "testing"

// Where each of several shells came down is told in clauses that leave the noun out.
func TestAnotherShellLanded(t *testing.T) {
	for _, c := range []claimCase{
		{name: "while another", text: "Three mortar shells landed in the Salam district of Homs on Monday injuring four people, while another one fell near the bus station in Hama.",
			want: []string{"ev=shelling i=4 at=Salam", "ev=shelling i=none at=Hama"}, only: true},
		{name: "two more, without commas", text: "A rocket hit a school in Homs on Monday killing two pupils while two more landed in Hama causing only material damage.",
			want: []string{"k=2 at=Homs", "ev=shelling k=none at=Hama"}, only: true},
		{name: "no shells before", text: "Fighters killed two guards in Homs on Monday while another fell ill in Hama.", want: []string{"k=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The air force on the ground flies no raid.
func TestOfAirForce(t *testing.T) {
	for _, c := range []claimCase{
		{name: "its building", text: "A car bomb went off outside the air force intelligence building in Aleppo on Monday, killing eight people.", want: []string{"ev=bombing k=8"}, only: true},
		{name: "its officer", text: "Gunmen shot dead an air force colonel in Aleppo on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "it bombs", text: "The air force bombed a market in Aleppo on Monday, killing eight people.", want: []string{"ev=air_strike k=8"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
