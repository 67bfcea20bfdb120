package attribute

import "testing"

// A spot without a name is told by its town, or by what everybody there knows.
func TestTownsThing(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a town's warehouse", text: "In July a man killed his supervisor at a Akron warehouse, then himself.", want: []string{"at=Akron_warehouse in=Akron"}},
		{name: "a town's tavern", text: "Two people were wounded on Monday when they were shot outside a Decatur tavern, police said.", want: []string{"i=2 at=Decatur_tavern in=Decatur"}, only: true},
		{name: "whose owner", text: "Two people were wounded on Monday when they were shot by a Decatur tavern owner, police said.", want: []string{"i=2 -at=tavern"}},
		{name: "near the building", text: "In Damascus, mortar rounds fell near the customs building on Monday and wounded two people, a witness said.", want: []string{"i=2 at=customs_building in=Damascus"}, only: true},
		{name: "behind the old mill", text: "Wilfred Hollins, 27, was shot dead in Akron on Monday behind the old Roots mill, police said.", want: []string{"k=1 at=Roots_mill in=Akron"}, only: true},
		{name: "a fishing pier", text: "In Norfolk, four people were shot on a fishing pier early Monday.", want: []string{"i=4 at=fishing_pier in=Norfolk"}, only: true},
		{name: "a block party", text: "In Toledo, one person was killed when several people fired on a block party late Monday.", want: []string{"k=1 at=block_party in=Toledo"}, only: true},
		{name: "where he worked", text: "A man who worked behind the old Roots mill was shot dead in Akron on Monday.", want: []string{"k=1 -at=Roots"}},
		{name: "a court", text: "A clerk who was shot and wounded in Utica on Monday spoke in City Court, police said.", want: []string{"i=1 at=Utica"}},
		{name: "a city's sum", text: "Thirteen people were shot in gun violence across Philadelphia on Monday, police said. A woman was shot in the 3000 block of Ruth Street.", want: []string{"i=13 at=Philadelphia"}},
	} {
		t.Run(c.name, c.run)
	}
}
