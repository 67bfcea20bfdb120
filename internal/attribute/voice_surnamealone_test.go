package attribute

import "testing"

func TestSurnamesAlone(t *testing.T) {
	who := "Joe Example, 34, argued with a neighbor in Akron on Tuesday, police said. "
	for _, c := range []claimCase{
		{name: "hitting", text: who + "The neighbor fired a shotgun, hitting Example in the back and left arm.", want: []string{"i=1 k=none"}, only: true},
		{name: "was hit", text: who + "The neighbor fired and Example was hit in the back.", want: []string{"i=1 k=none"}, only: true},
		{name: "shot him by name", text: who + "The neighbor shot Example in the back.", want: []string{"i=1 k=none"}, only: true},
		{name: "was shot", text: who + "Example was shot in the back.", want: []string{"i=1 k=none"}, only: true},
		{name: "to death", text: who + "The neighbor shot Example to death.", want: []string{"k=1 i=none"}, only: true},
		{name: "his death", text: who + "The neighbor shot Example in the back. Nobody spoke of Example's death.", want: []string{"k=1 i=none"}, only: true},
		{name: "he died", text: who + "Example was shot in the back. He died on the way.", want: []string{"k=1 i=none"}, only: true},
		{name: "she killed nobody", text: who + "The neighbor shot Example in the back. He did not die.", want: []string{"i=1"}},
		{name: "pronounced dead", text: who + "Example was shot in the back. Medics pronounced him dead.", want: []string{"k=1 i=none"}, only: true},
		{name: "the hearse", text: "The hearse of Officer Joe Example left Akron on Monday. Example, 31, was shot on Oct. 12 in Akron.", want: []string{"k=1 i=none"}},
		{name: "not named in full", text: "A shell struck Akron in the morning of Tuesday.", want: []string{"i=none"}},
		{name: "his house", text: who + "The neighbor fired a shotgun, hitting Example's house in Akron.", want: []string{"k=none i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
