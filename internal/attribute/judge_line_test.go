package attribute

import (
	"strings"
	"testing"

	"isnad"
)

// The least chance of a claim, and of two candidates being one, follow the kind of report, and
// the next report starts afresh.
func TestLineOfReport(t *testing.T) {
	plain := "A car bomb killed 14 people in Homs on Thursday, officials said, and wounded 20 others. "
	for _, c := range []struct {
		name, text string
		want, join float64
	}{
		{"no commas", strings.Repeat("A car bomb killed 14 people in Homs on Thursday officials said and wounded 20 others near a school. ", 5), lineNoCommas, pairModel().line},
		{"a war with commas", strings.Repeat(plain, 5), judgeModel().line, pairModel().line},
		{"short", "A car bomb killed 14 people in Homs on Thursday.", judgeModel().line, pairModel().line},
		{"police beat", "Police said a man was shot on Elm Street in Akron on Monday, and died. Detectives ask for help, and officers are at the scene.", lineBeat, joinBeat},
		{"police in a war", "Police said a man was shot in Akron on Monday, and died. Officers blamed militants, and detectives went there.", judgeModel().line, pairModel().line},
		{"record of violations", "The group documented the killing of a man in Homs on Monday, and asks for accountability. Eyewitnesses said soldiers shot him.", lineRecord, joinRecord},
	} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = testReader(), &isnad.Report{ID: "x", Text: c.text}, lexiconEN()
		d.read()
		if d.line != c.want || d.joinLine != c.join {
			t.Errorf("%s: lines %.3f and %.3f, want %.3f and %.3f", c.name, d.line, d.joinLine, c.want, c.join)
		}
		d.release()
	}
}

// What one dated entry of a log tells says nothing of the next: neither its means nor who did it.
func TestDatedEntries(t *testing.T) {
	for _, c := range []claimCase{
		{name: "apart", text: "On 1 October 2017, in Homs, a woman was killed by an army artillery shell. On 2 October 2017, clashes in Idlib left two people wounded. On 3 October 2017, gunmen attacked farmers in Zabadani and killed three of them.",
			want: []string{"ev=shelling k=1 on=2017-10-01 at=homs", "ev=clash i=2 on=2017-10-02 at=idlib -by=army", "ev=attack k=3 on=2017-10-03 by=gunmen"}},
		{name: "detained", text: "On 10 October, troops opened fire in Homs and killed six people. On 11 October, a shell hit a market in Idlib and wounded two. On 12 October, ten nurses were detained in Zabadani.",
			want: []string{"k=6 by=troops", "ev=shelling i=2 -by=troops", "ev=detention -by=troops"}},
		{name: "a month", text: "The Centre is documenting deaths. In September 2017, at least eight porters were killed by direct fire of border guards, it recorded. On 2 October 2017, a porter was wounded in Homs.",
			want: []string{"i=1 at=homs"}, only: true},
		{name: "a night", text: "Gunmen killed two soldiers in Homs overnight from Friday, September 29, into Saturday, September 30.", want: []string{"k=2 on=2017-09-29 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
