package attribute

import "testing"

// Who did it, told in a sentence behind the figures.
func TestDoerAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a masked man", text: "A man was killed early Monday inside a diner in Akron, police said. A masked man walked in, shot the victim twice and ran away, police said.",
			want: []string{"k=1 by=man"}, only: true},
		{name: "fired in self-defense", text: "An Akron man was shot in the chest at his home on Saturday, police said. His wife told deputies she fired in self-defense.",
			want: []string{"i=1 by=wife"}},
		{name: "who says that another fired", text: "An Akron woman was shot in the chest at her home on Saturday, police said. A niece told deputies he fired in self-defense.",
			want: []string{"i=1 -by=niece"}},
		{name: "is the suspect", text: "An Akron man was stabbed to death on Saturday, and his son is the suspect, police said.",
			want: []string{"k=1 by=son"}},
		{name: "is not a suspect", text: "An Akron man was stabbed to death on Saturday, and his son is not a suspect, police said.",
			want: []string{"k=1 -by=son"}},
		{name: "arrested in a death", text: "Marcus Okafor, 31, was arrested Tuesday in the shooting death of a woman in Akron on Sunday, police said.",
			want: []string{"k=1 by=okafor"}},
		{name: "whom police arrested", text: "Police arrested Marcus Okafor, 31, on Tuesday in the fatal shooting of a woman in Akron on Sunday.",
			want: []string{"k=1 -by=police"}},
		{name: "charged in a death", text: "Prosecutors charged Marcus Okafor, 31, on Tuesday in the fatal shooting of a woman in Akron on Sunday.",
			want: []string{"k=1 by=okafor"}},
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
