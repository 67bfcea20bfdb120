package attribute

import "testing"

// A spot without a name and the town that it is told apart from say together where it was;
// a named one on a street comes before the street.
func TestSpots(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the town before", text: "In Akron, two people were shot at a flea market on Monday.", want: []string{"at=flea_market_in_Akron"}, only: true},
		{name: "the day between", text: "Four people were shot at a lake cabin early Monday in Akron, police said.", want: []string{"at=lake_cabin_in_Akron"}, only: true},
		{name: "come together", text: "Six people were wounded on Sunday when gunfire erupted at a street party in Akron.", want: []string{"at=street_party_in_Akron"}, only: true},
		{name: "where one works", text: "A man who worked at a car wash was shot in Akron on Monday.", want: []string{"-at=wash"}},
		{name: "a part of a spot", text: "Four people were shot on Sunday when gunfire broke out in the parking lot of a tavern in Akron.", want: []string{"at=parking_lot_of_a_tavern"}, only: true},
		{name: "hers", text: "A girl was shot at her aunt's apartment in Akron on Monday.", want: []string{"at=aunt's_apartment_in_Akron"}, only: true},
		{name: "a club on a street", text: "A boy was shot outside Club Neon on North 9th Street in Akron on Monday.", want: []string{"at=Club_Neon_on_North_9th_Street in=akron"}, only: true},
		{name: "the shop on a street", text: "A man was shot at the Quick Mart on East 6th Street in Akron on Monday.", want: []string{"at=Quick_Mart_on_East_6th_Street"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
