package attribute

import "testing"

// People who are seized, or taken from where they are by armed men, are abducted.
func TestPeopleSeized(t *testing.T) {
	for _, c := range []claimCase{
		{name: "seized herders", text: "On Monday gunmen seized five herders at a market in Homs.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "seized travellers", text: "Militants seized 12 passengers on a road near Homs on Monday.", want: []string{"ev=abduction by=militants"}, only: true},
		{name: "took away men", text: "Troops took away eleven men in Homs on Monday.", want: []string{"ev=abduction by=troops"}, only: true},
		{name: "took them away", text: "Gunmen took three nurses away from a village near Homs on Monday.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "an ambulance took them away", text: "An ambulance took away three men in Homs on Monday.", only: true},
		{name: "took away cattle", text: "Gunmen took away 200 cattle from Homs on Monday.", only: true},
		{name: "took away a right", text: "Soldiers took away the right of men to vote in Homs on Monday.", only: true},
		{name: "seized a town", text: "Rebels seized the town of Saraqib near Homs on Monday, killing three soldiers.", want: []string{"ev=clash k=3"}, only: true},
		{name: "taken from a boat", text: "On Monday a village chief was taken from his boat by unidentified gunmen near Homs.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "seized by gunmen", text: "Three nurses were seized by gunmen in Homs on Monday.", want: []string{"ev=abduction by=gunmen"}, only: true},
		{name: "seized from his home", text: "A trader had been seized from his home in Homs on Monday.", want: []string{"ev=abduction"}, only: true},
		{name: "taken by men", text: "Two teachers were taken by men on motorbikes in Homs on Monday.", want: []string{"ev=abduction"}, only: true},
		{name: "taken into the bush", text: "Seven girls were taken into the bush by bandits in Homs on Monday.", want: []string{"ev=abduction"}, only: true},
		{name: "took into the forest", text: "Bandits took seven girls into the forest in Homs on Monday.", want: []string{"ev=abduction by=bandits"}, only: true},
		{name: "they took", text: "Bandits raided Homs on Monday. They took six children.", want: []string{"ev=abduction at=homs"}},
		{name: "picked up by armed men", text: "A shopkeeper was picked up by armed men in Homs on Monday.", want: []string{"ev=abduction"}, only: true},
		{name: "picked up by soldiers", text: "Two clerks were picked up by soldiers in Homs on Monday.", want: []string{"ev=detention by=soldiers"}, only: true},
		{name: "police picked up", text: "Police picked up three students in Homs on Monday, a lawyer said.", want: []string{"ev=detention by=police said=lawyer"}, only: true},
		{name: "picked up from school", text: "They picked up their sons from school in Homs on Monday.", only: true},
		{name: "picked up by buses", text: "The children were picked up by buses in Homs on Monday.", only: true},
		{name: "took ten minutes", text: "The rebels took ten minutes to reach Homs on Monday.", only: true},
		{name: "took two days", text: "They took two days, the men of Homs said on Monday.", only: true},
		{name: "a town seized by rebels", text: "The farmers said that the town of Homs was seized by rebels on Monday.", want: []string{"ev=clash"}, only: true},
		{name: "taken by ambulance", text: "The patients were taken by ambulance to a clinic in Homs on Monday.", only: true},
		{name: "taken to be treated", text: "Nine people were wounded by a bomb in Homs on Monday. They were taken from the market by armed guards to a clinic.", want: []string{"ev=bombing i=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
