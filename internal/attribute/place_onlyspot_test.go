package attribute

import "testing"

// A named shop or tavern comes before the street that it stands on; streets of what came after
// a deed are not the deed's.
func TestOnlySpot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the name before the street", text: "FLINT, Mich. (KXYZ) - A liquor store clerk was shot in the face during a robbery on Monday. It happened at Olive Liquor & Deli in the 800 block of West Garland Avenue.", want: []string{"i=1 at=Olive_Liquor"}},
		{name: "the lot of a tap", text: "Two people were wounded when they were shot outside a Flint tavern on Monday. It happened in the parking lot of Dutch's Corner Tap on the 1200 block of East Garland Road.", want: []string{"i=2 at=Dutch's_Corner_Tap in=Flint"}},
		{name: "where he was caught", text: "FLINT, Mich. (KXYZ) - A man was shot and wounded on Monday, police said. A suspect was arrested on Hobart Road.", want: []string{"i=1 -at=Hobart"}},
		{name: "two streets", text: "A man was shot and wounded on Monday, police said. Nothing else is known. The mayor lives on Hobart Road. A vigil was held on Oak Street, the mayor said. Another will be held on Elm Street.", want: []string{"i=1 -at=Elm"}},
	} {
		t.Run(c.name, c.run)
	}
}
