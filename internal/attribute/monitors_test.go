package attribute

import "testing"

// Ways of telling that monitors and offices for human rights have.
func TestMonitorsWays(t *testing.T) {
	for _, c := range []claimCase{
		{name: "on the 17th", text: "Shelling of Zour camp killed two people on 9 October. On the 14th an airstrike hit a truck on the Raghwan road and killed three.",
			want: []string{"k=2 on=2017-10-09", "k=3 on=2017-10-14"}, only: true},
		{name: "the 12th floor", text: "A mortar hit a flat on the 12th floor in Taiz on Monday, killing two.",
			want: []string{"k=2 on=2017-10-16"}, only: true},
		{name: "ages in brackets", text: "Adel Example (44) was killed and his son (9) was seriously wounded by a mine in Harad on Monday.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "two brothers by name", text: "Two brothers, Adel (22) and Sami Example (19), were killed when a drone fired a missile at them in Rafah on Monday.",
			want: []string{"k=2"}, only: true},
		{name: "a figure of figures", text: "On 12 October, 11 civilians (six men, three women, two boys) were killed and 16 others (nine women, seven men) injured when a missile hit a cafe in Hroza.",
			want: []string{"k=11 i=16"}, only: true},
		{name: "him and his", text: "Warplanes hit the house of Omar Example in Rafah on Monday, killing him, his wife and their four children.",
			want: []string{"ev=air_strike k=6"}, only: true},
		{name: "a body found", text: "The body of an unidentified man was found with gunshot wounds near Jassim on Monday.",
			want: []string{"k=1 at=Jassim"}, only: true},
		{name: "two towns' road", text: "A truck was hit by gunfire on the Juba–Nimule road on Monday, and one nurse was killed.",
			want: []string{"k=1 at=Juba–Nimule"}, only: true},
		{name: "accused of", text: "Residents of Katale said that eight or nine villagers, accused of feeding the other side, were killed in Katale on Monday.",
			want: []string{"k=8..9 said=residents"}, only: true},
		{name: "reasonable grounds", text: "The Mission found reasonable grounds to believe that soldiers executed 17 men in Hlaing on 12 October.",
			want: []string{"k=17 said=mission"}, only: true},
		{name: "credible reports", text: "The Mission received credible reports that on 12 October militiamen killed 14 civilians in Mweso.",
			want: []string{"k=14 said=mission"}, only: true},
		{name: "deeply concerned", text: "The Karm Rights Network is deeply concerned by the killing of five journalists in Goma on Monday.",
			want: []string{"k=5 said=karm"}, only: true},
		{name: "not credible", text: "The Coalition assessed the allegation of 14 civilians killed in an airstrike on Hajin on 12 October as non-credible.",
			want: []string{"ev=air_strike st=denied said=coalition"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
