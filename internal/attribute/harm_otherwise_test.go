package attribute

import "testing"

// Another puts a figure otherwise in a few words.
func TestFiguresPutOtherwise(t *testing.T) {
	for _, c := range []claimCase{
		{name: "it was", text: "The police said three protesters were killed in Homs on Monday. Opposition leaders say it was 12.", want: []string{"k=3 said=police", "k=12 said=opposition"}, only: true},
		{name: "put it at", text: "The police said three protesters were shot dead in Homs on Monday. Opposition leaders put it at 12.", want: []string{"k=3 said=police", "k=12 said=opposition ev=shooting"}, only: true},
		{name: "its dead", text: "The rebels said 20 soldiers had died in an ambush near Homs on Monday. The army put its dead at three.", want: []string{"k=20 said=rebels", "k=3 said=army ev=clash"}, only: true},
		{name: "the number exceeds", text: "The rebels said 20 soldiers had died in an ambush near Homs on Monday. A resident maintained that the number exceeds 30.", want: []string{"k=20", "k=31+ said=resident"}, only: true},
		{name: "martyrs and injured", text: "Seven martyrs 23 injured in rocket attacks on Homs on Monday.", want: []string{"k=7 i=23"}, only: true},
		{name: "an opinion", text: "The police said three protesters were killed in Homs on Monday. Opposition leaders say it was wrong.", want: []string{"k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
