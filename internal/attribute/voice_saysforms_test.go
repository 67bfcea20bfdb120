package attribute

import "testing"

// Verbs and turns of saying that everyday reports use, and who says so then.
func TestFormsOfSaying(t *testing.T) {
	for _, c := range []claimCase{
		{name: "reports that", text: "The town council reports that three people were killed in a shooting in Hama on Monday.", want: []string{"k=3 said=town_council"}},
		{name: "claims that", text: "The Karm Brigade claims that three soldiers were killed in a clash in Hama on Monday.", want: []string{"k=3 said=karm"}},
		{name: "charged that", text: "State television charged that a gang had attacked families in Hama killing nine.", want: []string{"k=9 said=television"}},
		{name: "notes that", text: "The Karm Casualty Register notes that three people were killed by a mine in Hama on Monday.", want: []string{"k=3 said=register"}},
		{name: "reports the council", text: "Three people were killed in a shooting in Hama on Monday, reports the town council.", want: []string{"k=3 said=council"}},
		{name: "writes the paper", text: "Three people were killed in a shooting in Hama on Monday, writes the newspaper.", want: []string{"k=3 said=newspaper"}},
		{name: "issued a statement saying", text: "The town council issued a statement saying that three people were killed in a shooting in Hama on Monday.", want: []string{"k=3 said=council"}},
		{name: "circulated a video claiming", text: "The Karm Front circulated a video claiming that three soldiers were killed in an ambush in Hama on Monday.", want: []string{"k=3 said=front"}},
		{name: "prosecutor-general", text: "Northland's prosecutor-general said two people had been killed by shelling in Hama on Monday.", want: []string{"k=2 said=prosecutor"}},
		{name: "colleagues with him", text: "On Monday a photographer was killed by a shell in Hama, two colleagues who were with him told the Alliance.", want: []string{"k=1 said=colleagues"}},
		{name: "a family of seven", text: "Adam Example, who runs the clinic, said a family of seven died when a shell hit a house in Hama.", want: []string{"k=7 -said=family"}},
		// nobody says it thereby
		{name: "media reports", text: "Three soldiers were killed in Hama on Monday. The army rejected media reports that nine died.", want: []string{"k=3 -said=media"}},
		{name: "denied claims that", text: "A shell killed nine people in Hama on Monday. A rebel spokesman denied claims that his men had fired it.", want: []string{"-said=claims"}},
		{name: "on the ground", text: "On the ground rebels claimed to have killed 15 soldiers near Hama.", want: []string{"k=15 -said=on"}},
		{name: "a child died it added", text: "Shelling killed nine people in Hama, Radio Karm reported on Monday. A child who had been hurt in a sniper attack in Homs on Sunday died of her wounds it added.", want: []string{"-said=child"}},
		{name: "charged with", text: "The town council charged three people over a shooting in Hama on Monday that killed nine.", want: []string{"k=9 -said=council"}},
	} {
		t.Run(c.name, c.run)
	}
}
