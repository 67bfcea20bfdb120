package attribute

import "testing"

// What happened some time before is another deed, with its own figures, kind, place and doer.
func TestDeedSomeTimeBefore(t *testing.T) {
	for _, c := range []claimCase{
		{name: "wounded and killed", text: "Rockets hit Homs on October 5, wounding six people, two days after an air strike killed 11 in Saraqib.",
			want: []string{"ev=shelling i=6 on=2017-10-05 at=homs", "k=11 on=2017-10-03 at=saraqib"}, only: true},
		{name: "hours", text: "Shells wounded six people in Homs on October 5, hours after an air strike killed 11 people in Saraqib.",
			want: []string{"ev=shelling i=6 at=homs", "ev=air_strike k=11 at=saraqib"}, only: true},
		{name: "whose deed", text: "A suicide bomber killed six people in Homs on October 5, a day after gunmen shot dead a judge in Saraqib, police said.",
			want: []string{"ev=suicide_bombing k=6 on=2017-10-05 at=homs -by=gunmen", "ev=shooting k=1 on=2017-10-04 at=saraqib by=gunmen"}, only: true},
		{name: "what he died of", text: "A man died in Homs on October 5, two days after a shell wounded him.", want: []string{"k=1"}, only: true},
		{name: "shells and jets", text: "Shells wounded six people in Homs on October 5, hours after Northland jets killed 11 people in Saraqib.",
			want: []string{"ev=shelling i=6 at=homs -by=jets", "ev=air_strike k=11 at=saraqib by=jets"}, only: true},
		{name: "its kind is not the first's", text: "An attack wounded six people in Homs on October 5, hours after an air strike killed 11 people in Saraqib.",
			want: []string{"ev=attack i=6 at=homs", "ev=air_strike k=11 at=saraqib"}, only: true},
		{name: "what nine died of", text: "Nine people died in Homs on October 5, two days after a shell wounded six in Saraqib.", want: []string{"ev=shelling k=9 i=6"}, only: true},
		{name: "without a comma", text: "A bomb killed six people in Homs on October 5 two days after gunmen killed 11 people in Saraqib.",
			want: []string{"ev=bombing k=6 on=2017-10-05 at=homs -by=gunmen", "k=11 on=2017-10-03 at=saraqib by=gunmen"}, only: true},
		{name: "its day and place", text: "Gunmen killed six people in Homs on October 5, just two days after the army had shelled Saraqib, killing 11 people.",
			want: []string{"k=6 on=2017-10-05 at=homs by=gunmen", "ev=shelling k=11 on=2017-10-03 at=saraqib by=army"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A day later is another deed where it is counted anew; what is told of the first a day later is not.
func TestDeedOfTheNextDay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "another shell", text: "Shelling of Homs wounded two people on Tuesday. On Wednesday a shell killed a farmer.", want: []string{"i=2 on=2017-10-17", "k=1 on=2017-10-18"}, only: true},
		{name: "who says so stands behind", text: "Shelling of Homs wounded two people on Tuesday. On Wednesday a shell killed a farmer, residents said.", want: []string{"i=2 on=2017-10-17", "k=1 on=2017-10-18"}, only: true},
		{name: "told the next day", text: "A bomb killed nine people in Homs on Tuesday. On Wednesday doctors said 30 had been wounded.", want: []string{"k=9 i=30 on=2017-10-17"}, only: true},
		{name: "died the next day", text: "A bomb killed nine people in Homs on Tuesday. On Wednesday two of the wounded died in hospital.", want: []string{"on=2017-10-17"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
