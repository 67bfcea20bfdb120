package attribute

import "testing"

// Whom a deed takes up as "him", and the heads of a police blotter.
func TestShotHim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "changing a tire", text: "A 20-year-old man was changing a tire in Akron on Monday when two men walked up and shot him in both legs, police said.", want: []string{"i=1 by=men at=akron"}, only: true},
		{name: "nobody told of", text: "Two men walked up and shot him in both legs in Akron on Monday.", want: []string{"i=none"}},
	} {
		t.Run(c.name, c.run)
	}
	blotter := claimCase{text: "SHOOTINGS\n\n900 block of Oak Avenue, Monday, 9:50 p.m. A 20-year-old man was changing a tire when two men walked up and shot him in both legs.\n\n" +
		"200 block of Elm Street, Sunday, 7 p.m. A man was shot in the foot by a stranger.",
		want: []string{"i=1 at=900_block_of_Oak_Avenue on=2017-10-16", "i=1 at=200_block_of_Elm_Street by=stranger on=2017-10-15"}, only: true}
	t.Run("blotter", blotter.run)
}
