package attribute

import "testing"

// A digest opens with the days that it is of: what it tells of the last of them lies in the
// same year, and the day it was written on comes first.
func TestDaysOfADigest(t *testing.T) {
	for _, c := range []claimCase{
		{name: "days, then the day of writing", text: "Review of the North\n9-15 October 2017\n18 October 2017\n\nGunmen killed six people in Homs on 13 October.",
			want: []string{"k=6 on=2017-10-13"}, only: true},
		{name: "days alone", text: "Weekly review, 9-15 October 2017\n\nGunmen killed six people in Homs on Friday.",
			want: []string{"k=6 on=2017-10-13"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
