package attribute

import "testing"

// A day of any form may stand between who speaks and his verb.
func TestSpeakerBeforeTheDay(t *testing.T) {
	const deed = " that planes had bombed a market in Saraqib on October 3, killing nine people."
	for _, c := range []claimCase{
		{name: "month and day", text: "The army on October 4 said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "day and month", text: "The army on 4 October said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "with the year", text: "The army on 4 October 2017 said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "weekday and date", text: "The army on Wednesday 4 October said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "late on a day", text: "The Karm Monitor late on Wednesday said" + deed, want: []string{"k=9 on=2017-10-03 said=karm"}, only: true},
		{name: "night", text: "The health ministry on Wednesday night said" + deed, want: []string{"k=9 on=2017-10-03 said=ministry"}, only: true},
		{name: "yesterday", text: "The army yesterday said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "late yesterday", text: "The army late yesterday said" + deed, want: []string{"k=9 on=2017-10-03 said=army"}, only: true},
		{name: "denied yesterday", text: "Moscow yesterday denied bombing a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03 by=moscow said=moscow"}, only: true},
		{name: "denied", text: "The coalition on October 4 denied that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03 by=coalition said=coalition"}, only: true},
		{name: "a state denies", text: "Russia on October 4 denied bombing a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03 by=russia said=russia"}, only: true},
		{name: "a capital denies", text: "Moscow late on Wednesday denied bombing a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03 by=moscow said=moscow"}, only: true},
		{name: "an aside with its own day", text: "A spokesman for the coalition, speaking to Karm TV on October 4, said that planes had bombed a market in Saraqib on October 3, killing nine people.",
			want: []string{"k=9 on=2017-10-03 said=spokesman"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
