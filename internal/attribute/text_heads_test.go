package attribute

import "testing"

// Heads of lists: after marks that are drawn as signs, with parts of towns and roads, and the day of a report.
func TestHeadsOfLists(t *testing.T) {
	for _, c := range []claimCase{
		{name: "signs", text: "The head of the region posted the summary.\n\n▪️ Homs, Karm district. Two bombs fell between houses. A woman was killed.\n▪️ Idlib. A bomb hit a boarding house. Three men were killed.\n▪️ Hama. A drone struck a van. The driver was wounded.", want: []string{"k=1 at=homs", "k=3 at=idlib", "i=1 at=hama"}, only: true},
		{name: "a quarter", text: "02/10 – Idlib (Karm territory). Militiamen killed six people with machetes.\n\n06/10 – Homs, Majengo quarter. Two men were shot dead.\n\n07/10 – Hama, Zoran barrier. A soldier shot two people dead.", want: []string{"k=6 at=idlib on=2017-10-02", "k=2 at=majengo on=2017-10-06", "k=2 at=zoran on=2017-10-07"}, only: true},
		{name: "an axis", text: "– 9 October, Homs. Gunmen killed four people.\n– 13 October, Idlib–Hama axis. Mine under a minibus: three dead, 11 hurt.", want: []string{"k=4 on=2017-10-09", "k=3 on=2017-10-13 at=axis"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
