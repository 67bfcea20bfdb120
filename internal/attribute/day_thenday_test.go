package attribute

import "testing"

// Days are counted from the one told of before.
func TestDaysCountedOn(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the same day", text: "On 10 October, a bomb went off beside a school in Hama, injuring nine pupils. The same day, gunmen shot dead two teachers in Homs.",
			want: []string{"i=9 on=2017-10-10", "k=2 at=homs on=2017-10-10"}, only: true},
		{name: "five days later", text: "On 10 October, a bomb in Hama injured nine pupils. Five days later, gunmen shot dead two teachers in Homs.",
			want: []string{"i=9 on=2017-10-10", "k=2 on=2017-10-15"}, only: true},
		{name: "a week later", text: "On 10 October, a bomb in Hama injured nine pupils. A week later gunmen shot dead two teachers in Homs.",
			want: []string{"i=9 on=2017-10-10", "k=2 on=2017-10-17"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
