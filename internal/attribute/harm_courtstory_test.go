package attribute

import "testing"

// How stories of towns and courts tell of those who were killed or hurt.
func TestTownsTellOfPeople(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of a town", text: "Lance Example of Dayton was shot and killed outside a bar in Akron on Monday.", want: []string{"k=1"}, only: true},
		{name: "who was killed", text: "A vigil was held Tuesday for Carl Example, who was killed outside his Akron home on October 9.", want: []string{"k=1"}, only: true},
		{name: "the man killed", text: "Police identified the man killed in a shooting on Foster Street in Akron on Monday.", want: []string{"k=1"}, only: true},
		{name: "sent another", text: "A stabbing in Akron left one man dead and sent another to the hospital on Monday, police said.", want: []string{"k=1 i=1"}, only: true},
		{name: "years in prison", text: "Lance Example was sentenced Tuesday to 30 years in prison for killing Carl Dorsey in Akron on May 3, 2016.", want: []string{"k=1 on=2016-05-03"}, only: true},
		{name: "years of war", text: "The war has killed 300,000 people in 30 years.", only: true},
		{name: "by an officer", text: "A man was fatally shot by an Akron police officer on Foster Street on Monday.", want: []string{"k=1 by=officer"}, only: true},
		{name: "police at the scene", text: "A man was fatally shot on Foster Street in Akron on Monday. Neighbors called police officers.", want: []string{"k=1 -by=police"}},
	} {
		t.Run(c.name, c.run)
	}
}
