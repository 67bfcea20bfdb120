package attribute

import "testing"

// Deaths told in the words of armies and of local papers, and the days on which statements go out.
func TestWordsOfLocalPapers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a sniper shot", text: "A sniper shot dead a woman, Salma Example, in Idlib on Monday, residents said.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "a sniper shot in the leg", text: "A sniper shot a boy in the leg in Idlib on Monday.", want: []string{"k=none i=1"}, only: true},
		{name: "a shot by a sniper", text: "A single sniper shot killed a woman in Idlib on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "have shot and killed", text: "Unknown men have shot and killed a tax collector in Idlib on Monday.", want: []string{"k=1"}, only: true},
		{name: "have been shot and killed", text: "Two teachers have been shot and killed in Idlib on Monday.", want: []string{"k=2"}, only: true},
		{name: "supreme price", text: "One soldier paid the supreme price in a gun duel with rebels in Idlib on Monday, the army said.", want: []string{"k=1"}, only: true},
		{name: "supreme sacrifice", text: "Six soldiers made the supreme sacrifice in a clash in Idlib on Monday, the army said.", want: []string{"k=6"}, only: true},
		{name: "bled to death", text: "Private Omar Example bled to death after a mine went off in Idlib on Monday.", want: []string{"ev=landmine k=1"}, only: true},
		{name: "sent to prison", text: "A court sent two men to prison in Idlib on Monday over a bombing.", only: true},
		{name: "a communique", text: "Rebels attacked Idlib on Friday, killing people. In a communiqué transmitted on Sunday evening, the army said 12 soldiers were killed in Idlib.", want: []string{"k=12 on=2017-10-13"}},
		{name: "to reporters", text: "Rebels attacked Idlib on Friday, killing people. In a press release sent to reporters on Sunday, the army said 12 soldiers were killed in Idlib.", want: []string{"k=12 on=2017-10-13"}},
		{name: "on its page", text: "Rebels attacked Idlib on Friday, killing people. In a statement on its Facebook page on Sunday, the army said 12 soldiers were killed in Idlib.", want: []string{"k=12 on=2017-10-13"}},
		{name: "a deed of that day", text: "Rebels attacked Idlib on Friday, killing people. In an attack on the airport on Sunday, rebels killed 12 soldiers, the army said.", want: []string{"k=12 on=2017-10-15"}},
	} {
		t.Run(c.name, c.run)
	}
}
