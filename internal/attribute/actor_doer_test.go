package attribute

import "testing"

// Who did it, told in a sentence behind the figures.
func TestDoerAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a masked man", text: "A man was killed early Monday inside a diner in Akron, police said. A masked man walked in, shot the victim twice and ran away, police said.",
			want: []string{"k=1 by=man"}, only: true},
		{name: "two shooters", text: "Five people were shot outside a bar in Akron on Monday, police said. Police said at least two shooters fired more than 30 rounds.",
			want: []string{"i=5 by=shooters"}, only: true},
		{name: "responsible for the town", text: "A bomb killed five people in Jos on Monday. Police were responsible for guarding the market.",
			want: []string{"k=5 -by=police"}, only: true},
		{name: "another deed between", text: "A woman was wounded in Akron on Monday. Two men were killed in Lubbock on Sunday. A masked man had opened fire on them, police said.",
			want: []string{"i=1 at=akron -by=man"}},
	} {
		t.Run(c.name, c.run)
	}
}
