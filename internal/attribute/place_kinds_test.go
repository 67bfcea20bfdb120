package attribute

import "testing"

// What lies in a country without city quarters: beaches, plantations, parishes, cantons.
func TestPlaceKinds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the beach of", text: "Rebels killed six people on the beach of Miraba on Monday.", want: []string{"k=6 at=Miraba"}, only: true},
		{name: "a parish", text: "Nine people were killed in the parish of Cofradia on Monday.", want: []string{"k=9 at=Cofradia"}, only: true},
		{name: "a tehsil", text: "Gunmen killed two labourers in Surabad tehsil on Monday.", want: []string{"k=2 at=Surabad_tehsil"}, only: true},
		{name: "an administrative post", text: "Gunmen killed two people in the Miraba administrative post, in Surab district, on Monday.", want: []string{"k=2 at=Miraba"}, only: true},
		{name: "a cattle camp", text: "Raiders attacked the Miraba cattle camp in Surab county on Monday, killing two people.", want: []string{"k=2 at=Miraba_cattle"}, only: true},
		{name: "islands", text: "Gunmen attacked the islands of Miraba and Surab on Monday, killing two people.", want: []string{"k=2 at=Miraba_and"}, only: true},
		{name: "a payam of a county", text: "Five people were killed in Pagak payam of Maiwut county on Monday.", want: []string{"k=5 at=Pagak"}, only: true},
		{name: "a community of an area", text: "Gunmen on Monday night invaded Miraba community of Surab South Local Government Area and killed three people.", want: []string{"k=3 at=Miraba_community"}, only: true},
		{name: "the people of a village", text: "Gunmen on Monday attacked the Druze village of Miraba, killing three people.", want: []string{"k=3 at=Miraba"}, only: true},
		{name: "a people's village", text: "Gunmen on Monday attacked Dogon village of Miraba, killing three people.", want: []string{"k=3 at=Miraba"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
