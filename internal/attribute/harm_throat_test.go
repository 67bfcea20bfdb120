package attribute

import "testing"

// Who is "him" of a deadly deed, and whose throat was cut, is one dead.
func TestThroatsAndHim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "slit his throat", text: "Militants took a peddler from his home in Example near Shopian on Monday and slit his throat.", want: []string{"k=1"}},
		{name: "of so many", text: "The monitor says fighters slit the throats of the 33 men aged between 18 and 25 near the town of Mayadeen on Monday.", want: []string{"k=33 at=mayadeen"}, only: true},
		{name: "found with", text: "A woodcutter was found in a field near Mopti on Monday with his throat cut.", want: []string{"k=1 at=mopti"}, only: true},
		{name: "threatened", text: "Militants threatened to cut his throat, a trader in Mopti said on Monday.", only: true},
		{name: "shot him dead", text: "Gunmen dragged a headman out of his house in Mopti on Monday and shot him dead.", want: []string{"k=1"}, only: true},
		{name: "beheaded him", text: "Gunmen stopped a trader on his way to the market in Mopti on Monday and beheaded him.", want: []string{"k=1"}, only: true},
		{name: "killed her", text: "Gunmen attacked a woman in Mopti on Monday and killed her.", want: []string{"k=1"}, only: true},
		{name: "wounding her", text: "A shell hit a girl in Mopti on Monday, wounding her.", want: []string{"i=1 k=none"}, only: true},
		{name: "her brother", text: "A shell hit a girl in Mopti on Monday and wounded her brother.", want: []string{"i=1"}, only: true},
		{name: "killed them", text: "Gunmen attacked two boys in Mopti on Monday and killed them.", want: []string{"k=2"}, only: true},
		{name: "wounding both", text: "Gunmen ambushed two officers near Mopti on Monday, wounding both.", want: []string{"i=2 k=none"}, only: true},
		{name: "all of them", text: "Gunmen ambushed three officers near Mopti on Monday, killing all of them.", want: []string{"k=3"}, only: true},
		{name: "who killed them", text: "Nine gunmen attacked a post near Mopti on Monday and killed them.", want: []string{"k=none"}, only: true},
		{name: "both of three", text: "Gunmen attacked three posts near Mopti on Monday and killed both.", want: []string{"k=none"}, only: true},
		{name: "a former", text: "Gunmen killed a former village headman in Mopti on Monday.", want: []string{"k=1"}, only: true},
		{name: "with wounds", text: "Two women and a teenage boy walked into a hospital in Boise on Sunday night with gunshot wounds.", want: []string{"i=3"}, only: true},
		{name: "of the boys", text: "Armed men attacked a group of boys herding goats near Mopti on Monday. Three of the boys died.", want: []string{"k=3"}, only: true},
		{name: "of the passengers", text: "A bomb hit a bus near Mopti on Monday. Four of the passengers died.", want: []string{"ev=bombing k=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
