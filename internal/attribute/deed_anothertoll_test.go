package attribute

import "testing"

// Another toll of an attack in which houses burned as well is of the attack.
func TestAnotherToll(t *testing.T) {
	for _, c := range []claimCase{
		{name: "buried", text: "Gunmen invaded Kani in Kaduna State on Sunday night and killed 12 people. They also burned 20 houses. The youth leader of the area told our reporter that 17 bodies had been buried.", want: []string{"k=12 ev=attack", "k=17 said=leader ev=attack"}},
		{name: "from a burnt church", text: "Herders invaded the village of Kani on Monday, killed 11 people and burnt houses. A leader of the community told journalists that 17 corpses were recovered, six of them from a burnt church.", want: []string{"k=11 ev=attack", "k=17 said=leader ev=attack"}},
		{name: "the burning alone", text: "Soldiers burned 12 houses in Kani on Monday, police said. A chief said 20 houses were burned.", want: []string{"ev=property_destruction"}},
		{name: "nor is a siege the burning", text: "The army laid siege to Kani on Sunday and 12 people starved to death there. A chief said 17 bodies were found in burnt houses.", want: []string{"ev=obstruction k=12", "ev=property_destruction k=17 said=chief"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
