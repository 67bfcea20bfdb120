package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"isnad"
)

var sameDay = cmp.Comparer(func(a, b isnad.Day) bool { return a == b })

// Adding the same bytes from the same place again changes nothing: the capture
// that stands is returned, and no step is queued a second time.
func TestAddCaptureTwice(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		ctx := t.Context()
		c := newCapture("twice", 0)
		c.Headers = map[string]string{"etag": `"a"`}
		c.Container, c.Published = isnad.HashOf([]byte("twice")), day("2020-01-02")
		kept, added, err := s.AddCapture(ctx, c, Step{Kind: StepExtract, Capture: c.ID})
		if err != nil || !added || !reflect.DeepEqual(kept, c) {
			t.Fatalf("first: %v %v %s", added, err, cmp.Diff(c, kept, sameDay))
		}
		again := c
		again.Received = again.Received.Add(time.Hour)
		kept, added, err = s.AddCapture(ctx, again, Step{Kind: StepExtract, Capture: c.ID})
		if err != nil || added || !kept.Received.Equal(c.Received) {
			t.Fatalf("second: added %v, received %v, %v", added, kept.Received, err)
		}
		if pending, failed, err := s.Pending(ctx, c.ID); pending != 1 || failed != 0 || err != nil {
			t.Errorf("pending %d, failed %d, %v", pending, failed, err)
		}
		got, notes, err := s.Capture(ctx, c.ID)
		if err != nil || len(notes) != 0 || got.Place != c.Place {
			t.Errorf("Capture: %+v %v %v", got, notes, err)
		}
		if _, _, err := s.Capture(ctx, "c00"); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("absent capture: %v", err)
		}
		checkClean(t, s)
	})
}

func TestCapturesComeInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		var want, got []string
		begin(t, s, func(tx *Tx) error {
			for i := range 1203 {
				c := newCapture(fmt.Sprint("order", i), 0)
				want = append(want, c.ID)
				if _, _, err := tx.AddCapture(c); err != nil {
					return err
				}
			}
			return nil
		})
		err := s.Captures(t.Context(), func(c isnad.Capture) error {
			got = append(got, c.ID)
			if len(got) == 700 { // it may write meanwhile
				_, _, err := s.AddCapture(t.Context(), newCapture("late", 1))
				return err
			}
			return nil
		})
		if err != nil || !slices.Equal(got[:len(want)], want) || len(got) != len(want)+1 {
			t.Fatalf("%d captures, %v", len(got), err)
		}
		stop := errors.New("stop")
		if err := s.Captures(t.Context(), func(isnad.Capture) error { return stop }); !errors.Is(err, stop) {
			t.Errorf("the callback's error is lost: %v", err)
		}
	})
}

func TestNotesAreBounded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("notes", 0)
		must[any](t)(nil, second(s.AddCapture(t.Context(), c)))
		begin(t, s, func(tx *Tx) error {
			for i := range 300 {
				if err := tx.Note(c.ID, fmt.Sprintf("line %d: %s\x00\xff", i, strings.Repeat("ل", 2000))); err != nil {
					return err
				}
			}
			return tx.Note(c.ID, "last")
		})
		_, notes, err := s.Capture(t.Context(), c.ID)
		if err != nil || len(notes) != maxNotes+1 || !strings.Contains(notes[maxNotes], "only the first 200") {
			t.Fatalf("%d notes, %v", len(notes), err)
		}
		for _, n := range notes {
			if len(n) > maxNoteBytes || strings.ToValidUTF8(n, "") != n {
				t.Fatalf("note of %d bytes: %.30q", len(n), n)
			}
		}
	})
}

func second(_ isnad.Capture, _ bool, err error) error { return err }

// versionsOf lists version:text, newest first.
func versionsOf(t *testing.T, s *Store, id string) string {
	t.Helper()
	all, err := s.Versions(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range all {
		out = append(out, fmt.Sprintf("%d:%s", r.Version, r.Text))
	}
	return strings.Join(out, " ")
}

func TestVersions(t *testing.T) {
	type put struct {
		capture int    // which capture it was read from
		text    string // what was read
		place   int64  // where in the capture
		want    string // refs returned: "-" or the version
	}
	for _, test := range []struct {
		name string
		puts []put
		want string
	}{
		{"other words make a new version", []put{{0, "a", 0, "1"}, {1, "b", 0, "2"}}, "2:b 1:a"},
		{"the same words make none", []put{{0, "a", 0, "1"}, {1, "a", 0, "-"}, {2, "a", 0, "-"}}, "1:a"},
		{"words that come back are a new version", []put{{0, "a", 0, "1"}, {1, "b", 0, "2"}, {2, "a", 0, "3"}}, "3:a 2:b 1:a"},
		{"the same capture read again is replaced", []put{{0, "a", 0, "1"}, {1, "b", 0, "2"}, {0, "a!", 0, "1"}, {1, "b!", 0, "2"}}, "2:b! 1:a!"},
		{"a reading that gave no version gives none again", []put{{0, "a", 0, "1"}, {1, "a", 0, "-"}, {1, "a", 0, "-"}}, "1:a"},
		{"bytes received earlier do not become present", []put{{1, "b", 0, "1"}, {0, "a", 0, "2"}, {0, "a!", 0, "2"}, {2, "c", 0, "3"}}, "3:c 1:b 2:a!"},
		{"two places of one capture are two readings", []put{{0, "a", 0, "1"}, {0, "b", 900, "2"}, {0, "a", 0, "1"}}, "2:b 1:a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *Store) {
				var captures []isnad.Capture
				for i := range 3 {
					c := newCapture(fmt.Sprint(test.name, i), i)
					captures = append(captures, c)
					if err := second(s.AddCapture(t.Context(), c)); err != nil {
						t.Fatal(err)
					}
				}
				var id string
				for i, p := range test.puts {
					r := newReport(captures[p.capture], "story", "Title", p.text)
					r.Published = noon
					r.Bytes = &isnad.Bytes{Offset: p.place, Length: 10}
					id = r.ID
					begin(t, s, func(tx *Tx) error {
						refs, err := tx.PutReports([]isnad.Report{r})
						got := "-"
						if len(refs) == 1 {
							got = fmt.Sprint(refs[0].Version)
						}
						if got != p.want {
							t.Errorf("put %d: %s, want %s", i, got, p.want)
						}
						return err
					})
				}
				if got := versionsOf(t, s, id); got != test.want {
					t.Errorf("versions %q, want %q", got, test.want)
				}
				// Every capture that gave the report leads to it.
				rows, _, err := s.Reports(t.Context(), ReportQuery{Capture: captures[test.puts[len(test.puts)-1].capture].ID})
				if err != nil || len(rows) != 1 || rows[0].ID != id {
					t.Errorf("reports of the capture: %v %v", rows, err)
				}
				checkClean(t, s)
			})
		})
	}
}

// The same rules hold when everything comes in one call.
func TestVersionsInOneBatch(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("batch", 0)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		at := func(text string, offset int64) isnad.Report {
			r := newReport(c, "story", "Title", text)
			r.Bytes = &isnad.Bytes{Offset: offset, Length: 1}
			return r
		}
		other := newReport(c, "other", "Other", "x")
		begin(t, s, func(tx *Tx) error {
			refs, err := tx.PutReports([]isnad.Report{at("a", 0), other, at("a", 10), at("b", 20), at("b2", 20)})
			id := at("", 0).ID
			if want := []ReportRef{{id, 1}, {other.ID, 1}, {id, 2}}; !slices.Equal(refs, want) {
				t.Errorf("refs %v, want %v", refs, want)
			}
			return err
		})
		if got := versionsOf(t, s, at("", 0).ID); got != "2:b2 1:a" {
			t.Error(got)
		}
		checkClean(t, s)
	})
}

func TestReportRoundTrip(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("round", 0)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		lat := 35.5
		r := newReport(c, "k", "Títle غارة", "One.\n\nTwo 'quoted' \"x\" ? $1 %s \\ \u2028 𝕏")
		r.Bylines, r.Agency, r.Dateline = []string{"A. Writer"}, "ORC", isnad.Dateline{Place: "Raqqa", Date: day("2021-02-03"), Words: "RAQQA, 3 Feb"}
		r.Links = []isnad.Link{{URL: "https://x.example/?a=1&b=2", Rel: "map", Lat: &lat}}
		r.Media, r.Doubts = []isnad.Media{{URL: "https://x.example/i.jpg", Kind: "image"}}, []string{"no end"}
		begin(t, s, func(tx *Tx) error {
			refs, err := tx.PutReports([]isnad.Report{r})
			if err != nil {
				return err
			}
			r.Version = 1
			got, err := tx.Reports([]ReportRef{refs[0], refs[0]})
			if err == nil {
				if d := cmp.Diff([]isnad.Report{r, r}, got, sameDay); d != "" {
					t.Error(d)
				}
			}
			if _, err := tx.Reports([]ReportRef{{r.ID, 2}}); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("absent version: %v", err)
			}
			outlets, err2 := tx.Outlets([]string{r.ID, "r0"})
			if len(outlets) != 1 || outlets[r.ID] != [2]string{r.SourceID, r.Source} {
				t.Errorf("outlets %v", outlets)
			}
			return errors.Join(err, err2)
		})
		got, err := s.Report(t.Context(), r.ID, 0)
		if err != nil || cmp.Diff(r, got, sameDay) != "" {
			t.Error(err, cmp.Diff(r, got, sameDay))
		}
		for _, bad := range []struct {
			id string
			v  int
		}{{r.ID, 2}, {r.ID, 1 << 62}, {"r'; DROP TABLE reports; --", 0}, {"", 0}, {"\x00\xff", 0}, {strings.Repeat("r", 1<<20), 0}} {
			if _, err := s.Report(t.Context(), bad.id, bad.v); !errors.Is(err, isnad.ErrNotFound) {
				t.Errorf("%.30q/%d: %v", bad.id, bad.v, err)
			}
		}
	})
}

// NUL and broken UTF-8 become U+FFFD, one for one, so that positions keep their meaning.
func TestHostileText(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := newCapture("hostile", 0)
		if err := second(s.AddCapture(t.Context(), c)); err != nil {
			t.Fatal(err)
		}
		r := newReport(c, "k\x00", "a\x00b", "x\xff\xfe\x00y"+strings.Repeat(" لا", 30000)+" "+strings.Repeat("z", 100000))
		r.Language, r.SourceID, r.Source = strings.Repeat("e", 9999), "s\x00", "S\xff"
		begin(t, s, func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{r}); return err })
		got, err := s.Report(t.Context(), r.ID, 0)
		if err != nil || got.Title != "a\uFFFDb" || !strings.HasPrefix(got.Text, "x\uFFFD\uFFFD\uFFFDy") {
			t.Errorf("%q %.20q %v", got.Title, got.Text, err)
		}
		checkClean(t, s)
		for _, id := range []string{"", strings.Repeat("r", 300), "r\x00"} {
			bad := r
			bad.ID = id
			if err := s.Begin(t.Context(), func(tx *Tx) error { _, err := tx.PutReports([]isnad.Report{bad}); return err }); err == nil {
				t.Errorf("ID %.10q was taken", id)
			}
		}
	})
}
