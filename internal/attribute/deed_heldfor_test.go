package attribute

import "testing"

// Whom states go after is no suspect of the violence told beside the arrest.
func TestHeldForCalling(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an actress", text: "A bomb killed six in Homs on Monday. An actress known for her role in a series was detained on Thursday at the airport her lawyer said.",
			want: []string{"ev=bombing k=6", "ev=detention on=2017-10-12 said=lawyer"}, only: true},
		{name: "by soldiers", text: "Jets killed six in Homs on Monday. In Aleppo a photographer was arrested by security forces on Tuesday.",
			want: []string{"ev=air_strike k=6", "ev=detention at=aleppo"}, only: true},
		{name: "in connection", text: "A bomb killed six in Homs on Monday. Police arrested a nurse in connection with the blast.", want: []string{"ev=bombing k=6"}, only: true},
		{name: "charged", text: "A man was shot dead in Homs on Monday. A lawyer was arrested and charged with murder in Homs.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
