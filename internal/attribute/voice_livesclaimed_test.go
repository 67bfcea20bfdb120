package attribute

import "testing"

// A bomb that claims lives is no speaker, nor is who says what he aims at.
func TestLivesClaimed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "martyrs", text: "Roadside Charge Hits Minibus in Taiz Claims Six Martyrs", want: []string{"k=6 -said=bomb"}, only: true},
		{name: "lives", text: "A bomb in a market in Kabul claims nine lives, police said on Monday.", want: []string{"k=9 said=police"}, only: true},
		{name: "a speaker", text: "The ministry claims nine victims were killed by a bomb in Kabul on Monday.", want: []string{"k=9 said=ministry"}, only: true},
		{name: "says aims to", text: "Northland PM says aims to mend ties with Chad Air strikes killed at least 12 herders in Kutum on Monday, the Karm Observatory said.", want: []string{"k=12+ said=karm -said=pm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
