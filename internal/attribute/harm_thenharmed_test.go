package attribute

import "testing"

// The subject of a first verb is whom the next one kills; those made to lie down or lined up are
// captives.
func TestThenHarmed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "called out", text: "On Monday a motorcycle taxi driver was called out of a tea shop in Homs by militiamen and stabbed to death.", want: []string{"k=1 by=militiamen"}, only: true},
		{name: "by name", text: "On Monday a customs inspector, Adnan Example, was pulled from his taxi by militiamen near Homs and killed with machetes.", want: []string{"k=1"}, only: true},
		{name: "stopped", text: "On Monday two brothers were stopped by gunmen in Homs and killed.", want: []string{"k=2 at=homs"}, only: true},
		{name: "robbed", text: "On Monday two market women were dragged from a bus near Homs, robbed and beheaded.", want: []string{"k=2 at=homs"}, only: true},
		{name: "made to lie down", text: "On Monday eighteen men were made to lie down in Homs and were shot.", want: []string{"k=18 ev=killing"}, only: true},
		{name: "lined up", text: "On Monday soldiers lined up 12 villagers in Homs and shot them.", want: []string{"k=12 ev=killing by=soldiers"}, only: true},
		{name: "a firing squad", text: "On Monday three men accused of spying were shot by firing squad in Homs.", want: []string{"k=3 ev=killing"}, only: true},
		{name: "concussed", text: "On Monday a mortar round hit Homs. Two women were concussed.", want: []string{"i=2 at=homs"}, only: true},
		{name: "blast injuries", text: "On Monday a drone hit Homs. Two women suffered blast injuries.", want: []string{"i=2 ev=drone_strike"}, only: true},
		// the object of the second verb
		{name: "killed others", text: "On Monday a convoy was attacked near Homs and killed two soldiers.", want: []string{"k=2"}, only: true},
		{name: "a new subject", text: "On Monday a bus was stopped by rebels in Homs and three men were killed.", want: []string{"k=3"}, only: true},
		{name: "no people", text: "On Monday the bill was debated in Homs and killed.", only: true},
		{name: "a project", text: "The project was launched in Homs in June and killed by the council.", only: true},
		{name: "shot and killed", text: "On Monday a farmer was shot in the head in Homs and killed.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Whose own were not there or took no part denies it; who came under fire did not fire.
func TestNoneOfUs(t *testing.T) {
	const deed = "Gunmen killed nine people in Homs on Monday. "
	for _, c := range []claimCase{
		{name: "not involved", text: deed + "The Karm Front said its fighters were not involved.", want: []string{"k=9", "said=front st=denied"}},
		{name: "no fighter", text: deed + "The Karm Front said that no fighter of its was in the village that day.", want: []string{"k=9", "said=front st=denied"}},
		{name: "never there", text: deed + "The army told reporters that its men had never been in the town.", want: []string{"k=9", "said=army st=denied"}},
		{name: "to help", text: deed + "The army said its men were in the village to help.", want: []string{"k=9"}, only: true},
		{name: "not paid", text: deed + "The army said its men had not been paid.", want: []string{"k=9"}, only: true},
		{name: "no arrest", text: deed + "The army said none of its officers was wounded.", want: []string{"k=9"}},
		{name: "came under fire", text: "An army patrol came under fire near Homs on Monday. One soldier was wounded.", want: []string{"i=1 -by=army"}},
		{name: "fired at", text: "A Karm Mission convoy came under heavy mortar fire near Homs on Monday and two drivers were killed.", want: []string{"k=2 -by=mission"}},
	} {
		t.Run(c.name, c.run)
	}
}
