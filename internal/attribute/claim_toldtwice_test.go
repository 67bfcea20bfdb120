package attribute

import "testing"

// When one claim is told twice, and when another is told.
func TestToldTwice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "several and several", text: "The army shelled positions in Karm on Monday, killing a number of militants. The army also shelled the Zoran hills, killing a number of militants, a source said.",
			want: []string{"at=karm", "at=zoran_hills said=source"}, only: true},
		{name: "several on a road", text: "Gunmen attacked a post in the village of Karm on Monday, killing several soldiers. In the meantime militants ambushed a patrol on the Zoran highway, killing several soldiers.",
			want: []string{"at=karm", "at=zoran_highway"}, only: true},
		{name: "who else tells of it", text: "A strike hit the town of Karm on Monday. Residents said planes had struck the bakery.", want: []string{"-said=residents", "said=residents"}, only: true},
		// one claim still
		{name: "nine and nine", text: "Shells killed nine people in Karm on Monday, a source said. The nine were killed when the shells fell on the market in Karm.", want: []string{"k=9"}, only: true},
		{name: "headline and lead", text: "HOMS, Oct. 18 - Several people were killed in an attack in the Zoran quarter of Homs on Monday.", want: []string{"at=zoran"}, only: true},
		{name: "at the hospital", text: "Three people were wounded by rockets on the town of Karm on Monday. The three were treated in Karm hospital, a nurse said.", want: []string{"i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The same few at two places are others, and the headline counted the first of them.
func TestFewTwice(t *testing.T) {
	rep := report("Shells wound four in Homs", "Militants shelled Homs, wounding four people, a source said. Later the source said a mortar round fell in the town of Karm. In Aleppo city four citizens were injured due to a rocket attack on Zoran Street.")
	cs, ts := testReader().Read(rep)
	checkClaims(t, rep, cs, ts)
	n := 0
	for i := range cs {
		if c := &cs[i]; c.Injured != nil && *c.Injured.Min == 4 && (c.Place.Name == "Homs" || c.Place.Name == "Zoran Street") {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d claims of four people, want 2: %+v", n, cs)
	}
}
