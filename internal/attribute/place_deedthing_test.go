package attribute

import "testing"

// Where the thing is that was hit, or where the planes struck, says more closely where a deed was.
func TestPlaceOfTheThing(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the posts", text: "Fighters overran two police posts in Idlib province on Monday, killing six policemen. A spokesman for the governor said the posts in Kafr Zor district protected a bridge.", want: []string{"k=6 at=zor"}, only: true},
		{name: "other things", text: "Fighters ambushed a convoy in Idlib province on Monday, killing six policemen. The school in Kafr Zor district has been closed since May.", want: []string{"k=6 at=idlib"}, only: true},
		{name: "on the same day", text: "On Monday, in Idlib district, a bus was ambushed on the road between Kafr Zor and Kafr Example, killing two people.", want: []string{"k=2 at=zor"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
