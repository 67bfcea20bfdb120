package attribute

import "testing"

// Parts of a month, and days counted from one told of before.
func TestMonthPart(t *testing.T) {
	for _, c := range []claimCase{
		{name: "first week", text: "In the first week of May two soldiers were shot dead in Homs.", want: []string{"on=2017-05-01 to=2017-05-07"}, only: true},
		{name: "last week", text: "In the last week of May two soldiers were shot dead in Homs.", want: []string{"on=2017-05-25 to=2017-05-31"}, only: true},
		{name: "second half", text: "In the second half of April two soldiers were shot dead in Homs.", want: []string{"on=2017-04-16 to=2017-04-30"}, only: true},
		{name: "three days earlier", text: "On the night of July 5 last year seven men were beheaded in Homs. Two officers died three days earlier when a mine hit their car at Palmyra.", want: []string{"on=2016-07-05", "on=2016-07-02"}, only: true},
		{name: "five days later", text: "On 3 March gunmen killed four people in Homs. Five days later two soldiers were shot dead in Palmyra.", want: []string{"on=2017-03-03", "on=2017-03-08"}, only: true},
		{name: "a week earlier", text: "On 3 March gunmen killed four people in Homs. A week earlier two soldiers were shot dead in Palmyra.", want: []string{"on=2017-03-03", "on=2017-02-24"}, only: true},
		{name: "less than a month after", text: "Less than a month after the last massacre, gunmen killed three people in Homs, the mayor said.", want: []string{"k=3 on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
