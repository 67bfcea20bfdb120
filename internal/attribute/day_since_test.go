package attribute

import "testing"

// What has gone on since a day of the week. The texts are of a Wednesday, 18 October 2017.
func TestSinceDay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "clashes", text: "Since Monday clashes in Hasakeh have left 23 people dead, the governor said.", want: []string{"k=23 on=2017-10-16 to=2017-10-18"}},
		{name: "told on another day", text: "Air raids on Douma have killed 40 people since Sunday, a monitor said on Tuesday.", want: []string{"k=40 on=2017-10-15 to=2017-10-17"}},
		{name: "part of the day", text: "Troops have shot dead six fishermen off Gaza since Tuesday morning, medics said.", want: []string{"k=6 on=2017-10-17 to=2017-10-18"}},
		{name: "a longer time", text: "Nine people were killed in Douma on Monday. Since Thursday clashes in Hasakeh have left 23 people dead, the governor said.", want: []string{"k=9 on=2017-10-16"}},
		{name: "its own day", text: "The worst raid on Douma since Monday killed nine people on Wednesday, a monitor said.", want: []string{"k=9 on=2017-10-18 to=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}
