package store

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"pgregory.net/rapid"
)

// pages reads a list page by page.
func pages[T any](t *testing.T, limit int, page func(Page) ([]T, string, error)) (all []T) {
	t.Helper()
	p := Page{Limit: limit}
	for range 2000 {
		rows, next, err := page(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) > limit || next != "" && len(rows) != limit {
			t.Fatalf("a page of %d of %d rows, next %q", len(rows), limit, next)
		}
		all = append(all, rows...)
		if next == "" {
			return all
		}
		p.After = next
	}
	t.Fatal("the list does not end")
	return nil
}

// One world, asked everything: the answers must be those of plain Go over the same
// things, in the order promised, and pages put together must be the whole list.
func TestQueriesAgainstPlainGo(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(21, 500)
		w.put(t, s)
		t.Run("reports", func(t *testing.T) { testReportQueries(t, s, &w) })
		t.Run("claims", func(t *testing.T) { testClaimQueries(t, s, &w) })
		t.Run("incidents", func(t *testing.T) { testIncidentQueries(t, s, &w) })
		t.Run("names", func(t *testing.T) { testTotals(t, s, &w) })
	})
}

func within(w isnad.Where, place string) bool {
	return slices.Contains(placeRefs(w), place)
}

func hasParty(actors []isnad.Actor, id string) bool {
	return slices.ContainsFunc(actors, func(a isnad.Actor) bool { return a.ID == id })
}

func testReportQueries(t *testing.T, s *Store, w *world) {
	incidentOf := map[string]string{}
	for _, i := range w.incidents {
		for _, c := range i.Claims {
			incidentOf[c] = i.ID
		}
	}
	seq := map[string]int{}
	for i, r := range w.reports {
		seq[r.ID] = i
	}
	rapid.Check(t, func(rt *rapid.T) {
		var q ReportQuery
		r := w.reports[rapid.IntRange(0, len(w.reports)-1).Draw(rt, "report")]
		set := func(name string) bool { return rapid.IntRange(0, 3).Draw(rt, name) == 0 }
		if set("source") {
			q.Source = r.SourceID
		}
		if set("language") {
			q.Language = r.Language
		}
		if set("capture") {
			q.Capture = r.Capture
		}
		if cs := w.claims[r.ID]; len(cs) > 0 {
			if set("place") {
				q.Place = rapid.SampledFrom(append(placeRefs(cs[0].Place), "g0")).Draw(rt, "which place")
			}
			if set("party") && len(cs[0].Actors) > 0 {
				q.Party = cs[0].Actors[0].ID
			}
			if set("incident") {
				q.Incident = incidentOf[cs[0].ID]
			}
		}
		if set("from") && !r.Published.IsZero() {
			q.From = isnad.DayOf(r.Published).AddDays(-rapid.IntRange(0, 300).Draw(rt, "days"))
		}
		if set("to") && !r.Published.IsZero() {
			q.To = isnad.DayOf(r.Published).AddDays(rapid.IntRange(0, 300).Draw(rt, "days"))
		}
		var want []isnad.Report
		for _, r := range w.reports {
			d := isnad.DayOf(r.Published)
			claim := func(ok func(c *isnad.Claim) bool) bool {
				return slices.ContainsFunc(w.claims[r.ID], func(c isnad.Claim) bool { return ok(&c) })
			}
			if q.Source != "" && r.SourceID != q.Source || q.Language != "" && r.Language != q.Language || q.Capture != "" && r.Capture != q.Capture ||
				q.Place != "" && !claim(func(c *isnad.Claim) bool { return within(c.Place, q.Place) }) ||
				q.Party != "" && !claim(func(c *isnad.Claim) bool { return hasParty(c.Actors, q.Party) }) ||
				q.Incident != "" && !claim(func(c *isnad.Claim) bool { return incidentOf[c.ID] == q.Incident }) ||
				!q.From.IsZero() && (r.Published.IsZero() || d.Before(q.From)) || !q.To.IsZero() && (r.Published.IsZero() || q.To.Before(d)) {
				continue
			}
			want = append(want, r)
		}
		at := func(r isnad.Report) int64 { return cmp.Or(micros(r.Published), micros(r.Received)) }
		slices.SortFunc(want, func(a, b isnad.Report) int {
			return -cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(seq[a.ID], seq[b.ID]))
		})
		got := pages(t, rapid.SampledFrom([]int{1, 7, 100, 1000}).Draw(rt, "limit")+len(want)/50, func(p Page) ([]ReportRow, string, error) {
			q.Page = p
			return s.Reports(t.Context(), q)
		})
		if !slices.EqualFunc(got, want, func(a ReportRow, b isnad.Report) bool { return a.ID == b.ID }) {
			rt.Fatalf("%+v: %d reports, want %d", q, len(got), len(want))
		}
		for _, row := range got {
			incidents := map[string]bool{}
			for _, c := range w.claims[row.ID] {
				incidents[incidentOf[c.ID]] = true
			}
			if row.Claims != len(w.claims[row.ID]) || len(row.Incidents) != len(incidents) || row.Versions != 1 || len([]rune(row.Text)) > cutTextRunes+1 {
				rt.Fatalf("row %+v", row)
			}
		}
	})
}

func testClaimQueries(t *testing.T, s *Store, w *world) {
	var all []isnad.Claim
	for _, r := range w.reports {
		all = append(all, w.claims[r.ID]...)
	}
	for _, c := range []isnad.Claim{all[0], all[len(all)/2], all[len(all)-1]} {
		for name, test := range map[string]struct {
			q  ClaimQuery
			ok func(x *isnad.Claim) bool
		}{
			"all":      {ClaimQuery{}, func(x *isnad.Claim) bool { return true }},
			"report":   {ClaimQuery{Report: c.Report}, func(x *isnad.Claim) bool { return x.Report == c.Report }},
			"version":  {ClaimQuery{Version: 1}, func(x *isnad.Claim) bool { return true }},
			"version2": {ClaimQuery{Report: c.Report, Version: 2}, func(x *isnad.Claim) bool { return false }},
			"claimant": {ClaimQuery{Claimant: c.Claimant}, func(x *isnad.Claim) bool { return x.Claimant == c.Claimant }},
			"place":    {ClaimQuery{Place: c.Place.Province}, func(x *isnad.Claim) bool { return c.Place.Province == "" || within(x.Place, c.Place.Province) }},
			"party":    {ClaimQuery{Party: "p-3", Claimant: c.Claimant}, func(x *isnad.Claim) bool { return hasParty(x.Actors, "p-3") && x.Claimant == c.Claimant }},
		} {
			var want []string
			for i := range all {
				if test.ok(&all[i]) {
					want = append(want, all[i].ID)
				}
			}
			got := pages(t, 97, func(p Page) ([]isnad.Claim, string, error) { test.q.Page = p; return s.Claims(t.Context(), test.q) })
			for i := 1; i < len(got); i++ {
				if got[i].Report < got[i-1].Report || got[i].Report == got[i-1].Report && got[i].Span.Start < got[i-1].Span.Start {
					t.Errorf("%s: out of order at %d", name, i)
				}
			}
			ids := claimIDs(got)
			slices.Sort(ids)
			slices.Sort(want)
			if !slices.Equal(ids, want) {
				t.Errorf("%s: %d claims, want %d", name, len(ids), len(want))
			}
		}
	}
	cites := pages(t, 33, func(p Page) ([]isnad.Citation, string, error) {
		return s.Citations(t.Context(), CitationQuery{Page: p})
	})
	if len(cites) != len(w.reports) {
		t.Errorf("%d citations", len(cites))
	}
	cites = pages(t, 5, func(p Page) ([]isnad.Citation, string, error) {
		return s.Citations(t.Context(), CitationQuery{To: w.reports[0].SourceID, Page: p})
	})
	for _, c := range cites {
		if c.To != w.reports[0].SourceID || c.From == "" {
			t.Errorf("citation %+v", c)
		}
	}
}

func testIncidentQueries(t *testing.T, s *Store, w *world) {
	seq := map[string]int{}
	for k, i := range w.incidents {
		seq[i.ID] = k
	}
	rapid.Check(t, func(rt *rapid.T) {
		i := w.incidents[rapid.IntRange(0, len(w.incidents)-1).Draw(rt, "incident")]
		var q IncidentQuery
		set := func(name string) bool { return rapid.IntRange(0, 3).Draw(rt, name) == 0 }
		if set("events") {
			q.Events = []isnad.Event{i.Event, isnad.EventLandmine}
		}
		if set("from") {
			q.From = i.When.From.AddDays(-rapid.IntRange(-9, 500).Draw(rt, "days"))
		}
		if set("to") {
			q.To = i.When.To.AddDays(rapid.IntRange(-9, 500).Draw(rt, "days"))
		}
		if set("country") {
			q.Country = i.Place.Country
		}
		if set("place") {
			q.Place = rapid.SampledFrom(append(placeRefs(i.Place), "g0")).Draw(rt, "which")
		}
		if set("party") && len(i.Actors) > 0 {
			q.Party = i.Actors[0].ID
		}
		if set("source") {
			q.Source = i.BySource[0].Source
		}
		if set("status") {
			q.Status = i.Status
		}
		if set("grading") {
			q.Grading = i.Grading
		}
		if set("killed") {
			q.MinKilled = rapid.IntRange(0, 45).Draw(rt, "killed")
		}
		if set("box") {
			q.BBox = &[4]float64{36, 33, 39, 35.5}
			if rapid.Bool().Draw(rt, "crossing") {
				q.BBox[0], q.BBox[2] = 40, 37
			}
		}
		q.Stand = rapid.SampledFrom([]string{"", "", StandOpen, StandConfirmed, StandSecond}).Draw(rt, "stand")
		q.Order = rapid.SampledFrom([]string{"", "date", "added", "killed", "harm", "apart", "origins"}).Draw(rt, "order")
		var want []isnad.Incident
		for _, x := range w.incidents {
			if q.selects(&x) {
				want = append(want, x)
			}
		}
		key := func(x isnad.Incident) int64 {
			switch q.Order {
			case "added":
				return 0
			case "killed":
				return int64(x.Killed.High)
			case "harm":
				return int64(4*x.Killed.High + x.Injured.High)
			case "origins":
				return int64(x.Origins)
			case "apart":
				n := int64(4*(x.Killed.High-x.Killed.Low) + x.Injured.High - x.Injured.Low)
				if x.Status == isnad.StrikeContested || x.Grading == isnad.GradeContested {
					n += 1 << 40
				}
				return n
			}
			return dayNumber(x.When.From)
		}
		first := func(x isnad.Incident) int { // those that wait for a person, in the orders of the queue
			if q.Order == "harm" || q.Order == "apart" || q.Order == "origins" {
				return bit(stands(&x, StandOpen))
			}
			return 0
		}
		slices.SortFunc(want, func(a, b isnad.Incident) int {
			return -cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(key(a), key(b)), cmp.Compare(seq[a.ID], seq[b.ID]))
		})
		n, err := s.CountIncidents(t.Context(), q)
		if err != nil || n != len(want) {
			rt.Fatalf("%+v: counted %d, want %d, %v", q, n, len(want), err)
		}
		got := pages(t, rapid.SampledFrom([]int{1, 9, 1000}).Draw(rt, "limit")+len(want)/50, func(p Page) ([]isnad.Incident, string, error) {
			q.Page = p
			return s.Incidents(t.Context(), q)
		})
		if !slices.EqualFunc(got, want, func(a, b isnad.Incident) bool { return a.ID == b.ID }) {
			rt.Fatalf("%+v: %d incidents, want %d", q, len(got), len(want))
		}
		unit := rapid.SampledFrom([]string{"day", "week", "month", "year"}).Draw(rt, "unit")
		q.Page = Page{}
		bins, err := s.Timeline(t.Context(), q, unit)
		if err != nil || !slices.Equal(bins, timelineOf(want, unit)) {
			rt.Fatalf("timeline by %s: %v, want %v, %v", unit, bins, timelineOf(want, unit), err)
		}
	})
}

// selects says in plain Go what IncidentQuery means.
func (q *IncidentQuery) selects(i *isnad.Incident) bool {
	from, to := i.When.From, i.When.To
	if !q.From.IsZero() && (from.IsZero() || to.Before(q.From)) || !q.To.IsZero() && (from.IsZero() || q.To.Before(from)) {
		return false
	}
	if b := q.BBox; b != nil {
		if i.Place.Lat == nil || *i.Place.Lat < b[1] || *i.Place.Lat > b[3] {
			return false
		}
		lon := *i.Place.Lon
		if b[0] <= b[2] && (lon < b[0] || lon > b[2]) || b[0] > b[2] && lon < b[0] && lon > b[2] {
			return false
		}
	}
	return (len(q.Events) == 0 || slices.Contains(q.Events, i.Event)) &&
		(q.Country == "" || i.Place.Country == q.Country) &&
		(q.Place == "" || within(i.Place, q.Place)) &&
		(q.Party == "" || hasParty(i.Actors, q.Party)) &&
		(q.Source == "" || slices.ContainsFunc(i.BySource, func(f isnad.SourceFigures) bool { return f.Source == q.Source })) &&
		(q.Status == "" || i.Status == q.Status) && (q.Grading == "" || i.Grading == q.Grading) &&
		(q.MinKilled == 0 || i.Killed.Known && i.Killed.Low >= q.MinKilled) && (q.Stand == "" || stands(i, q.Stand))
}

// stands says in plain Go what the stands of the queue mean.
func stands(i *isnad.Incident, stand string) bool {
	waits := i.Decision != nil && len(i.Decision.Waiting) > 0
	switch stand {
	case StandOpen:
		return waits || i.Review == isnad.Suggested
	case StandConfirmed:
		return i.Review == isnad.Confirmed
	}
	return waits
}

// timelineOf says in plain Go what Timeline means.
func timelineOf(incidents []isnad.Incident, unit string) (bins []Bin) {
	sum := func(a, b isnad.Bounds) isnad.Bounds {
		return isnad.Bounds{Low: a.Low + b.Low, High: a.High + b.High, Known: a.Known || b.Known}
	}
	byDay := map[isnad.Day]*Bin{}
	for _, i := range incidents {
		d := i.When.From
		if d.IsZero() {
			continue
		}
		switch unit {
		case "week":
			for d.Weekday() != time.Monday {
				d = d.AddDays(-1)
			}
		case "month":
			d = day(d.String()[:8] + "01")
		case "year":
			d = day(d.String()[:5] + "01-01")
		}
		if byDay[d] == nil {
			byDay[d] = &Bin{From: d}
		}
		b := byDay[d]
		b.Incidents++
		b.Killed, b.Injured = sum(b.Killed, i.Killed), sum(b.Injured, i.Injured)
	}
	for _, b := range byDay {
		bins = append(bins, *b)
	}
	slices.SortFunc(bins, func(a, b Bin) int { return a.From.Sub(b.From) })
	return bins
}

func testTotals(t *testing.T, s *Store, w *world) {
	got, err := s.Totals(t.Context())
	claims, outlets := 0, map[string]bool{}
	for _, r := range w.reports {
		claims += len(w.claims[r.ID])
		outlets[r.SourceID] = true
	}
	want := Totals{Captures: len(w.captures), Reports: len(w.reports), Versions: len(w.reports), Outlets: len(outlets), Claims: claims, Incidents: len(w.incidents)}
	for _, i := range w.incidents {
		if d := i.When.From; !d.IsZero() && (want.First.IsZero() || d.Before(want.First)) {
			want.First = d
		}
		if d := i.When.To; want.Last.Before(d) {
			want.Last = d
		}
	}
	if err != nil || got != want {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
}

// Rows that are added while someone reads page after page move no others: what was
// there is seen exactly once.
func TestPagesWhileRowsAreAdded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(31, 120)
		w.put(t, s)
		more := newWorld(32, 120)
		at := 0
		add := func() {
			if at+10 > len(more.reports) {
				return
			}
			begin(t, s, func(tx *Tx) error { return more.putReports(tx, more.reports[at:at+10]) })
			at += 10
		}
		for _, c := range more.captures {
			if err := second(s.AddCapture(t.Context(), c)); err != nil {
				t.Fatal(err)
			}
		}
		old := map[string]bool{}
		for _, r := range w.reports {
			old[r.ID] = true
		}
		for _, words := range []string{"", "shelling"} {
			seen := map[string]int{}
			before, _, err := s.Reports(t.Context(), ReportQuery{Words: words, Page: Page{Limit: 1000}})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range pages(t, 13, func(p Page) ([]ReportRow, string, error) {
				defer add()
				return s.Reports(t.Context(), ReportQuery{Words: words, Page: p})
			}) {
				if seen[r.ID]++; seen[r.ID] > 1 && words == "" {
					t.Errorf("%s seen twice", r.ID)
				}
			}
			for _, r := range before {
				if old[r.ID] && seen[r.ID] == 0 && words == "" {
					t.Errorf("%s not seen", r.ID)
				}
			}
			if len(seen) < len(before)*9/10 {
				t.Errorf("words %q: %d of %d seen", words, len(seen), len(before))
			}
		}
	})
}

// What is not understood says so; what is merely odd selects nothing.
func TestQueriesNotUnderstood(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(41, 60)
		w.put(t, s)
		ctx := t.Context()
		_, after, err := s.Reports(ctx, ReportQuery{Page: Page{Limit: 10}})
		if err != nil || after == "" {
			t.Fatal(after, err)
		}
		for name, call := range map[string]func() error{
			"order":              func() error { _, _, err := s.Incidents(ctx, IncidentQuery{Order: "killed; DROP"}); return err },
			"unit":               func() error { _, err := s.Timeline(ctx, IncidentQuery{}, "fortnight"); return err },
			"mark of other list": func() error { _, _, err := s.Incidents(ctx, IncidentQuery{Page: Page{After: after}}); return err },
			"mark of other order": func() error {
				_, _, err := s.Reports(ctx, ReportQuery{Words: "market", Page: Page{After: after}})
				return err
			},
			"broken mark": func() error { _, _, err := s.Reports(ctx, ReportQuery{Page: Page{After: "!!"}}); return err },
			"long mark": func() error {
				_, _, err := s.Claims(ctx, ClaimQuery{Page: Page{After: strings.Repeat("A", 1e6)}})
				return err
			},
			"forged mark": func() error {
				_, _, err := s.Reports(ctx, ReportQuery{Page: Page{After: cursor{Order: "reports", Keys: []int64{1}}.String()}})
				return err
			},
			"negative mark": func() error {
				_, _, err := s.Reports(ctx, ReportQuery{Words: "market", Page: Page{After: cursor{Order: "words", Keys: []int64{9, -9}}.String()}})
				return err
			},
			"many kinds": func() error {
				_, err := s.CountIncidents(ctx, IncidentQuery{Events: make([]isnad.Event, 1000)})
				return err
			},
			"stage": func() error { return s.Clear(ctx, StepUnpack) },
		} {
			if err := call(); !errors.Is(err, ErrQuery) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, odd := range []string{"' OR 1=1 --", "\x00", "\xff\xfe", `"`, `a" OR "b`, "x:y", "NEAR(a b)", "*", "a*", "{title}: a", "^", "-market", "a & !b", "'a':*", `\`, "$1", "?", "%", strings.Repeat("z ", 1e5), strings.Repeat(`"`, 1e4), "😀", "ـــ"} {
			calls := []func() error{
				func() error { _, _, err := s.Reports(ctx, ReportQuery{Words: odd}); return err },
				func() error {
					rows, _, err := s.Reports(ctx, ReportQuery{Source: odd, Language: odd, Place: odd, Party: odd, Incident: odd, Capture: odd})
					if len(rows) != 0 {
						t.Errorf("%.20q selects reports", odd)
					}
					return err
				},
				func() error {
					rows, _, err := s.Incidents(ctx, IncidentQuery{Words: odd, Events: []isnad.Event{isnad.Event(odd)}, Country: odd, Place: odd, Party: odd, Source: odd, Status: isnad.StrikeStatus(odd), Grading: isnad.Grading(odd)})
					if len(rows) != 0 {
						t.Errorf("%.20q selects incidents", odd)
					}
					return err
				},
				func() error {
					_, _, err := s.Claims(ctx, ClaimQuery{Report: odd, Incident: odd, Claimant: odd, Place: odd, Party: odd})
					return err
				},
				func() error { _, _, err := s.Citations(ctx, CitationQuery{From: odd, To: odd}); return err },
				func() error { _, _, err := s.Sources(ctx, odd, Page{}); return err },
				func() error { _, err := s.Tolls(ctx, odd, 1<<62); return err },
				func() error { _, _, err := s.Pending(ctx, odd); return err },
			}
			for k, call := range calls {
				if err := call(); err != nil {
					t.Errorf("call %d with %.20q: %v", k, odd, err)
				}
			}
		}
		if rows, _, err := s.Reports(ctx, ReportQuery{Page: Page{Limit: 1 << 40}}); err != nil || len(rows) != 60 {
			t.Errorf("%d %v", len(rows), err)
		}
		if rows, _, err := s.Reports(ctx, ReportQuery{Page: Page{Limit: -5}}); err != nil || len(rows) != 50 {
			t.Errorf("%d %v", len(rows), err)
		}
	})
}
