package attribute

import "testing"

// Whose wife somebody is and what she is called are one person.
func TestHisWifeByName(t *testing.T) {
	for _, c := range []claimCase{
		{name: "bodies", text: "Deputies found the bodies of Alan Zoran, 66, and his wife, Ruth Zoran, 64, on Monday inside their home in Selah.", want: []string{"k=2"}},
		{name: "shooting death", text: "A man is charged with murder in the shooting death of his girlfriend, 31-year-old Ruth Hollins, in Toledo on Monday, police said.", want: []string{"k=1"}, only: true},
		{name: "deaths", text: "A man is charged with murder in the deaths of his wife, Ruth Hollins, 45, and her son, Karl Hollins, 17, in Toledo on Monday, police said.", want: []string{"k=2"}, only: true},
		{name: "her brother too", text: "Police said Zoran shot and killed his wife, 45-year-old Ruth Hollins, and her brother, Karl Hollins, 40, in Toledo on Monday.", want: []string{"k=2"}, only: true},
		{name: "a man and a woman", text: "The bodies of a man and a woman were found Monday in a Toledo home, police said.", want: []string{"k=2"}, only: true},
		{name: "two people", text: "A bomb killed his wife, two neighbors and Ruth Hollins, 45, in Homs on Monday, police said.", want: []string{"k=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who shoots himself in the hand is hurt; who shoots his wife and then himself leaves two dead
// where nobody is said to have lived.
func TestShotHimselfToo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "hand", text: "A 6-year-old boy in Selah shot himself in the hand on Monday with a pistol he found, police said.", want: []string{"i=1 k=none"}, only: true},
		{name: "wife", text: "Investigators believe Zoran shot his wife once with a rifle before turning the gun on himself Monday at their home in Selah.", want: []string{"k=2 i=none"}, only: true},
		{name: "she lives", text: "Zoran shot his wife in the leg before turning the gun on himself Monday in Selah, police said. She was in critical condition at a hospital.", want: []string{"i=1"}},
		{name: "the other", text: "Two men argued outside a store in Selah on Monday and one shot the other in the thigh, police said.", want: []string{"i=1 k=none"}, only: true},
		{name: "another in the hand", text: "One man was shot in the leg and another in the hand Friday outside a bar in Selah, police said.", want: []string{"i=2 k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What became of somebody came after what he did; nobody fires who is a car.
func TestAfterHeShot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in custody", text: "A teenager is in custody after police say he shot his stepfather at their home in Selah on Sunday.", want: []string{"i=1 by=teenager"}, only: true},
		{name: "white pickup", text: "A girl was killed in Selah on Monday when two men in a white Zoran fired at a house, police said.", want: []string{"k=1 by=men -by=zoran"}, only: true},
		{name: "minivan", text: "A boy was grazed by a bullet in Selah on Monday when a dark minivan pulled up and fired, police said.", want: []string{"i=1 -by=minivan"}, only: true},
		{name: "she survived", text: "A woman is in a hospital after she was shot in Selah on Sunday, police said.", want: []string{"i=1 -by=woman"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A lead without a credit is the police's who speak next.
func TestPoliceBehind(t *testing.T) {
	for _, c := range []claimCase{
		{name: "it happened", text: "One man is in the hospital after a shooting in Selah on Sunday. Police say it happened outside a tavern on Vine Street.", want: []string{"i=1 said=police"}, only: true},
		{name: "another speaks first", text: "Two men were shot in Selah on Sunday. Ruth Hollins said she heard eight shots. Police say the street was closed.", want: []string{"i=2 -said=police"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Whose son bears his name is no number, and the victim by his name is one.
func TestVictimByName(t *testing.T) {
	for _, c := range []claimCase{
		{name: "junior", text: "Karl Hollins Jr., 20, was shot and killed Friday in Selah, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "the victim", text: "The victim, Karl Hollins, 20, died at the scene in Selah on Friday, police said. He was shot twice.", want: []string{"k=1 i=none"}, only: true},
		{name: "two with and", text: "A clerk and Karl Hollins, 20, were killed in a shooting in Selah on Friday, police said.", want: []string{"k=2"}, only: true},
		{name: "the clerk", text: "The clerk, 51, died Sunday, two days after he was stabbed during a holdup in Selah, police said.", want: []string{"k=1 on=2017-10-13"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Whom police find beaten, and who is pronounced deceased.
func TestBeatenAndDeceased(t *testing.T) {
	for _, c := range []claimCase{
		{name: "pistol-whipped", text: "A man was pistol-whipped and robbed outside a store in Selah on Monday, police said.", want: []string{"i=1 k=none"}, only: true},
		{name: "beaten to death", text: "A man was beaten to death in Selah on Monday, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "deceased", text: "Officers found a man with several gunshot wounds in Selah on Sunday, police said. The man was pronounced deceased at the scene.", want: []string{"k=1 i=none"}, only: true},
		{name: "Hollins died", text: "Police say Alan Hollins was sitting in a parked car in Selah when two men walked up and opened fire Monday. Hollins died at the scene.", want: []string{"k=1"}, only: true},
		{name: "others died", text: "Police say Alan Hollins was sitting in a parked car in Selah when two men walked up and opened fire Monday. Zoran died in 1996.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A sentence of many names is no headline where its verbs are not in capitals.
func TestNamesOverVerbs(t *testing.T) {
	for _, c := range []claimCase{
		{name: "say", text: "Police say Karl Hollins shot Jim Example in the chest Friday at a Selah bar.", want: []string{"i=1 by=hollins said=police"}, only: true},
		{name: "headline", text: "Police Say Alan Hollins Shot Jim Example In Selah\n\nTwo men were wounded in Selah on Friday, police said.", want: []string{"-by=hollins"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
