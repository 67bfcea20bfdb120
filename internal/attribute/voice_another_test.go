package attribute

import "testing"

// Another activist is another one than the activist before: what he tells is not credited to both, and is a
// claim of its own where it is of a place of its own.
func TestAnotherSpeaker(t *testing.T) {
	for _, c := range []claimCase{
		{name: "places of their own", text: "An activist in Homs told Reuters that 300 men were executed in one day in the town of Karm. Another opposition activist from Homs said residents of Zoran towns had three days to leave. Those who were executed in the Zoran area are around 300.",
			want: []string{"k=300 at=karm said=activist_in_Homs", "k=~300 at=zoran said=another_opposition_activist"}, only: true},
		{name: "figures of their own", text: "A resident told Reuters that 30 men were killed in Karm on Monday. A second resident put the number at 40.", want: []string{"k=30 said=resident", "k=40 said=second_resident"}, only: true},
		{name: "the same figure", text: "A nurse said nine people were killed in a strike on Karm on Monday. Another nurse said nine people were killed.", want: []string{"k=9 said=nurse"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
