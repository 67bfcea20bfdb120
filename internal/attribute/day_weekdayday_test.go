package attribute

import "testing"

// A weekday with the day of a month beside it is that day, of whatever week it was.
func TestWeekdaysDay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "comma", text: "Two people were shot in Akron on Saturday, Oct. 7, police said.", want: []string{"i=2 on=2017-10-07"}},
		{name: "part of the day", text: "Two people were shot in Akron on Saturday night, October 7.", want: []string{"i=2 on=2017-10-07"}},
		{name: "brackets", text: "Two people were shot in Akron on Friday (6 October), police said.", want: []string{"i=2 on=2017-10-06"}},
		{name: "the ordinal", text: "Two people were shot in Akron on Friday, the 6th of October, police said.", want: []string{"i=2 on=2017-10-06"}},
		{name: "first", text: "On Tuesday, Oct. 3, two people were shot in Akron.", want: []string{"i=2 on=2017-10-03"}},
		{name: "its number alone", text: "Two people were shot in Akron on Thursday the 5th, police said.", want: []string{"i=2 on=2017-10-05"}},
		{name: "no day of that number", text: "Two people were shot in Akron on Thursday the 6th, police said.", want: []string{"i=2 on=2017-10-12"}},
		{name: "a count", text: "On Thursday 5 people were shot in Akron, police said.", want: []string{"i=5 on=2017-10-12"}},
		{name: "another day", text: "Two people were shot in Akron on Monday, and police on Oct. 17 arrested a man.", want: []string{"i=2 on=2017-10-16"}},
		{name: "two days", text: "Two people were shot in Akron on Monday, Tuesday being a holiday.", want: []string{"i=2 on=2017-10-16"}},
		{name: "at the end", text: "Two people were shot in Akron on Monday,", want: []string{"i=2 on=2017-10-16"}},
	} {
		t.Run(c.name, c.run)
	}
}
