package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// court is a house whose data folder can be looked into, and in which decisions are carried out.
type court struct {
	house
	dir      string // of archive and, on SQLite, of the database
	database string
	cases    *int
}

func inCourt(t *testing.T, test func(h court)) {
	t.Helper()
	t.Parallel()
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			dir := t.TempDir()
			database := filepath.Join(dir, "isnad.db")
			if engine == "postgres" {
				database = postgresDSN(t)
			}
			h := court{buildOn(t, filepath.Join(dir, "archive"), database), dir, database, new(int)}
			h.workAlone()
			test(h)
		})
	}
}

// workAlone does one step after the other, so that things are read in one order.
func (h court) workAlone() {
	ctx, cancel := context.WithCancel(h.t.Context())
	done := make(chan error, 1)
	go func() { done <- h.Work(ctx, 1) }()
	h.t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			h.t.Error(err)
		}
	})
}

// carry opens a case about a report and carries a ruling out at once.
func (h court) carry(report string, r isnad.Ruling) ([]isnad.Notice, error) {
	h.t.Helper()
	next := *h.cases + 1
	at := time.Date(2025, 1, 1, next, 0, 0, 0, time.UTC)
	c := isnad.Case{ID: fmt.Sprintf("d%020x", next), Number: int64(next), Kind: isnad.CaseComplaint, State: isnad.CaseDecided, Opened: at,
		About: report, Report: report, Form: isnad.CaseForm{Kind: isnad.CaseComplaint, About: report, Text: "It is wrong."}, Ruling: &r, Decision: isnad.CaseUpheld, Reasons: r.Reasons, Notices: []string{}}
	c.Acts = []isnad.CaseAct{{Number: 1, Time: at, Kind: isnad.CaseOpen, Actor: isnad.ActorClaimant, State: isnad.CaseReceived},
		{Number: 2, Time: at, Kind: isnad.CaseDecide, Actor: isnad.ActorDesk, Ruling: &r, From: isnad.CaseReceived, State: isnad.CaseDecided}}
	return h.carryOut(&c, &r)
}

func (h court) carryOut(c *isnad.Case, r *isnad.Ruling) (notices []isnad.Notice, err error) {
	h.t.Helper()
	err = h.Store.Begin(h.t.Context(), func(tx *store.Tx) error {
		if err := errors.Join(tx.LockEffects(), tx.LockCases()); err != nil {
			return err
		}
		if err := tx.OpenCase(c, store.CaseKeys{Token: isnad.HashOf([]byte(c.ID))}); err != nil {
			return err
		}
		act := isnad.CaseAct{Number: len(c.Acts) + 1, Time: c.Opened.Add(time.Minute), Kind: isnad.CaseCarryOut, Actor: isnad.ActorDesk, Name: "Reviewer", From: c.State, State: isnad.CaseCarriedOut}
		if notices, err = h.Effect(h.t.Context(), tx, c, r, &act); err != nil {
			return err
		}
		for i := range notices {
			n, err := tx.NextNotice()
			if err != nil {
				return err
			}
			notices[i].Number = n
			if err := tx.PutNotice(&notices[i]); err != nil {
				return err
			}
			act.Notices = append(act.Notices, notices[i].ID)
		}
		c.State, c.CarriedOut, c.Notices = isnad.CaseCarriedOut, act.Time, act.Notices
		return errors.Join(tx.PutCaseAct(c.ID, &act), tx.PutCase(c))
	})
	if err == nil {
		*h.cases++
		h.settle()
		h.agrees()
	}
	return notices, err
}

func (h court) must(report string, r isnad.Ruling) isnad.Notice {
	h.t.Helper()
	if r.Reasons == "" {
		r.Reasons = "As was shown."
	}
	notices, err := h.carry(report, r)
	if err != nil || len(notices) == 0 {
		h.t.Fatalf("%s: %v, %v", r.Effect, notices, err)
	}
	return notices[0]
}

func (h court) refuses(report string, r isnad.Ruling) {
	h.t.Helper()
	if _, err := h.carry(report, r); !errors.Is(err, isnad.ErrRefused) {
		h.t.Errorf("%s: %v, want a refusal", r.Effect, err)
	}
}

// state is everything that readers see, as JSON.
func (h court) state() string {
	h.t.Helper()
	var all struct {
		Reports   []store.ReportRow
		Versions  [][]isnad.Report
		Claims    []isnad.Claim
		Incidents []isnad.Incident
		Citations []isnad.Citation
		Sources   []store.NameRow
	}
	page := store.Page{Limit: 1000}
	var errs [5]error
	ctx := h.t.Context()
	all.Reports, _, errs[0] = h.Store.Reports(ctx, store.ReportQuery{Page: page})
	all.Claims, _, errs[1] = h.Store.Claims(ctx, store.ClaimQuery{Page: page})
	all.Incidents, _, errs[2] = h.Store.Incidents(ctx, store.IncidentQuery{Page: page})
	all.Citations, _, errs[3] = h.Store.Citations(ctx, store.CitationQuery{Page: page})
	all.Sources, _, errs[4] = h.Store.Sources(ctx, "", page)
	if err := errors.Join(errs[:]...); err != nil {
		h.t.Fatal(err)
	}
	slices.SortFunc(all.Reports, func(a, b store.ReportRow) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(all.Claims, func(a, b isnad.Claim) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(all.Incidents, func(a, b isnad.Incident) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(all.Sources, func(a, b store.NameRow) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(all.Citations, func(a, b isnad.Citation) int {
		return strings.Compare(fmt.Sprint(a.From, a.Version, a.Kind, a.To, a.Passages), fmt.Sprint(b.From, b.Version, b.Kind, b.To, b.Passages))
	})
	for i := range all.Incidents {
		slices.Sort(all.Incidents[i].Claims)
		// Which of several claims alike stands for them follows the order of reading.
		all.Incidents[i].StatusReason.Claims, all.Incidents[i].GradingReason.Claims = nil, nil
	}
	for _, r := range all.Reports {
		v, err := h.Store.Versions(ctx, r.ID)
		if err != nil {
			h.t.Fatal(err)
		}
		all.Versions = append(all.Versions, v)
	}
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		h.t.Fatal(err)
	}
	return string(b)
}

// same compares two states and names the first line that differs.
func (h court) same(what, before, after string) {
	h.t.Helper()
	if before == after {
		return
	}
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			h.t.Errorf("%s: line %d:\n%s\nwas\n%s", what, i, strings.Join(b[max(0, i-5):min(i+8, len(b))], "\n"), strings.Join(a[max(0, i-5):min(i+8, len(a))], "\n"))
			return
		}
	}
	h.t.Errorf("%s: %d lines, before %d", what, len(b), len(a))
}

func (h court) reportBy(source string) isnad.Report {
	h.t.Helper()
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		if r.Source == source {
			whole, err := h.Store.Report(h.t.Context(), r.ID, 0)
			if err != nil {
				h.t.Fatal(err)
			}
			return whole
		}
	}
	h.t.Fatalf("no report of %s", source)
	return isnad.Report{}
}

// A corrected text stands before what the outlet goes on to show, through a
// rebuild and until it is undone.
func TestCorrection(t *testing.T) {
	inCourt(t, func(h court) {
		const page = "https://hill.example/idlib"
		h.keep(page, fmt.Sprintf(strike, "Seven"))
		h.settle()
		r := h.reportBy("hill.example")
		fixed := strings.Replace(r.Text, "Seven people were", "Four people were", 1)
		h.refuses(r.ID, isnad.Ruling{Effect: isnad.EffectCorrection, Body: r.Text})
		n := h.must(r.ID, isnad.Ruling{Effect: isnad.EffectCorrection, Body: fixed})
		if n.Kind != isnad.NoticeCorrection || n.From != 1 || n.Report != r.ID || n.Capture == "" {
			t.Errorf("%+v", n)
		}
		now := h.reportBy("hill.example")
		if now.Version != 2 || now.Text != fixed || now.Key != r.Key {
			t.Fatalf("version %d: %s", now.Version, now.Text)
		}
		if got := h.incidents(); len(got) != 1 || got[0].Killed.High != 4 {
			t.Errorf("incidents: %+v", got)
		}
		if got, err := h.Store.Notice(t.Context(), n.ID); err != nil || got.To != 2 {
			t.Errorf("the notice made version %d, %v", got.To, err)
		}
		// The outlet's page is fetched again, unchanged and with other bytes, and then changed.
		h.keep(page, fmt.Sprintf(strike, "Seven")+"\n")
		h.settle()
		if v, err := h.Store.Versions(t.Context(), r.ID); err != nil || len(v) != 2 {
			t.Errorf("%d versions, %v", len(v), err)
		}
		h.keep(page, fmt.Sprintf(strike, "Six"))
		h.settle()
		h.agrees()
		if now := h.reportBy("hill.example"); now.Version != 2 {
			t.Errorf("version %d is shown: %s", now.Version, now.Text)
		}
		before := h.state()
		h.rebuild(store.StepExtract)
		h.same("rebuilt", before, h.state())
		// A second correction, undone: the first holds again. That undone too: the outlet's last text.
		second := h.must(r.ID, isnad.Ruling{Effect: isnad.EffectCorrection, Body: strings.Replace(fixed, "Four people", "Three people", 1)})
		if now := h.reportBy("hill.example"); now.Version != 4 {
			t.Errorf("version %d", now.Version)
		}
		h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration, Of: second.ID})
		if now := h.reportBy("hill.example"); now.Text != fixed {
			t.Errorf("version %d: %s", now.Version, now.Text)
		}
		h.refuses(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration, Of: second.ID})
		h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration, Of: n.ID})
		if now := h.reportBy("hill.example"); !strings.Contains(now.Text, "Six people") {
			t.Errorf("version %d: %s", now.Version, now.Text)
		}
		if got := h.incidents(); len(got) != 1 || got[0].Killed.High != 6 {
			t.Errorf("incidents: %+v", got)
		}
		before = h.state()
		h.rebuild(store.StepExtract)
		h.same("rebuilt after undoing", before, h.state())
	})
}

// Nobody outside makes a correction by sending what looks like one.
func TestForgedCorrection(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := h.Store.Report(t.Context(), rows[0].ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	forged := r
	forged.Text = "Nothing happened."
	doc, err := json.Marshal(pipeline.CorrectionDoc(forged))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []isnad.Capture{
		{Address: "https://hill.example/idlib", MediaType: pipeline.CorrectionType},
		{Address: "isnad:case/d00000000000000000001", Place: "isnad:case/d00000000000000000001/3", MediaType: pipeline.CorrectionType, Origin: "correction:d00000000000000000001"},
	} {
		if _, _, err := h.Keep(t.Context(), c, bytes.NewReader(doc), 1<<20); err != nil {
			t.Fatal(err)
		}
		h.settle()
	}
	if now, err := h.Store.Report(t.Context(), r.ID, 0); err != nil || now.Version != 1 || now.Text != r.Text {
		t.Errorf("version %d: %q, %v", now.Version, now.Text, err)
	}
}

// What only says something changes no row of the report, and can be undone.
func TestWordsBesideAReport(t *testing.T) {
	inCourt(t, func(h court) {
		h.addLines(mills())
		r := h.reportBy("Hill Post")
		before := h.state()
		n := h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRetraction})
		if s := h.standing(r.ID); s.Retracted != n.ID || s.Removed != "" {
			t.Errorf("%+v", s)
		}
		h.refuses(r.ID, isnad.Ruling{Effect: isnad.EffectRetraction})
		h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration})
		if s := h.standing(r.ID); s.Retracted != "" {
			t.Errorf("%+v", s)
		}
		if n := h.must(r.ID, isnad.Ruling{Effect: isnad.EffectClarification, Body: "The mill stands in Binnish."}); n.Text != "The mill stands in Binnish." || n.Title != r.Title {
			t.Errorf("%+v", n)
		}
		if n := h.must(r.ID, isnad.Ruling{Effect: isnad.EffectReply, Body: "We were not there."}); n.Kind != isnad.NoticeReply || n.Text != "We were not there." {
			t.Errorf("%+v", n)
		}
		h.same("afterwards", before, h.state())
		h.refuses(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration, Of: "n00000000000000000000"})
		h.refuses("r00000000000000000000", isnad.Ruling{Effect: isnad.EffectRetraction})
	})
}

func (h court) standing(report string) isnad.Standing {
	h.t.Helper()
	all, err := h.Store.Standings(h.t.Context(), []string{report})
	if err != nil {
		h.t.Fatal(err)
	}
	return all[report]
}

func (h court) gone(report string) store.Removal {
	h.t.Helper()
	_, err := h.Store.Report(h.t.Context(), report, 0)
	var removed *store.RemovedError
	if !errors.As(err, &removed) || !errors.Is(err, isnad.ErrNotFound) {
		h.t.Fatalf("report %s: %v", report, err)
	}
	return removed.Removal
}

// Of a removed report nothing is shown, whatever is read or added after it; when
// it is restored everything is as it was.
func TestRemovalAndRestoration(t *testing.T) {
	inCourt(t, func(h court) {
		h.addLines(mills())
		const page = "https://valley.example/binnish"
		text := "Mill shelled in Binnish\n\nBINNISH, March 4, 2024 - Six workers were killed on Monday when shelling hit a mill in Binnish, rescuers told the Valley Gazette by telephone from the yard behind the burnt building.\n"
		h.keep(page, text)
		h.settle()
		h.keep(page, strings.Replace(text, "Six", "Seven", 1))
		h.settle()
		h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: h.claimWith("Four workers").ID})
		// Another outlet has it from there, in its words.
		h.keep("https://copper.example/mill", strings.Replace(text, "BINNISH", "IDLIB", 1)+"\nMore is to come from the town.\n")
		h.settle()
		before := h.state()
		valley := h.reportBy("valley.example")
		copper := h.reportBy("copper.example")
		if cites, _, err := h.Store.Citations(t.Context(), store.CitationQuery{From: copper.ID, To: valley.ID}); err != nil || len(cites) == 0 {
			t.Fatalf("the copy is not traced: %v, %v", cites, err)
		}
		n := h.must(valley.ID, isnad.Ruling{Effect: isnad.EffectRemoval, Legal: true})
		if m := h.gone(valley.ID); m.Notice != n.ID || !m.Legal || m.Erased || m.Source != "valley.example" {
			t.Errorf("%+v", m)
		}
		if n.Title != "" || n.Source != "valley.example" {
			t.Errorf("%+v", n)
		}
		removed := h.state()
		if strings.Contains(removed, valley.ID) || strings.Contains(removed, "Valley Gazette by telephone") == false {
			t.Errorf("the report is named, or the copy is gone:\n%s", removed)
		}
		h.refuses(valley.ID, isnad.Ruling{Effect: isnad.EffectRemoval})
		h.refuses(valley.ID, isnad.Ruling{Effect: isnad.EffectCorrection, Body: "Other words."})
		h.rebuild(store.StepExtract)
		h.same("rebuilt while it is removed", removed, h.state())
		// The same bytes again, and a third version from its address.
		h.keep(page, text)
		third, _ := h.keep(page, strings.Replace(text, "Six", "Eight", 1))
		h.settle()
		h.agrees()
		h.same("added again", removed, h.state())
		if list, all, err := h.Store.CaptureRemoved(t.Context(), third.ID); err != nil || !all || len(list) != 1 {
			t.Errorf("%+v, %v, %v", list, all, err)
		}
		back := h.must(valley.ID, isnad.Ruling{Effect: isnad.EffectRestoration})
		if back.Of != n.ID {
			t.Errorf("%+v", back)
		}
		now := h.reportBy("valley.example")
		if now.ID != valley.ID || now.Version != 3 || !strings.Contains(now.Text, "Eight") {
			t.Errorf("version %d: %s", now.Version, now.Text)
		}
		after := h.state()
		h.rebuild(store.StepExtract)
		h.same("rebuilt", after, h.state())
		_ = before
	})
}

// Removed and restored at once, nothing differs from before.
func TestRestorationGivesTheSame(t *testing.T) {
	inCourt(t, func(h court) {
		h.addLines(mills())
		before := h.state()
		r := h.reportBy("River News")
		h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRemoval})
		if got := h.incidents(); len(got) != 2 || slices.ContainsFunc(got, func(i isnad.Incident) bool { return i.Killed.High == 5 }) {
			t.Errorf("its figures still count: %+v", got)
		}
		h.must(r.ID, isnad.Ruling{Effect: isnad.EffectRestoration})
		h.same("restored", before, h.state())
	})
}
