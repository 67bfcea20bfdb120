package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/archive/warc"
	"isnad/internal/isnadtest/wire"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// house is a pipeline over a real database and a real archive.
type house struct {
	*pipeline.Pipeline
	t *testing.T
}

func build(t *testing.T, dir string) house {
	t.Helper()
	return buildOn(t, filepath.Join(dir, "archive"), filepath.Join(dir, "isnad.db"))
}

func buildOn(t *testing.T, files, database string) house {
	t.Helper()
	ar, err := archive.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return house{pipeline.New(st, ar, slog.New(slog.DiscardHandler)), t}
}

// work does steps until the test ends.
func (h house) work() {
	ctx, cancel := context.WithCancel(h.t.Context())
	done := make(chan error, 1)
	go func() { done <- h.Work(ctx, 2) }()
	h.t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			h.t.Error(err)
		}
	})
}

// settle waits until no step is left.
func (h house) settle() {
	h.t.Helper()
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		pending, failed, err := h.Store.Pending(h.t.Context())
		if err != nil {
			h.t.Fatal(err)
		}
		if failed > 0 {
			h.t.Fatalf("%d steps were given up", failed)
		}
		if pending == 0 {
			return
		}
	}
	h.t.Fatal("steps are still to do after a minute")
}

func (h house) keep(address, text string) (isnad.Capture, bool) {
	h.t.Helper()
	c, added, err := h.Keep(h.t.Context(), isnad.Capture{Address: address, MediaType: "text/plain"}, strings.NewReader(text), pipeline.MaxLocal)
	if err != nil {
		h.t.Fatal(err)
	}
	return c, added
}

func (h house) incidents() []isnad.Incident {
	h.t.Helper()
	list, _, err := h.Store.Incidents(h.t.Context(), store.IncidentQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	return list
}

const strike = `Market hit in Idlib

IDLIB, March 4, 2024 - %s people were killed on Monday in an air strike on a market in Idlib, medical sources said.
`

// What an outlet corrects takes the place of what it said before: its old claims
// stay readable but speak for no incident any more.
func TestANewVersionMovesTheFigures(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	if got := h.incidents(); len(got) != 1 || got[0].Killed != (isnad.Bounds{Low: 7, High: 7, Known: true}) {
		t.Fatalf("after the first version: %+v", got)
	}
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Nine"))
	h.settle()
	got := h.incidents()
	if len(got) != 1 || got[0].Killed != (isnad.Bounds{Low: 9, High: 9, Known: true}) {
		t.Fatalf("after the second version: %+v", got)
	}
	versions, err := h.Store.Versions(t.Context(), reportOf(h))
	if err != nil {
		t.Fatal(err)
	}
	if len(versions) != 2 {
		t.Errorf("%d versions are readable, want both", len(versions))
	}
}

func reportOf(h house) string {
	h.t.Helper()
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{})
	if err != nil || len(rows) != 1 {
		h.t.Fatalf("%d reports, %v", len(rows), err)
	}
	return rows[0].ID
}

// Two outlets that tell of one strike at the same moment make one incident, with
// a figure for each, however their steps fall.
func TestReportsThatArriveTogetherMeetInOneIncident(t *testing.T) {
	h := build(t, t.TempDir())
	for n, word := range []string{"Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"} {
		h.keep(fmt.Sprintf("https://outlet%d.example/idlib", n), fmt.Sprintf(strike, word))
	}
	h.work()
	h.settle()
	got := h.incidents()
	if len(got) != 1 || got[0].Killed != (isnad.Bounds{Low: 7, High: 12, Known: true}) || got[0].Outlets != 6 {
		t.Fatalf("%d incidents, the first: %+v", len(got), got[0])
	}
}

// Bytes of no form that we read are refused before anything is kept.
func TestUnreadableBytesLeaveNothing(t *testing.T) {
	h := build(t, t.TempDir())
	for name, b := range map[string][]byte{
		"empty":   nil,
		"zeros":   make([]byte, 10000),
		"picture": []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01\xfe", 500)),
	} {
		_, _, err := h.Keep(t.Context(), isnad.Capture{Address: "file:" + name, Place: "file:" + name}, bytes.NewReader(b), pipeline.MaxLocal)
		if !errors.Is(err, pipeline.ErrUnreadable) {
			t.Errorf("%s: %v, want ErrUnreadable", name, err)
		}
	}
	_, _, err := h.Keep(t.Context(), isnad.Capture{Address: "file:long", Place: "file:long"}, strings.NewReader(strings.Repeat("word ", 1000)), 100)
	if !errors.Is(err, isnad.ErrTooLarge) {
		t.Errorf("beyond the limit: %v, want ErrTooLarge", err)
	}
	err = h.Archive.Walk(func(hash isnad.Hash, size int64) error {
		t.Errorf("blob %s of %d bytes was left", hash, size)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := h.Store.Totals(t.Context())
	if err != nil || totals.Captures != 0 {
		t.Errorf("%d captures were recorded, %v", totals.Captures, err)
	}
}

// A WARC longer than one step is gone on with in the next, in every wrapping, and
// read again it adds nothing.
func TestAWARCIsUnpackedInSteps(t *testing.T) {
	const pages = 450
	h := build(t, t.TempDir())
	h.work()
	for _, packed := range []bool{false, true} {
		var b bytes.Buffer
		w := warc.NewWriter(&b, packed)
		for n := range pages {
			r := wire.Make(3, n)
			err := w.Response(fmt.Sprintf("https://hill.example/%d", n), time.Date(2024, 3, 4, 0, 0, 0, 0, time.UTC), 200,
				map[string]string{"content-type": "text/plain; charset=utf-8"}, []byte(r.Title+"\n\n"+r.Text))
			if err != nil {
				t.Fatal(err)
			}
		}
		name := fmt.Sprintf("file:%v.warc", packed)
		c, _, err := h.Keep(t.Context(), isnad.Capture{Address: name, Place: name}, &b, pipeline.MaxLocal)
		if err != nil {
			t.Fatal(err)
		}
		h.settle()
		_, notes, err := h.Store.Capture(t.Context(), c.ID)
		if err != nil || len(notes) > 0 {
			t.Errorf("packed %v: notes %q, %v", packed, notes, err)
		}
		totals, err := h.Store.Totals(t.Context())
		if err != nil || totals.Reports != pages {
			t.Errorf("packed %v: %d reports, want %d; %v", packed, totals.Reports, pages, err)
		}
	}
}

// A step whose bytes are gone fails, is told of, and harms no other capture.
func TestAFailingStepHarmsNoOther(t *testing.T) {
	h := build(t, t.TempDir())
	gone := isnad.Capture{SHA256: isnad.HashOf([]byte("never kept")), Place: "https://hill.example/gone", Address: "https://hill.example/gone", Received: time.Now()}
	gone.ID = isnad.MakeID('c', string(gone.SHA256), gone.Place)
	if _, _, err := h.Store.AddCapture(t.Context(), gone, store.Step{Kind: store.StepExtract, Capture: gone.ID}); err != nil {
		t.Fatal(err)
	}
	good, _ := h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.work()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		pending, _, err := h.Store.Pending(t.Context(), good.ID)
		if err != nil {
			t.Fatal(err)
		}
		if pending == 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the good capture waits behind the one whose bytes are gone")
		}
	}
	if got := h.incidents(); len(got) != 1 {
		t.Errorf("%d incidents, want that of the good capture", len(got))
	}
	var faults []string
	err := h.Verify(t.Context(), func(what string) { faults = append(faults, what) }, func(string) {}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(faults, func(s string) bool { return strings.Contains(s, gone.ID) }) {
		t.Errorf("verify does not name the capture whose bytes are gone: %q", faults)
	}
}

// Citations that claims declare are kept once for each who is credited.
func TestDeclaredCitations(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	cites, _, err := h.Store.Citations(t.Context(), store.CitationQuery{From: reportOf(h)})
	if err != nil {
		t.Fatal(err)
	}
	credited := 0
	for _, c := range cites {
		if c.Kind == isnad.CiteAttribution && strings.Contains(c.ToName, "sources") {
			credited++
		}
		if c.Basis != isnad.CitationDeclared {
			t.Errorf("%+v is not declared: nothing is detected yet", c)
		}
	}
	if credited != 1 {
		t.Errorf("the medical sources are credited %d times, want once: %+v", credited, cites)
	}
}
