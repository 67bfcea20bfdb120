package attribute

import "testing"

// Who was harmed may be told of as known and named in an aside; the eldest of several is one.
func TestTheTeenIdentifiedAs(t *testing.T) {
	for _, c := range []claimCase{
		{name: "identified as", text: "The teen, identified as Joe Example of the 5900 block of Elm Street, was gunned down on Monday in Akron.", want: []string{"k=1 on=2017-10-16"}, only: true},
		{name: "not released", text: "The man, whose name was not released, was shot dead outside a bar in Akron on Monday.", want: []string{"k=1"}, only: true},
		{name: "the eldest", text: "Three brothers were hit by a tank round in Homs on Monday. The eldest, 15, was already dead when he was brought in.", want: []string{"k=1 at=homs"}, only: true},
		{name: "the youngest", text: "Two boys were shot in Homs on Monday. The youngest, 12, died.", want: []string{"k=1 i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
