package attribute

import "testing"

// What a sum is made up of is no incident.
func TestPartsOfSums(t *testing.T) {
	const sum = "The Network has documented the death of 84 civilians by mines since early 2016.\n\n"
	for _, c := range []claimCase{
		{name: "listed by area", text: sum + "The deaths are distributed as follows:\n\n• Government-held areas: 66 fatalities.\n\n• Aleppo: ten deaths, three of them children.", only: true},
		{name: "in addition", text: sum + "In addition, 117 civilians were wounded.", only: true},
		{name: "a list of incidents", text: "• Homs: a shell killed two women on Sunday.\n\n• Hama: a mine killed ten farmers on Monday.", want: []string{"k=2 at=homs", "k=10 at=hama"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
