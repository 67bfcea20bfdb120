package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// What is exported of cases is what the register shows: who opened them, and how
// to reach them, is for the operator alone.
func TestExportCases(t *testing.T) {
	data := t.TempDir()
	cmds := commands{Data: data}
	h, err := cmds.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	finish := h.workOn(ctx, slog.New(slog.DiscardHandler))
	text := "Market hit in Idlib\n\nIDLIB, March 4, 2024 - Seven people were killed on Monday in an air strike on a market in Idlib, medical sources said.\n"
	if _, _, err := h.pipeline.Keep(ctx, isnad.Capture{Address: "https://hill.example/idlib", MediaType: "text/plain"}, strings.NewReader(text), pipeline.MaxLocal); err != nil {
		t.Fatal(err)
	}
	if err := h.settle(ctx); err != nil {
		t.Fatal(err)
	}
	rows, _, err := h.store.Reports(ctx, store.ReportQuery{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d reports, %v", len(rows), err)
	}
	c, token, err := h.pipeline.OpenCase(ctx, isnad.CaseForm{Kind: isnad.CaseRightOfReply, About: rows[0].ID, Text: "It names my street.", Reply: "There was no market there.",
		Name: "Samira Haddad", Email: "samira@press.example", Phone: "+1 202 555 0101"}, nil, casework.By{Actor: isnad.ActorClaimant})
	if err != nil {
		t.Fatal(err)
	}
	operator := casework.By{Actor: isnad.ActorOperator}
	for _, a := range []isnad.CaseAct{
		{Kind: isnad.CaseNote, Text: "Known to the desk."},
		{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "They may answer.", Effect: isnad.EffectReply}},
		{Kind: isnad.CaseCarryOut},
	} {
		if c, err = h.pipeline.ActOnCase(ctx, c.ID, a, nil, operator); err != nil {
			t.Fatal(err)
		}
	}
	finish()
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	export := func(want int, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if code := run(ctx, append([]string{"--data", data, "export"}, args...), console{strings.NewReader(""), &out, &errs}); code != want {
			t.Errorf("export %s: exit status %d, want %d: %s", args, code, want, errs.String())
		}
		return out.String()
	}
	public := export(0, "cases", "--format", "jsonl")
	var line struct {
		ID, State, Decision, Reasons string
		Notices                      []string
	}
	if err := json.Unmarshal([]byte(public), &line); err != nil || line.ID != c.ID || line.State != "carried_out" || line.Decision != "upheld" || line.Reasons != "They may answer." || len(line.Notices) != 1 {
		t.Errorf("%v: %s", err, public)
	}
	for _, secret := range []string{"Samira", "samira@", "202 555", "Known to the desk", token, string(isnad.HashOf([]byte(token)))} {
		for _, out := range []string{public, export(0, "cases"), export(0, "cases", "--format", "csv"), export(0, "notices", "--format", "jsonl")} {
			if strings.Contains(out, secret) {
				t.Errorf("%q is exported: %s", secret, out)
			}
		}
	}
	if private := export(0, "cases", "--format", "jsonl", "--private"); !strings.Contains(private, `"email":"samira@press.example"`) || !strings.Contains(private, "Known to the desk") || strings.Contains(private, token) {
		t.Errorf("the whole record: %s", private)
	}
	notices := export(0, "notices", "--format", "jsonl")
	if !strings.Contains(notices, `"id":"`+line.Notices[0]+`"`) || !strings.Contains(notices, `"case":"`+c.ID+`"`) || !strings.Contains(notices, "There was no market there.") {
		t.Errorf("notices: %s", notices)
	}
	if table := export(0, "notices", "--format", "csv"); strings.Count(table, "\r\n") != 2 {
		t.Errorf("notices as a table: %q", table)
	}
	export(2, "cases", "--private")
	export(2, "notices", "--private", "--format", "jsonl")
	export(2, "cases", "--format", "geojson")
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"--data", data, "verify"}, console{strings.NewReader(""), &out, &errs}); code != 0 {
		t.Errorf("verify: %s%s", out.String(), errs.String())
	}
}
