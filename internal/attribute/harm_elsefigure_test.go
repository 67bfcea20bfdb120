package attribute

import "testing"

// Another claimant's figure for the same incident is a claim of its own.
func TestFiguresOfOthers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "gave the figure", text: "Gunmen attacked Homs on Monday, killing 23 people, the army said. Zonal officials gave the figure of 21.",
			want: []string{"k=23 said=army", "k=21 said=officials"}, only: true},
		{name: "overall", text: "Jets struck Homs on Monday, killing nine people, residents said. The Levant Observatory put the overall death toll at 11.",
			want: []string{"k=9 said=residents", "k=11 said=levant"}, only: true},
		{name: "earlier, another", text: "Jets struck Homs on Monday, killing 29 people, residents said. State media earlier gave a toll of 20 dead.",
			want: []string{"k=29 said=residents", "k=20 said=state"}, only: true},
		{name: "earlier, the same", text: "Jets struck Homs on Monday, killing 29 people, police said. Police earlier gave a toll of 20 dead.",
			want: []string{"k=29 said=police"}, only: true},
		{name: "replaced", text: "Jets struck Homs on Monday, killing 29 people, police said. They had earlier put the toll at 20.",
			want: []string{"k=29 said=police"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
