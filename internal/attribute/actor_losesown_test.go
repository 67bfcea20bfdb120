package attribute

import "testing"

// Who says how many were harmed is not thereby who did it.
func TestTellsOfHarmed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "were wounded", text: "The army said nine villagers were wounded in the attack on Homs on Monday.",
			want: []string{"ev=attack i=9 at=homs said=army -by=army"}},
		{name: "died", text: "The rebels said that nine villagers died in an attack on Homs on Monday.",
			want: []string{"ev=attack k=9 at=homs said=rebels -by=rebels"}},
		{name: "were hurt", text: "The authorities say more than nine villagers were hurt in a second attack on Homs on Monday.",
			want: []string{"ev=attack at=homs said=authorities -by=authorities"}},
		{name: "the toll", text: "The government says the death toll has climbed to 30 after an attack on Homs on Monday.",
			want: []string{"ev=attack k=30 at=homs said=government -by=government"}},
		{name: "enemies", text: "The army said nine rebels were killed in an attack on Homs on Monday.",
			want: []string{"k=9 at=homs by=army said=army"}},
		{name: "his own attack", text: "The army said nine herders died in its attack on Homs on Monday.",
			want: []string{"ev=attack k=9 at=homs by=army said=army"}},
	} {
		t.Run(c.name, c.run)
	}
}
