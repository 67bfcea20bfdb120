package attribute

import "testing"

// Who stands before a place speaks there only if nobody else begins to speak behind it.
func TestOthersSpeakBehindThePlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the governor said", text: "Thirty militants were killed in clashes with the army in Aleppo on Monday the governor said.", want: []string{"k=30 at=Aleppo"}, only: true},
		{name: "medical sources said", text: "A raid killed six herders in Aleppo on Monday medical sources said.", want: []string{"k=6 at=Aleppo"}, only: true},
		{name: "with a comma", text: "Thirty militants were killed in clashes with the army in Aleppo on Monday, the governor said.", want: []string{"k=30 at=Aleppo"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The wounded are counted in one town, and were hit in another.
func TestWhereTheyAreCounted(t *testing.T) {
	const hit = "A drone hit a market in Homs on Monday, killing nine people, police said. "
	for _, c := range []claimCase{
		{name: "a health worker", text: hit + "A health worker at Zoran hospital said the facility had admitted 16 wounded.", want: []string{"k=9 at=homs", "i=16 at=homs"}, only: true},
		{name: "with her name", text: hit + "A medical worker at the Zoran hospital, Jane Example, said 16 wounded had been brought in.", want: []string{"k=9 at=homs", "i=16 at=homs"}, only: true},
		{name: "said before", text: hit + "\"We have received ten bodies,\" said Omar Example, a doctor at the hospital in the nearby town of Zoran.", want: []string{"k=9 at=homs", "k=10 at=homs"}, only: true},
		{name: "who may not speak", text: hit + "Two officers in Zoran, who were not authorised to speak, said ten people died.", want: []string{"k=9 at=homs", "k=10 at=homs"}, only: true},
		{name: "a health worker is hit", text: "A health worker at Zoran hospital was killed by a shell on Monday.", want: []string{"k=1 at=zoran"}, only: true},
		{name: "an agency in brackets", text: "Damascus (XYZ) - Fifteen people were killed on Monday in an attack by gunmen in northern Syria.", want: []string{"k=15 at=northern"}, only: true},
		{name: "an agency and a day", text: "Damascus, October 16, 2017 (XYZ) - Fifteen people were killed on Monday in an attack by gunmen in northern Syria.", want: []string{"k=15 at=northern"}, only: true},
		{name: "a day and a colon", text: "Homs, Oct 16: Gunmen killed three men at Zoran village on Monday.", want: []string{"k=3 at=zoran"}, only: true},
		{name: "who administers it", text: "Two people were killed by a bomb in Indian-administered Kashmir on Monday.", want: []string{"k=2 at=kashmir"}, only: true},
		{name: "an estate", text: "Two people were killed by a bomb in the Zoran estate in Homs on Monday.", want: []string{"k=2 at=estate"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Provinces are called by sides, by words of place, and by regions.
func TestNamesOfProvinces(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a side", text: "Gunmen killed 18 people in Cameroon's Southwest region on Monday.", want: []string{"k=18 at=southwest"}, only: true},
		{name: "a side alone", text: "Gunmen killed 18 people in Burkina Faso's East region on Monday.", want: []string{"k=18 at=east"}, only: true},
		{name: "no name", text: "Gunmen killed 18 people in the southwest region of Cameroon on Monday.", want: []string{"k=18 at=southwest"}, only: true},
		{name: "a word of place", text: "Gunmen killed 18 people in Nigeria's Plateau state on Monday.", want: []string{"k=18 at=Plateau -at=Nigeria"}, only: true},
		{name: "a region's part", text: "Gunmen killed 18 people in Pakistan's North Waziristan district on Monday.", want: []string{"k=18 at=waziristan"}, only: true},
		{name: "behind a country", text: "Gunmen killed 18 people in Congo's North Kivu province on Monday.", want: []string{"k=18 at=kivu"}, only: true},
		{name: "nearby", text: "Gunmen killed 18 people in nearby Zoran on Monday.", want: []string{"k=18 at=zoran -at=nearby"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
