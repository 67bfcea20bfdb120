package attribute

import "testing"

// Figures with the dead as the subject, of a list of two kinds, and of a form.
func TestTheDeadWere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "were nine", text: "Rebels attacked an army post in Bunia on Monday. A local official said the dead were nine.", want: []string{"k=9"}, only: true},
		{name: "numbered", text: "Rebels attacked an army post in Bunia on Monday. The dead numbered nine, a doctor said.", want: []string{"k=9"}, only: true},
		{name: "listed", text: "Gunmen stormed a church in Bunia on Monday. The dead were three men, a boy and two women, a deacon said.", want: []string{"k=6"}},
		{name: "all traders", text: "A bomb hit a market in Gao on Monday. The dead were all traders.", want: []string{"k=none"}, only: true},
		{name: "the wounded", text: "A bomb hit a market in Gao on Monday. The wounded numbered 14, a doctor said.", want: []string{"i=14"}, only: true},
		{name: "of whom", text: "An air strike hit a market in Mocha on Sunday. The hospital received nine bodies and 14 wounded, three of whom died later.", want: []string{"k=12 i=11"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

func TestFiguresOfForms(t *testing.T) {
	for _, c := range []claimCase{
		{name: "ranges", text: "Incident date\nMarch 3, 2018\n\nLocation\nAl Rasta, Homs, Syria\n\nGeolocation\n34.1, 36.2 Note: this is exact to the village.\n\n" +
			"Narrative\n\nAt least four civilians were killed when jets struck a bakery in Al Rasta.\n\nSummary\n\n• Civilians reported killed\n   7 – 9\n• Civilians reported injured\n   20\n• Strike status\n   Likely strike\n",
			want: []string{"k=7..9 i=20 on=2018-03-03"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
