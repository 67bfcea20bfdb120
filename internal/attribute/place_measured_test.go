package attribute

import "testing"

// How far the place lies from another one, gates of what bears a name, who speaks in a part of a country.
func TestMeasuredPlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the edge of a town", text: "On the edge of Hilla, 100 km south of Baghdad, a bomb killed four passengers on Monday.", want: []string{"k=4 -at=south_of_baghdad -at=baghdad"}, only: true},
		{name: "with miles", text: "On the edge of Lashkar Gah, 140 km (87 miles) west of Kandahar, gunmen shot dead two teachers on Monday.", want: []string{"k=2 -at=west_of_kandahar"}, only: true},
		{name: "no other place", text: "A bomb killed four passengers 100 km south of Baghdad on Monday.", want: []string{"k=4 at=south_of_baghdad"}, only: true},
		{name: "gate of a hotel", text: "A bomber rammed the gate of the Hotel Example in the middle of Dayton on Monday and killed seven people.", want: []string{"k=7 at=hotel_example"}, only: true},
		{name: "residents of a side", text: "Doctors and residents in northern Yemen said eight civilians died on Monday when a farm was hit by an air strike.", want: []string{"k=8 at=northern_yemen"}, only: true},
		{name: "another place is told later", text: "Doctors in northern Yemen said eight civilians died on Monday when a farm was hit by an air strike. A bomb killed nine people in Kandahar on Monday.",
			want: []string{"k=8 at=northern_yemen", "k=9 at=kandahar"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
