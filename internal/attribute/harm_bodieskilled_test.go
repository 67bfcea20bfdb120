package attribute

import "testing"

// Bodies that are brought in before it is told who killed them, figures that have gone up, some of those who died.
func TestBodiesKilled(t *testing.T) {
	for _, c := range []claimCase{
		{name: "they were put to death", text: "The bodies of nine villagers were taken on Monday to the morgue of Dayton. They were put to death by rebels on Sunday at Kasanzi, the chief said.",
			want: []string{"k=9 at=kasanzi by=rebels said=chief on=2017-10-15"}, only: true},
		{name: "among them", text: "The bodies of nine villagers, two women among them, were brought to the morgue of Dayton on Monday. They were killed by rebels on Sunday at Kasanzi, the mayor said.",
			want: []string{"k=9 at=kasanzi by=rebels"}, only: true},
		{name: "no bodies", text: "Nine villagers were killed in Dayton on Monday. They were killed by rebels, the mayor said.", want: []string{"k=9 at=dayton"}, only: true},
		{name: "gone up to", text: "The number of wounded in Monday's missile strike on Dayton has gone up to 16, the governor wrote.", want: []string{"i=16 at=dayton"}, only: true},
		{name: "count of injured", text: "The count of injured in the rocket attack on Dayton on Monday has risen to 12, the mayor said.", want: []string{"i=12"}, only: true},
		{name: "up to so many", text: "A missile strike on Dayton on Monday wounded up to 16 people, the governor wrote.", want: []string{"i=-16"}, only: true},
		{name: "worked and died", text: "Drones killed 17 people in Amhara in two days, doctors said. Fourteen of them worked at a rice mill in Debark, in the north, and died on Monday, one doctor said.",
			want: []string{"k=17", "k=14 at=debark said=one_doctor"}, only: true},
		{name: "one of them a soldier", text: "Ten people were killed in Dayton on Monday, police said. Observers say 15, one of them a soldier, were killed.", want: []string{"k=10", "k=15 said=observers -by=soldier"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
