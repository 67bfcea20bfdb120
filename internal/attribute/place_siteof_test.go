package attribute

import "testing"

// What is at a site, or in a centre of that name, is a spot; the centre of a city is not.
func TestSiteOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a youth center", text: "Two people were shot dead at a youth center in Toledo on Monday.", want: []string{"k=2 at=youth_center in=toledo"}, only: true},
		{name: "a construction site", text: "Two people were shot dead at a construction site in Toledo on Monday.", want: []string{"k=2 at=construction_site in=toledo"}, only: true},
		{name: "a studio", text: "Four people were killed on Saturday at a dance studio in Toledo.", want: []string{"k=4 at=studio in=toledo"}, only: true},
		{name: "the centre of a city", text: "Two people were killed by shells in the centre of Homs on Monday.", want: []string{"k=2 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
