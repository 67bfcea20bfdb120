package attribute

import "testing"

// What lies in a country without city quarters: beaches, plantations, parishes, cantons.
func TestPlaceKinds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the beach of", text: "Rebels killed six people on the beach of Miraba on Monday.", want: []string{"k=6 at=Miraba"}, only: true},
		{name: "a parish", text: "Nine people were killed in the parish of Cofradia on Monday.", want: []string{"k=9 at=Cofradia"}, only: true},
		{name: "a tehsil", text: "Gunmen killed two labourers in Surabad tehsil on Monday.", want: []string{"k=2 at=Surabad_tehsil"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
