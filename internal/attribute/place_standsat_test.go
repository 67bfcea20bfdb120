package attribute

import "testing"

// Where those who fire stand, and for whom he speaks who tells of it, is not where it was.
func TestStandsAt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "positioned", text: "Seven people died on Monday in a house in Douma, activists said, and blamed shells of forces positioned in Zandari.", want: []string{"k=7 at=Douma"}},
		{name: "the hit stood there", text: "A convoy was positioned in Zandari when rockets hit it on Monday, killing seven people.", want: []string{"k=7 at=Zandari"}, only: true},
		{name: "in apposition", text: "Nine people were killed at Lolwa junction on Monday. The army spokesman in the Grand Nord, Lieutenant Kasim Mwela, put the toll at seven.", want: []string{"k=9 at=Lolwa", "k=7 -at=Grand"}},
		{name: "officials of a county deny", text: "Thirty people were killed in a raid in Zandari on Monday. Pibor county officials denied that Murle fighters killed them.", want: []string{"k=30 at=Zandari"}},
		{name: "a hospital's spokesman", text: "Rockets hit Zandari on Monday. Field hospital spokesman Dr Munir Shamali told Tripoli Morning that five people had been killed.", want: []string{"k=5 -at=hospital"}},
		{name: "killed officials", text: "Two Aleppo province officials were killed on Monday in an ambush in Zandari, police said.", want: []string{"k=2 at=Zandari"}},
	} {
		t.Run(c.name, c.run)
	}
}
