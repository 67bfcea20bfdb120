package attribute

import "testing"

// By whose hand somebody was harmed, over what stands between the verb and the "by".
func TestByWhoseHand(t *testing.T) {
	for _, c := range []claimCase{
		{name: "where he was hit", text: "A girl was wounded in the arm by her brother in Akron on Monday.", want: []string{"i=1 by=brother at=akron"}, only: true},
		{name: "his own", text: "A man in Akron was killed by his own cousin on Monday.", want: []string{"k=1 by=cousin at=akron"}, only: true},
		{name: "a stranger", text: "A woman was stabbed in the neck by a stranger in Akron on Monday.", want: []string{"i=1 by=stranger at=akron"}, only: true},
		{name: "past who says so", text: "In Akron, two people were killed and three wounded in a bar on Monday, police said, by a man who had been turned away.",
			want: []string{"k=2 i=3 by=man at=akron"}, only: true},
		{name: "what he is like", text: "Two clerks were shot and killed behind the counter by a masked man in Akron on Monday.", want: []string{"k=2 by=man at=akron"}, only: true},
		{name: "one verb after another", text: "A masked man walked in, shot the clerk and left on foot in Akron on Monday, police said.", want: []string{"by=man at=akron"}, only: true},
		{name: "got out and fired", text: "Two males got out of a van and fired at a crowd in Akron on Monday, wounding three people, police said.",
			want: []string{"i=3 by=males at=akron"}, only: true},
		{name: "found by", text: "Two men were killed in Akron on Monday. They were found in a ditch by a neighbor.", want: []string{"k=2 -by=neighbor"}, only: true},
		{name: "in an attack by", text: "An inmate was hurt in an attack by another inmate in Akron on Sunday, the prison said.",
			want: []string{"i=1 by=inmate"}},
	} {
		t.Run(c.name, c.run)
	}
}
