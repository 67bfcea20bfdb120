package attribute

import "testing"

// Names may have small words within, and an office before or behind them.
func TestNamesOfTheHarmed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "al", text: "A bomb in Quetta on Monday killed Zaid al Masri and two others.", want: []string{"k=3"}, only: true},
		{name: "before the verb", text: "Zaid al Masri was killed in a strike on Kutum on Monday.", want: []string{"k=1"}, only: true},
		{name: "and others", text: "Zaid al Masri and two others were killed in a strike on Kutum on Monday.", want: []string{"k=3"}, only: true},
		{name: "bin", text: "Friends mourned Omar bin Hafiz, who was shot dead in Quetta on Monday.", want: []string{"k=1"}, only: true},
		{name: "two names", text: "Omar bin Hafiz and Karl Zoran were shot dead in Quetta on Monday.", want: []string{"k=2"}, only: true},
		{name: "an office", text: "A bomb in Quetta on Monday killed police chief Karl Zoran.", want: []string{"k=1"}, only: true},
		{name: "of a district", text: "A bomb in Quetta on Monday killed district governor Karl Zoran and two others.", want: []string{"k=3"}, only: true},
		{name: "his name aside", text: "A bomb in Quetta on Monday killed the police chief, Karl Zoran, and two others.", want: []string{"k=3"}, only: true},
		{name: "an office before the verb", text: "Police chief Karl Zoran and two others were killed in a bombing in Quetta on Monday.", want: []string{"k=3"}, only: true},
		{name: "behind a speaker", text: "Officials said army captain Karl Zoran and two others were killed in a bombing in Quetta on Monday.", want: []string{"k=3 said=officials -said=zoran"}, only: true},
		{name: "whose house", text: "Bombs hit the home of police chief Karl Zoran and two others were killed in Quetta on Monday.", want: []string{"k=2"}, only: true},
		{name: "wounded another", text: "A bomb killed five people in Quetta on Monday and wounded another.", want: []string{"k=5 i=1"}, only: true},
		{name: "wounded a third", text: "A bomb killed two officers in Quetta on Monday and wounded a third, police said.", want: []string{"k=2 i=1"}, only: true},
		{name: "a third of them", text: "A bomb killed two officers in Quetta on Monday and destroyed a third of a market, police said.", want: []string{"k=2 i=none"}, only: true},
		{name: "another six", text: "A bomb killed five people in Quetta on Monday and wounded another six.", want: []string{"k=5 i=6"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Whose house it is does no deed.
func TestSharedBy(t *testing.T) {
	c := claimCase{text: "A shell hit a house shared by three militia families in Kutum on Monday and killed five people, medics said.", want: []string{"k=5 -by=families -by=militia"}, only: true}
	c.run(t)
}
