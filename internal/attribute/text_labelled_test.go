package attribute

import "testing"

// Credits without a word of saying, and figures that are given, seen or put.
func TestLabelsAndFiguresGiven(t *testing.T) {
	for _, c := range []claimCase{
		{name: "medics", text: "Shells hit the prison in Hama on Monday. Medics: at least 19 dead.", want: []string{"k=19+ said=medics"}},
		{name: "a military source", text: "Gunmen overran the base at Hama on Monday. A military source: 5 soldiers killed, 3 missing.", want: []string{"k=5 said=military_source"}},
		{name: "gives", text: "Gunmen attacked Hama on Saturday. The state police command gives 86 killed.", want: []string{"k=86 said=police"}},
		{name: "a list gives", text: "Gunmen attacked Hama on Saturday. A civil society list gives 14 dead.", want: []string{"k=14 said=civil_society"}},
		{name: "saw bodies", text: "Mortars hit the market in Hama on Monday. Monitors who visited two hospitals saw 11 bodies.", want: []string{"k=11 said=monitors"}},
		{name: "saw them being shot", text: "Gunmen raided the clinic in Hama on Monday. A nurse who hid in the ceiling saw four patients being shot.", want: []string{"said=nurse"}},
		{name: "speaks for its part", text: "Gunmen attacked Hama on Saturday. The civil society of Hama speaks, for its part, of 19 dead.", want: []string{"k=19 said=civil_society"}},
		{name: "a list of", text: "A strike hit Hama on Monday. A health official provided a list of 17 dead.", want: []string{"k=17 said=health_official"}},
		{name: "records showed", text: "Seventeen people were killed in Hama on Monday, hospital records showed.", want: []string{"k=17 said=hospital_records"}},
		{name: "put at 60 the number", text: "Our correspondent put at 60 the number of militants killed in Hama on Monday.", want: []string{"k=60 said=correspondent"}},
		{name: "however", text: "Gunmen attacked Hama on Monday. The youth leader of the area, however, told our reporter that 17 people were killed.", want: []string{"k=17 said=youth_leader"}},
		{name: "was told at", text: `A bomb killed two policemen in Hama on Monday, the "Karm Monitor" was told at the press service of the interior ministry.`, want: []string{"k=2 said=press_service"}},
		{name: "an issue", text: `Gunmen killed six people in Hama on Monday, reports Thursday's issue of the independent paper "Courier".`, want: []string{"k=6 said=courier"}},
		{name: "in an issue", text: `Gunmen killed six people in Hama on Monday, according to a report in Thursday's issue of the independent paper "Courier".`, want: []string{"k=6 said=courier"}},
		{name: "relatives of one of them", text: "Relatives of one of the men claim that two were abducted in Hama before they were killed on Monday.", want: []string{"said=relatives"}},
		{name: "is devastated to confirm", text: "The Karm Rescue Union is devastated to confirm that two members of its team were killed by a shell in Hama on Monday.", want: []string{"k=2 said=rescue_union"}},
		{name: "a network explained", text: "Karm Eyes a network that documents abuses in the city said a family of seven died when a shell hit a house in Hama.", want: []string{"k=7 said=karm_eyes"}},
		{name: "an organisation named", text: "Militants kidnapped 11 farmers near Hama according to a local farmers organisation the Karm Guard Council which said nothing had been heard of them since.", want: []string{"said=karm_guard"}},
		{name: "contacted", text: "Contacted by telephone, the head of the health zone, Dr Adam Example, spoke of 14 dead in Hama in the shelling.", want: []string{"-said=contacted said=example"}},
		{name: "on the ground", text: "On the ground rebels claimed to have killed 15 soldiers near Hama.", want: []string{"k=15 said=rebels -said=ground"}},
		// nobody says it thereby
		{name: "a short name", text: "A shell killed nine people near the office of the Karm Casualty Register (KCR) in Hama on Monday.", want: []string{"k=9 -said=kcr"}},
		{name: "an aside", text: "A shell killed nine people (three of them children) in Hama on Monday.", want: []string{"k=9 -said=children"}},
		{name: "an hour", text: "Monday, 10:30: a shell killed nine people in Hama.", want: []string{"k=9 -said=monday"}},
		{name: "a photo", text: "Photo: Jane Example. A shell killed nine people in Hama on Monday.", want: []string{"k=9 -said=photo"}},
		{name: "I saw", text: `"Gunmen came to Hama on Monday. I saw thirty corpses with my own eyes," said a farmer.`, want: []string{"k=30 said=farmer"}},
		{name: "gave his life", text: "A teacher gave two pupils a lift before a shell killed them in Hama on Monday.", want: []string{"-said=teacher"}},
	} {
		t.Run(c.name, c.run)
	}
}
