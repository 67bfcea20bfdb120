package attribute

import "testing"

// What a lead tells by its kind only bears the name that the report gives it later; two such
// names, or the name of the town, say nothing.
func TestNamedLater(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a school", text: "Two pupils were shot dead at a high school in northern Idlib on Monday, police said. Nobody else was hit at Green Hill High School, the headmaster said.", want: []string{"at=Green_Hill_High_School"}, only: true},
		{name: "a mosque", text: "A bomb killed nine people at a mosque near Idlib on Monday, police said. Witnesses said that the al-Farouk mosque had been full.", want: []string{"k=9 at=al-Farouk_mosque"}},
		{name: "a club called a lounge", text: "Two people were killed at a nightclub in Akron on Monday. The doors of the Blue Moon Lounge stayed shut on Tuesday.", want: []string{"k=2 at=Blue_Moon_Lounge"}},
		{name: "outside of the town", text: "Two people were killed at a nightclub outside of Akron on Monday. Nobody in Green Hill outside the doors of the Blue Moon Lounge was hurt.", want: []string{"k=2 at=Blue_Moon_Lounge"}},
		{name: "two of a kind", text: "Two pupils were shot dead at a school in Idlib on Monday, police said. Lessons at Green Hill School and at Red Hill School were called off.", want: []string{"k=2 at=school_in_Idlib"}},
		{name: "the town's", text: "A bomb killed nine people at a mosque in Idlib on Monday, police said. Witnesses said that the Idlib mosque had been full.", want: []string{"k=9 at=mosque_in_Idlib"}},
		{name: "told as known", text: "A bomb killed nine people at the mosque in Idlib on Monday, police said. The al-Farouk mosque was closed.", want: []string{"k=9 at=mosque_in_Idlib"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Where helpers came to, or where it is said that it happened, is where it was.
func TestAddressAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "officers got there", text: "A boy died on Monday after a handgun went off inside a house in an Akron suburb, authorities said.\n\nMedics were working on the child when officers got to the home on Olive Road.", want: []string{"k=1 at=Olive_Road"}},
		{name: "it happened there", text: "FULTON COUNTY, Ga. -- A man was shot by a deputy on Monday, officials say.\n\nIt happened Monday afternoon on Pinewood Road.", want: []string{"i=1 at=Pinewood_Road"}, only: true},
		{name: "where the suspect was caught", text: "FULTON COUNTY, Ga. -- A man was shot by a deputy on Monday, officials say.\n\nA suspect was arrested on Pinewood Road.", want: []string{"-at=Pinewood"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A sum of several deeds lies at none of their streets.
func TestSumAtNoStreet(t *testing.T) {
	c := claimCase{text: "Nine people were shot in separate shootings in Akron over the weekend, police said.\n\nA man was shot in the 900 block of Oak Street on Saturday.", want: []string{"i=9 at=Akron", "i=1 at=Oak_Street"}}
	c.run(t)
}
