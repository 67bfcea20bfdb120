package attribute

import "testing"

// What falls, is dropped or is fired by planes strikes from the air; what was laid or is
// thrown does not.
func TestFromTheSky(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a bomb fell", text: "A bomb fell on a house in Hama on Monday, killing four people, residents said.", want: []string{"ev=air_strike k=4"}, only: true},
		{name: "a second bomb landed", text: "A second bomb landed on the road near Hama on Monday and killed two men, residents said.", want: []string{"ev=air_strike k=2"}, only: true},
		{name: "it struck a house amid shelling", text: "Four members of a family died when a bomb struck their house in Hama on Monday amid shelling of the town.", want: []string{"ev=air_strike k=4"}, only: true},
		{name: "it hit a minibus", text: "A bomb hit a minibus in Hama on Monday, killing four people.", want: []string{"ev=bombing k=4"}, only: true},
		{name: "a bomb by the road", text: "A roadside bomb hit a house in Hama on Monday, killing four people.", want: []string{"ev=bombing k=4"}, only: true},
		{name: "a missile beside planes", text: "Planes hit Hama on Monday, police said. A missile hit a shop in Taiz on Sunday and killed three men.", want: []string{"ev=air_strike", "ev=air_strike k=3 at=Taiz"}, only: true},
		{name: "missiles of rebels", text: "Rebels fired missiles at Taiz on Monday, killing three people. Planes bombed Hafir on Sunday, killing two people.", want: []string{"ev=shelling k=3", "ev=air_strike k=2"}, only: true},
		{name: "by a plane", text: "Missiles fired by a gunship killed three men in Hama on Monday.", want: []string{"ev=air_strike k=3"}, only: true},
		{name: "a launcher of its own", text: "Rebels fired two missiles at an army base in Hama on Monday, killing three soldiers.", want: []string{"ev=shelling k=3"}, only: true},
		{name: "dropped on people", text: "Soldiers dropped explosives from a drone on people waiting in Kherson on Monday, killing a woman.", want: []string{"ev=drone_strike k=1"}, only: true},
		{name: "dropped in a shop", text: "A man dropped a grenade in a shop in Hama on Monday, killing three people.", want: []string{"ev=bombing k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The ends of a text hold nothing behind them.
func TestFromTheSkyAtTheEnd(t *testing.T) {
	for _, text := range []string{"A bomb", "bomb fell", "dropped a bomb", "A bomb hit", "A missile", "missile fired by", "drone fired missiles", "missiles launched from", "drops of grenades"} {
		testReader().Read(report(text, text))
	}
}

// Gas that nobody can name is gas all the same.
func TestGasWords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an unknown gas", text: "Militants fired shells with an unknown gas at the town of Hafir on Monday and two soldiers died, the army said.", want: []string{"ev=chemical_attack k=2"}, only: true},
		{name: "fumes", text: "Rockets that released deadly fumes killed nine people in the town of Hafir on Monday, doctors said.", want: []string{"ev=chemical_attack k=9"}, only: true},
		{name: "tear gas", text: "Police fired tear gas and wounded nine people in the town of Hafir on Monday, doctors said.", want: []string{"-by=gas i=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// One bombing is by a bomb where nothing flies; the bombing of a town goes on.
func TestOneBombing(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a bombing", text: "Nine people were killed in a bombing in Quetta on Monday, police said.", want: []string{"ev=bombing k=9"}, only: true},
		{name: "as the doer", text: "A bombing in Quetta on Monday killed nine people, police said.", want: []string{"ev=bombing k=9"}, only: true},
		{name: "twin", text: "Twin bombings in Quetta on Monday killed nine people, police said.", want: []string{"ev=bombing k=9"}, only: true},
		{name: "of a market", text: "The bombing of a market in Kutum killed nine people on Monday, residents said.", want: []string{"ev=attack k=9"}, only: true},
		{name: "planes", text: "Warplanes were overhead. A bombing in Kutum on Monday killed nine people, residents said.", want: []string{"ev=attack k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
