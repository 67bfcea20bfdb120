package pipeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// onEngines runs a test over a house on each engine.
func onEngines(t *testing.T, test func(t *testing.T, h house)) {
	t.Helper()
	onDatabases(t, func(t *testing.T, database string) {
		h := buildOn(t, filepath.Join(t.TempDir(), "archive"), database)
		h.work()
		test(t, h)
	})
}

// witnesses is two reports of one strike. Both name the one who tells of it.
func witnesses() string {
	return line("Hill Post", "2024-03-05", "Witness Rami Sayegh tells of strike", "Four workers were killed on Monday when shelling hit a mill in Binnish, Rami Sayegh said. His house stands at (35.95811, 36.71422).") +
		line("River News", "2024-03-05", "Shells fall on Binnish", "Shelling of a mill in Binnish on Monday killed five workers, residents said.")
}

// shown is all that a reader can get out of the store, as JSON.
func (h house) shown() string {
	h.t.Helper()
	ctx := h.t.Context()
	var all []any
	all = append(all, h.claims(), h.incidents())
	rows, _, err := h.Store.Reports(ctx, store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		v, err := h.Store.Versions(ctx, r.ID)
		if err != nil {
			h.t.Fatal(err)
		}
		all = append(all, r, v)
	}
	cites, _, err := h.Store.Citations(ctx, store.CitationQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		h.t.Fatal(err)
	}
	sources, _, err := h.Store.Sources(ctx, "", store.Page{Limit: 1000})
	if err != nil {
		h.t.Fatal(err)
	}
	places, _, err := h.Store.Places(ctx, "", store.Page{Limit: 1000})
	if err != nil {
		h.t.Fatal(err)
	}
	acts, _, err := h.Store.Acts(ctx, store.ActQuery{Whole: true})
	if err != nil {
		h.t.Fatal(err)
	}
	doc, err := json.Marshal(append(all, cites, sources, places, acts))
	if err != nil {
		h.t.Fatal(err)
	}
	return string(doc)
}

func (h house) reportWith(words string) isnad.Report {
	h.t.Helper()
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		if x, err := h.Store.Report(h.t.Context(), r.ID, 0); err == nil && strings.Contains(x.Text, words) {
			return x
		}
	}
	h.t.Fatalf("no report with %q", words)
	return isnad.Report{}
}

// moments are times to a fraction of a second, whose digits may be those of a coordinate.
var moments = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+`)

func (h house) hides(when, all string, words ...string) {
	h.t.Helper()
	all = moments.ReplaceAllString(all, "")
	for _, w := range words {
		if i := strings.Index(strings.ToLower(all), strings.ToLower(w)); i >= 0 {
			h.t.Errorf("%s: %q is shown: …%s…", when, w, all[max(0, i-100):min(len(all), i+100)])
		}
	}
	if err := h.Verify(h.t.Context(), func(s string) { h.t.Errorf("%s: fault: %s", when, s) }, func(string) {}, func() {}); err != nil {
		h.t.Fatal(err)
	}
}

// TestProtectName: who spoke to a reporter and is in danger for it must not be
// found by anybody, not even through what is derived; and the bytes stay, so that
// those entitled can read them and the measure can be lifted.
func TestProtectName(t *testing.T) {
	onEngines(t, func(t *testing.T, h house) {
		h.addLines(witnesses())
		r := h.reportWith("Rami Sayegh")
		k := h.claimWith("Four workers")
		h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: k.ID, Reason: "Rami Sayegh says so"})
		before := h.shown()
		m, err := h.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureRedact, About: r.ID, Reason: "in danger", Person: "u1", Name: "Editor", Addresses: true,
			Marks: []isnad.Mark{{Kind: isnad.MarkName, Words: "Rami Sayegh"}, {Kind: isnad.MarkPassage, Words: "His house stands at (35.95811, 36.71422)"}}})
		if err != nil {
			t.Fatal(err)
		}
		h.hides("before any step was done", h.shown(), "Sayegh", "Rami", "35.95811")
		h.settle()
		h.hides("after the steps", h.shown(), "Sayegh", "Rami", "35.95811")
		h.agrees()
		h.rebuild(store.StepExtract)
		h.hides("after a rebuild", h.shown(), "Sayegh", "Rami", "35.95811")
		if list := h.incidents(); len(list) != 1 || list[0].Killed.High != 5 {
			t.Errorf("what does not name her is lost: %+v", list)
		}
		if rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{Words: "sayegh"}); err != nil || len(rows) > 0 {
			t.Errorf("found by the name: %d %v", len(rows), err)
		}
		x, err := h.Original(t.Context(), r.ID, 0)
		if err != nil || x.Text != r.Text || x.Title != r.Title || x.ID != r.ID {
			t.Errorf("the original: %+v %v", x, err)
		}
		if err := h.Lift(t.Context(), m.ID, "Editor"); err != nil {
			t.Fatal(err)
		}
		h.settle()
		if x, err := h.Store.Report(t.Context(), r.ID, 0); err != nil || x.Text != r.Text || x.Title != r.Title || x.Canonical != r.Canonical {
			t.Errorf("lifted: %+v %v", x, err)
		}
		if after := h.shown(); strings.Count(after, "Sayegh") != strings.Count(before, "Sayegh") {
			t.Errorf("she is named %d times, %d before", strings.Count(after, "Sayegh"), strings.Count(before, "Sayegh"))
		}
		h.agrees()
		if err := h.Lift(t.Context(), m.ID, "Editor"); !errors.Is(err, isnad.ErrConflict) {
			t.Errorf("lifted twice: %v", err)
		}
	})
}

// TestProtectPlace: where people are told less closely, no report tells it more
// closely, not even one that comes later.
func TestProtectPlace(t *testing.T) {
	onEngines(t, func(t *testing.T, h house) {
		h.addLines(witnesses())
		i := h.incidents()[0]
		if i.Place.Lat == nil {
			t.Fatalf("the sample has no point: %+v", i.Place)
		}
		if _, err := h.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureCoarsen, About: i.ID, Reason: "a hospital", Person: "u1", Name: "Editor", Degrees: 0.1, Area: isnad.KindProvince}); err != nil {
			t.Fatal(err)
		}
		h.hides("at once", h.shown(), "Binnish", "35.95", "36.71")
		h.settle()
		h.addLines(line("Gulf Wire", "2024-03-05", "Mill hit", "Shelling of a mill in Idlib province on Monday killed six workers, an official said."))
		h.settle()
		h.hides("after the steps", h.shown(), "Binnish", "35.95", "36.71")
		h.rebuild(store.StepExtract)
		h.hides("after a rebuild", h.shown(), "Binnish", "35.95", "36.71")
		for _, i := range h.incidents() {
			if i.Place.Lat != nil || i.Place.Precision < isnad.PlaceProvince {
				t.Errorf("%+v", i.Place)
			}
		}
	})
}

// TestProtectLater: a report that joins an incident whose place is told less
// closely tells it less closely too.
func TestProtectLater(t *testing.T) {
	onEngines(t, func(t *testing.T, h house) {
		h.addLines(witnesses())
		i := h.incidents()[0]
		if _, err := h.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureCoarsen, About: i.ID, Reason: "a hospital", Person: "u1", Name: "Editor", Degrees: 1}); err != nil {
			t.Fatal(err)
		}
		h.settle()
		h.addLines(line("Gulf Wire", "2024-03-05", "Mill hit", "Shelling of a mill in Binnish on Monday killed six workers at 35.95811, 36.71422, an official said."))
		h.settle()
		list := h.incidents()
		if len(list) != 1 || len(list[0].Claims) != 3 || list[0].Place.Lat == nil || *list[0].Place.Lat != 36 || list[0].ID != i.ID {
			t.Fatalf("%+v", list)
		}
		h.hides("later", h.shown(), "35.95", "36.71")
		if list, _, err := h.Store.Measures(t.Context(), store.MeasureQuery{Ref: h.claimWith("six workers").Report}); err != nil || len(list) != 1 {
			t.Errorf("%v %v", list, err)
		}
	})
}

func TestProtectRefuses(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	h.addLines(witnesses())
	r := h.reportWith("Rami Sayegh")
	for name, m := range map[string]isnad.Measure{
		"no reason":        {Kind: isnad.MeasureRedact, About: r.ID, Marks: []isnad.Mark{{Words: "Rami"}}},
		"nothing marked":   {Kind: isnad.MeasureRedact, About: r.ID, Reason: "x"},
		"a single letter":  {Kind: isnad.MeasureRedact, About: r.ID, Reason: "x", Marks: []isnad.Mark{{Words: " A. "}}},
		"a claim":          {Kind: isnad.MeasureRedact, About: "k1", Reason: "x", Marks: []isnad.Mark{{Words: "Rami"}}},
		"no measure":       {Kind: "burn", About: r.ID, Reason: "x"},
		"no precision":     {Kind: isnad.MeasureCoarsen, About: r.ID, Reason: "x"},
		"the past":         {Kind: isnad.MeasureHold, About: r.ID, Reason: "x", Until: time.Now().Add(-time.Hour)},
		"for ever":         {Kind: isnad.MeasureHold, About: r.ID, Reason: "x", Until: time.Now().AddDate(50, 0, 0)},
		"a long, long one": {Kind: isnad.MeasureRedact, About: r.ID, Reason: strings.Repeat("x", 20_000), Marks: []isnad.Mark{{Words: "Rami"}}},
	} {
		if _, err := h.Protect(context.Background(), m); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	m := isnad.Measure{Kind: isnad.MeasureRedact, About: isnad.MakeID('r', "none"), Reason: "x", Marks: []isnad.Mark{{Words: "Rami"}}}
	if _, err := h.Protect(t.Context(), m); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a report that is not there: %v", err)
	}
	if !strings.Contains(h.shown(), "Sayegh") {
		t.Error("what was refused was done")
	}
}

// TestHold: before its time nothing tells that there is such a report; then it
// stands there as if it had come that day, under its old address.
func TestHold(t *testing.T) {
	onEngines(t, func(t *testing.T, h house) {
		page := "Witness Rami Sayegh tells of strike\n\nBINNISH, March 5, 2024 - %s workers were killed on Monday when shelling hit a mill in Binnish, Rami Sayegh said.\n"
		h.keep("https://hill.example/mill", fmt.Sprintf(page, "Four"))
		h.addLines(line("River News", "2024-03-05", "Shells fall on Binnish", "Shelling of a mill in Binnish on Monday killed five workers, residents said."))
		r := h.reportWith("Rami Sayegh")
		before := h.incidents()[0]
		if _, err := h.Protect(t.Context(), isnad.Measure{Kind: isnad.MeasureHold, About: r.ID, Reason: "the family is told first", Person: "u1", Name: "Editor", Until: time.Now().Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
		check := func(when string) {
			t.Helper()
			h.hides(when, h.shown(), "Sayegh", "hill.example", r.ID)
			if _, err := h.Store.Report(t.Context(), r.ID, 0); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("%s: the report: %v", when, err)
			}
			if list := h.incidents(); len(list) != 1 || list[0].Killed.High != 5 || list[0].Killed.Low != 5 {
				t.Errorf("%s: its figures count: %+v", when, list)
			}
		}
		check("at once")
		h.settle()
		check("after the steps")
		h.keep("https://hill.example/mill", fmt.Sprintf(page, "Six"))
		h.settle()
		check("after another version of it")
		h.rebuild(store.StepExtract)
		check("after a rebuild")
		if x, err := h.Original(t.Context(), r.ID, 1); err != nil || x.Text != r.Text {
			t.Errorf("the original: %+v %v", x, err)
		}
		if err := h.LiftHolds(t.Context(), time.Now()); err != nil {
			t.Fatal(err)
		}
		h.settle()
		check("before its time")
		if err := h.LiftHolds(t.Context(), time.Now().Add(2*time.Hour)); err != nil {
			t.Fatal(err)
		}
		h.settle()
		h.agrees()
		if x, err := h.Store.Report(t.Context(), r.ID, 1); err != nil || x.Text != r.Text {
			t.Errorf("after its time: %+v %v", x, err)
		}
		if all, err := h.Store.Versions(t.Context(), r.ID); err != nil || len(all) != 2 {
			t.Errorf("%d versions: %v", len(all), err)
		}
		if list := h.incidents(); len(list) != 1 || len(list[0].Claims) != len(before.Claims) || list[0].Killed.High != 6 {
			t.Errorf("%+v", list)
		}
		if list, _, err := h.Store.Measures(t.Context(), store.MeasureQuery{Ref: r.ID, Ended: true}); err != nil || len(list) != 1 || list[0].InForce() || list[0].By != "" {
			t.Errorf("%+v %v", list, err)
		}
	})
}

// TestOffers: nothing of what is handed in is read or shown before an editor
// accepts it, and who handed it in is named only where they wish.
func TestOffers(t *testing.T) {
	onEngines(t, func(t *testing.T, h house) {
		editor := isnad.Person{ID: "u1", Name: "Editor"}
		for _, named := range []bool{true, false} {
			o, err := h.HandIn(t.Context(), isnad.Offer{Text: "Four workers were killed on Monday when shelling hit a mill in Binnish, the health directorate said.", Title: "Mill shelled " + map[bool]string{true: "today", false: "again"}[named],
				Source: "Hill Post", Published: isnad.DayOf(time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)), Name: "Hala Attar", Contact: "hala@valley.example", Named: named, Remarks: "from my window"},
				[]isnad.Upload{{Name: "note.txt", Body: strings.NewReader("seen from the roof")}})
			if err != nil {
				t.Fatal(err)
			}
			h.settle()
			if s := h.shown(); strings.Contains(s, o.Title) || strings.Contains(s, "roof") {
				t.Errorf("shown before anybody accepted it: %s", s)
			}
			if o.State != isnad.OfferWaiting || len(o.Files) != 1 || !o.Files[0].SHA256.Valid() {
				t.Errorf("%+v", o)
			}
			if o, err = h.AcceptOffer(t.Context(), o.ID, "", editor); err != nil || o.Capture == "" || o.State != isnad.OfferAccepted {
				t.Fatalf("%+v %v", o, err)
			}
			h.settle()
			s := h.shown()
			if !strings.Contains(s, o.Title) || strings.Contains(s, "Hala Attar") != named || strings.Contains(s, "valley.example") || strings.Contains(s, "roof") || strings.Contains(s, "from my window") {
				t.Errorf("named %v: %s", named, s)
			}
			if _, err := h.AcceptOffer(t.Context(), o.ID, "", editor); !errors.Is(err, isnad.ErrConflict) {
				t.Errorf("accepted twice: %v", err)
			}
			if _, err := h.RefuseOffer(t.Context(), o.ID, "no", editor); !errors.Is(err, isnad.ErrConflict) {
				t.Errorf("refused after it was accepted: %v", err)
			}
			h.rebuild(store.StepExtract) // what is refused or waits is read by no rebuild
			if named {
				if err := h.forget(o.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		for name, o := range map[string]isnad.Offer{
			"nothing":               {Source: "Hill Post"},
			"no address":            {Link: "javascript:alert(1)"},
			"text of nobody":        {Text: "x"},
			"to be named, nameless": {Text: "x", Source: "y", Named: true},
			"a book":                {Text: strings.Repeat("x", 500_000), Source: "y"},
		} {
			if _, err := h.HandIn(t.Context(), o, nil); !errors.Is(err, isnad.ErrRefused) {
				t.Errorf("%s: %v", name, err)
			}
		}
		o, err := h.HandIn(t.Context(), isnad.Offer{Link: "https://hill.example/a"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.RefuseOffer(t.Context(), o.ID, " ", editor); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("refused without a reason: %v", err)
		}
		if o, err = h.RefuseOffer(t.Context(), o.ID, "not about the war", editor); err != nil || o.State != isnad.OfferRefused {
			t.Errorf("%+v %v", o, err)
		}
	})
}

// forget takes the report of an offer away, so that the next one is told from it.
func (h house) forget(offer string) error {
	o, err := h.Store.Offer(h.t.Context(), offer)
	if err != nil {
		return err
	}
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{Capture: o.Capture})
	if err != nil || len(rows) != 1 {
		return errors.Join(err, errors.New("no report was read"))
	}
	if _, err = h.Protect(h.t.Context(), isnad.Measure{Kind: isnad.MeasureHold, About: rows[0].ID, Reason: "x", Until: time.Now().Add(time.Hour)}); err == nil {
		h.settle()
	}
	return err
}
