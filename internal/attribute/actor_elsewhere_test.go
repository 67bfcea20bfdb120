package attribute

import "testing"

// Whose hand is told of in one deed of a round-up has no part in the others.
func TestDidAnother(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the deed of the day before", text: "A man was shot in the foot on Oak Street in Akron on Friday night, police said. On Saturday, a woman was killed on Elm Street when someone fired into her car.",
			want: []string{"i=1 at=oak -by=someone", "k=1 at=elm by=someone"}},
		{name: "the sum of several", text: "Seven people were shot, one fatally, in four shootings in Akron over the weekend, police said. On Friday, a man was shot in the foot on Oak Street. On Saturday, a woman was killed on Elm Street when someone fired into her car.",
			want: []string{"k=1 i=6 -by=someone", "k=1 at=elm by=someone"}},
		{name: "the same deed", text: "A clerk was shot in a store on Oak Street in Akron on Friday, police said. A masked man walked in and fired twice.",
			want: []string{"i=1 by=man"}},
		{name: "whom somebody gunned down", text: "The pastor buried a 22-year-old woman gunned down at a stoplight in Akron on Monday, police said.",
			want: []string{"k=1 -by=woman"}},
	} {
		t.Run(c.name, c.run)
	}
}
