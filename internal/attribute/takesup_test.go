package attribute

import "testing"

// A claim that names no place but the kind of spot is of the deed at such a spot told before.
func TestSameSpot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the school of the first deed", text: "A missile struck a school in Homs on Monday, killing three people, the governor said.\nIn Douma a man was killed by shelling.\nThe defence ministry denied hitting the school.",
			want: []string{"k=3 at=homs", "k=1 at=douma", "st=denied at=homs"}},
		{name: "wounded at the market", text: "A bomb exploded at a market in Homs on Monday, killing three people.\nGunmen shot dead a policeman in Douma, police said.\nThe army said it had targeted rebels near the market.",
			want: []string{"k=3 at=homs", "k=1 at=douma", "said=army at=homs"}},
		{name: "a spot with a name of its own", text: "A missile struck a school in Homs on Monday, killing three people, the governor said.\nThe army said two people were killed at the school in Douma.",
			want: []string{"k=3 at=homs", "k=2 at=douma"}},
	} {
		t.Run(c.name, c.run)
	}
}
