package attribute

import "testing"

// Sums over more than a few days are tolls, whatever words tell for how long.
func TestLongSums(t *testing.T) {
	for _, c := range []claimCase{
		{name: "since it began", text: "At least 112 civilians have been killed in Aleppo since the assault began on 2 October, the monitor said.", only: true},
		{name: "began and killed", text: "Two people were killed in Aleppo when an assault began on Monday.", want: []string{"k=2"}, only: true},
		{name: "past days", text: "In the past ten days, 25 people have been killed in shelling of Aleppo, the monitor said.", only: true},
		{name: "past two days", text: "In the past two days, 25 people have been killed in shelling of Aleppo, the monitor said.", want: []string{"k=25"}, only: true},
		{name: "the first in weeks", text: "A shell killed two people in Aleppo on Monday, the first attack in the past six weeks.", want: []string{"k=2"}, only: true},
		{name: "a battle of weeks", text: "The three-week battle for Aleppo has left 20 fighters dead, the army said.", only: true},
		{name: "after a siege of months", text: "Shells killed two people in Aleppo on Monday in the two-month-old siege.", want: []string{"k=2"}, only: true},
		{name: "a month of protests", text: "At least 20 people have been killed in a month of protests in Homs.", only: true},
		{name: "weeks of shelling", text: "Weeks of shelling have killed 25 people in Aleppo, the council said.", only: true},
		{name: "after weeks of shelling", text: "Rebels stormed a base near Aleppo after weeks of shelling, killing nine soldiers.", want: []string{"k=9"}, only: true},
		{name: "the total", text: "A blast killed two soldiers in Aleppo on Monday. That brings the total number of soldiers killed in the offensive to 48.",
			want: []string{"k=2"}, only: true},
		{name: "what a toll is made of", text: "At least 112 people have been killed in Aleppo since 2 October, the monitor said. The toll includes 60 people killed by shelling of the south of Aleppo. Another 42 have been killed in air strikes on Aleppo, it said.", only: true},
		{name: "a day of its own", text: "At least 112 people have been killed in Aleppo since 2 October, the monitor said. Another nine were killed in air strikes on Aleppo on Monday.",
			want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
