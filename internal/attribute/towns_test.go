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

// Where the wounded are brought is not where they were harmed.
func TestBrought(t *testing.T) {
	for _, text := range []string{
		"ERIE, Pa. - Two boys were wounded when bullets struck a trailer early Monday, deputies said. Both are in stable condition at Toledo Regional.",
		"ERIE - County sheriff's deputies shot and killed a man who rammed a patrol car on Sunday, the office said. The man, a 30-year-old from Toledo, died at Adventist Arms.",
		"A teenager was dropped off at Monroe Memorial with a gunshot wound to the hand on Monday, Erie police said.",
	} {
		cs, _ := testReader().Read(report("", text))
		if len(cs) == 0 {
			t.Errorf("%s: no claim", text)
		}
		for _, c := range cs {
			if n := c.Place.Name; n == "Toledo Regional" || n == "Adventist Arms" || n == "Monroe Memorial" {
				t.Errorf("%s: read at %q", text, n)
			}
		}
	}
	hit := claimCase{text: "Warplanes bombed the Zolan Hospital in Aleppo on Monday and killed six people, who died at the hospital.", want: []string{"k=6 at=aleppo"}, only: true}
	t.Run("a hospital that is hit", hit.run)
}

// Who is forced into a car is carried off.
func TestIntoVehicle(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a girl", text: "A 17-year-old girl was forced into a van outside a school in Lubbock on Monday, police said.",
			want: []string{"ev=abduction at=lubbock on=2017-10-16 said=police"}, only: true},
		{name: "a mayor", text: "Gunmen bundled the mayor into a car in Homs on Monday, residents said.",
			want: []string{"ev=abduction by=gunmen at=homs"}, only: true},
		{name: "into debt", text: "Many families were forced into debt in Homs on Monday, residents said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
