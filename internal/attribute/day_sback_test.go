package attribute

import "testing"

// Days that are counted back from another, or told by a feast, are those of the deed.
func TestDaysBack(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a day after", text: "A day after a gunman shot five people at a print shop in Selah, flowers lined the fence Monday.", want: []string{"on=2017-10-15"}, only: true},
		{name: "two weeks after", text: "Two weeks after a gunman killed four people at a church in Selah, the doors opened again Sunday.", want: []string{"k=4 on=2017-10-01"}, only: true},
		{name: "a week after another", text: "A bomb killed two people in Homs on Monday, a week after a like attack, police said.", want: []string{"k=2 on=2017-10-16"}, only: true},
		{name: "a year ago Sunday", text: "It was a year ago Sunday that a clerk was shot and killed outside a gym on Vine Street in Selah.", want: []string{"k=1 on=2016-10-15"}, only: true},
		{name: "a year ago", text: "Alan Zoran was shot and killed a year ago outside a gym on Vine Street in Selah.", want: []string{"k=1 on=2016-01-01"}, only: true},
		{name: "that year's murder", text: "A jury found Alan Zoran guilty of the 1998 murder of Ruth Hollins, who was stabbed to death in Selah.", want: []string{"k=1 on=1998-01-01"}, only: true},
		{name: "labor day", text: "A man was shot and killed in Selah on Labor Day, police said.", want: []string{"k=1 on=2017-09-04"}, only: true},
		{name: "thanksgiving night", text: "A man was shot and killed in Selah on Thanksgiving night, police said.", want: []string{"k=1 on=2016-11-24"}, only: true},
		{name: "christmas in", text: "A Selah man was sentenced Monday to 40 years for fatally shooting his girlfriend on Christmas Day in 2015.", want: []string{"k=1 on=2015-12-25"}, only: true},
		{name: "shot Friday, died Sunday", text: "A clerk was shot in the head Friday in Selah and died Sunday at a hospital, police said.", want: []string{"k=1 on=2017-10-13"}, only: true},
		{name: "memorial day sale", text: "Police said a man was shot and killed Monday in Selah near a Memorial Day sale.", want: []string{"k=1 on=2017-10-16"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
