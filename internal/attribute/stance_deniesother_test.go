package attribute

import "testing"

// What is denied, and what says that there were no more.
func TestDeniesOther(t *testing.T) {
	for _, c := range []claimCase{
		{name: "has no fighters there", text: "A strike hit Dayton on Monday, killing four people. Hezbollah has denied having fighters in Yemen.", want: []string{"k=4"}, only: true},
		{name: "arms nobody", text: "A strike hit Dayton on Monday, killing four people. Iran denies arming the rebels.", want: []string{"k=4"}, only: true},
		{name: "the deed", text: "A strike hit Dayton on Monday, killing four people. The coalition has denied having shelled the town.", want: []string{"k=4", "st=denied by=coalition"}, only: true},
		{name: "a part in it", text: "A strike hit Dayton on Monday, killing four people. The coalition denied having any role in it.", want: []string{"k=4", "st=denied by=coalition"}, only: true},
		{name: "no other casualties", text: "A bomb killed a judge in Dayton on Monday. Police knew of no other casualties.", want: []string{"k=1"}, only: true},
		{name: "no casualties", text: "A bomb went off in Dayton on Monday. There were no casualties, police said.", want: []string{"k=0"}, only: true},
		{name: "at first", text: "Fifteen people died in a blast in Dayton on Monday, police said. Police had at first spoken of ten dead.", want: []string{"k=15"}, only: true},
		{name: "another body's count", text: "Fifteen people died in a blast in Dayton on Monday, police said. Rescuers spoke of ten dead.", want: []string{"k=15", "k=10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
