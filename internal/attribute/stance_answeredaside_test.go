package attribute

import "testing"

// Who is accused and who denies in one sentence have a claim each.
func TestAnsweredAside(t *testing.T) {
	lead := "Shelling killed four people in the town of Kosti on Monday, residents said. "
	for _, c := range []claimCase{
		{name: "a charge", text: lead + "Rebels accused the army of the attack, a charge the army denied.",
			want: []string{"k=4", "by=army said=rebels st=asserted", "by=army said=army st=denied"}, only: true},
		{name: "without commas", text: "Shelling killed four people in the town of Kosti on Monday residents said. Rebels said the army was behind the attack a claim the army rejected.",
			want: []string{"k=4", "by=army said=rebels st=asserted", "said=army st=denied"}, only: true},
		{name: "which denied it", text: lead + "Rebels blamed the attack on the army, which has denied responsibility.",
			want: []string{"k=4", "by=army said=rebels st=asserted", "said=army st=denied"}, only: true},
		{name: "with figures", text: "The opposition accused security forces of killing five protesters in Kosti on Monday, an accusation the government dismissed.",
			want: []string{"k=5 said=opposition st=asserted", "k=none said=government st=denied"}, only: true},
		{name: "and blamed", text: lead + "The army denied any involvement and blamed rebels for the attack.",
			want: []string{"k=4", "by=army said=army st=denied", "by=rebels said=army st=asserted"}, only: true},
		{name: "accusing", text: lead + "The army denied responsibility, accusing the rebels of the attack.",
			want: []string{"k=4", "by=army said=army st=denied", "by=rebels said=army st=asserted"}, only: true},
		{name: "was responsible", text: lead + "The council said an army helicopter was responsible.", want: []string{"k=4", "by=helicopter said=council"}, only: true},
		{name: "of something else", text: lead + "The army accused the mayor of theft, which he denied.", want: []string{"k=4 st=asserted"}},
		{name: "which did something else", text: lead + "Rebels blamed the army, which has held the hills since May.", want: []string{"k=4 st=asserted"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
