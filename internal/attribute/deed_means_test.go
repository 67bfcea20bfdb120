package attribute

import "testing"

// A deed that goes on being told by its means, or by whom it struck, is one claim.
func TestGoesOnWithMeans(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the shell", text: "A mortar shell killed a mother and three children in Taiz on Tuesday, medics said. The shell hit their house in the Asifra district.",
			want: []string{"k=4"}, only: true},
		{name: "the clerk", text: "Police in Homs are looking for a man who shot and killed a store clerk. The clerk was shot on Sunday night at a shop in Oak Street.",
			want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
