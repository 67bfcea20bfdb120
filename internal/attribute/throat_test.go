package attribute

import "testing"

// Who is "him" of a deadly deed, and whose throat was cut, is one dead.
func TestThroatsAndHim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "slit his throat", text: "Militants took a peddler from his home in Example near Shopian on Monday and slit his throat.", want: []string{"k=1"}},
		{name: "found with", text: "A woodcutter was found in a field near Mopti on Monday with his throat cut.", want: []string{"k=1 at=mopti"}, only: true},
		{name: "threatened", text: "Militants threatened to cut his throat, a trader in Mopti said on Monday.", only: true},
		{name: "shot him dead", text: "Gunmen dragged a headman out of his house in Mopti on Monday and shot him dead.", want: []string{"k=1"}, only: true},
		{name: "beheaded him", text: "Gunmen stopped a trader on his way to the market in Mopti on Monday and beheaded him.", want: []string{"k=1"}, only: true},
		{name: "a former", text: "Gunmen killed a former village headman in Mopti on Monday.", want: []string{"k=1"}, only: true},
		{name: "with wounds", text: "Two women and a teenage boy walked into a hospital in Boise on Sunday night with gunshot wounds.", want: []string{"i=3"}, only: true},
		{name: "of the boys", text: "Armed men attacked a group of boys herding goats near Mopti on Monday. Three of the boys died.", want: []string{"k=3"}, only: true},
		{name: "of the passengers", text: "A bomb hit a bus near Mopti on Monday. Four of the passengers died.", want: []string{"ev=bombing k=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
