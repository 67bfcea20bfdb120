package attribute

import "testing"

// Of those whom a sum counts one or two died last, which made it: no claim of their own. A
// death a day before the deed, or of another deed, is one.
func TestLastToDie(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in hospital", text: "A missile hit a house in Idlib on Monday. Six people were killed, the mayor said, after a woman of 71 died in hospital.", want: []string{"k=6 at=Idlib"}, only: true},
		{name: "of their wounds", text: "Nine people were killed in an air strike on Homs on Monday, medics said, after two boys died of their wounds.", want: []string{"k=9"}, only: true},
		{name: "succumbed", text: "Five were killed in shelling of Homs on Sunday, rescuers said, after a nurse succumbed to her burns.", want: []string{"k=5"}, only: true},
		{name: "a day after", text: "Nine people were killed in an air strike on Homs on Monday, a day after two boys died of their wounds in Hama.", want: []string{"k=9 at=Homs", "k=2 at=Hama"}, only: true},
		{name: "more of them", text: "Two people were killed in an air strike on Homs on Monday after nine miners died in hospital in Hama on Sunday.", want: []string{"k=2 on=2017-10-16", "k=9 on=2017-10-15"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
