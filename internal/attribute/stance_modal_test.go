package attribute

import "testing"

// What those could not do who died takes nothing from their death.
func TestThoseWhoCouldNot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "could not flee", text: "Soldiers burned 40 houses in Talbar village on Monday and two elderly people who could not flee died in the flames.", want: []string{"k=2 by=soldiers"}, only: true},
		{name: "could not run", text: "Two people who could not run were killed by shells in Homs on Monday.", want: []string{"ev=shelling k=2"}, only: true},
		{name: "who could kill", text: "The army warned on Monday of a strike in Homs that could kill two people.", want: []string{}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
