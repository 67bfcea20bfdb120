package attribute

import "testing"

// Names of places whose bounds or part in the sentence are told by the words around
// them.
func TestPlaceNames(t *testing.T) {
	for _, c := range []claimCase{
		{name: "somewhere-based", text: "The New York-based lawyers' league said a shell killed nine people on Monday.",
			want: []string{"k=9 -at=york"}, only: true},
		{name: "a name with the Arabic article", text: "An air strike on Nabatieh al-Fawqa in southern Lebanon killed nine people on Monday.",
			want: []string{"k=9 at=al-fawqa"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
