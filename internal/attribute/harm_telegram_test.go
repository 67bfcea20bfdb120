package attribute

import "testing"

// Logs leave out articles and hyphens, and shorten what became of soldiers.
func TestTelegraphicLogs(t *testing.T) {
	for _, c := range []claimCase{
		{name: "no article", text: "UN peacekeeper was shot dead at Homs camp gate on Monday by unknown assailant.", want: []string{"k=1 by=assailant"}, only: true},
		{name: "participle alone", text: "Local teacher shot dead in Homs on Monday.", want: []string{"k=1 at=homs"}, only: true},
		{name: "behind a mark", text: "Gunmen attacked a village near Homs on Monday; imam killed by gunmen in Hama on Tuesday.", want: []string{"k=1 at=hama"}},
		{name: "several", text: "Health staff were killed near Homs on Monday when two men opened fire.", want: []string{"k=none at=homs"}, only: true},
		{name: "an age in two words", text: "A 9 year-old girl was injured by a mine in Homs on Monday.", want: []string{"ev=landmine i=1"}, only: true},
		{name: "killed in action", text: "Two soldiers KIA and three WIA in an ambush near Homs on Monday.", want: []string{"ev=clash k=2 i=3"}, only: true},
		{name: "lost a leg", text: "On Monday a farmer lost his leg when he stepped on a mine near Homs.", want: []string{"ev=landmine i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
