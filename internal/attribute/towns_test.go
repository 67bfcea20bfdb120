package attribute

import "testing"

// Figures in reports of gunfire that count no victims of the day.
func TestFiguresOfNobody(t *testing.T) {
	for _, c := range []claimCase{
		{name: "range of ages", text: "Five people were wounded in a shooting in Akron on Monday, police said. The wounded range in age from 17 to 26.",
			want: []string{"k=none i=5"}, only: true},
		{name: "casings", text: "A boy was shot in the leg in Akron on Monday, police said. Detectives counted 22 shell casings in the street.",
			want: []string{"ev=shooting i=1"}, only: true},
		{name: "since the start of the year", text: "A count by the city shows that 58 people have been killed and 156 hurt by gunfire in Akron since the start of the year.", only: true},
		{name: "since the beginning of the month", text: "At least 61 people have been killed by shells in Homs since the beginning of the month, a monitor said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
