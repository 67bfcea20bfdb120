package attribute

import "testing"

// Whoever counts some of the dead and then all of them makes one claim, of all.
func TestWholeOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a monitor, by name", text: "Three women were killed in an air strike on Taiz on Monday, a monitor said. Nine people, among them three women, were killed in the air strike on the Zoran district of Taiz the Northland Observatory said.",
			want: []string{"k=9 at=zoran said=observatory"}, only: true},
		{name: "a city and its district", text: "Three women were killed in an air strike in Baghdad on Monday, a monitor said. Nine people, among them three women, were killed in the air strike on the Karrada district the Northland Observatory said.",
			want: []string{"k=9 at=karrada"}, only: true},
		{name: "a quotation", text: `Six boys were killed on Thursday when army planes bombed a suburb of Nyala city a monitor said. "Twenty miners among them six boys were killed when planes bombed the Zoran suburb" the Geneva-based Northland Observatory for Human Rights said.`,
			want: []string{"k=20"}, only: true},
		{name: "the same speaker", text: "Two soldiers were killed in an attack on Mosul on Monday police said. The attack killed seven people including two soldiers police said.",
			want: []string{"k=7 said=police"}, only: true},
		{name: "nobody said so", text: "Three women were killed in shelling of Kharkiv on Monday. Nine people including three women were killed in the shelling medics said.",
			want: []string{"k=9 said=medics"}, only: true},
		// near misses
		{name: "two who count", text: "Three women were killed in an air strike on Taiz on Monday the Northland Observatory said. The health ministry said nine people including three women were killed in the air strike on Taiz.",
			want: []string{"k=3 said=observatory", "k=9 said=ministry"}, only: true},
		{name: "other towns", text: "Three women were killed in an air strike on Taiz on Monday. In Aden nine people including three women were killed in shelling.",
			want: []string{"k=3", "k=9"}, only: true},
		{name: "other women", text: "Three women were killed in an air strike on Taiz on Monday, a monitor said. Nine people including two women were killed in shelling of Aden, the monitor said.",
			want: []string{"k=3", "k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
