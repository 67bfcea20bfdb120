package attribute

import "testing"

// Days and seasons by their place in the calendar; the report is of 18 October 2017, a
// Wednesday.
func TestCalendar(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the last Friday", text: "On the last Friday of June, a man was shot dead in Akron.", want: []string{"k=1 on=2017-06-30"}, only: true},
		{name: "the second Monday of a year", text: "Two people were killed in Akron on the second Monday of May 2014.", want: []string{"k=2 on=2014-05-12"}, only: true},
		{name: "that Sunday", text: "On the first Friday of September, a man was shot dead in Akron. That Sunday a woman was wounded in Toledo.",
			want: []string{"k=1 on=2017-09-01", "i=1 on=2017-09-03"}, only: true},
		{name: "last spring", text: "Last spring a man was shot dead in Akron by his brother.", want: []string{"k=1 on=2017-03-01 to=2017-05-31"}, only: true},
		{name: "last fall", text: "Last fall a man was shot dead in Akron by his brother.", want: []string{"k=1 on=2016-09-01 to=2016-11-30"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
