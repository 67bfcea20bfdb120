package attribute

import "testing"

// A speaker behind his verb may bear a shortened rank and be of a body.
func TestRankTitle(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two ranks and a body", text: "Two marines died when a mine exploded in Homs on Monday, said Lt. Col. John Example of the Army's 4th Brigade.", want: []string{"k=2 said=Example"}, only: true},
		{name: "one rank", text: "Two marines died when a mine exploded in Homs on Monday, said Sgt. Example.", want: []string{"k=2 said=Example"}, only: true},
		{name: "behind his office", text: "Two marines died when a mine exploded in Homs on Monday, said police spokesman Supt. John Example.", want: []string{"said=Example"}, only: true},
		{name: "before the verb", text: "Two marines died when a mine exploded in Homs on Monday, Brig. Gen. John Example said.", want: []string{"said=Example"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
