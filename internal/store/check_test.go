package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad"
)

// Whatever is changed behind the Store's back, Check names it.
func TestCheckFindsTampering(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(61, 40)
		w.put(t, s)
		checkClean(t, s)
		report := w.reports[3].ID
		var claim string
		for _, r := range w.reports {
			if cs := w.claims[r.ID]; len(cs) > 0 && len(claimRefs(&cs[0])) > 0 {
				claim = cs[0].ID
				break
			}
		}
		incident := w.incidents[2].ID
		for _, test := range []struct{ name, tamper, undo, want string }{
			{"a digit in a text", "UPDATE versions SET text = text || '4' WHERE report = '" + report + "'", "UPDATE versions SET text = substr(text, 1, length(text)-1) WHERE report = '" + report + "'", report},
			{"a title", "UPDATE versions SET title = title || ' ' WHERE report = '" + report + "'", "UPDATE versions SET title = substr(title, 1, length(title)-1) WHERE report = '" + report + "'", report},
			{"a claim", "UPDATE claims SET doc = replace(doc, 'shelling', 'bombing'), sum = sum || '0' WHERE id = '" + claim + "'", "", claim},
			{"a listing", "UPDATE reports SET source_id = 's0' WHERE id = '" + report + "'", "", report},
			{"a figure", "UPDATE incidents SET killed_high = killed_high + 1 WHERE id = '" + incident + "'", "UPDATE incidents SET killed_high = killed_high - 1 WHERE id = '" + incident + "'", incident},
			{"the kind of an incident", "UPDATE incidents SET event = 'other' WHERE id = '" + incident + "'", "", incident},
			{"the place of a blob", "UPDATE blobs SET size = size + 1", "UPDATE blobs SET size = size - 1", "bytes"},
			{"a claim's places", "DELETE FROM claim_refs WHERE claim = (SELECT seq FROM claims WHERE id = '" + claim + "')", "", claim},
			{"an incident's sources", "DELETE FROM incident_refs WHERE incident = (SELECT seq FROM incidents WHERE id = '" + incident + "')", "", incident},
			{"a claim taken out of its incident", "UPDATE claims SET incident = '' WHERE incident = '" + incident + "'", "", incident},
			{"an incident", "DELETE FROM incidents WHERE id = '" + w.incidents[4].ID + "'", "", "an incident that is not there"},
			{"a report", "DELETE FROM reports WHERE id = '" + report + "'", "", report},
			{"the text of a claim's report", "DELETE FROM versions WHERE report = '" + w.reports[5].ID + "'", "", w.reports[5].ID},
			{"a reading", "DELETE FROM readings", "", "reading"},
			{"a blob", "DELETE FROM blobs", "", "no blob"},
			{"a capture", "DELETE FROM captures", "", "read from no capture"},
			{"words of a report", "DELETE FROM report_words", "", "search index: report"},
			{"words of an incident", "DELETE FROM incident_words", "", "search index: incident"},
		} {
			before := faults(t, s)
			s.sql(t, test.tamper)
			got := faults(t, s)
			if !slices.ContainsFunc(got, func(f string) bool { return strings.Contains(f, test.want) && !slices.Contains(before, f) }) {
				t.Errorf("%s: no new fault names %q: %q", test.name, test.want, got)
			}
			if test.undo != "" {
				s.sql(t, test.undo)
				if after := faults(t, s); !slices.Equal(after, before) {
					t.Errorf("%s: after it was undone %q, before %q", test.name, after, before)
				}
			}
		}
	})
}

// A search index that is not in step is found: other words, and rows too many.
func TestCheckFindsIndexOutOfStep(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		w := newWorld(62, 10)
		w.put(t, s)
		stem := newStemmer()
		put := func(seq int64, words string) {
			begin(t, s, func(tx *Tx) error {
				return tx.e.putWords(&tx.conn, "report_words", []wordsRow{{seq, stem.index(words, "")}})
			})
		}
		var seq int64
		begin(t, s, func(tx *Tx) error { _, err := tx.one("SELECT min(seq) FROM reports", nil, &seq); return err })
		put(seq, "other words")
		if got := faults(t, s); len(got) != 1 {
			t.Errorf("faults %q", got)
		}
		put(seq+100000, "too many")
		if got := faults(t, s); len(got) != 2 {
			t.Errorf("faults %q", got)
		}
	})
}

// snapshot is everything a reader can see that rebuilding must bring back.
func snapshot(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	var out []string
	rows := pages(t, 1000, func(p Page) ([]ReportRow, string, error) { return s.Reports(ctx, ReportQuery{Page: p}) })
	for _, r := range rows {
		all, err := s.Versions(ctx, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range all {
			out = append(out, fmt.Sprint("report ", v.ID, v.Version, v.Capture, v.Title, len(v.Text)))
		}
		out = append(out, fmt.Sprint("row ", r.ID, r.Version, r.Versions, r.Claims, r.Incidents))
	}
	for _, c := range pages(t, 1000, func(p Page) ([]isnad.Claim, string, error) { return s.Claims(ctx, ClaimQuery{Page: p}) }) {
		out = append(out, fmt.Sprint("claim ", c.ID, c.Incident))
	}
	for _, i := range pages(t, 1000, func(p Page) ([]isnad.Incident, string, error) {
		return s.Incidents(ctx, IncidentQuery{Page: p})
	}) {
		slices.Sort(i.Claims)
		out = append(out, fmt.Sprint("incident ", i.ID, i.Claims))
	}
	if err := s.Captures(ctx, func(c isnad.Capture) error {
		_, notes, err := s.Capture(ctx, c.ID)
		out = append(out, fmt.Sprint("capture ", c.ID, notes))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// Rebuilding from any stage gives every report its ID, its versions their numbers,
// and claims and incidents what they had, in whatever order the steps are done.
func TestClearAndRebuild(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		// Four readings of one story: the third brings the second's words again, the
		// fourth the first's.
		texts := []string{"one", "two", "two", "one"}
		for i := range texts {
			c := newCapture(fmt.Sprint("rebuild", i), i)
			if err := second(s.AddCapture(ctx, c, Step{Kind: StepExtract, Capture: c.ID})); err != nil {
				t.Fatal(err)
			}
		}
		warc := newCapture("warc", 9)
		if err := second(s.AddCapture(ctx, warc, Step{Kind: StepUnpack, Capture: warc.ID})); err != nil {
			t.Fatal(err)
		}
		do := func(ctx context.Context, j *Job) error {
			if j.Kind != StepExtract {
				if j.Kind == StepUnpack {
					return j.Complete(ctx, func(tx *Tx) error { return tx.Note(j.Capture, "one record was cut short") })
				}
				return smallPipeline(ctx, j)
			}
			return j.Complete(ctx, func(tx *Tx) error {
				c, err := tx.capture(j.Capture)
				if err != nil {
					return err
				}
				var n int
				if _, err := fmt.Sscanf(c.Place, "rebuild%d", &n); err != nil {
					return err
				}
				story := newReport(c, "story", "T", texts[n])
				story.Published = noon
				own := newReport(c, c.Place, "Own", "only here")
				refs, err := tx.PutReports([]isnad.Report{story, own})
				if err != nil {
					return err
				}
				if err := tx.Note(c.ID, "a line was skipped"); err != nil {
					return err
				}
				return tx.Queue(Step{Kind: StepAttribute, Capture: c.ID, Reports: refs})
			})
		}
		run := func() {
			stop := work(t, s, 1, do)
			until(t, "all steps", func() bool { n, _ := pending(t, s); return n == 0 })
			stop()
			checkClean(t, s)
		}
		run()
		want := snapshot(t, s)
		if !strings.Contains(want, "row "+newReport(isnad.Capture{}, "story", "", "").ID+"3 3 1") {
			t.Fatalf("not as expected:\n%s", want)
		}
		for _, stage := range []StepKind{StepReconcile, StepAttribute, StepExtract, StepExtract} {
			if err := s.Clear(ctx, stage); err != nil {
				t.Fatal(err)
			}
			checkClean(t, s)
			if n, err := s.CountIncidents(ctx, IncidentQuery{}); n != 0 || err != nil {
				t.Errorf("%d incidents after Clear(%s), %v", n, stage, err)
			}
			if n, _ := pending(t, s); n == 0 {
				t.Errorf("nothing queued after Clear(%s)", stage)
			}
			// Steps in the opposite order, as when many workers race.
			s.sql(t, "UPDATE jobs SET due = 4102444800000")
			var seqs []int64
			if err := s.read(ctx, func(c *conn) error {
				return c.each(func(row *sql.Rows) error { var n int64; err := row.Scan(&n); seqs = append(seqs, n); return err }, "SELECT seq FROM jobs ORDER BY seq DESC")
			}); err != nil {
				t.Fatal(err)
			}
			for _, seq := range seqs {
				s.sql(t, "UPDATE jobs SET due = 0 WHERE seq = ?", seq)
				j, err := s.take(ctx)
				if err != nil || j == nil || j.seq != seq {
					t.Fatal(j, err)
				}
				if err := do(ctx, j); err != nil {
					t.Fatal(err)
				}
				s.sql(t, "UPDATE jobs SET due = 4102444800000 WHERE seq > ?", seqs[0])
			}
			s.sql(t, "UPDATE jobs SET due = 0")
			run()
			if got := snapshot(t, s); got != want {
				t.Errorf("after Clear(%s):\n%s\nwant:\n%s", stage, got, want)
			}
		}
	})
}
