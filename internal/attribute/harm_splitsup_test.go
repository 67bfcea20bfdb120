package attribute

import "testing"

func TestSplitsUp(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the other two", text: "Four people were shot in Akron on Tuesday. Two died at the scene and the other two are in critical condition.", want: []string{"k=2 i=2"}, only: true},
		{name: "three others", text: "Four people were shot in Akron on Tuesday. One died at the scene and three others were taken to a hospital.", want: []string{"k=1 i=3"}, only: true},
		{name: "somewhere else", text: "Four people were shot in Akron on Tuesday. In Dayton, one man was killed and three others were wounded on Tuesday.", want: []string{"i=4 at=Akron", "k=1 i=3 at=Dayton"}, only: true},
		{name: "no such sum", text: "Nine people were wounded by a shell in Kosti on Tuesday. Another shell killed one man and wounded two on Friday.", want: []string{"i=9"}},
		{name: "one of them, by name", text: "Two soldiers were wounded in an attack in Kosti on Tuesday and one of them, Private Joe Example, later died, the army said.", want: []string{"k=1 i=1"}, only: true},
		{name: "one of them, with an age", text: "Three men were shot in Akron on Tuesday and one of them, Joe Example, 23, has died.", want: []string{"k=1 i=2"}, only: true},
		{name: "martyrdom", text: "Two soldiers were wounded in an attack in Kosti on Tuesday and one of them later attained martyrdom.", want: []string{"k=1 i=1"}, only: true},
		{name: "one of them lives", text: "Two soldiers were wounded in an attack in Kosti on Tuesday and one of them, Private Joe Example, is in a clinic.", want: []string{"i=2 k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
