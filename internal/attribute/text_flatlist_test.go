package attribute

import "testing"

// A list whose line ends were lost is read item by item.
func TestFlatLists(t *testing.T) {
	for _, c := range []claimCase{
		{name: "days and sources", text: "Weekly digest. Africa Mali 12 October 2017: In Gao, a nurse was abducted by gunmen. Source: Radio Kati 13 October 2017: In Kidal, four guards were killed by armed men. Source: Kidal Post Asia Syria 14 October 2017: In Homs, an ambulance was hit by shelling and two medics were killed. Source: Local council Figures are not complete.",
			want: []string{"ev=abduction at=gao on=2017-10-12 said=Kati", "k=4 at=kidal on=2017-10-13 said=kidal", "ev=shelling k=2 at=homs on=2017-10-14 said=council"}, only: true},
		{name: "places", text: "The following is a summary. Homs: A driver was shot dead by soldiers. Aleppo: Two students were killed by a mine. Idlib: Jets hit a school and killed four children.",
			want: []string{"k=1 at=homs", "ev=landmine k=2 at=aleppo", "ev=air_strike k=4"}, only: true},
		{name: "labels of a page", text: "Author: Jane Example. Status: open. Update: two men were killed in Homs on Monday by gunmen. Status: closed. The police said they were shot.",
			want: []string{"k=2 at=homs"}},
		{name: "two days only", text: "On Monday, October 16: the army killed six in Homs. On Tuesday, October 17: it killed two in Aleppo.",
			want: []string{"k=6 at=homs", "k=2 at=aleppo"}},
	} {
		t.Run(c.name, c.run)
	}
}
