package attribute

import "testing"

// A sentence that goes on with "the blast" tells where in the town or the province it was.
func TestPlaceOfTheDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "quarter of a town", text: "A car bomb killed 14 people in Homs on Thursday, police said. The blast hit a crowded market in the Zoran quarter.", want: []string{"k=14 at=Zoran"}, only: true},
		{name: "it took place", text: "At least 14 people died in an explosion in Damascus on Thursday. According to the agency the incident took place in the Zoran district.", want: []string{"k=14+ at=Zoran in=Damascus"}},
		{name: "village in a province", text: "Air strikes on Hama killed 25 civilians on Thursday, activists said. The raids hit a road near the town of Latranin.", want: []string{"k=25 at=Latranin"}},
		{name: "another town", text: "A car bomb killed 14 people in Homs on Thursday, police said. The blast was heard in Hama.", want: []string{"k=14 at=Homs"}, only: true},
		{name: "an earlier one", text: "A car bomb killed 14 people in Homs on Thursday, police said. The attack comes after an earlier one in the Zoran quarter.", want: []string{"k=14 at=Homs"}},
		{name: "where it came from", text: "A shell killed 14 people in Taiz on Thursday, police said. The shell was fired from the Zoran hill.", want: []string{"k=14 at=Taiz"}},
	} {
		t.Run(c.name, c.run)
	}
}
