package attribute

import "testing"

// Another speaker's account of a deed lies where the deed does, whatever place his sentence names for something else.
func TestPlacesThatOnlyStandBeside(t *testing.T) {
	const before = "A bomb killed seven people at the bus terminal in Tulunan on Monday, the army said. "
	for _, c := range []claimCase{
		{name: "rushed to", text: before + "Nine others were rushed to a hospital in nearby Kidapawan, a nurse said.", want: []string{"k=7 at=tulunan"}},
		{name: "brought to alone", text: before + "Nine dead were brought to Kidapawan alone, a nurse there said.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan said=nurse"}, only: true},
		{name: "at the hospital", text: before + "At the Kidapawan hospital, director Omar Example confirmed having received nine dead.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan said=example"}, only: true},
		{name: "a call to a station", text: before + "The rebels denied it in a call to a radio station in Cotabato.", want: []string{"k=7 at=tulunan", "at=tulunan said=rebels st=denied"}, only: true},
		{name: "a secretary blames", text: before + "In Manila, the defence secretary blamed the rebels.", want: []string{"k=7 at=tulunan", "at=tulunan by=rebels said=secretary"}, only: true},
		{name: "who was away", text: before + "The governor, who was in Davao at the time, said nine people died.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan said=governor"}, only: true},
		{name: "a statement issued", text: before + "A statement issued in Manila spoke of nine dead.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan"}, only: true},
		{name: "where they came from", text: before + "Relatives in Makilala, where most of the passengers came from, spoke of nine dead.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan said=relatives"}, only: true},
		{name: "where it was made", text: before + "The bomb was assembled in Makilala, police said, and killed nine people.", want: []string{"k=7 at=tulunan", "k=9 at=tulunan said=police"}, only: true},
		{name: "a station that was hit", text: "Gunmen attacked a radio station in Cotabato on Monday and killed nine people, police said.", want: []string{"k=9 at=cotabato"}, only: true},
		{name: "a hospital that was hit", text: "At a hospital in Kidapawan a bomb killed nine people on Monday, the army said.", want: []string{"k=9 at=kidapawan"}, only: true},
		{name: "taxis between towns", text: "Gunmen ambushed two motorcycle taxis between Zorvan and Karsa, in Kosti district, on Monday, killing three people.", want: []string{"k=3 at=zorvan in=kosti"}, only: true},
		{name: "a second deed", text: before + "Another bomb killed two people in Kidapawan on Monday.", want: []string{"k=7 at=tulunan", "k=2 at=kidapawan"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
