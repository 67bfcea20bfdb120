package attribute

import "testing"

// What one says and another rejects in the same sentence are two claims; who rejects it need not have done it.
func TestClaimsRejectedInAnAside(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a claim", text: "The police said three protesters were killed in Homs on Monday, a claim the opposition rejected.", want: []string{"k=3 said=police st=asserted", "said=opposition st=denied -by=opposition"}, only: true},
		{name: "a charge", text: "The army said rebels shelled Homs on Monday, a charge the rebels denied.", want: []string{"said=army by=rebels st=asserted", "said=rebels by=rebels st=denied"}, only: true},
		{name: "blamed, who denied", text: "Nine people died when mortars hit Homs on Monday. The army blamed the rebels, who denied firing.", want: []string{"k=9", "said=army by=rebels st=asserted", "said=rebels st=denied"}, only: true},
		{name: "not verified", text: "The army said it killed nine fighters in Homs on Monday, a claim that could not be verified.", want: []string{"k=9 st=asserted"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
