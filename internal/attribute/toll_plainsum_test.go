package attribute

import "testing"

// Sums without a word of a period, headings and lists of a recorder's page are no incidents.
func TestPlainSums(t *testing.T) {
	const record = "The Karm Register documented violations in the area. On 9 October 2017 a mine killed two people in Homs. "
	for _, c := range []claimCase{
		{name: "accounted for", text: record + "Snipers accounted for nine deaths in Hama.", want: []string{"k=2 at=homs"}, only: true},
		{name: "by cause", text: record + "Casualties by cause: gunfire (6 deaths, 5 injuries), shelling (2 deaths, 8 injuries).", want: []string{"k=2 at=homs"}, only: true},
		{name: "alone", text: "On 9 October 2017 a mine killed two people in Homs. In Hama 71 civilians were killed in April alone.", want: []string{"k=2 at=homs"}, only: true},
		{name: "separate incidents", text: record + "Gunmen shot and killed three men in Hama in separate incidents.", want: []string{"k=2 at=homs"}, only: true},
		{name: "occasions", text: record + "Border guards opened fire near Hama on at least 29 occasions.", want: []string{"k=2 at=homs"}, only: true},
		{name: "several ambushes", text: record + "Several ambushes by armed men have been reported on the road to Hama.", want: []string{"k=2 at=homs"}, only: true},
		{name: "of them", text: record + "Over the week, guards wounded 174 people across the country. Of them, 118 were wounded near Hama.", want: []string{"k=2 at=homs"}, only: true},
		{name: "over the week", text: record + "118 people were injured over the week across Hama.", want: []string{"k=2 at=homs"}, only: true},
		{name: "a heading", text: "Civilian Casualty Incidents\nThe Karm Register documented violations in the area.\nOn 9 October 2017 a mine killed two people in Homs.", want: []string{"k=2 at=homs"}, only: true},
		{name: "a victims' list", text: record + "The victims were named as:\n\nOmar Example, Adult male, Father killed\nHuda Example, 3 years old, female, Daughter killed\n", want: []string{"k=2 at=homs"}, only: true},
		{name: "a method", text: record + "Incidents with no casualties are not recorded.", want: []string{"k=2 at=homs"}, only: true},
		{name: "another page", text: record + "\nPrevious article: Two Children Wounded In Hama", want: []string{"k=2 at=homs"}, only: true},
		{name: "opens with it", text: "Alone in Hama.", only: true},
		{name: "what means did", text: "In September 2017 violence in the country killed at least 197 civilians and injured 946, the highest figure of the year. Drones killed 12 civilians, mostly near Hama. Mines and explosive remnants of war killed five and injured 24.", only: true},
		{name: "a title", text: record + "On 10 October 2017 gunmen killed four people in Hama. This was massacre number 71 of the year.", want: []string{"k=2", "k=4"}, only: true},
		// incidents
		{name: "snipers of a day", text: "Rockets killed five people in Homs on Monday. Snipers killed two in Hama.", want: []string{"k=5 at=homs", "k=2 at=hama"}, only: true},
		{name: "the dead number", text: "A blast hit Hama on Monday. The dead number nine, police said.", want: []string{"k=9"}, only: true},
		{name: "dated", text: record + "On 10 October 2017 gunmen killed three men in Hama in two separate attacks.", want: []string{"k=2 at=homs", "k=3 at=hama"}},
		{name: "one cause in brackets", text: record + "On 10 October 2017 shelling of Hama hit a bus (4 dead, 6 injured).", want: []string{"k=2 at=homs", "k=4 i=6"}},
		{name: "whom the dead of a day were", text: "Women accounted for nine of the 12 people killed in a raid on Homs on Sunday.", want: []string{"k=12 at=homs"}, only: true},
		{name: "what the dead of a day died of", text: "Nine people died in Homs on Sunday; the blast accounted for six of them, a medic said.", want: []string{"k=9 at=homs"}},
		{name: "alone in her house", text: "A shell killed a widow who lived alone in Hama on Monday.", want: []string{"k=1 at=hama"}, only: true},
		{name: "accounted for them", text: "A shell killed nine people in Hama on Monday. All pupils are accounted for.", want: []string{"k=9 at=hama"}, only: true},
		{name: "two raids", text: record + "On 10 October 2017 planes carried out three air strikes on a hill near Hama.", want: []string{"k=2 at=homs", "ev=air_strike"}},
	} {
		t.Run(c.name, c.run)
	}
}
