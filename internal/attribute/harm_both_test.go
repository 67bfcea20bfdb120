package attribute

import "testing"

func TestBoth(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one and another", text: "A trooper and the man he was chasing were both wounded in Akron on Tuesday.", want: []string{"i=2"}, only: true},
		{name: "two names", text: "Joe Example and Jane Example were both shot in Akron on Tuesday.", want: []string{"i=2"}, only: true},
		{name: "both men", text: "Both men were shot in the leg in Akron on Tuesday.", want: []string{"i=2"}, only: true},
		{name: "both of them", text: "Both of the brothers were killed in Akron on Tuesday.", want: []string{"k=2"}, only: true},
		{name: "all three", text: "All three were shot in Akron on Tuesday, police said.", want: []string{"i=3"}, only: true},
		{name: "said again", text: "Two teens were shot in Akron on Tuesday. Both were shot in the leg, police said.", want: []string{"i=2"}, only: true},
		{name: "three and both", text: "Two men and a woman were both killed in Akron on Tuesday.", want: []string{"k=3"}, only: true},
		{name: "both cars", text: "A shell fell in Kosti on Tuesday and both cars were hit.", want: []string{"i=none k=none"}},
		{name: "both sides", text: "Both sides were hit by shells in Kosti on Tuesday.", want: []string{"i=none"}},
	} {
		t.Run(c.name, c.run)
	}
}
