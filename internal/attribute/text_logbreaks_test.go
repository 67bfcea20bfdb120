package attribute

import "testing"

// A log without line breaks is cut where its items begin.
func TestLogBreaks(t *testing.T) {
	for _, c := range []claimCase{
		{name: "days", text: "News brief. Africa 29 September 2017: In Karm village, Homs province, two nurses were abducted by gunmen. Source: Karm Post Asia 2 October 2017: In Nil village, Idlib province, shells killed three patients. " +
			"Source: Nil Post Europe 5 October 2017: In Hama city, a surgeon was shot and wounded by an unidentified gunman. Source: Hama Post",
			want: []string{"ev=abduction on=2017-09-29", "k=3 on=2017-10-02", "i=1 on=2017-10-05"}, only: true},
		{name: "weekdays", text: "The following is compiled from reports. MONDAY 8:14 a.m. Elm Road. Caller reported a dog. TUESDAY 11:30 p.m. Karm Hospital. Staff reported a man, 22, with a gunshot wound to the hand. SUNDAY 6:12 p.m. Shadow Lane. A woman was shot in the leg at her home.",
			want: []string{"i=1 on=2017-10-17", "i=1 on=2017-10-15"}, only: true},
		{name: "towns", text: "Developments as of Tuesday. HOMS - A bomb killed nine people, police said. HAMA - A soldier was killed on Monday by a mine, the army said. IDLIB - Gunmen killed five people, a doctor said. ALEPPO - Shells killed six.",
			want: []string{"k=9 at=homs", "k=1 on=2017-10-16 at=hama", "k=5 at=idlib", "k=6 at=aleppo"}, only: true},
		{name: "days and dashes", text: "Killed: 6 wounded: 31 10 Oct Harasta - a woman was shot dead by a guard. Medics spoke of two wounded. 11 Oct Saraqib, Idlib – a shell killed two traders. 13 Oct Homs - a mine exploded under a cart, killing three farmers.",
			want: []string{"k=1 at=harasta on=2017-10-10", "k=2 at=saraqib in=idlib on=2017-10-11", "k=3 at=homs on=2017-10-13"}},
		{name: "numbers of a list", text: "Selected records #14 10 Oct - Harasta. A woman was shot dead by a guard. #15 11 Oct - Saraqib, Idlib. A shell killed two traders. #19 13 Oct - Homs. A mine exploded under a cart, killing three farmers.",
			want: []string{"k=1 at=harasta on=2017-10-10", "k=2 at=saraqib in=idlib on=2017-10-11", "k=3 at=homs on=2017-10-13"}, only: true},
		{name: "one day with a colon", text: "Gunmen killed nine people in Homs on Monday. The mayor wrote on 2 October 2017: We are afraid. A bomb killed four in Hama on Sunday.", want: []string{"k=9 on=2017-10-16", "k=4 on=2017-10-15"}},
		{name: "a shouted day", text: "Gunmen killed nine people in Homs on MONDAY and four in Hama on SUNDAY.", want: []string{"k=9 on=2017-10-16"}},
	} {
		t.Run(c.name, c.run)
	}
}
