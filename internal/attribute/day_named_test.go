package attribute

import "testing"

// A story that comes back to a deed weeks later calls it by its day in passing.
func TestDayThatNamesTheDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the Aug. 29 strike", text: "Investigators said on Monday that 13 civilians were killed at a market in Homs. The army called the Aug. 29 strike a mistake.",
			want: []string{"k=13 on=2017-08-29"}},
		{name: "the attack on 29 August", text: "A panel said on Monday that soldiers killed 13 people in Homs. It spent a month on the attack of 29 August.",
			want: []string{"k=13 on=2017-08-29 by=soldiers said=panel"}, only: true},
		{name: "two such days name none", text: "Investigators said on Monday that 13 civilians were killed at a market in Homs. The army called the Aug. 29 strike and the Sept. 3 raid mistakes.",
			want: []string{"k=13 on=2017-10-16"}},
		{name: "a deed that another is measured by", text: "Police said on Monday that 13 people were killed in Homs. It was the worst day since the Aug. 29 strike.",
			want: []string{"k=13 on=2017-10-16"}},
		{name: "a deed with a day of its own", text: "Shells killed 13 people in Homs on Monday. The army called the Aug. 29 strike a mistake.",
			want: []string{"k=13 on=2017-10-16"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The day on which somebody counts again or answers for what is told is not the deed's.
func TestDayOfRecount(t *testing.T) {
	for _, c := range []claimCase{
		{name: "last week he spoke of", text: "An air strike hit Homs on October 3 and killed nine people. Last week the governor spoke of 30 dead.",
			want: []string{"k=9 on=2017-10-03", "k=30 on=2017-10-03 said=governor"}},
		{name: "raised the toll", text: "An air strike hit Homs on October 3 and killed nine people. On Monday the ministry raised the toll to 30.",
			want: []string{"k=30 on=2017-10-03 said=ministry"}},
		{name: "four days after that", text: "An air strike hit Homs on October 3 and killed nine people. The Karm Monitor, four days after that, put the number of dead at 30.",
			want: []string{"k=30 on=2017-10-03 said=monitor"}},
		{name: "nearly two weeks later", text: "An air strike hit Homs on October 3 and killed nine people. On Monday, nearly two weeks later, the ministry said 30 people had died.",
			want: []string{"k=30 on=2017-10-03 said=ministry"}},
	} {
		t.Run(c.name, c.run)
	}
}
