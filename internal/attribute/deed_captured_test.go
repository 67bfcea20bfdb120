package attribute

import "testing"

// That the dead had been captured before is no deed of the sentence that tells of their death, takes no day
// from it, and makes nobody of them who did it.
func TestCapturedBefore(t *testing.T) {
	for _, c := range []claimCase{
		{name: "executed", text: "The militia executed 12 captured soldiers in Saraqib on October 3, a resident said.", want: []string{"ev=killing k=12 on=2017-10-03 by=militia"}, only: true},
		{name: "killed", text: "The militia killed 12 captured soldiers in Saraqib on October 3, a resident said.", want: []string{"ev=killing k=12 on=2017-10-03 by=militia"}, only: true},
		{name: "were killed", text: "Twelve captured soldiers were killed in Saraqib on October 3, a resident said.", want: []string{"ev=killing k=12 on=2017-10-03"}, only: true},
		{name: "several", text: "The militia beheaded several captured fighters in Saraqib on October 3, a resident said.", want: []string{"ev=killing on=2017-10-03 by=militia"}, only: true},
		{name: "in the fight before", text: "On October 3 the Karm Front overran the base of Saraqib and put to death scores of captured soldiers there.", want: []string{"ev=killing k=~40 on=2017-10-03"}, only: true},
		{name: "from the air", text: "Air strikes killed 12 captured soldiers held in a prison in Saraqib on October 3.", want: []string{"ev=air_strike k=12 on=2017-10-03"}, only: true},
		{name: "beaten", text: "Captured soldiers were beaten in Saraqib on October 3, and clashes there killed two.", want: []string{"ev=clash k=2"}, only: true},
		{name: "captured now", text: "Rebels captured 12 soldiers in Saraqib on October 3, a resident said.", want: []string{"ev=clash on=2017-10-03 by=rebels"}, only: true},
		{name: "another deed of the sentence", text: "An ambush killed 14 soldiers in Homs on October 3, and fighters executed 21 captured rebels in Saraqib on October 3, activists say.",
			want: []string{"ev=clash k=14", "ev=killing k=21"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
