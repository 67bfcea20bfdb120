package attribute

import "testing"

// The day on which a deed is claimed is not its own, and who claims it did it.
func TestDayOfTheClaim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "on a day", text: "A car bomb on 13 October hit a convoy near Homs, killing four soldiers; the Karm Front claimed responsibility on 16 October.",
			want: []string{"k=4 on=2017-10-13 by=karm"}, only: true},
		{name: "days without a word", text: "A car bomb 13 October hit a convoy near Homs, killing four soldiers; the Karm Front claimed responsibility 16 October.",
			want: []string{"k=4 on=2017-10-13"}, only: true},
		{name: "published later", text: "Shells killed nine people in Homs on 12 October, the mission said in a report released on 16 October.",
			want: []string{"k=9 on=2017-10-12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Relief bodies and missions do nothing to anyone.
func TestPeacefulBodies(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a mission", text: "The Northland Relief Mission (NRM) is alarmed. A clinic of NRM was hit by gunfire in Homs on Monday and two patients were killed.",
			want: []string{"k=2 -by=nrm"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
