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
		{name: "those who were", text: "Those who were executed during the storming of Gao on Monday are around 300, an activist said.", want: []string{"ev=killing k=~300"}, only: true},
		{name: "whoever they are", text: "The farmers who were executed in Gao on Monday are nine, an activist said.", want: []string{"ev=killing k=9"}, only: true},
		{name: "those killed", text: "Those killed in the raid on Gao on Monday were about 40, doctors said.", want: []string{"k=~40 at=gao"}, only: true},
		{name: "those who died", text: "Those who died in the shelling of Gao on Monday number at least 12, the hospital said.", want: []string{"ev=shelling k=12+"}, only: true},
		{name: "where they died", text: "A bomb hit a market on Monday. The dead in Gao are nine, all of them farmers, the mayor said.", want: []string{"k=9"}},
		{name: "the wounded in the attack", text: "The wounded in Monday's attack on Gao number 30, medics said.", want: []string{"i=30"}, only: true},
		{name: "the number of those", text: "The number of those executed in Gao on Monday is around 300, an activist said.", want: []string{"k=~300"}, only: true},
		{name: "how old they were", text: "A bomb hit a market in Gao on Monday. Those killed in Gao were 12 to 15 years old, the mayor said.", want: []string{"k=none"}},
		{name: "some of them", text: "A bomb hit a market in Gao on Monday, killing 30 people. Among those killed in Gao were 12 children, the mayor said.", want: []string{"k=30"}},
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
