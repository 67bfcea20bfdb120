package attribute

import "testing"

// Two incidents of one sentence, of which one or both are not counted.
func TestClausesOfOneSentence(t *testing.T) {
	for _, c := range []claimCase{
		{name: "while", text: "Shells fell on Douma on Monday while residents reported clashes in Zamalka.", want: []string{"ev=shelling at=Douma", "ev=clash at=Zamalka"}},
		{name: "and", text: "Fighters attacked an army post in Kosti on Sunday and air strikes hit shops in Sennar.", want: []string{"at=Kosti", "ev=air_strike at=Sennar"}},
		{name: "said again", text: "The army confirmed that two soldiers had been injured in southern Lebanon and said that it had killed 50 fighters.",
			want: []string{"k=none i=2", "k=50 i=none"}},
		{name: "another year", text: "On Monday a man was stabbed to death on the block, and in 2014 two boys were wounded by gunfire there.",
			want: []string{"k=1 i=none on=2017-10-16", "ev=shooting i=2 on=2014-01-01"}},
		{name: "denied by another", text: "A man was shot dead by a sniper in Kosti on Monday, a charity said; the army denied that its forces had fired at anyone there.",
			want: []string{"k=1 said=charity st=asserted", "k=none said=army st=denied"}, only: true},
		{name: "blamed by another", text: "Police said that fighters had shelled a market in Kosti on Monday but residents accused the army of carrying out the attack.",
			want: []string{"said=police ev=shelling", "said=residents by=army"}, only: true},
		{name: "accused", text: "Two men were shot dead in Kosti on Monday, police said, and another was accused of murder.", want: []string{"k=2"}, only: true},
		{name: "one deed", text: "Shells fell on Douma and wounded three people in Zamalka Street.", want: []string{"ev=shelling i=3"}, only: true},
		{name: "a list", text: "An air strike in Kosti killed five women and children when bombs hit houses in Sennar Street.", want: []string{"ev=air_strike k=5"}, only: true},
		{name: "what else was hit", text: "Three women were hurt in Kosti and two houses were damaged in a mortar attack on the town.", want: []string{"ev=shelling i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
