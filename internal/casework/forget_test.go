package casework

import (
	"strings"
	"testing"
	"time"

	"isnad"
)

// What somebody said to keep themselves or others safe is forgotten, whether they
// typed it or the desk wrote it down for them; what the desk asked stays.
func TestForgetWhatWasWrittenDown(t *testing.T) {
	for _, kind := range []isnad.CaseKind{isnad.CasePrivacy, isnad.CaseCourtOrder, isnad.CaseComplaint} {
		c := isnad.Case{ID: "d1", Kind: kind, Form: isnad.CaseForm{Kind: kind, Text: "Take it away."}, Acts: []isnad.CaseAct{
			{Number: 1, Kind: isnad.CaseAsk, Actor: isnad.ActorDesk, Text: "Which street?"},
			{Number: 2, Kind: isnad.CaseAnswer, Actor: isnad.ActorClaimant, Text: "I live behind the mill."},
			{Number: 3, Kind: isnad.CaseAdd, Actor: isnad.ActorDesk, Way: "telephone", Text: "I live behind the mill with my son."},
		}}
		out, changed, _ := Forget(c, time.Now())
		secret := kind != isnad.CaseComplaint
		for _, a := range out.Acts[1:] {
			if gone := a.Text == ""; gone != secret {
				t.Errorf("%s: act %d says %q", kind, a.Number, a.Text)
			}
		}
		if out.Acts[0].Text == "" || secret != (len(changed) == 2) {
			t.Errorf("%s: acts %v changed, and the desk asked %q", kind, changed, out.Acts[0].Text)
		}
		if !strings.Contains(c.Acts[2].Text, "son") {
			t.Errorf("%s: the case that was given is altered", kind)
		}
	}
}
