package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"isnad"
)

// work runs Work until done is closed or the test takes too long.
func work(t *testing.T, s *Store, workers int, do func(ctx context.Context, j *Job) error) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := s.Work(ctx, WorkOptions{Workers: workers}, do); err != nil {
			t.Errorf("Work: %v", err)
		}
	})
	return func() { cancel(); wg.Wait() }
}

func queue(t *testing.T, s *Store, steps ...Step) isnad.Capture {
	t.Helper()
	c := newCapture(fmt.Sprint(t.Name(), time.Now().UnixNano()), 0)
	for i := range steps {
		steps[i].Capture = c.ID
	}
	if err := second(s.AddCapture(context.Background(), c, steps...)); err != nil {
		t.Fatal(err)
	}
	return c
}

func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited too long for: %s", what)
		}
	}
}

func pending(t *testing.T, s *Store) (pending, failed int) {
	t.Helper()
	pending, failed, err := s.Pending(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return pending, failed
}

// sql changes the database behind the Store's back.
func (s *Store) sql(t testing.TB, query string, args ...any) {
	t.Helper()
	err := s.write(context.Background(), func(c *conn) error { _, err := c.exec(query, args...); return err })
	if err != nil {
		t.Fatal(err)
	}
}

// What a step wrote, what it queued and its end stand together.
func TestStepsFollowEachOther(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := queue(t, s, Step{Kind: StepExtract, Offset: 7, Inner: 9})
		var mu sync.Mutex
		var seen []string
		stop := work(t, s, 2, func(ctx context.Context, j *Job) error {
			mu.Lock()
			seen = append(seen, fmt.Sprint(j.Kind, " ", j.Capture == c.ID, " ", j.Offset, j.Inner, " ", len(j.Reports), " ", j.Attempt))
			mu.Unlock()
			return j.Complete(ctx, func(tx *Tx) error {
				switch j.Kind {
				case StepExtract:
					refs, err := tx.PutReports([]isnad.Report{newReport(c, "k", "t", "x")})
					if err != nil {
						return err
					}
					return tx.Queue(Step{Kind: StepAttribute, Capture: c.ID, Reports: refs})
				case StepAttribute:
					if _, err := tx.PutClaims(j.Reports[0], []isnad.Claim{newClaim(j.Reports[0], 0, "q")}, nil, nil); err != nil {
						return err
					}
					return tx.Queue(Step{Kind: StepReconcile, Capture: c.ID, Reports: j.Reports})
				}
				if err := tx.LockIncidents(); err != nil {
					return err
				}
				claims, err := tx.ClaimsOf(j.Reports, nil)
				if err != nil {
					return err
				}
				return tx.PutIncident(incidentOf(claims...))
			})
		})
		until(t, "all steps", func() bool { n, _ := pending(t, s); return n == 0 })
		stop()
		want := []string{"extract true 7 9 0 1", "attribute true 0 0 1 1", "reconcile true 0 0 1 1"}
		if !slices.Equal(seen, want) {
			t.Errorf("steps %q", seen)
		}
		if n, err := s.CountIncidents(t.Context(), IncidentQuery{}); n != 1 || err != nil {
			t.Errorf("%d incidents, %v", n, err)
		}
		checkClean(t, s)
	})
}

// A step that this process queues starts at once: it does not wait for the next poll.
func TestStepsStartAtOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		started := make(chan time.Time)
		stop := work(t, s, 2, func(ctx context.Context, j *Job) error {
			started <- time.Now()
			return j.Complete(ctx, func(*Tx) error { return nil })
		})
		defer stop()
		var best time.Duration = time.Hour
		for range 8 {
			time.Sleep(20 * time.Millisecond) // the workers sleep again
			at := time.Now()
			queue(t, s, Step{Kind: StepExtract})
			best = min(best, (<-started).Sub(at))
		}
		if best > pollTime/5 { // the machine may be busy: the best of eight tells
			t.Errorf("a step started %v after it was queued", best)
		}
		t.Logf("a step started %v after it was queued", best)
	})
}

// A failed completion leaves nothing: no report, no next step, and the step is done again.
func TestFailedCompletionLeavesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := queue(t, s, Step{Kind: StepExtract})
		var tries atomic.Int64
		stop := work(t, s, 1, func(ctx context.Context, j *Job) error {
			return j.Complete(ctx, func(tx *Tx) error {
				_, err := tx.PutReports([]isnad.Report{newReport(c, "k", "t", "x")})
				if err == nil {
					err = tx.Queue(Step{Kind: StepAttribute, Capture: c.ID})
				}
				if err == nil {
					err = tx.Note(c.ID, "half done")
				}
				if tries.Add(1) == 1 {
					return errors.Join(err, errors.New("no more"))
				}
				return err
			})
		})
		until(t, "the first try", func() bool { return tries.Load() == 1 })
		time.Sleep(50 * time.Millisecond)
		if n, _ := pending(t, s); n != 1 {
			t.Errorf("%d steps after a failure", n)
		}
		totals, err := s.Totals(t.Context())
		if err != nil || totals.Reports != 0 {
			t.Errorf("%+v %v", totals, err)
		}
		if _, notes, _ := s.Capture(t.Context(), c.ID); len(notes) != 0 {
			t.Errorf("notes of a failed step: %q", notes)
		}
		until(t, "the second try", func() bool { return tries.Load() >= 2 })
		until(t, "the report", func() bool { x, _ := s.Totals(t.Context()); return x.Reports == 1 })
		stop()
		checkClean(t, s)
	})
}

// A step that fails again and again is given up after maxFailures tries and says so.
func TestGivingUp(t *testing.T) {
	for _, kind := range []string{"error", "panic", "forgets to complete"} {
		t.Run(kind, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *Store) {
				c := queue(t, s, Step{Kind: StepExtract})
				var tries atomic.Int64
				stop := work(t, s, 1, func(ctx context.Context, j *Job) error {
					tries.Add(1)
					switch kind {
					case "error":
						return errors.New("the moon is wrong")
					case "panic":
						panic("the moon is wrong")
					}
					return nil
				})
				for i := 1; i <= maxFailures; i++ {
					until(t, "another try", func() bool { return tries.Load() >= int64(i) })
					until(t, "its record", func() bool {
						var n int
						err := s.read(context.Background(), func(c *conn) error {
							_, err := c.one("SELECT count(*) FROM jobs WHERE failures >= ? OR state = 'failed'", []any{i}, &n)
							return err
						})
						return err == nil && n == 1
					})
					s.sql(t, "UPDATE jobs SET due = 0") // the pauses grow to minutes
					s.wake()
				}
				until(t, "giving up", func() bool { n, failed := pending(t, s); return n == 0 && failed == 1 })
				stop()
				_, notes, err := s.Capture(t.Context(), c.ID)
				if err != nil || len(notes) != 1 || !strings.Contains(notes[0], "extract was given up") {
					t.Errorf("notes %q, %v", notes, err)
				}
				if kind != "forgets to complete" && !strings.Contains(notes[0], "the moon is wrong") {
					t.Errorf("the note does not say why: %q", notes)
				}
				if n := tries.Load(); n != maxFailures {
					t.Errorf("%d tries", n)
				}
			})
		})
	}
}

func TestPausesGrow(t *testing.T) {
	last := time.Duration(0)
	for n := 1; n <= 20; n++ {
		if p := pause(n); p < last || p > 10*time.Minute || n < 5 && p <= last {
			t.Errorf("pause %d: %v after %v", n, p, last)
		} else {
			last = p
		}
	}
}

// A worker that was taken for dead cannot complete the step that another one has now.
func TestLostStep(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := queue(t, s, Step{Kind: StepExtract})
		first, err := s.take(t.Context())
		if err != nil || first == nil {
			t.Fatal(first, err)
		}
		if j, err := s.take(t.Context()); j != nil || err != nil {
			t.Fatalf("the step was given twice: %v %v", j, err)
		}
		if err := first.hold(t.Context()); err != nil {
			t.Fatal(err)
		}
		s.sql(t, "UPDATE jobs SET due = 1") // the first worker is not heard of any more
		second, err := s.take(t.Context())
		if err != nil || second == nil || second.Attempt != 2 || second.Capture != c.ID {
			t.Fatal(second, err)
		}
		ran := false
		if err := first.Complete(t.Context(), func(*Tx) error { ran = true; return nil }); !errors.Is(err, errLost) || ran {
			t.Errorf("the first worker completed: %v", err)
		}
		if err := first.hold(t.Context()); !errors.Is(err, errLost) {
			t.Errorf("the first worker still holds it: %v", err)
		}
		if err := errors.Join(first.fail(t.Context(), errors.New("x")), first.release(t.Context())); err != nil {
			t.Error(err)
		}
		if err := second.Complete(t.Context(), func(*Tx) error { return nil }); err != nil {
			t.Error(err)
		}
		if err := second.Complete(t.Context(), func(*Tx) error { return nil }); !errors.Is(err, errLost) {
			t.Errorf("completed twice: %v", err)
		}
		if n, failed := pending(t, s); n != 0 || failed != 0 {
			t.Errorf("%d pending, %d failed", n, failed)
		}
	})
}

// A step that ends its process every time does not do so for ever.
func TestEndlessStarts(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		c := queue(t, s, Step{Kind: StepExtract})
		s.sql(t, "UPDATE jobs SET starts = ?", maxStarts)
		if j, err := s.take(t.Context()); j != nil || err != nil {
			t.Fatal(j, err)
		}
		if _, notes, _ := s.Capture(t.Context(), c.ID); len(notes) != 1 {
			t.Errorf("notes %q", notes)
		}
		if n, failed := pending(t, s); n != 0 || failed != 1 {
			t.Errorf("%d pending, %d failed", n, failed)
		}
	})
}

// When a process is told to stop, the step it could not finish is free at once.
func TestStepsAreGivenBack(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		queue(t, s, Step{Kind: StepExtract})
		began := make(chan bool)
		stop := work(t, s, 1, func(ctx context.Context, j *Job) error {
			began <- true
			<-ctx.Done()
			return ctx.Err()
		})
		<-began
		stop()
		j, err := s.take(t.Context())
		if err != nil || j == nil || j.Attempt != 1 {
			t.Errorf("%+v %v", j, err)
		}
	})
}

// Several processes share the queue: each step is done once, and of StepReconcile
// one at a time.
func TestManyWorkers(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": sqliteDSN, "postgres": postgresDSN} {
		t.Run(name, func(t *testing.T) {
			at := dsn(t)
			stores := []*Store{openTest(t, at), openTest(t, at), openTest(t, at)}
			const n = 60
			begin(t, stores[0], func(tx *Tx) error {
				for i := range n {
					c := newCapture(fmt.Sprint("many", i), i)
					kind := []StepKind{StepExtract, StepReconcile}[i%2]
					if _, _, err := tx.AddCapture(c, Step{Kind: kind, Capture: c.ID}); err != nil {
						return err
					}
				}
				return nil
			})
			var done sync.Map
			var reconciling, twice, together atomic.Int64
			var stops []func()
			for _, s := range stores {
				stops = append(stops, work(t, s, 2, func(ctx context.Context, j *Job) error {
					if j.Kind == StepReconcile {
						if reconciling.Add(1) > 1 {
							together.Add(1)
						}
						time.Sleep(3 * time.Millisecond)
					}
					return j.Complete(ctx, func(tx *Tx) error {
						if _, before := done.LoadOrStore(j.Capture, true); before {
							twice.Add(1)
						}
						if j.Kind == StepReconcile { // the next one may start when this transaction ends
							reconciling.Add(-1)
						}
						return tx.Note(j.Capture, "done")
					})
				}))
			}
			until(t, "all steps", func() bool { p, _ := pending(t, stores[1]); return p == 0 })
			for _, stop := range stops {
				stop()
			}
			count := 0
			done.Range(func(any, any) bool { count++; return true })
			if together.Load() != 0 {
				t.Errorf("%d times two reconcile steps ran together", together.Load())
			}
			if count != n || twice.Load() != 0 {
				t.Errorf("%d of %d done, %d twice", count, n, twice.Load())
			}
			checkClean(t, stores[2])
		})
	}
}

// LockIncidents makes the second transaction wait for the first one's end.
func TestLockIncidents(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": sqliteDSN, "postgres": postgresDSN} {
		t.Run(name, func(t *testing.T) {
			at := dsn(t)
			stores := []*Store{openTest(t, at), openTest(t, at)}
			ref := ReportRef{story(t, stores[0], "lock", "x"), 1}
			var inside atomic.Int64
			var wg sync.WaitGroup
			for i := range 8 {
				wg.Go(func() {
					begin(t, stores[i%2], func(tx *Tx) error {
						if err := tx.LockIncidents(); err != nil {
							return err
						}
						if inside.Add(1) != 1 {
							t.Error("two at once")
						}
						// What the one before wrote is seen: the claims of all add up.
						tx.expected = nil
						claims, err := tx.ClaimsOf([]ReportRef{ref}, nil)
						if err != nil {
							return err
						}
						next := append(claims, newClaim(ref, len(claims), fmt.Sprint(len(claims))))
						_, err = tx.PutClaims(ref, next, nil, nil)
						time.Sleep(2 * time.Millisecond)
						inside.Add(-1)
						return err
					})
				})
			}
			wg.Wait()
			got, _, err := stores[0].Claims(t.Context(), ClaimQuery{Report: ref.ID})
			if err != nil || len(got) != 8 {
				t.Errorf("%d claims, %v: one transaction did not see another's", len(got), err)
			}
		})
	}
}

// The steps of captures that came out of a WARC count for it.
func TestPendingOfContainers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *Store) {
		warc, child, other := newCapture("warc", 0), newCapture("child", 0), newCapture("other", 0)
		child.Container = warc.SHA256
		for _, c := range []isnad.Capture{warc, child, other} {
			if err := second(s.AddCapture(t.Context(), c, Step{Kind: StepExtract, Capture: c.ID}, Step{Kind: StepAttribute, Capture: c.ID})); err != nil {
				t.Fatal(err)
			}
		}
		s.sql(t, "UPDATE jobs SET state = 'failed' WHERE kind = 'attribute' AND capture = ?", child.ID)
		for _, test := range []struct {
			of              []string
			pending, failed int
		}{{nil, 5, 1}, {[]string{warc.ID}, 3, 1}, {[]string{other.ID}, 2, 0}, {[]string{child.ID, other.ID}, 3, 1}, {[]string{"c0"}, 0, 0}} {
			p, f, err := s.Pending(t.Context(), test.of...)
			if err != nil || p != test.pending || f != test.failed {
				t.Errorf("%v: %d %d %v", test.of, p, f, err)
			}
		}
	})
}
