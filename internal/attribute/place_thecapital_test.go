package attribute

import "testing"

// "The capital" is a place where a sentence names no other.
func TestInCapital(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of the capital", text: "Raids on Douma killed nine people on Monday, activists said. On Tuesday rebel shelling of the capital killed 13.", want: []string{"k=9 at=Douma", "k=13 at=capital"}},
		{name: "on its outskirts", text: "A mortar shell landed on the outskirts of the capital on Monday and wounded two people.", want: []string{"i=2 at=outskirts_of_the_capital"}},
		{name: "on its eastern outskirts", text: "Raids on Douma killed nine people on Monday, activists said. On Tuesday air raids on the eastern outskirts of the capital killed 13.", want: []string{"k=9 at=Douma", "k=13 at=eastern_outskirts_of_the_capital"}},
		{name: "in the Syrian capital", text: "Raids on Douma killed nine people on Monday, activists said. On Tuesday mortar rounds killed 13 in the Syrian capital.", want: []string{"k=9 at=Douma", "k=13 at=capital"}},
		{name: "the capital of a province", text: "Raids killed nine people on Monday in Idlib, the capital of the province, activists said.", want: []string{"k=9 at=Idlib"}},
		{name: "named beside it", text: "Mortar rounds killed 13 people on Monday in the capital Damascus, state media said.", want: []string{"k=13 at=Damascus"}},
	} {
		t.Run(c.name, c.run)
	}
}
