package attribute

import "testing"

// Pages that lost their commas print an age right behind whose it is; it counts nobody.
func TestBareAges(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a name and an age", text: "James Roe 38 died after deputies fired at him in Toledo on October 16.", want: []string{"k=1 on=2017-10-16 by=deputies"}, only: true},
		{name: "two names", text: "Maria Roe 34 and her son Luis 9 were killed in the attack in Toledo on Friday.", want: []string{"k=2"}, only: true},
		{name: "two ages", text: "Two men 47 and 25 were shot dead in Toledo on Monday.", want: []string{"k=2"}, only: true},
		{name: "who was", text: "The child, Tom Roe who was 2 was killed in a shooting in Toledo on October 8.", want: []string{"k=1 on=2017-10-08"}, only: true},
		{name: "who are", text: "Two others who are 47 and 25 were shot in the legs in Toledo on Monday.", want: []string{"i=2"}, only: true},
		{name: "of 18 or 20", text: "A young man of 18 or 20 was shot dead by a policeman in Toledo on Monday.", want: []string{"k=1 by=policeman"}, only: true},
		{name: "aged", text: "Two brothers aged 3 and 5 were shot dead in Toledo on Monday.", want: []string{"k=2"}, only: true},
		{name: "with another", text: "Officer Daniel Roe 29 was killed and two others were wounded in Toledo on Monday.", want: []string{"k=1 i=2"}, only: true},
		{name: "a place behind the age", text: "Settlers shot and killed Yazan Example 19 in the village of Burqa on Friday.", want: []string{"k=1 at=burqa"}, only: true},
		{name: "whose death", text: "Nobody was charged in the May 9 death of Wilfredo Example 27 who was shot in Toledo.", want: []string{"k=1 at=toledo"}, only: true},
		{name: "a brother's age", text: "Gunmen killed Ahmad Example 41 and wounded his brother Samir 38 outside a mosque in Daraa on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "a surname alone", text: "Roe 31 was shot on Friday when he walked up on a car in Toledo.", want: []string{"i=1"}, only: true},
		{name: "behind a body", text: "Luis Roe treasurer of the Council of Alto Example 49 was killed by two men in Tumaco on Friday.", want: []string{"by=men k=1"}},
		{name: "several were", text: "In Tell Zoran 19 were killed by shells on Monday.", want: []string{"k=19"}, only: true},
		{name: "a town's number is no age", text: "On Monday in Abu Kamal 12 were killed by shells.", want: []string{"ev=shelling k=12"}, only: true},
		{name: "a body's number is no age", text: "Shells hit Homs on Monday. The Karm Brigade said 38 died there.", want: []string{"k=38 said=Karm_Brigade"}},
		{name: "old men are no ages", text: "Shells killed 38 men in Homs on Monday, witnesses said.", want: []string{"k=38 said=witnesses"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
