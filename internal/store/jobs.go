package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// The queue is one table. A row is ready, running or failed; a step that is done
// has no row. A running row is held by one worker until its time runs out (due),
// which the worker puts off again and again while it lives: when its process is
// killed, the step is anybody's after leaseTime. The holder's name is new for each
// start, so that a worker that was taken for dead cannot complete what another one
// does now. docs/decisions/0003-jobs.md says why this is not a queue library.

// StepKind is one step of the life of a report.
type StepKind string

const (
	StepUnpack    StepKind = "unpack"    // WARC → captures
	StepExtract   StepKind = "extract"   // capture → reports
	StepAttribute StepKind = "attribute" // reports → claims
	StepAsk       StepKind = "ask"       // claims → a model's answers about slots that are not sure
	StepTrace     StepKind = "trace"     // reports → detected citations
	StepReconcile StepKind = "reconcile" // claims → incidents
	StepEvidence  StepKind = "evidence"  // an address that a case names as evidence → a capture
	StepErase     StepKind = "erase"     // bytes of erased reports → destroyed
)

// Step is a piece of work queued with the data it belongs to.
type Step struct {
	Kind    StepKind    `json:"kind"`
	Capture string      `json:"capture"`           // the capture it began with
	Offset  int64       `json:"offset,omitempty"`  // unpack and extract go on here
	Inner   int64       `json:"inner,omitempty"`   // unpack: bytes to pass over after Offset, once unpacked
	Reports []ReportRef `json:"reports,omitempty"` // attribute, ask, trace and reconcile: which
	Only    string      `json:"only,omitempty"`    // extract: Report ID; only this one is read, at Offset

	// Of StepReconcile after an act of a person.
	Incidents []string          `json:"incidents,omitempty"` // that are to be summed up again
	Moves     map[string]string `json:"moves,omitempty"`     // Claim ID → ID of the incident it goes back to, where nobody decided otherwise

	// Of StepEvidence, which has no capture.
	Case string `json:"case,omitempty"`
	Act  int    `json:"act,omitempty"`  // number of the act that names the address
	Item int    `json:"item,omitempty"` // place among its evidence, from 0
}

// ReportRef names one version of a report.
type ReportRef struct {
	ID      string `json:"id"`
	Version int    `json:"version"`
}

const (
	leaseTime   = 6 * time.Second
	maxFailures = 5   // errors returned; then the step is given up
	maxStarts   = 200 // starts in all: a step that ends its process again and again
)

// errLost means that the step was taken by another worker meanwhile.
var errLost = errors.New("the step was given to another worker, because this one was not heard of for too long")

// Queue adds steps. They are done in the order in which they were queued, several
// at once, but never two of StepTrace, of StepReconcile, of StepAsk, of StepEvidence or
// of StepErase at the same time.
func (tx *Tx) Queue(steps ...Step) error {
	rows := make([][]any, len(steps))
	for i, s := range steps {
		doc, err := json.Marshal(s)
		if err != nil {
			return fmt.Errorf("queueing %s of capture %s: %w", s.Kind, s.Capture, err)
		}
		rows[i] = []any{string(s.Kind), s.Capture, string(doc), "ready", 0, 0, 0, "", ""}
	}
	if err := tx.insert("INSERT INTO jobs (kind, capture, doc, state, starts, failures, due, holder, error)", rows, ""); err != nil {
		return fmt.Errorf("queueing steps: %w", err)
	}
	tx.queued = tx.queued || len(steps) > 0
	return nil
}

// Job is a step that this process is to do now.
type Job struct {
	Step
	Attempt int // starts so far, this one included

	s        *Store
	seq      int64
	holder   string
	failures int
	ending   atomic.Bool // Complete was called: the row may be gone
	done     bool        // Complete has returned nil
}

// Complete runs fn and marks the job done in one transaction: what fn wrote and
// the steps it queued stand, or nothing does. It may be called once.
func (j *Job) Complete(ctx context.Context, fn func(tx *Tx) error) error {
	j.ending.Store(true)
	err := j.s.begin(ctx, &j.Step, func(tx *Tx) error {
		// Clear waits for steps that are being completed, and they for it.
		if err := tx.e.lock(&tx.conn, "steps", true); err != nil {
			return err
		}
		// First the row: who has lost the step learns it before any work is done,
		// and on PostgreSQL nobody else can take it until the end.
		n, err := tx.exec("DELETE FROM jobs WHERE seq = ? AND holder = ? AND state = 'running'", j.seq, j.holder)
		if err != nil {
			return err
		}
		if n == 0 {
			return errLost
		}
		return fn(tx)
	})
	if err != nil {
		j.ending.Store(false)
		return fmt.Errorf("completing %s of capture %s: %w", j.Kind, j.Capture, err)
	}
	j.done = true
	j.s.wake() // another step may have waited for this one
	return nil
}

// runnable is the condition for rows that may be taken. A step of StepTrace,
// StepReconcile, StepAsk, StepEvidence or StepErase waits while another of its kind runs: the first
// two build on what the one before wrote, StepAsk and StepEvidence wait for somebody
// else's machine and must not take up every worker, StepErase does all that there is to destroy.
func runnable(now string) string {
	return `(j.state = 'ready' OR j.state = 'running') AND j.due <= ` + now + ` AND (j.kind NOT IN ('trace', 'reconcile', 'ask', 'evidence', 'erase') OR NOT EXISTS
		(SELECT 1 FROM jobs o WHERE o.kind = j.kind AND o.state = 'running' AND o.due > ` + now + `))`
}

// take gives the oldest step that may run to the caller; nil when there is none.
func (s *Store) take(ctx context.Context) (*Job, error) {
	now := s.e.now()
	// Looking costs no write lock.
	var some bool
	err := s.read(ctx, func(c *conn) error {
		var seq int64
		var err error
		some, err = c.one("SELECT j.seq FROM jobs j WHERE "+runnable(now)+" LIMIT 1", nil, &seq)
		return err
	})
	if err != nil || !some {
		return nil, err
	}
	j := &Job{s: s, holder: rand.Text()}
	for {
		var found, given bool
		var capture string
		err = s.write(ctx, func(c *conn) error {
			// The rule about StepReconcile needs one taker at a time.
			if err := c.e.lock(c, "take", false); err != nil {
				return err
			}
			var doc string
			found, err = c.one(`UPDATE jobs SET state = 'running', starts = starts + 1, due = `+now+` + ?, holder = ?
				WHERE seq = (SELECT j.seq FROM jobs j WHERE `+runnable(now)+` ORDER BY j.seq LIMIT 1`+c.e.skipLocked()+`)
				RETURNING seq, doc, capture, starts, failures`,
				[]any{leaseTime.Milliseconds(), j.holder}, &j.seq, &doc, &capture, &j.Attempt, &j.failures)
			if err != nil || !found {
				return err
			}
			if j.Attempt > maxStarts {
				given = true
				return giveUp(c, j.seq, capture, fmt.Sprintf("it was started %d times and its process ended each time", maxStarts))
			}
			return json.Unmarshal([]byte(doc), &j.Step)
		})
		switch {
		case err != nil:
			return nil, fmt.Errorf("taking a step: %w", err)
		case !found:
			return nil, nil
		case !given:
			return j, nil
		}
	}
}

// giveUp marks a step failed and notes it on its capture.
func giveUp(c *conn, seq int64, capture, why string) error {
	why = short(why)
	if _, err := c.exec("UPDATE jobs SET state = 'failed', holder = '', error = ? WHERE seq = ?", why, seq); err != nil {
		return err
	}
	var kind string
	if _, err := c.one("SELECT kind FROM jobs WHERE seq = ?", []any{seq}, &kind); err != nil {
		return err
	}
	if capture == "" { // evidence: it is told with the case
		return nil
	}
	tx := &Tx{conn: *c, stage: kind}
	return tx.Note(capture, "step "+kind+" was given up: "+why)
}

// hold puts off the end of the lease.
func (j *Job) hold(ctx context.Context) error {
	return j.s.write(ctx, func(c *conn) error {
		n, err := c.exec("UPDATE jobs SET due = "+c.e.now()+" + ? WHERE seq = ? AND holder = ? AND state = 'running'", leaseTime.Milliseconds(), j.seq, j.holder)
		if err == nil && n == 0 && !j.ending.Load() {
			err = errLost
		}
		return err
	})
}

// release gives the step back at once, as if it had not been started.
func (j *Job) release(ctx context.Context) error {
	err := j.s.write(ctx, func(c *conn) error {
		_, err := c.exec("UPDATE jobs SET state = 'ready', starts = starts - 1, due = 0, holder = '' WHERE seq = ? AND holder = ? AND state = 'running'", j.seq, j.holder)
		return err
	})
	j.s.wake()
	return err
}

// fail puts the step off, or gives it up after maxFailures.
func (j *Job) fail(ctx context.Context, why error) error {
	err := j.s.write(ctx, func(c *conn) error {
		var seq int64
		found, err := c.one("SELECT seq FROM jobs WHERE seq = ? AND holder = ? AND state = 'running'", []any{j.seq, j.holder}, &seq)
		if err != nil || !found {
			return err // someone else has it
		}
		if j.failures+1 >= maxFailures {
			return giveUp(c, j.seq, j.Capture, fmt.Sprintf("it failed %d times, lastly: %v", maxFailures, why))
		}
		_, err = c.exec("UPDATE jobs SET state = 'ready', failures = failures + 1, holder = '', error = ?, due = "+c.e.now()+" + ? WHERE seq = ?",
			short(why.Error()), pause(j.failures+1).Milliseconds(), j.seq)
		return err
	})
	j.s.wake()
	return err
}

// pause is the time before the next try after n failures: 1 s, 5 s, 25 s, 2 min.
func pause(n int) time.Duration {
	d := time.Second
	for range n - 1 {
		d = min(5*d, 10*time.Minute)
	}
	return d
}

// Pending returns how many steps are still to do for each of the captures, and
// for all captures when none is named. Steps given up count in failed. The steps
// of captures that were unpacked from a named one count with it.
func (s *Store) Pending(ctx context.Context, captures ...string) (pending, failed int, err error) {
	count := func(row *sql.Rows) error {
		var state string
		var n int
		err := row.Scan(&state, &n)
		if state == "failed" {
			failed += n
		} else {
			pending += n
		}
		return err
	}
	err = s.read(ctx, func(c *conn) error {
		if len(captures) == 0 {
			return c.each(count, "SELECT state, count(*) FROM jobs GROUP BY state")
		}
		ids := make([]string, len(captures))
		for i, id := range captures {
			ids[i] = safe(id)
		}
		return in(ids, func(list string, args []any) error {
			return c.each(count, `SELECT state, count(*) FROM jobs WHERE capture IN `+list+` OR capture IN
				(SELECT id FROM captures WHERE container <> '' AND container IN (SELECT sha256 FROM captures WHERE id IN `+list+`)) GROUP BY state`,
				append(append([]any{}, args...), args...)...)
		})
	})
	if err != nil {
		return 0, 0, fmt.Errorf("counting the steps to do: %w", err)
	}
	return pending, failed, nil
}
