package pipeline_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// What protects people is put into force in a database that was put back from a copy
// from before: a redaction hides its words, a removed report is gone. What holds
// already is left, and what is about something that is not there is counted.
func TestCarryOver(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		const second = "Bridge hit in Raqqa\n\nRAQQA, March 5, 2024 - Two people were killed on Tuesday near the old bridge, residents said.\n"
		build := func(database string) (h house, reports [2]string) {
			h = logged(t, database)
			h.work()
			for n, text := range []string{fmt.Sprintf(strike, "Seven"), second} {
				h.keep(fmt.Sprintf("https://hill.example/%d", n), text)
				h.settle()
				rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{})
				if err != nil || len(rows) != n+1 {
					t.Fatalf("%d reports, %v", len(rows), err)
				}
				for _, row := range rows {
					if row.ID != reports[0] {
						reports[n] = row.ID
					}
				}
			}
			return h, reports
		}
		newer, r := build(t.TempDir() + "/isnad.db")
		if _, err := newer.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureRedact, About: r[0], Reason: "in danger", Person: "u1", Name: "Editor", Marks: []isnad.Mark{{Words: "medical sources"}}}); err != nil {
			t.Fatal(err)
		}
		coarse, err := newer.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureCoarsen, About: r[0], Area: isnad.KindProvince, Reason: "in danger", Person: "u1", Name: "Editor"})
		if err != nil || len(coarse.Marks) == 0 {
			t.Fatalf("%+v, %v", coarse, err)
		}
		by := casework.By{Actor: isnad.ActorOperator}
		c, _, err := newer.OpenCase(t.Context(), isnad.CaseForm{Kind: isnad.CaseComplaint, About: r[1], Text: "It did not happen."}, nil, by)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []isnad.CaseAct{{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It did not.", Effect: isnad.EffectRemoval}}, {Kind: isnad.CaseCarryOut}} {
			if c, err = newer.ActOnCase(t.Context(), c.ID, a, nil, by); err != nil {
				t.Fatal(err)
			}
		}
		var since []pipeline.Protection
		if err := newer.Protections(t.Context(), func(p pipeline.Protection) error { since = append(since, p); return nil }); err != nil || len(since) != 3 {
			t.Fatalf("%+v, %v", since, err)
		}
		since = append(since, pipeline.Protection{Removed: &pipeline.Removed{Report: isnad.MakeID('r', "elsewhere"), Notice: "n0"}})

		older, same := build(database)
		if same != r {
			t.Fatalf("the copy holds other reports: %v, %v", same, r)
		}
		done, err := older.CarryOver(t.Context(), since)
		if err != nil || done != (pipeline.Carried{Removed: 1, Measures: 2, Absent: 1}) {
			t.Errorf("carried over %+v, %v", done, err)
		}
		older.settle()
		if x, err := older.Store.Report(t.Context(), r[0], 0); err != nil || strings.Contains(x.Text, "medical sources") || !strings.Contains(x.Text, "Seven people") {
			t.Errorf("the redacted report: %q, %v", x.Text, err)
		}
		removed, err := older.Store.Removed(t.Context(), r[1:])
		if err != nil || len(removed) != 1 {
			t.Fatalf("removed %v, %v", removed, err)
		}
		n, err := older.Store.Notice(t.Context(), removed[r[1]].Notice)
		if err != nil || !strings.Contains(n.Text, since[0].Removed.Notice) || !strings.Contains(n.Text, "It did not.") {
			t.Errorf("the notice does not tell what it carries over: %q, %v", n.Text, err)
		}
		if m, _, err := older.Store.Measure(t.Context(), coarse.ID); err != nil || !slices.Equal(m.Marks, coarse.Marks) || !m.Time.Equal(coarse.Time) {
			t.Errorf("the measure is %+v, and was %+v: %v", m, coarse, err)
		}
		if done, err := older.CarryOver(t.Context(), since[:3]); err != nil || done != (pipeline.Carried{Known: 3}) {
			t.Errorf("carried over again %+v, %v", done, err)
		}

		// What was put back by a decision since is not removed once more.
		var own []pipeline.Protection
		if err := older.Protections(t.Context(), func(p pipeline.Protection) error { own = append(own, p); return nil }); err != nil || own[0].Removed == nil {
			t.Fatalf("%+v, %v", own, err)
		}
		back, _, err := older.OpenCase(t.Context(), isnad.CaseForm{Kind: isnad.CaseComplaint, About: r[1], Text: "It did happen."}, nil, by)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []isnad.CaseAct{{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It did.", Effect: isnad.EffectRestoration}}, {Kind: isnad.CaseCarryOut}} {
			if _, err := older.ActOnCase(t.Context(), back.ID, a, nil, by); err != nil {
				t.Fatal(err)
			}
		}
		older.settle()
		if done, err := older.CarryOver(t.Context(), own[:1]); err != nil || done != (pipeline.Carried{Known: 1}) {
			t.Errorf("after it was put back: %+v, %v", done, err)
		}
		older.writeLog()
		older.logWhole()

		// One that is held back cannot be removed, and would be shown once the hold is
		// over: that is said, and what stands behind it in the list is done all the same.
		holding, _ := build(t.TempDir() + "/isnad.db")
		if _, err := holding.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureHold, About: r[1], Until: time.Now().Add(time.Hour), Reason: "not yet", Person: "u1", Name: "Editor"}); err != nil {
			t.Fatal(err)
		}
		if done, err := holding.CarryOver(t.Context(), since); !errors.Is(err, isnad.ErrConflict) || !strings.Contains(err.Error(), r[1]) || done != (pipeline.Carried{Measures: 2, Absent: 1}) {
			t.Errorf("with a report held back: %+v, %v", done, err)
		}
	})
}
