package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"isnad"

	"github.com/google/go-cmp/cmp"
)

// outlets puts one report for each name of an outlet and returns them in order.
func outlets(t *testing.T, s *Store, names ...string) []isnad.Report {
	t.Helper()
	out := make([]isnad.Report, len(names))
	for i, name := range names {
		c := newCapture(fmt.Sprintf("%s-%d", name, i), i)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		r := newReport(c, fmt.Sprintf("%s/%d", name, i), fmt.Sprintf("Title %d", i), fmt.Sprintf("The long text of report %d.", i))
		r.Source, r.SourceID = name, isnad.MakeID('s', name)
		out[i] = r
		begin(t, s, func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{r}); return err })
	}
	return out
}

// newVersion puts other words of a report, which become its present version.
func newVersion(t *testing.T, s *Store, r isnad.Report, minute int) {
	t.Helper()
	c := newCapture(r.Key+" again", minute)
	if err := second(s.AddCapture(t.Context(), c)); err != nil {
		t.Fatal(err)
	}
	r.Capture, r.SHA256, r.Received, r.Text = c.ID, c.SHA256, c.Received, r.Text+" Now with more."
	begin(t, s, func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{r}); return err })
}

func copyOf(to isnad.Report) isnad.Citation {
	return isnad.Citation{To: to.ID, ToVer: 1, ToName: to.Source, Kind: isnad.CiteCopy, Copied: 0.5, Order: isnad.OrderReceived,
		Passages: []isnad.Passage{{Span: isnad.Span{Start: 1, End: 9}, Original: &isnad.Span{Start: 2, End: 10}}},
		Changes:  []isnad.Change{{Kind: isnad.ChangeNumber, Now: "41", Was: "14", Meaning: true}}}
}

// as makes variants of a citation.
func as(c isnad.Citation, kind isnad.CitationKind, missing bool) isnad.Citation {
	c.Kind, c.Missing = kind, missing
	return c
}

func putTraced(t testing.TB, s *Store, ref ReportRef, cites ...isnad.Citation) (changed []ReportRef) {
	t.Helper()
	begin(t, s, func(tx *Tx) (err error) {
		changed, err = tx.PutTraced([]ReportRef{ref}, map[ReportRef][]isnad.Citation{ref: cites})
		return err
	})
	return changed
}

func sketchesAfter(t *testing.T, s *Store, n int64) (rows []SketchRow) {
	t.Helper()
	if err := s.SketchesAfter(t.Context(), n, func(r SketchRow) error { rows = append(rows, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return rows
}

// A process that holds an index catches up by the numbers alone: whatever is
// indexed, indexed again, taken out or cleared comes after all it has seen.
func TestSketches(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c")
		var docs map[string]int64
		begin(t, s, func(tx *Tx) (err error) {
			docs, err = tx.Docs([]string{rs[0].ID, rs[1].ID, rs[2].ID, "r00"})
			return err
		})
		if len(docs) != 3 {
			t.Fatalf("numbers %v", docs)
		}
		row := func(r isnad.Report, sketch ...byte) SketchRow {
			return SketchRow{Doc: docs[r.ID], Report: r.ID, Version: 1, Source: r.SourceID, Day: -7, Sketch: sketch}
		}
		put := func(rows ...SketchRow) (last int64) {
			begin(t, s, func(tx *Tx) (err error) {
				if err := tx.LockTrace(); err != nil {
					return err
				}
				if err := tx.PutSketches(rows); err != nil {
					return err
				}
				last, err = tx.LastSketch()
				return err
			})
			return last
		}
		if got := sketchesAfter(t, s, 0); len(got) != 0 {
			t.Errorf("an empty index holds %v", got)
		}
		first := put(row(rs[0], 1, 0, 255), row(rs[1], 2))
		got := sketchesAfter(t, s, 0)
		want := []SketchRow{row(rs[0], 1, 0, 255), row(rs[1], 2)}
		want[0].N, want[1].N = first-1, first
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		begin(t, s, func(tx *Tx) error { // the same within a transaction that writes
			var inside []SketchRow
			err := tx.SketchesAfter(first-1, func(r SketchRow) error { inside = append(inside, r); return nil })
			if d := cmp.Diff(want[1:], inside); d != "" {
				t.Error(d)
			}
			return err
		})

		// Indexed again: the new row takes the place of the old one, behind all others.
		again := row(rs[0], 9)
		again.Version = 2
		second := put(again, row(rs[2], 3))
		if got := sketchesAfter(t, s, first); len(got) != 2 || got[0].Report != rs[0].ID || got[0].Version != 2 || got[1].N != second {
			t.Errorf("after %d: %v", first, got)
		}
		if got := sketchesAfter(t, s, 0); len(got) != 3 || got[0].Report != rs[1].ID {
			t.Errorf("a report stands twice: %v", got)
		}

		// Taken out: the row stays and says so.
		third := put(row(rs[1]))
		if got := sketchesAfter(t, s, second); len(got) != 1 || got[0].Report != rs[1].ID || got[0].Sketch != nil || got[0].Reset() || got[0].N != third {
			t.Errorf("taken out: %+v", got)
		}
		if got := sketchesAfter(t, s, 0); len(got) != 3 {
			t.Errorf("%d rows", len(got))
		}

		// Cleared: one row behind all that were tells to begin anew; numbers go on.
		for range 2 {
			last := must[int64](t)(lastSketch(s))
			if err := s.Clear(t.Context(), StepTrace); err != nil {
				t.Fatal(err)
			}
			got := sketchesAfter(t, s, last)
			if len(got) != 1 || !got[0].Reset() || got[0].N <= last || len(sketchesAfter(t, s, 0)) != 1 {
				t.Fatalf("after clearing: %+v", got)
			}
		}
		put(row(rs[0], 1))
		if got := sketchesAfter(t, s, third); len(got) != 2 || !got[0].Reset() || got[1].Reset() || got[1].Report != rs[0].ID {
			t.Errorf("anew: %+v", got)
		}

		stop := errors.New("enough")
		if err := s.SketchesAfter(t.Context(), 0, func(SketchRow) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("an error of the caller is lost: %v", err)
		}
	})
}

func lastSketch(s *Store) (n int64, err error) {
	err = s.Begin(context.Background(), func(tx *Tx) error { n, err = tx.LastSketch(); return err })
	return n, err
}

// Reports are found by their numbers, the present version with its text.
func TestReportsByDoc(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b")
		newVersion(t, s, rs[0], 9)
		var docs map[string]int64
		begin(t, s, func(tx *Tx) (err error) { docs, err = tx.Docs([]string{rs[0].ID, rs[1].ID}); return err })
		got := map[int64]*isnad.Report{}
		if err := s.ReportsByDoc(t.Context(), []int64{docs[rs[0].ID], docs[rs[1].ID], 1 << 40}, func(doc int64, r *isnad.Report) { got[doc] = r }); err != nil {
			t.Fatal(err)
		}
		if len(got) != 2 || got[docs[rs[0].ID]].Version != 2 || got[docs[rs[1].ID]].Text != rs[1].Text {
			t.Errorf("%v", got)
		}
	})
}

// What was traced takes the place of what was traced before, and only those whose
// links are others than before are named.
func TestPutTraced(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c")
		ref := ReportRef{rs[2].ID, 1}
		list := func(q CitationQuery) []isnad.Citation {
			t.Helper()
			cites, _, err := s.Citations(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			return cites
		}
		if got := putTraced(t, s, ref); got != nil {
			t.Errorf("nothing in place of nothing changes %v", got)
		}
		one, two := copyOf(rs[0]), as(copyOf(rs[1]), isnad.CiteQuote, false)
		one.From, one.Version, one.Basis = "r00", 7, isnad.CitationDeclared // the store knows better
		if got := putTraced(t, s, ref, one, two); !slices.Equal(got, []ReportRef{ref}) {
			t.Errorf("changed %v", got)
		}
		one.From, one.Version, one.Basis = ref.ID, 1, isnad.CitationDetected
		two.From, two.Version, two.Basis = ref.ID, 1, isnad.CitationDetected
		if d := cmp.Diff([]isnad.Citation{one, two}, list(CitationQuery{Basis: isnad.CitationDetected})); d != "" {
			t.Error(d)
		}
		if got := putTraced(t, s, ref, one, two); got != nil {
			t.Errorf("the same again changes %v", got)
		}
		less := one
		less.Copied = 0.4
		if got := putTraced(t, s, ref, less, two); !slices.Equal(got, []ReportRef{ref}) {
			t.Errorf("changed %v", got)
		}
		if got := list(CitationQuery{Kind: isnad.CiteCopy}); len(got) != 1 || got[0].Copied != 0.4 {
			t.Errorf("%+v", got)
		}

		// Several at once: those that stay are not named.
		other := ReportRef{rs[1].ID, 1}
		begin(t, s, func(tx *Tx) error {
			got, err := tx.PutTraced([]ReportRef{ref, other, {rs[0].ID, 1}}, map[ReportRef][]isnad.Citation{ref: {less, two}, other: {copyOf(rs[0])}})
			if !slices.Equal(got, []ReportRef{other}) {
				t.Errorf("changed %v", got)
			}
			return err
		})

		// What reports declare stands beside it, whichever is written again.
		putClaims(t, s, ref, newClaim(ref, 0, "a"))
		if got := list(CitationQuery{Basis: isnad.CitationDeclared}); len(got) != 1 || got[0].To != "s1" {
			t.Errorf("declared %+v", got)
		}
		putClaims(t, s, ref, newClaim(ref, 1, "b"))
		if got := list(CitationQuery{From: ref.ID}); len(got) != 3 {
			t.Errorf("reading claims again leaves %d links, want 3", len(got))
		}
		if got := putTraced(t, s, ref); !slices.Equal(got, []ReportRef{ref}) {
			t.Errorf("changed %v", got)
		}
		if got := list(CitationQuery{From: ref.ID}); len(got) != 1 || got[0].Basis != isnad.CitationDeclared {
			t.Errorf("tracing to nothing leaves %+v", got)
		}

		// Clear of the stage takes the detected ones and leaves the declared.
		putTraced(t, s, ref, one)
		if err := s.Clear(t.Context(), StepTrace); err != nil {
			t.Fatal(err)
		}
		if got := list(CitationQuery{}); len(got) != 1 || got[0].Basis != isnad.CitationDeclared {
			t.Errorf("clearing leaves %+v", got)
		}
	})
}

// Links count as long as their version is the present one.
func TestCopies(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		rs := outlets(t, s, "a", "b", "c")
		a, b, c := ReportRef{rs[0].ID, 1}, ReportRef{rs[1].ID, 1}, ReportRef{rs[2].ID, 1}
		putTraced(t, s, b, copyOf(rs[0]))
		putTraced(t, s, c, copyOf(rs[1]), copyOf(rs[0]))
		putClaims(t, s, c)
		check := func(when string, copies, declared map[string][]string) {
			t.Helper()
			ids := []string{a.ID, b.ID, c.ID, "r00"}
			begin(t, s, func(tx *Tx) error {
				for _, part := range []struct {
					name string
					of   func([]string) (map[string][]isnad.Citation, error)
					want map[string][]string
				}{{"copies", tx.Copies, copies}, {"declared", tx.Declared, declared}} {
					by, err := part.of(ids)
					if err != nil {
						return err
					}
					got := map[string][]string{}
					for id, cites := range by {
						for _, x := range cites {
							got[id] = append(got[id], x.From+" "+x.To)
						}
					}
					if d := cmp.Diff(part.want, got); d != "" {
						t.Errorf("%s, %s: %s", when, part.name, d)
					}
				}
				return nil
			})
		}
		ba, cb, ca, cs := b.ID+" "+a.ID, c.ID+" "+b.ID, c.ID+" "+a.ID, c.ID+" s1"
		check("at first", map[string][]string{b.ID: {ba}, c.ID: {cb, ca}}, map[string][]string{c.ID: {cs}})
		newVersion(t, s, rs[2], 9)
		check("with a new version", map[string][]string{b.ID: {ba}}, map[string][]string{})
		putTraced(t, s, ReportRef{c.ID, 2}, copyOf(rs[1]))
		check("with its links", map[string][]string{b.ID: {ba}, c.ID: {cb}}, map[string][]string{})
		if got := putTraced(t, s, c, copyOf(rs[1]), copyOf(rs[0])); got != nil {
			t.Errorf("the links of the old version were lost: %v", got)
		}
	})
}

// The version before is the one received before, in whatever order they were recorded.
func TestVersionBefore(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		r := outlets(t, s, "a")[0]
		for i, minute := range []int{40, 20} {
			c := newCapture(fmt.Sprint("later ", i), minute)
			if err := second(s.AddCapture(t.Context(), c)); err != nil {
				t.Fatal(err)
			}
			x := r
			x.Capture, x.SHA256, x.Received, x.Text = c.ID, c.SHA256, c.Received, fmt.Sprint("Words at minute ", minute)
			begin(t, s, func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{x}); return err })
		}
		begin(t, s, func(tx *Tx) error {
			for version, want := range map[int]int{1: 0, 2: 3, 3: 1, 4: 0} {
				got, err := tx.VersionBefore(ReportRef{r.ID, version})
				if want == 0 {
					if !errors.Is(err, isnad.ErrNotFound) {
						t.Errorf("before %d: %v", version, err)
					}
				} else if err != nil || got.Version != want || got.ID != r.ID || got.Text == "" {
					t.Errorf("before %d: version %d, %v", version, got.Version, err)
				}
			}
			if _, err := tx.VersionBefore(ReportRef{"r00", 2}); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("of an absent report: %v", err)
			}
			return nil
		})
	})
}
