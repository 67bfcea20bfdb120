package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"isnad"
)

// An answer is kept as it came, outlives what is derived, and is never replaced.
func TestAnswers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := context.Background()
		if some := must[bool](t)(s.Answered(ctx)); some {
			t.Error("a new database has answers")
		}
		first := Answer{Question: isnad.MakeID('q', "one"), Report: isnad.MakeID('r', "one"), Model: "orchard-7b", Time: noon, Text: `{"place": {"value": "كوستي"}}`}
		begin(t, s, func(tx *Tx) error { return tx.PutAnswers([]Answer{first}) })
		other := first
		other.Text, other.Model = "{}", "another"
		second := Answer{Question: isnad.MakeID('q', "two"), Report: first.Report, Model: "orchard-7b", Time: noon, Text: "no\x00thing \xff"}
		begin(t, s, func(tx *Tx) error { return tx.PutAnswers([]Answer{other, second}) })
		if err := s.Clear(ctx, StepExtract); err != nil {
			t.Fatal(err)
		}
		got := must[map[string]Answer](t)(s.Answers(ctx, []string{first.Question, second.Question, "q\x00", ""}))
		if len(got) != 2 || got[first.Question] != first || got[second.Question].Text != "no\uFFFDthing \uFFFD" {
			t.Errorf("kept %+v", got)
		}
		if some := must[bool](t)(s.Answered(ctx)); !some {
			t.Error("there are answers")
		}
		checkClean(t, s)
		err := s.Begin(ctx, func(tx *Tx) error {
			return tx.PutAnswers([]Answer{{Question: isnad.MakeID('q', "three"), Text: strings.Repeat("x", MaxAnswer+1)}})
		})
		if !errors.Is(err, isnad.ErrTooLarge) {
			t.Errorf("a huge answer: %v", err)
		}
		begin(t, s, func(tx *Tx) error {
			_, err := tx.exec("UPDATE answers SET answer = '{}' WHERE question = ?", first.Question)
			return err
		})
		if f := faults(t, s); len(f) != 1 || !strings.Contains(f[0], first.Question) {
			t.Errorf("faults of a changed answer: %v", f)
		}
	})
}

// Never two steps that ask run side by side, so that a slow model leaves workers
// for everything else; and asking again clears nothing.
func TestAskSteps(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := context.Background()
		c := queue(t, s, Step{Kind: StepExtract})
		var refs []ReportRef
		begin(t, s, func(tx *Tx) (err error) {
			if refs, err = tx.PutReports([]isnad.Report{newReport(c, "asked", "Title", "Text of a report.")}); err != nil {
				return err
			}
			_, err = tx.PutClaims(refs[0], []isnad.Claim{newClaim(refs[0], 0, "Text")}, nil, nil)
			return err
		})
		first := must[*Job](t)(s.take(ctx))
		if err := first.Complete(ctx, func(tx *Tx) error {
			return tx.Queue(Step{Kind: StepAsk, Capture: c.ID, Reports: refs}, Step{Kind: StepAsk, Capture: c.ID, Reports: refs}, Step{Kind: StepTrace, Capture: c.ID, Reports: refs})
		}); err != nil {
			t.Fatal(err)
		}
		if j := must[*Job](t)(s.take(ctx)); j.Kind != StepAsk {
			t.Errorf("took %s", j.Kind)
		}
		if j := must[*Job](t)(s.take(ctx)); j.Kind != StepTrace {
			t.Errorf("took %s while another step asks", j.Kind)
		}
		if j := must[*Job](t)(s.take(ctx)); j != nil {
			t.Errorf("took %s while another step asks", j.Kind)
		}
		if err := s.Clear(ctx, StepAsk); err != nil {
			t.Fatal(err)
		}
		claims, _, err := s.Claims(ctx, ClaimQuery{Report: refs[0].ID})
		if err != nil || len(claims) != 1 {
			t.Errorf("%d claims are left, %v", len(claims), err)
		}
	})
}
