package attribute

import "testing"

// What lies at sea, on a border, between villages, and what is only a people.
func TestPlacesPlainlyTold(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a gulf", text: "Pirates attacked a trawler in the Gulf of Zoran on Monday and killed two sailors.",
			want: []string{"k=2 at=gulf_of_zoran"}},
		{name: "a bay", text: "Two fishermen were shot dead in the Bay of Karm on Monday.",
			want: []string{"ev=shooting k=2 at=bay_of_karm"}},
		{name: "off the coast", text: "Two migrants were shot dead off the coast of Libya on Monday.",
			want: []string{"ev=shooting k=2 at=coast_of_libya"}},
		{name: "off its coast", text: "Two migrants were shot dead off the Libyan coast on Monday.",
			want: []string{"ev=shooting k=2 at=libyan_coast"}},
		{name: "the border of two", text: "Two migrants were shot dead on the border of Kenya and Somalia on Monday.",
			want: []string{"ev=shooting k=2 at=border_of_kenya_and_somalia"}},
		{name: "between villages", text: "In Wadi Zoran, between the villages of Talbar and Karm, soldiers opened fire at a car on Monday and wounded the driver.",
			want: []string{"ev=shooting i=1 at=wadi_zoran"}},
		{name: "among a people", text: "The attack on Zoran Town took place on Monday. Among the Karm community the death toll has climbed to 23.",
			want: []string{"ev=attack k=23 at=zoran_town"}},
		{name: "on a people", text: "An attack on the Karm community in Homs on Monday killed nine villagers.",
			want: []string{"ev=attack k=9 at=homs"}},
		{name: "who was stabbed", text: "Raiders stabbed Adam Zoran to death in Homs on Monday.",
			want: []string{"k=1 at=homs by=raiders"}},
		{name: "a village", text: "Gunmen killed nine villagers in the Karm community in Homs on Monday.",
			want: []string{"k=9 at=karm_community"}},
	} {
		t.Run(c.name, c.run)
	}
}
