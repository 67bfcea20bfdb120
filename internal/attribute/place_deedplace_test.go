package attribute

import "testing"

// A sentence that goes on with "the blast" tells where in the town or the province it was.
func TestPlaceOfTheDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "quarter of a town", text: "A car bomb killed 14 people in Homs on Thursday, police said. The blast hit a crowded market in the Zoran quarter.", want: []string{"k=14 at=Zoran"}, only: true},
		{name: "it took place", text: "At least 14 people died in an explosion in Damascus on Thursday. According to the agency the incident took place in the Zoran district.", want: []string{"k=14+ at=Zoran in=Damascus"}},
		{name: "village in a province", text: "Air strikes on Hama killed 25 civilians on Thursday, activists said. The raids hit a road near the town of Latranin.", want: []string{"k=25 at=Latranin"}},
		{name: "the attackers", text: "Six people were killed on Thursday after gunmen attacked a village in Latran district of Mirab State, police said. The assailants attacked Zoran village at about midnight.", want: []string{"k=6 at=Zoran"}},
		{name: "the base of a side", text: "Nine soldiers were killed when militants attacked a base in northeast Nigeria on Thursday, two sources said. The militants attacked the base in Zoran village in Latran district.", want: []string{"k=9 at=Zoran"}},
		{name: "a village of a district", text: "Gunmen killed three people in Latran district on Thursday, sources said. The attack was against the village of Zoran.", want: []string{"k=3 at=Zoran"}},
		{name: "on patrol", text: "A roadside bomb killed three soldiers in northwestern Pakistan on Thursday, officials said. The soldiers were on patrol in the Zoran area of Latran district.", want: []string{"k=3 at=Zoran"}},
		{name: "where they went", text: "A roadside bomb killed three soldiers in Latran district on Thursday, officials said. The soldiers arrested two men in Zoran village.", want: []string{"k=3 at=Latran"}},
		{name: "in another year", text: "Rebels killed three people near Homs on Thursday, sources said. The fighters entered Quxmara in 2012.", want: []string{"k=3 at=Homs"}},
		{name: "in another week", text: "Rebels killed three people near Homs on Thursday, sources said. The fighters attacked Quxmara last week.", want: []string{"k=3 at=Homs"}},
		{name: "where they were going", text: "A mine killed three soldiers near Homs on Thursday. The convoy travelling to Damascus turned back, the army said.", want: []string{"k=3 at=Homs"}},
		{name: "a wider one", text: "Gunmen killed three people in Latran district on Thursday, sources said. The attack hit Mirab province hard.", want: []string{"k=3 at=Latran"}},
		{name: "a claim from elsewhere", text: "Gunmen killed three people in northern Nigeria on Thursday, sources said. The attackers fled to the village of Zoran.", want: []string{"k=3 at=northern"}},
		{name: "a village in a forest", text: "Troops killed two bandits at Zoran village in Latran Forest on Thursday.", want: []string{"k=2 at=Zoran_village"}, only: true},
		{name: "a township's village", text: "An air strike killed five people on Thursday in Latran Township's Kha Zoran.", want: []string{"k=5 at=Kha_Zoran"}, only: true},
		{name: "a toll told far behind", text: "The death toll from Thursday's suicide attack at a convention of a religious party in Zoran, the headquarters of Latran district, has risen to 54, officials said.", want: []string{"k=54 at=Zoran"}, only: true},
		{name: "another town", text: "A car bomb killed 14 people in Homs on Thursday, police said. The blast was heard in Hama.", want: []string{"k=14 at=Homs"}, only: true},
		{name: "an earlier one", text: "A car bomb killed 14 people in Homs on Thursday, police said. The attack comes after an earlier one in the Zoran quarter.", want: []string{"k=14 at=Homs"}},
		{name: "where it came from", text: "A shell killed 14 people in Taiz on Thursday, police said. The shell was fired from the Zoran hill.", want: []string{"k=14 at=Taiz"}},
		{name: "near a town, then the village", text: "A man was killed by soldiers near Idlib on Monday, a doctor said. The shooting took place in the town of Quxmara.", want: []string{"k=1 at=quxmara"}, only: true},
		{name: "carried out in", text: "At least nine soldiers were killed in an attack in Homs province on Monday. The attack was carried out in Quxmara.", want: []string{"k=9+ at=quxmara"}, only: true},
		{name: "they", text: "Bandits killed nine farmers in Latran district on Monday. They stormed Zoran village at midnight.", want: []string{"k=9 at=Zoran"}},
		{name: "it happened", text: "Four soldiers were killed in Mirab province on Monday. It happened at Quxmara, about 20 km from the border.", want: []string{"k=4 at=quxmara"}},
		{name: "they came in another month", text: "Four soldiers were killed in Mirab province on Monday. They arrived in Quxmara in May.", want: []string{"k=4 at=mirab"}},
		{name: "the men", text: "Gunmen killed nine farmers in Latran district on Monday. The men struck at Quxmara, a farming settlement.", want: []string{"k=9 at=quxmara"}},
		{name: "a search that ended in a fight", text: "Two militants were killed in a gunfight in Latran district on Monday. A joint team launched a search operation in Quxmara.", want: []string{"k=2 at=quxmara"}},
		{name: "hit there", text: "Six soldiers were killed in an ambush in Mirab province on Monday. The convoy was hit at Quxmara, a source said.", want: []string{"k=6 at=quxmara"}},
		{name: "a hamlet of a municipality", text: "Three people were killed in the municipality of Santa Rosa on Monday. The massacre took place in the corregimiento of San Lucas.", want: []string{"k=3 at=san_lucas"}},
		{name: "dragged from there", text: "Rebels killed a headman in Latran block on Monday. He was dragged out of his house in Quxmara.", want: []string{"k=1 at=quxmara"}},
		{name: "a town that the list has elsewhere", text: "A drone strike killed two people in southern Lebanon on Monday. The strike hit a car in the town of Toul.", want: []string{"k=2 at=toul"}, only: true},
		{name: "the gas", text: "A chemical attack killed 72 people in Idlib province on Thursday, medics said. The gas was dropped on the town of Quxmara.", want: []string{"k=72 at=quxmara"}},
		{name: "the fighting", text: "Two soldiers died in a clash in eastern Ukraine on Monday, the army said. The fighting took place near Quxmara, a spokesman said.", want: []string{"k=2 at=quxmara"}},
		{name: "a district without a name", text: "Two bombs killed 25 people in a rebel-held district of Homs on Monday, police said. The bombs went off in the Zoran neighbourhood.", want: []string{"k=25 at=zoran"}},
		{name: "they were hit", text: "Air strikes killed 38 civilians in eastern Syria on Monday, a monitor said. They were hit as they queued for bread in the town of Quxmara.", want: []string{"k=38 at=quxmara"}},
		{name: "a base", text: "Missiles hit an air base near Homs on Monday, killing five soldiers, the governor said. The missiles struck the Quxmara airfield, an official said.", want: []string{"k=5 at=quxmara"}},
		{name: "crossed before", text: "Gunmen killed nine people in Darfur on Monday, police said. They were from families who fled across the Nile.", want: []string{"k=9 -at=nile"}},
		{name: "where they are buried", text: "Gunmen killed nine people in Darfur on Monday, police said. They were buried in Khartoum on Tuesday.", want: []string{"k=9 at=darfur"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
