package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// sampleCase is one item of demo/cases.json: what somebody hands in about a
// sample report, and what is done about it.
type sampleCase struct {
	Title    string         `json:"title"`   // of the report that it is about
	Report   string         `json:"report"`  // its address, where others have its title
	Passage  string         `json:"passage"` // words of its text
	Form     isnad.CaseForm `json:"form"`
	Evidence []struct{ Name, Text string }
	Acts     []struct {
		Kind     isnad.CaseActKind
		Text     string
		Decision isnad.CaseOutcome
		Effect   isnad.Effect
		Replace  [2]string // of a correction: words of the report, and what stands there afterwards
		Reasons  string
	}
}

// addCases opens the sample cases and does what is done about them, as the
// operator. Some are left open, so that the desk has something to do.
func (h *house) addCases(ctx context.Context) error {
	b, err := fs.ReadFile(sampleFiles, "demo/cases.json")
	if err != nil {
		return fmt.Errorf("reading the sample cases: %w", err)
	}
	var list struct{ Cases []sampleCase }
	if err := json.Unmarshal(b, &list); err != nil {
		return fmt.Errorf("reading the sample cases: %w", err)
	}
	reports := map[string]string{} // IDs by address and title
	err = everything(func(p store.Page) ([]store.ReportRow, string, error) {
		return h.store.Reports(ctx, store.ReportQuery{Page: p})
	}, func(r store.ReportRow) error {
		reports[r.Address+" "+r.Title], reports[" "+r.Title] = r.ID, r.ID
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range list.Cases {
		id, ok := reports[s.Report+" "+s.Title]
		if !ok {
			return fmt.Errorf("sample case %q is about no sample report at %s", s.Form.Text, s.Report)
		}
		if err := h.addCase(ctx, s, id); err != nil {
			return fmt.Errorf("sample case %q: %w", s.Form.Text, err)
		}
	}
	return nil
}

func (h *house) addCase(ctx context.Context, s sampleCase, report string) error {
	r, err := h.store.Report(ctx, report, 0)
	if err != nil {
		return err
	}
	f := s.Form
	f.About, f.Version = r.ID, r.Version
	if s.Passage != "" {
		at := strings.Index(r.Text, s.Passage)
		if at < 0 {
			return fmt.Errorf("the passage does not stand in report %s", r.ID)
		}
		start := len([]rune(r.Text[:at]))
		f.Span = &isnad.Span{Start: start, End: start + len([]rune(s.Passage))}
	}
	var files []isnad.Upload
	for _, e := range s.Evidence {
		files = append(files, isnad.Upload{Name: e.Name, Body: strings.NewReader(e.Text)})
	}
	c, _, err := h.pipeline.OpenCase(ctx, f, files, casework.By{Actor: isnad.ActorClaimant})
	if err != nil {
		return err
	}
	for _, a := range s.Acts {
		act := isnad.CaseAct{Kind: a.Kind, Text: a.Text}
		if a.Kind == isnad.CaseDecide {
			act.Ruling = &isnad.Ruling{Decision: a.Decision, Effect: a.Effect, Reasons: a.Reasons}
			if a.Replace[0] != "" {
				act.Ruling.Body = strings.Replace(r.Text, a.Replace[0], a.Replace[1], 1)
			}
		}
		if c, err = h.pipeline.ActOnCase(ctx, c.ID, act, nil, casework.By{Actor: isnad.ActorOperator}); err != nil {
			return fmt.Errorf("%s: %w", a.Kind, err)
		}
	}
	return nil
}
