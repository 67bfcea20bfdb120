package attribute

import "testing"

// A surname behind "hit" is no place, though towns are called so.
func TestSurnames(t *testing.T) {
	for _, c := range []claimCase{
		{name: "aged", text: "Omar Sable, 28, was shot outside a bar in Akron on Monday. A bullet hit Sable in the neck.", want: []string{"ev=shooting at=akron"}},
		{name: "said", text: "A man was wounded in Akron on Monday. Lorna Toledo said she had heard shots. The bullet struck Toledo in the arm.", want: []string{"at=akron"}},
		{name: "a title", text: "Sgt. Erin Lubbock was shot in Akron on Monday. Two bullets hit Lubbock in the leg.", want: []string{"at=akron"}},
		{name: "the town stays one", text: "Omar Toledo, 28, lived alone. A man was shot in Toledo on Monday, police said.", want: []string{"at=toledo"}},
	} {
		t.Run(c.name, c.run)
	}
}
