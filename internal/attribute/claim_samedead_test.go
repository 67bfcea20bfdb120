package attribute

import "testing"

// What a long report tells at its head and again where it comes to it is one claim.
func TestSameDead(t *testing.T) {
	const between = " The town has seen protests since March. Its people were once known for their looms. In 1982 it was the home of a poet. Schools are shut. The river is low. Many have left for the coast."
	for _, c := range []claimCase{
		{name: "shopkeepers and two shopkeepers", text: "Mortar fire on the town of Taiz killed four traders on Monday, shopkeepers said." + between + " Mortar fire on the old bazaar of Taiz killed four more traders on Monday, two shopkeepers said.",
			want: []string{"k=4 at=taiz said=shopkeepers"}, only: true},
		{name: "relief groups", text: "Government howitzers killed 80 people in Goma on Sunday, relief groups said." + between + " Government howitzers killed 80 people in Goma on Sunday, Congolese relief groups said.",
			want: []string{"k=80 at=goma said=groups"}, only: true},
		// near misses
		{name: "another day", text: "Mortar fire on the town of Taiz killed four traders on Monday, shopkeepers said." + between + " Mortar fire on the old bazaar of Taiz killed four traders on Friday, two shopkeepers said.",
			want: []string{"k=4 on=2017-10-16", "k=4 on=2017-10-13"}, only: true},
		{name: "four more at once", text: "Mortar fire on the town of Taiz killed four traders on Monday, shopkeepers said. Later on Monday more mortar fire on Taiz killed four more traders, shopkeepers said.",
			want: []string{"k=4", "k=4"}, only: true},
		{name: "two and two", text: "Mortar fire on the town of Taiz killed two traders on Monday, shopkeepers said." + between + " Mortar fire on the old bazaar of Taiz killed two more traders on Monday, two shopkeepers said.",
			want: []string{"k=2", "k=2"}, only: true},
		{name: "two who count", text: "Mortar fire on the town of Taiz killed four traders on Monday, the Northland Observatory said." + between + " Mortar fire on the old bazaar of Taiz killed four more traders on Monday, the interior ministry said.",
			want: []string{"k=4 said=observatory", "k=4 said=ministry"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
