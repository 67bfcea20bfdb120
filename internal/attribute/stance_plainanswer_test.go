package attribute

import "testing"

// An answer in few words is a claim; a refusal of something else is none.
func TestPlainAnswer(t *testing.T) {
	const deed = "A gas attack killed 87 people in Khan Sheikhun on Monday, activists said. "
	for _, c := range []claimCase{
		{name: "denies the charges", text: deed + "Damascus denies the charges.", want: []string{"k=87", "said=damascus st=denied"}, only: true},
		{name: "blamed it on", text: deed + "Damascus blamed it on rebels.", want: []string{"k=87", "by=rebels said=damascus st=asserted"}, only: true},
		{name: "rejected the accusations", text: deed + "Moscow rejected the accusations.", want: []string{"k=87", "said=moscow st=denied"}, only: true},
		{name: "rejected something else", text: deed + "Moscow rejected the plan.", want: []string{"k=87"}, only: true},
		{name: "blamed by many", text: "A clash left two dead in Homs in May. Locals blamed it on herders.", want: []string{"k=2", "by=herders said=locals"}, only: true},
		{name: "blamed for something else", text: "A clash left two dead in Homs in May. Locals blamed herders for the drought.", want: []string{"k=2"}, only: true},
		{name: "rejected a plan", text: deed + "Damascus rejected a plan of the envoy for evacuations.", want: []string{"k=87"}, only: true},
		{name: "attributed to", text: "Air strikes killed nine people in Taiz on Monday, a medic said. The Houthis attributed the strikes to the coalition.", want: []string{"k=9", "by=coalition said=houthis"}, only: true},
		{name: "did not deny", text: deed + "Damascus did not deny the charges.", want: []string{"k=87"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
