package attribute

import "testing"

// People told of one by one are counted by their articles.
func TestMembers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two with the", text: "A drone hit an ambulance in Homs on Sunday. The stretcher bearer and the driver were injured.", want: []string{"i=2"}, only: true},
		{name: "his mate", text: "A drone hit a car in Homs on Sunday. The driver and his mate were killed.", want: []string{"k=2"}, only: true},
		{name: "three trades", text: "A potter, a lorry driver and a glazier were killed when a shell hit a depot in Homs on Sunday.", want: []string{"k=3"}, only: true},
		{name: "with a number", text: "Two clerks and a glazier died when a shell hit a depot in Homs on Sunday.", want: []string{"k=3"}, only: true},
		{name: "of a body", text: "A sapper of the border guard was killed and two were wounded by a mine in Homs on Sunday.", want: []string{"k=1 i=2"}, only: true},
		{name: "aside", text: "Dr. Huda Example, a glazier and one of the founders of the choir, was shot dead in Homs on Sunday.", want: []string{"k=1"}, only: true},
		{name: "shot and killed", text: "Snipers shot and killed a glazier in Homs on Sunday.", want: []string{"k=1"}, only: true},
		{name: "the death of", text: "A mine exploded in Homs on Sunday, leading to the death of a mushroom picker and the injury of his cousin.", want: []string{"k=1 i=1"}, only: true},
		{name: "a presenter by name", text: "Unknown gunmen shot dead radio presenter Sami Example in Homs on Sunday.", want: []string{"k=1"}, only: true},
		{name: "beasts", text: "A cow and a donkey were killed by a shell in Homs on Sunday.", want: []string{"k=none"}},
		{name: "a fourth", text: "Three glaziers were killed by a shell in Homs on Sunday; a fourth died of wounds.", want: []string{"k=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
