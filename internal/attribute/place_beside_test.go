package attribute

import "testing"

// Reports that lost their commas: a place beside those who tell of it; and how many of a
// group were harmed of which no number was told.
func TestPlaceBesideSpeakers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an unlisted place beside its speakers", text: "On Monday eight people were killed by shells in Idlib and three in Quxmara medics said.",
			want: []string{"k=8 at=idlib said=medics", "k=3 at=quxmara said=medics"}, only: true},
		{name: "one of them and another", text: "Gunmen fired on Monday on staff of the water board who were mending a pipe in Idlib hurting one of them and killing another.",
			want: []string{"k=1 i=1 by=gunmen"}, only: true},
		{name: "left so many of them dead", text: "Fighting between two militias over a grain silo in Idlib left 17 of them dead on Monday.",
			want: []string{"k=17"}, only: true},
		{name: "of them with an aside", text: "A helicopter fired on a barn near Idlib on Monday in which herders slept. Five of them including three boys were wounded.",
			want: []string{"k=none i=5"}, only: true},
		{name: "the wounded brought in and some of the dead", text: "A car bomb exploded in Idlib on Monday. Medics said 45 wounded were brought in and that six of the dead were soldiers.",
			want: []string{"i=45"}, only: true},
		{name: "passers-by", text: "A car bomb in Idlib on Monday killed a guard and three passers-by.",
			want: []string{"k=4"}, only: true},
		{name: "since a day of the last few", text: "Clashes between the army and rebels near Idlib have killed 13 people since Monday morning activists said.",
			want: []string{"k=13 at=idlib said=activists"}, only: true},
		{name: "since a day longer ago", text: "Clashes between the army and rebels near Idlib have killed 13 people since Thursday activists said.",
			want: nil, only: true},
		{name: "what a hospital took in since", text: "The charity said its hospital in Idlib had admitted 110 wounded since Monday.",
			want: nil, only: true},
		{name: "a further five", text: "Ten people were killed by rockets in Idlib on Monday and a further five in Saraqib.",
			want: []string{"k=10 at=idlib", "k=5 at=saraqib"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
