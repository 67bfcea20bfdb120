package pipeline_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// told is a report as it comes in as a line of JSONL.
type told struct {
	ID        string `json:"id"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

const bridge = `AZAZ, Syria, March 4, 2024 - Shells struck the eastern bridge of the town on Monday morning, killing %s people who were waiting for a bus, the town council said.

A teacher who lives beside the river said that lessons would be held in the hall until the windows of the school were mended, and that no pupil had come before noon.

The council asked the drivers of lorries to take the long road through the orchards until engineers have looked at the pillars, which were last mended after the flood eleven years ago.

Two of the wounded were brought across the border in the afternoon. A surgeon there said that both would live.
`

// arrivals are an original, a copy that says whose text it is, a copy of the copy
// that does not, and a report of something else.
func arrivals() []told {
	other := `MARIB, Yemen - The price of bread rose again this week in the markets of the old city, where bakers say that flour comes late and fuel later still.

Fishermen from the coast told of nets that stay empty, and of a harbour master who counts the boats every evening and writes the number on a wall.`
	first := fmt.Sprintf(bridge, "six")
	return []told{
		{"1", "Ferry Wire", "2024-03-04T12:00:00Z", "Shells hit bridge in Azaz", first},
		{"2", "Hill Observer", "2024-03-04T15:00:00Z", "Bridge struck in Azaz", first + "\nThis text is from Ferry Wire, according to Ferry Wire."},
		{"3", "Copper Gate Post", "2024-03-05T09:00:00Z", "Many dead on bridge", fmt.Sprintf(bridge, "sixteen")},
		{"4", "Saltmarsh News", "2024-03-05T10:00:00Z", "Bread dear again", other},
	}
}

func (h house) line(r told) {
	h.t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		h.t.Fatal(err)
	}
	_, _, err = h.Keep(h.t.Context(), isnad.Capture{Address: "file:" + r.ID + ".jsonl", MediaType: "application/jsonl"}, strings.NewReader(string(b)+"\n"), 1<<20)
	if err != nil {
		h.t.Fatal(err)
	}
}

// detected are the detected citations in words, in the order of the words.
func (h house) detected(kind isnad.CitationKind) []string {
	h.t.Helper()
	names := map[string]string{}
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		names[r.ID] = r.Source
	}
	cites, _, err := h.Store.Citations(h.t.Context(), store.CitationQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	var out []string
	for _, c := range cites {
		if c.Basis != isnad.CitationDetected || c.Kind != kind {
			continue
		}
		s := fmt.Sprintf("%s from %s by %s", names[c.From], names[c.To], c.Order)
		if c.Missing {
			s += ", not cited"
		}
		for _, x := range c.Changes {
			if x.Kind == isnad.ChangeNumber {
				s += fmt.Sprintf(", %s→%s", x.Was, x.Now)
			}
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// Who copied whom follows from when the reports were published, not from the
// order in which they happened to reach this archive: a copy that came first is
// linked once its original is there.
func TestChainDoesNotDependOnArrival(t *testing.T) {
	want := []string{
		"Copper Gate Post from Ferry Wire by published, not cited, six→sixteen",
		"Hill Observer from Ferry Wire by published",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		list := arrivals()
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		h := build(t, t.TempDir())
		h.work()
		order := ""
		for _, x := range list {
			order += " " + x.Source
			h.line(x)
			h.settle()
		}
		if got := h.detected(isnad.CiteCopy); !slices.Equal(got, want) {
			t.Errorf("arriving as%s:\n got %q\nwant %q", order, got, want)
		}
		for _, i := range h.incidents() {
			if i.Killed.High == 16 && (i.Outlets != 3 || i.Origins != 1) {
				t.Errorf("%d outlets and %d origins behind the bridge, want 3 and 1: %+v", i.Outlets, i.Origins, i.BySource)
			}
		}
		if err := h.Store.Check(t.Context(), func(what string) { t.Error(what) }); err != nil {
			t.Fatal(err)
		}
	}
}

// A rebuild finds the same chain, and a process that holds an index of before
// does not answer from it.
func TestTraceAgain(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	for _, x := range arrivals() {
		h.line(x)
	}
	h.settle()
	before := h.detected(isnad.CiteCopy)
	for _, stage := range []store.StepKind{store.StepTrace, store.StepAttribute, store.StepExtract} {
		if err := h.Store.Clear(t.Context(), stage); err != nil {
			t.Fatal(err)
		}
		h.settle()
		if after := h.detected(isnad.CiteCopy); !slices.Equal(after, before) {
			t.Errorf("after deriving from %s on:\n got %q\nwant %q", stage, after, before)
		}
	}
}

// Two workers that share a database and not a memory find the copies that reach
// either of them.
func TestWorkersShareTheIndex(t *testing.T) {
	dir := t.TempDir()
	one := build(t, dir)
	one.work()
	list := arrivals()
	one.line(list[0])
	one.settle()
	two := build(t, dir)
	found, err := two.Find(t.Context(), &isnad.Report{Text: list[2].Text, Received: time.Now()})
	if err != nil || len(found) != 1 || found[0].Original.Source != "Ferry Wire" {
		t.Fatalf("the second worker finds %d originals, %v", len(found), err)
	}
	one.line(list[1])
	one.line(list[3])
	one.settle()
	found, err = two.Find(t.Context(), &isnad.Report{Text: list[3].Text, Received: time.Now()})
	if err != nil || len(found) != 1 || found[0].Original.Source != "Saltmarsh News" {
		t.Fatalf("after more was added elsewhere the second worker finds %d originals, %v", len(found), err)
	}
	if rows, _, err := two.Store.Reports(t.Context(), store.ReportQuery{}); err != nil || len(rows) != 3 {
		t.Errorf("%d reports are kept, %v; a text that is only traced must not be", len(rows), err)
	}
}

// A report that is changed in place shows what was changed, and its copies go on
// pointing at the words that they had.
func TestSilentEdit(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.keep("https://hill.example/azaz", "Bridge hit\n\n"+fmt.Sprintf(bridge, "six"))
	h.settle()
	h.keep("https://hill.example/azaz", "Bridge hit\n\n"+fmt.Sprintf(bridge, "nine"))
	h.settle()
	got := h.detected(isnad.CiteVersion)
	if len(got) != 1 || !strings.Contains(got[0], "six→nine") {
		t.Errorf("the edit is told as %q", got)
	}
	if copies := h.detected(isnad.CiteCopy); len(copies) != 0 {
		t.Errorf("a report is said to copy itself: %q", copies)
	}
}

// On PostgreSQL the same reports give the same chain.
func TestChainOnPostgres(t *testing.T) {
	lite := build(t, t.TempDir())
	post := buildOn(t, filepath.Join(t.TempDir(), "archive"), postgresDSN(t))
	var got [2][]string
	for i, h := range []house{lite, post} {
		h.work()
		for _, x := range arrivals() {
			h.line(x)
		}
		h.settle()
		got[i] = h.detected(isnad.CiteCopy)
	}
	if !slices.Equal(got[0], got[1]) || len(got[0]) == 0 {
		t.Errorf("SQLite %q\nPostgreSQL %q", got[0], got[1])
	}
}
