package attribute

import "testing"

// What a page prints twice is told once: the whole of it first, or a teaser that is cut off.
func TestTeasers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "cut off", text: "The Observatory said the explosion on Monday in the city of Kutum killed 10 members of the\nBy our correspondents\nThe Observatory said the explosion on Monday in the city of Kutum killed 10 members of the police and six civilians.", want: []string{"k=16 said=observatory"}, only: true},
		{name: "whole", text: "Police in Kutum said on Monday that nine people had been killed in an air strike.\nA caption.\nPolice in Kutum said on Monday that nine people had been killed in an air strike.", want: []string{"k=9 said=police"}, only: true},
		{name: "other words", text: "Police in Kutum said on Monday that nine people had been killed in an air strike.\nA caption.\nPolice in Kutum said on Monday that nine people had been hurt in a bombing.", want: []string{"k=9 i=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Where people are from is not counted among them.
func TestFromOneVillage(t *testing.T) {
	for _, c := range []claimCase{
		{name: "village", text: "An air strike on Monday killed seven people from one village near Kutum, a teacher said.", want: []string{"k=7"}, only: true},
		{name: "clan", text: "Seven members of one clan were killed in an attack in Goma on Monday.", want: []string{"k=7"}, only: true},
		{name: "schools", text: "Nine pupils from two schools were wounded when shells hit Kutum on Monday.", want: []string{"i=9"}, only: true},
		{name: "two of them", text: "Seven people from Kutum and two soldiers were killed in an air strike on Monday.", want: []string{"k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
