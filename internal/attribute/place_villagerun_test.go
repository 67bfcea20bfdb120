package attribute

import "testing"

// Villages of several words, what kind of a village one is, who is told of behind a figure, some of those taken.
func TestVillages(t *testing.T) {
	for _, c := range []claimCase{
		{name: "listed word within", text: "Jets bombed a monastery in Gyi Kan village on Monday, killing nine people.", want: []string{"k=9 at=gyi_kan_village"}, only: true},
		{name: "listed word first", text: "Jets bombed Lin Ta Lu village on Monday, killing nine people.", want: []string{"k=9 at=lin_ta_lu_village"}, only: true},
		{name: "a farming village", text: "Bandits stormed Gidan Goga, a farming village in Maradun LGA of Zamfara State, on Monday and shot dead nine villagers.", want: []string{"k=9 at=gidan_goga in=maradun_lga"}, only: true},
		{name: "who tells of it", text: "Jets bombed a school in Dayton on Monday, killing at least 22 people, a member of a local defence force told AFP.", want: []string{"k=22+ said=member_of_a_local_defence_force"}, only: true},
		{name: "a list", text: "Gunmen killed nine farmers, a member of the council and two guards in Dayton on Monday.", want: []string{"k=12"}, only: true},
		{name: "not so many", text: "Five persons, not eleven as claimed on social media, were killed when gunmen attacked Dayton on Monday.", want: []string{"k=5"}, only: true},
		{name: "not among them", text: "Police said six people, and not ten as reported earlier, died in a raid on Dayton on Monday.", want: []string{"k=6"}, only: true},
		{name: "some of those taken", text: "Gunmen took passengers off a bus in Dayton on Monday and shot dead nine of them.", want: []string{"k=9 by=gunmen"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Where those live who were killed is where it was, as its district says.
func TestResidentsOfVillage(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in a district", text: "Gunmen killed four residents of Kukan in Faskari district on Monday, police said.", want: []string{"k=4 at=kukan"}, only: true},
		{name: "between commas", text: "Gunmen killed four villagers of Kukan, Faskari district, on Monday, police said.", want: []string{"k=4 at=kukan"}, only: true},
		{name: "in, between commas", text: "Gunmen killed four villagers of Kukan, in Faskari district, on Monday, police said.", want: []string{"k=4 at=kukan"}, only: true},
		{name: "one by his name", text: "Rebels executed Jean Kasongo in Rutshuru district on Monday.", want: []string{"k=1 at=rutshuru_district"}, only: true},
		{name: "a chairman", text: "Gunmen shot dead Omar Example, Faskari district chairman, on Monday in Dayton.", want: []string{"k=1 -at=example"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
