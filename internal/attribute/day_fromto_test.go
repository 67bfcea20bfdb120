package attribute

import "testing"

// A stretch from one month into another: a sum where it is long, a time where it is short.
func TestFromTo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "long", text: "Between March 1 and May 10 gangs killed 61 people in Homs.", only: true},
		{name: "months", text: "From January to May 2016, gangs killed 61 people in Homs, the mayor said.", only: true},
		{name: "short", text: "Between 30 April and 2 May gangs killed 61 people in Homs, the mayor said.", want: []string{"k=61 on=2017-04-30 to=2017-05-02"}, only: true},
		{name: "the year behind", text: "Nine people were killed by shells in Homs from 30 March to 2 April 2015.", want: []string{"k=9 on=2015-03-30 to=2015-04-02"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
