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

// Who is brought in with wounds or burns is wounded, and not the doctor who says so.
func TestBroughtWithWounds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "said a doctor", text: "A doctor said six young men were brought in with gunshot wounds in Hama on Monday.", want: []string{"ev=shooting i=6"}, only: true},
		{name: "burns", text: "A doctor said six young men were brought in with burns in Hama on Monday.", want: []string{"i=6"}},
		{name: "shrapnel", text: "A shell hit Hama on Monday. A nurse said eight people were admitted with shrapnel injuries.", want: []string{"ev=shelling i=8"}},
		{name: "the dead", text: "A shell hit Hama on Monday. Eight people were brought in dead with burns.", want: []string{"k=8 i=none"}, only: true},
		{name: "without wounds", text: "A shell hit Hama on Monday. Eight doctors were brought in with supplies, and nobody had burns.", want: []string{"i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
