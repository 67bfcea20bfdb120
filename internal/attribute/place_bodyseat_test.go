package attribute

import "testing"

// The seat of a body of troops, and names that no place begins.
func TestSeatOfTroops(t *testing.T) {
	for _, c := range []claimCase{
		{name: "headquarters", text: "The rebels shelled the headquarters of the Third Infantry Brigade on Monday.", want: []string{"ev=shelling at=headquarters_of_the_third_infantry_brigade"}, only: true},
		{name: "in a town", text: "Warplanes bombed the base of the Tenth Division in Dayton on Monday.", want: []string{"at=base_of_the_tenth_division"}, only: true},
		{name: "who speaks", text: "A bomb killed nine people in Dayton on Monday, the headquarters of the Tenth Division said.", want: []string{"k=9 at=dayton"}, only: true},
		{name: "a body's name", text: "Gunmen attacked Dayton on Monday. Sala de Example, a press body, said six people were killed.", want: []string{"k=6 at=dayton"}, only: true},
		{name: "a hotel", text: "Gunmen stormed the Hotel Minister in Dayton on Monday and killed nine people.", want: []string{"k=9 at=hotel_minister"}, only: true},
		{name: "police headquarters", text: "A bomb hit the police headquarters in Dayton on Monday and killed nine people.", want: []string{"k=9 at=police_headquarters_in_dayton"}, only: true},
		{name: "between towns", text: "Between Koura and Masina three explosive devices killed four soldiers on Monday.", want: []string{"k=4 at=koura_and_masina"}, only: true},
		{name: "north of the city", text: "A car bomb hit a hospital in Dayton on Sunday and killed nine people. The air force struck rebel positions in the north of the city on Monday.",
			want: []string{"ev=air_strike at=north_of_the_city"}},
		{name: "centre of the country", text: "Clashes with rebels in the centre of the country left twelve soldiers dead on Monday, the army said.", want: []string{"k=12 at=centre_of_the_country"}, only: true},
		{name: "seat of a ministry", text: "A bomber got into a base in Ghazni on Monday and killed the chief. Three others were wounded, said Omar Wali, spokesman of the Interior Ministry in Kabul. The Taliban said ten officers had died.",
			want: []string{"k=1 i=3 at=ghazni", "k=10 at=ghazni"}, only: true},
		{name: "a ministry that was hit", text: "A bomb killed three guards of the Interior Ministry in Kabul on Monday.", want: []string{"k=3 at=kabul"}, only: true},
		{name: "who was hit too", text: "Mines near Dayton wounded an unknown number of troops and Wagner mercenaries on Monday.", want: []string{"ev=landmine -by=wagner_mercenaries"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
