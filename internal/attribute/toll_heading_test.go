package attribute

import "testing"

// A report that opens with the sum of a period gives its parts too, under whatever heading.
func TestSumsUnderAHeading(t *testing.T) {
	for _, c := range []claimCase{
		{name: "parts under a heading", text: "Civilian casualty update\n\nIn September 2017, the monitors verified 148 civilians killed and 522 injured. In government-controlled territory 129 were killed and 441 injured; in territory held by rebels, 19 killed and 81 injured.", only: true},
		{name: "identified incidents", text: "We identified 61 incidents in the period, in which 12 health workers were killed. Shells killed four people in Homs on Monday.", want: []string{"k=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
