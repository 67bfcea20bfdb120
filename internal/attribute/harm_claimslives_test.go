package attribute

import "testing"

// A deed claims lives, and says nothing.
func TestClaimsLives(t *testing.T) {
	for _, c := range []claimCase{
		{name: "martyrs were claimed", text: "8 Yemeni martyrs and 31 injured were claimed in a raid that hit a wedding hall in Taiz on Monday.", want: []string{"k=8 i=31"}, only: true},
		{name: "lives were claimed", text: "Nine lives were claimed by a bombing in Baghdad on Monday.", want: []string{"k=9"}, only: true},
		{name: "in a headline", text: "Bomb Rips Through Clinic in Taiz Claims 8 Yemeni Martyrs 31 Injured.", want: []string{"k=8 i=31 -said=bomb"}, only: true},
		{name: "in a headline, lives", text: "Blast in Kabul Mosque Claims 30 Lives.", want: []string{"k=30 -said=blast -said=mosque"}, only: true},
		// near misses
		{name: "an army claims", text: "The army claims 22 militants were killed in Homs on Monday.", want: []string{"k=22 said=army"}, only: true},
		{name: "an army claims lives were lost", text: "The army claims three lives were lost in the clash in Homs on Monday.", want: []string{"k=3 said=army"}, only: true},
		{name: "who did it", text: "Two attacks in Homs on Monday that killed five were claimed by the Karm Brigade.", want: []string{"k=5"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
