package attribute

import (
	"fmt"
	"strings"
	"testing"
)

// A story of the beat that comes back at its end to other deeds: who did the first one, and who of the law
// tells of it, is told in between.
func TestLeadDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the doer far behind", text: "A man was shot in the leg outside a bar in Akron on Sunday. He was taken to a hospital. Witnesses ran from the patio. The bar was closed. Officers searched the street. " +
			"Police say a man in a red cap went to his truck, came back and fired five times. It is the third shooting at the bar this year. On May 3, a woman was wounded there, police said.",
			want: []string{"i=1 on=2017-10-15 by=man"}},
		{name: "the doer of the other deed", text: "A man was shot in the leg outside a bar in Akron on Sunday, police said. He was taken to a hospital. It is the third shooting at the bar this year. On May 3, a clerk walked in, shot a woman and fled.",
			want: []string{"i=1 on=2017-10-15 -by=clerk"}},
		{name: "the sixth of the year", text: "A man was shot in the leg outside a bar in Akron on Sunday, police said. He was taken to a hospital. It is the sixth shooting at the bar this year. On May 3, a clerk walked in, shot a woman and fled.",
			want: []string{"i=1 on=2017-10-15 -by=clerk"}},
		{name: "a list", text: "• In Akron, one man was killed on Sunday, police said. • In Lubbock, two women were wounded on Sunday. • In Toledo, three men were shot by a neighbor on Sunday, police said.",
			want: []string{"i=2 -by=neighbor"}},
		{name: "told by a captain", text: "A woman was shot in the arm early Saturday as bullets came through the wall of her house in Akron. She is recovering. " +
			"The woman was asleep when she was hit, Capt. Dana Example of the Akron Police Department said. It was the second such shooting since May. On May 3, a boy was wounded in Akron, a neighbor said.",
			want: []string{"i=1 on=2017-10-14 said=example"}},
		{name: "roads that are closed", text: "A woman was shot in the arm on Saturday in Akron. Police say roads are closed for a race.",
			want: []string{"i=1 -said=police"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The day of the deed that a story opens with.
func TestDayOfLead(t *testing.T) {
	for _, c := range []claimCase{
		{name: "not the year of a count", text: "AKRON, Ohio - A man was shot by a deputy who was trying to arrest him, officials say. It happened Friday afternoon on Elm Street. The man is expected to live. " +
			"The shooting was the 47th by officers in Ohio in 2017, police said.",
			want: []string{"i=1 on=2017-10-13"}},
		{name: "a sheriff and a call", text: "AKRON, Ohio - Two people are dead in what deputies are calling a murder-suicide at a mobile home park in Akron. " +
			"Sheriff Dana Example said deputies were sent to the Redmoor Bend park off Highway 67 shortly after 6 a.m. Saturday for a welfare check. Both had gunshot wounds.",
			want: []string{"k=2 on=2017-10-14"}},
		{name: "its own day", text: "AKRON, Ohio - A man was shot on Thursday in Akron, police said. Officers were called back to the house on Saturday to look for the gun.",
			want: []string{"i=1 on=2017-10-12"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A collection that is read in parts opens with a deed once, and not with each part.
func TestLeadOfCollection(t *testing.T) {
	var b strings.Builder
	for i := range maxPartials + 5 {
		fmt.Fprintf(&b, "A man was shot in the arm on %s Street in Akron on October %d, police said. ", madeUp(i), 1+i%14)
	}
	text := b.String() + "A man was shot in the leg outside a bar in Akron on Sunday. He was taken to a hospital. Witnesses ran from the patio. The bar was closed. Officers searched the street. " +
		"Police say a man in a red cap went to his truck, came back and fired five times."
	cs, _ := testReader().Read(report("", text))
	for _, c := range cs {
		if len(c.Actors) > 0 && !strings.Contains(c.Quote, madeUp(maxPartials+4)) { // but the one told of just before
			t.Errorf("%q is by %q", c.Quote, c.Actors)
		}
	}
}
