package attribute

import "testing"

// A sentence that opens with where it was.
func TestFronted(t *testing.T) {
	for _, c := range []claimCase{
		{name: "another country", text: "Shells hit the town of Kobane on Monday killing three people. In Lebanon nine soldiers were killed in an ambush on Sunday.", want: []string{"k=3 at=Kobane", "k=9 at=Lebanon"}},
		{name: "with a word for meanwhile", text: "Gunmen killed three people near Kobane on Monday morning. In Iraq meanwhile 12 guards died when a truck bomb hit their barracks late Sunday.", want: []string{"k=12 at=Iraq"}},
		{name: "part of a country", text: "Fighting raged in Kobane on Monday killing three people. In northern Iraq, meanwhile, gunmen shot dead nine farmers on Sunday.", want: []string{"k=9 at=northern_Iraq"}},
		{name: "a province", text: "Planes bombed the Midan quarter of Aleppo on Monday, killing 11. In Idlib province a day earlier the dead numbered nine.", want: []string{"k=11 at=Midan", "k=9 at=Idlib_province"}},
		{name: "a province known", text: "Planes bombed the Midan quarter of Aleppo on Monday, killing 11. In Anbar rebels said they had killed nine soldiers there.", want: []string{"k=11 at=Midan", "k=9 at=Anbar"}},
		{name: "a town behind it", text: "Fighting raged in Kobane on Monday killing three people. In Lebanon nine soldiers were killed by a bomb in Arsal on Sunday.", want: []string{"k=9 at=Arsal"}},
		{name: "where it lies", text: "Fighting raged in Raqqa on Monday. In Syria nine soldiers were killed in the battle for the city.", want: []string{"k=9 at=Raqqa"}},
		{name: "before an armed force", text: "Jets bombed a market in Idlib on Monday. In Manbij US-backed forces killed nine fighters.", want: []string{"k=9 at=Manbij"}},
	} {
		t.Run(c.name, c.run)
	}
}
