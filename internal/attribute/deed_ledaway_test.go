package attribute

import "testing"

// Those carried off are others than those killed, and told of apart.
func TestLedAwayToo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "killed and abducted", text: "Bandits killed six people and abducted eleven in Hafir on Monday, residents said.", want: []string{"ev=attack k=6", "ev=abduction k=none"}, only: true},
		{name: "nine dead and eight abducted", text: "The mayor gave a figure of nine dead and eight abducted in the raid on Hafir on Monday.", want: []string{"k=9", "ev=abduction k=none"}, only: true},
		{name: "others whisked away", text: "Bandits killed six people in Hafir on Monday. Eleven others were whisked away, residents said.", want: []string{"ev=attack k=6", "ev=abduction k=none"}, only: true},
		{name: "the same", text: "Gunmen abducted three men in Hafir on Monday and killed them.", want: []string{"k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
