package attribute

import (
	"fmt"
	"strings"
	"testing"
)

// Buildings with a name of their own, where something was done at them, and spots beside each other.
func TestNamedBuildings(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a school", text: "A drone struck the Rabea al-Masri School in the town of Kosti on Monday, killing ten.", want: []string{"k=10 at=rabea"}, only: true},
		{name: "a mosque", text: "A shell hit the Zorvan Mosque in Kosti on Monday, killing ten.", want: []string{"k=10 at=zorvan_mosque in=kosti"}, only: true},
		{name: "headquarters", text: "A suicide bomber struck the Asayish headquarters in the Sinaa district on Monday, killing ten.", want: []string{"k=10 at=asayish_headquarters"}, only: true},
		{name: "two spots", text: "Rockets struck a poultry farm and a house in Reyhanli on Monday, injuring four people.", want: []string{"i=4 at=poultry_farm_and_a_house"}, only: true},
		{name: "who speaks", text: "A spokesman for the Zorvan University in Kosti said ten people were killed in the town on Monday.", want: []string{"k=10 at=kosti -at=university"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Names of places that no list has, in the forms of many languages.
func TestNamesOfManyForms(t *testing.T) {
	for _, name := range []string{
		"San Pedro de Zurabal", "Santa Rosa del Zorvan", "Villa Nueva de los Zorvanes", "El Carmen de Zurabal", // what is added belongs to the name
		"An Zorvan", "Ash Zorvan", "Al Zorvan", "Um Zorvan", "'Ayn Zorvan", // articles apart, as maps of the UN write them
		"Nor Zorvan", "Zorvan Springs", "Zorvan Heights", "Lake Zorvan City", "North Zorvan", // words that mean something else
	} {
		at := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, "'")), " ", "_")
		for i, text := range []string{
			"Gunmen killed two people in " + name + " on Monday, medics said.",
			"Shelling of " + name + " on Monday killed two people, medics said.",
			"Two people were killed near " + name + ", in Kosti district, on Monday.",
		} {
			c := claimCase{name: fmt.Sprintf("%s %d", name, i), text: text, want: []string{"k=2 at=" + at}, only: true}
			t.Run(c.name, c.run)
		}
	}
	for _, c := range []claimCase{
		{name: "an article of English", text: "Gunmen killed two people in an Israeli settlement near Hebron on Monday.", want: []string{"k=2 at=hebron"}, only: true},
		{name: "a part whose name holds a town's", text: "Three rockets landed in the Zorvan Idlib neighbourhood of Kilis on Monday, killing one person.", want: []string{"k=1 at=zorvan_idlib in=kilis"}, only: true},
		{name: "of a country", text: "Gunmen killed two people in the Colombian town of Pasto on Monday.", want: []string{"k=2 at=pasto"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
