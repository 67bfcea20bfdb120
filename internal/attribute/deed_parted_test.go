package attribute

import "testing"

// Verbs that are deeds only by words behind those whom they befall, and those that are none without them.
func TestPartedDeeds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "into the forest", text: "Gunmen marched forty schoolgirls into the forest in Kaduna on Monday.", want: []string{"ev=abduction at=kaduna by=gunmen"}, only: true},
		{name: "were herded", text: "Forty schoolgirls were herded into the bush by gunmen in Kaduna on Monday.", want: []string{"ev=abduction at=kaduna"}, only: true},
		{name: "at gunpoint", text: "A priest was taken from his rectory in Kaduna at gunpoint on Monday.", want: []string{"ev=abduction at=kaduna"}, only: true},
		{name: "for ransom", text: "Bandits held six villagers for ransom in Kaduna on Monday.", want: []string{"ev=abduction by=bandits"}, only: true},
		{name: "with bullets", text: "Militiamen sprayed shoppers with bullets in Kosti on Monday, the mayor said.", want: []string{"ev=shooting at=kosti by=militiamen said=mayor"}, only: true},
		{name: "peppered", text: "Gunmen peppered a bus with shots near Kosti on Monday.", want: []string{"ev=shooting at=kosti"}, only: true},
		{name: "spraying", text: "Gunmen stormed a market in Kosti on Monday, raking stalls with gunfire and killing nine people.", want: []string{"ev=shooting k=9 at=kosti"}, only: true},
		{name: "from their homes", text: "Militiamen drove 300 families from their homes in Kosti on Monday, the mayor said.", want: []string{"ev=displacement at=kosti by=militiamen"}, only: true},
		{name: "off a roof", text: "Militants threw six men off a roof in Raqqa on Monday, residents said.", want: []string{"ev=killing at=raqqa by=militants said=residents"}, only: true},
		{name: "to ashes", text: "Militiamen reduced 40 houses to ashes in Kosti on Monday.", want: []string{"ev=property_destruction at=kosti"}, only: true},
		{name: "not a march", text: "Students marched into the square in Kosti on Monday.", only: true},
		{name: "not at gunpoint", text: "A priest was taken from his rectory in Kaduna to a wedding on Monday.", only: true},
		{name: "no families", text: "Heavy rain drove water from the canals into the fields in Kosti on Monday.", only: true},
		{name: "with paint", text: "Pupils sprayed the wall of a school with paint in Kosti on Monday.", only: true},
		{name: "a thing is thrown", text: "Workers threw tiles off a roof in Raqqa on Monday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
