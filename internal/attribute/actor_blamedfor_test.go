package attribute

import "testing"

// Who says whose deed it was has a claim of his own.
func TestBlamedFor(t *testing.T) {
	for _, c := range []claimCase{
		{name: "for the attack", text: "A gas attack killed 58 people in Homs on Monday, medics said. Aid workers struggled all day. The opposition Karm Council blamed government forces for the attack and demanded an inquiry.",
			want: []string{"k=58", "said=council by=government k=none"}, only: true},
		{name: "of being behind", text: "A car bomb killed six in Homs on Monday, police said. Shops stayed shut. The army accused the rebels of being behind the blast and sent troops.",
			want: []string{"k=6", "said=army by=rebels"}, only: true},
		{name: "put on", text: "A gas attack on Kafr Zita killed five people on Tuesday, the monitor said. The opposition blamed the attack squarely on the Syrian army.",
			want: []string{"k=5 said=monitor", "said=opposition by=army k=none"}, only: true},
		{name: "put it on", text: "A gas attack on Kafr Zita killed five people on Tuesday, the monitor said. Damascus blamed it on rebels.",
			want: []string{"k=5 said=monitor", "said=damascus by=rebels k=none"}, only: true},
		{name: "blame for the raids", text: "Air raids on Kafr Zita killed five people on Tuesday the monitor said. Residents blame the Syrian army for the raids.",
			want: []string{"k=5 said=monitor", "said=residents by=army k=none"}, only: true},
		{name: "of making use of it", text: "A car bomb killed six in Homs on Monday, police said. Analysts accuse the government of using the attack for votes.", want: []string{"k=6"}, only: true},
		{name: "nobody", text: "A car bomb killed six in Homs on Monday, police said. Neither the army nor the Karm Council blamed any group for the blast.", want: []string{"k=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who only tells of the dead did not kill them, and a body that denies is not laid at the door of whoever only counts.
func TestTellsAndDidNot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the group", text: "The Karm Mine Watch asked both sides on Thursday to let mine clearers work in Homs, where a landmine destroyed a bus on October 13. The group said four children were killed and nine people injured. It named no party.",
			want: []string{"ev=landmine k=4 i=9 said=karm_mine_watch -by=group"}},
		{name: "another's word, denied", text: "A bus drove over a landmine in Hodeidah on Monday, killing five people, a local official said. The official said the mine had been laid by the Houthis before they left the area. The Tihama Mine Watch said four children were killed and eight people injured. The Houthi authorities denied having laid mines on the road.",
			want: []string{"k=4 i=8 said=mine_watch -by=houthis"}},
		{name: "the army", text: "The army said nine rebels were killed in Homs on Monday.", want: []string{"k=9 said=army by=army"}},
	} {
		t.Run(c.name, c.run)
	}
}
