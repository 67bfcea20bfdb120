package attribute

import "testing"

// Whom a bullet hits is no place, nor is the part of him that was hit; nor is a body of a state.
func TestWoundedNames(t *testing.T) {
	for _, c := range []claimCase{
		{name: "hitting him", text: "In Flint on Monday Dale R. Rusk, 66, fired a shotgun, hitting Hollins in the back and left arm, police said.", want: []string{"at=Flint -at=Hollins"}},
		{name: "with an initial", text: "Rusk confronted Dale R. Hollins, 52, on Monday in Flint. He fired a shotgun at Hollins and killed a woman, police said.", want: []string{"k=1 -at=Hollins"}},
		{name: "by his age alone", text: "Stovall, 34, was found dead on Monday. A deacon in Flint fired twice at Stovall and wounded a woman in the arm, the sheriff said.", want: []string{"i=1 -at=Stovall"}},
		{name: "in capitals", text: "A MAN WAS STRUCK IN THE CHEST BY A SLUG ON MONDAY NEAR FLINT, POLICE SAID.", want: []string{"at=FLINT -at=CHEST"}},
		{name: "the back of a valley", text: "Rockets killed two people on Monday, hitting Zandari in the back of the valley.", want: []string{"k=2 at=Zandari"}},
		{name: "a shooting at a bar", text: "Two people are dead and eight were hurt in a shooting at Ole Hollow Sports Bar early Monday, deputies said.", want: []string{"k=2 at=Hollow"}, only: true},
		{name: "shooting at somebody", text: "A man was arrested in Flint on Monday for shooting at Devin Hollins and wounding him.", want: []string{"-at=Hollins"}},
		{name: "a body of a state", text: "The Missouri State Highway Patrol is investigating after a Taney County deputy shot and killed a man on Monday.", want: []string{"k=1 -at=State at=Taney"}, only: true},
		{name: "far from where she was brought", text: "A girl was shot in Safford on Saturday and succumbed to her injury on Monday, October 16, at a Tucson hospital.", want: []string{"k=1 at=Safford -at=Tucson"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
