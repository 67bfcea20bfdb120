package attribute

import "testing"

// A road told by the towns at its ends, an article written apart, a name that is hidden.
func TestPlaceShapes(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a road between unlisted towns", text: "The army artillery hit a convoy on the road between Masarra and Umm Batra in the Quneitra countryside on Monday leaving at least 27 dead.", want: []string{"k=27+ at=Masarra in=Quneitra"}, only: true},
		{name: "a highway linking two", text: "Nine people were killed on Monday when gunmen ambushed a bus on the highway linking Damascus to Homs.", want: []string{"k=9 at=highway_linking_Damascus_to_Homs"}, only: true},
		{name: "that connects them", text: "Nine people were killed on Monday on a highway that connects Aleppo to Latakia.", want: []string{"k=9 at=highway"}, only: true},
		{name: "no road", text: "Nine people were killed in clashes between Homs and Hama fighters on Monday on a road in Idlib.", want: []string{"k=9 at=Homs"}},
		{name: "the article apart", text: "Settlers injured nine Palestinians on Monday in Al Mufarra (Hebron), where they smashed windows.", want: []string{"i=9 at=Mufarra"}, only: true},
		{name: "a hidden name", text: "On Monday an aircraft dropped two bombs near D--- village in Hpamun Township and killed two people.", want: []string{"k=2 at=village in=Hpamun"}, only: true},
		{name: "a plan named by a letter", text: "Plan B - towns without troops - failed on Monday when nine people were killed in Homs.", want: []string{"k=9 at=Homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The word of place behind a name is its own, though it leads to a wider one; boats are off a coast.
func TestAreaOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "area of a district", text: "On 3 June gunmen killed a teacher in the Surab area of Kalat District.", want: []string{"k=1 at=surab"}, only: true},
		{name: "area of a town", text: "On 3 June gunmen killed a teacher in the Karmal area of Homs.", want: []string{"k=1 at=karmal"}, only: true},
		{name: "off a coast", text: "On 3 June navy boats opened fire at fishing boats off Latakia, wounding a fisherman.", want: []string{"i=1 at=latakia"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
