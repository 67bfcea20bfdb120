package attribute

import "testing"

// A stretch may go from one part of a day to one of another.
func TestStretchesOfHours(t *testing.T) {
	for _, c := range []claimCase{
		{name: "afternoon to noon", text: "Between the afternoon of 14 October and noon on 17 October, 61 people were killed in Homs, the ministry said.", want: []string{"k=61 on=2017-10-14 to=2017-10-17"}, only: true},
		{name: "a long time", text: "Between 7 October 2016 and the afternoon of 14 October 2017, according to the army, 331 soldiers were killed along the border.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
