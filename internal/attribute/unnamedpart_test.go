package attribute

import "testing"

// The part of a town that a sentence leaves to those before it.
func TestUnnamedPart(t *testing.T) {
	for _, c := range []claimCase{
		{name: "held districts", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on government-held districts killed nine people.", want: []string{"k=9 at=government-held_districts in=Aleppo"}},
		{name: "near the citadel", text: "The governor of Aleppo resigned on Sunday. On Monday clashes raged near the historic citadel, killing nine soldiers, a witness said.", want: []string{"k=9 at=historic_citadel"}},
		{name: "a place of its own", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on government-held districts of Homs killed nine people.", want: []string{"k=9 at=Homs"}},
		{name: "the same district", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on the same district killed nine people.", want: []string{"k=9 -at=same"}},
	} {
		t.Run(c.name, c.run)
	}
}
