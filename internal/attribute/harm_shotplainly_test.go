package attribute

import "testing"

func TestShotPlainly(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a man", text: "Deputies shot a man who came at them with a knife in Akron on Tuesday.", want: []string{"i=1 k=none"}, only: true},
		{name: "of his", text: "A worker came in through the dock in Akron on Tuesday and shot nine of his coworkers. Five of them died.", want: []string{"k=5 i=4"}, only: true},
		{name: "told again, dead", text: "A gunman shot and killed two clerks in Akron on Tuesday. Police said he shot the two clerks over a debt.", want: []string{"k=2 i=none"}, only: true},
		{name: "captives", text: "The rebels shot more than 80 captive soldiers at a brickworks in Kosti on Tuesday, the monitor said.", want: []string{"k=81+ i=none"}, only: true},
		{name: "prisoners", text: "Militants shot 12 prisoners in Kosti on Tuesday, residents said.", want: []string{"k=12 i=none"}, only: true},
		{name: "an armed band", text: "Fighters ambushed a bus in Kosti on Tuesday and shot four men, police said.", want: []string{"i=none"}},
		{name: "before himself", text: "Joe Example shot his wife before turning the gun on himself in Akron on Tuesday, police said.", want: []string{"i=none"}},
		{name: "dead at once", text: "A gunman shot two clerks dead in Akron on Tuesday.", want: []string{"k=2 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
