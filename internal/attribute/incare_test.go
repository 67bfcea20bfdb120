package attribute

import "testing"

// Who lies in a hospital beside the dead is wounded.
func TestInCare(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two others", text: "Gunfire in Boise on Monday left a woman dead and two others in the hospital, police said.", want: []string{"k=1 i=2"}, only: true},
		{name: "another hospitalized", text: "A shooting in Boise on Monday left one dead and another hospitalized, police said.", want: []string{"k=1 i=1"}, only: true},
		{name: "another in care", text: "One man is dead and another in intensive care after a shooting in Boise on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "another is in care", text: "One man is dead and another is in the hospital after a shooting in Boise on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "another wounded", text: "One man is dead and another wounded after a stabbing in Boise on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "died there", text: "One man died at the scene and another at a hospital after a shooting in Boise on Monday.", want: []string{"k=2 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
