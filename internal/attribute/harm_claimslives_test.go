package attribute

import "testing"

// A deed claims lives, and says nothing; nor does who says what he aims at speak of the deed behind it.
func TestClaimsLives(t *testing.T) {
	for _, c := range []claimCase{
		{name: "martyrs were claimed", text: "8 Yemeni martyrs and 31 injured were claimed in a raid that hit a wedding hall in Taiz on Monday.", want: []string{"k=8 i=31"}, only: true},
		{name: "lives were claimed", text: "Nine lives were claimed by a bombing in Baghdad on Monday.", want: []string{"k=9"}, only: true},
		{name: "in a headline", text: "Bomb Rips Through Clinic in Taiz Claims 8 Yemeni Martyrs 31 Injured.", want: []string{"k=8 i=31 -said=bomb"}, only: true},
		{name: "in a headline, lives", text: "Blast in Kabul Mosque Claims 30 Lives.", want: []string{"k=30 -said=blast -said=mosque"}, only: true},
		{name: "in a headline, of a minibus", text: "Roadside Charge Hits Minibus in Taiz Claims Six Martyrs", want: []string{"k=6 -said=charge -said=minibus"}, only: true},
		// near misses
		{name: "an army claims", text: "The army claims 22 militants were killed in Homs on Monday.", want: []string{"k=22 said=army"}, only: true},
		{name: "a ministry claims", text: "The ministry claims nine victims were killed by a bomb in Kabul on Monday.", want: []string{"k=9 said=ministry"}, only: true},
		{name: "an army claims lives were lost", text: "The army claims three lives were lost in the clash in Homs on Monday.", want: []string{"k=3 said=army"}, only: true},
		{name: "a raid claimed wounded", text: "The raid claimed 12 people wounded in Homs on Monday, a medic said.", want: []string{"k=none i=12 said=medic"}, only: true},
		{name: "a bomb and who speaks", text: "A bomb in a market in Kabul claims nine lives, police said on Monday.", want: []string{"k=9 said=police"}, only: true},
		{name: "who did it", text: "Two attacks in Homs on Monday that killed five were claimed by the Karm Brigade.", want: []string{"k=5"}, only: true},
		{name: "says aims to", text: "Northland PM says aims to mend ties with Chad Air strikes killed at least 12 herders in Kutum on Monday, the Karm Observatory said.", want: []string{"k=12+ said=karm -said=pm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
