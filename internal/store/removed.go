package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
)

// Of a removed report no row stands but its readings: they say from which bytes
// it could be read again, and which version each of them gave. Those that came
// while it was removed have version 0. [Tx.PutReports] passes over what is
// removed, so that neither a rebuild nor a later capture brings it back.

// Removal is why nothing of a report is shown.
type Removal struct {
	Report string
	Notice string    // ID of the notice in force
	Since  time.Time // UTC
	Legal  bool      // by law or order
	Erased bool      // its bytes were destroyed too
	Source string    // the outlet, as it was called
}

// RemovedError says that a report was removed by a decision. It wraps
// isnad.ErrNotFound.
type RemovedError struct{ Removal }

func (e *RemovedError) Error() string {
	return fmt.Sprintf("report %s was removed by notice %s", e.Report, e.Notice)
}

// Unwrap makes it one of the things that are not there.
func (e *RemovedError) Unwrap() error { return isnad.ErrNotFound }

const removedColumns = "m.report, m.notice, m.since, m.legal, m.erased, m.source"

func scanRemoval(row *sql.Rows) (Removal, error) {
	var m Removal
	var since int64
	var legal, erased int
	err := row.Scan(&m.Report, &m.Notice, &since, &legal, &erased, &m.Source)
	m.Since, m.Legal, m.Erased = moment(since), legal == 1, erased == 1
	return m, err
}

func (c *conn) removed(reports []string) (map[string]Removal, error) {
	out := map[string]Removal{}
	err := in(reports, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			m, err := scanRemoval(row)
			out[m.Report] = m
			return err
		}, "SELECT "+removedColumns+" FROM removed m WHERE m.report IN "+list, args...)
	})
	return out, err
}

// notThere is why a report is not there: *RemovedError, else isnad.ErrNotFound.
func (c *conn) notThere(report string) error {
	found, err := c.removed([]string{safe(report)})
	if err != nil {
		return err
	}
	if m, ok := found[safe(report)]; ok {
		return &RemovedError{m}
	}
	return isnad.ErrNotFound
}

// Removed returns those of the reports that are removed.
func (s *Store) Removed(ctx context.Context, reports []string) (out map[string]Removal, err error) {
	ids := make([]string, len(reports))
	for i, id := range reports {
		ids[i] = safe(id)
	}
	err = s.read(ctx, func(c *conn) error {
		out, err = c.removed(ids)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading which reports are removed: %w", err)
	}
	return out, nil
}

// Removed is as Store.Removed within the transaction.
func (tx *Tx) Removed(reports []string) (map[string]Removal, error) {
	out, err := tx.removed(reports)
	if err != nil {
		return nil, fmt.Errorf("reading which reports are removed: %w", err)
	}
	return out, nil
}

// LastRemoved returns the reports removed last that are still removed, at most
// limit, the latest first.
func (s *Store) LastRemoved(ctx context.Context, limit int) (list []Removal, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			m, err := scanRemoval(row)
			list = append(list, m)
			return err
		}, "SELECT "+removedColumns+" FROM removed m ORDER BY m.since DESC, m.report LIMIT ?", limit)
	})
	if err != nil {
		return nil, fmt.Errorf("listing removed reports: %w", err)
	}
	return list, nil
}

// CaptureRemoved returns the removed reports that were read out of a capture, and
// whether all were.
func (s *Store) CaptureRemoved(ctx context.Context, capture string) (list []Removal, all bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		var reports []string
		err := c.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			reports = append(reports, id)
			return err
		}, "SELECT DISTINCT report FROM readings WHERE capture = ? ORDER BY report", safe(capture))
		if err != nil {
			return err
		}
		found, err := c.removed(reports)
		for _, id := range reports {
			if m, ok := found[id]; ok {
				list = append(list, m)
			}
		}
		all = len(list) > 0 && len(list) == len(reports)
		return err
	})
	if err != nil {
		return nil, false, fmt.Errorf("reading what was removed of capture %q: %w", capture, err)
	}
	return list, all, nil
}

// LockEffects keeps every step from completing until the transaction ends, so
// that none writes about what an effect takes away. It is to be asked for before
// LockCases and every other lock.
func (tx *Tx) LockEffects() error {
	if err := tx.e.lock(&tx.conn, "steps", false); err != nil {
		return fmt.Errorf("waiting for the steps: %w", err)
	}
	return nil
}

// Left is what a report left behind when it was taken away.
type Left struct {
	Source    string      // the outlet, as it was called
	Claims    []string    // IDs
	Incidents []string    // that lost a claim, to be summed up again
	Copies    []ReportRef // present versions that were held to draw on it, to be traced again
}

// Remove takes away all that was read out of a report, in all its versions, and
// notes who decided so. Locks for effects, reports, the trace and incidents are
// taken, in this order. Incidents and copies are left to the caller.
func (tx *Tx) Remove(m Removal) (left Left, err error) {
	left, err = tx.remove(m)
	if err != nil {
		return left, fmt.Errorf("removing report %s: %w", m.Report, err)
	}
	return left, nil
}

func (tx *Tx) remove(m Removal) (left Left, err error) {
	if err := errors.Join(checkID(m.Report), tx.settle()); err != nil {
		return left, err
	}
	for _, name := range []string{"steps", "reports", "trace", "incidents"} {
		if err := tx.e.lock(&tx.conn, name, false); err != nil {
			return left, err
		}
	}
	var seq int64
	var version int
	var sourceID string
	stands, err := tx.one("SELECT seq, version, source_id, source FROM reports WHERE id = ?", []any{m.Report}, &seq, &version, &sourceID, &left.Source)
	if err != nil {
		return left, err
	}
	if !stands {
		was, err := tx.removed([]string{m.Report})
		if err != nil {
			return left, err
		}
		w, ok := was[m.Report]
		if !ok {
			return left, isnad.ErrNotFound
		}
		left.Source = w.Source
	}
	_, err = tx.exec(`INSERT INTO removed (report, notice, since, legal, erased, source) VALUES (?,?,?,?,?,?)
		ON CONFLICT (report) DO UPDATE SET notice = excluded.notice, since = excluded.since, legal = excluded.legal, erased = excluded.erased`,
		m.Report, m.Notice, micros(m.Since), bit(m.Legal), bit(m.Erased), left.Source)
	if err != nil || !stands {
		return left, err
	}
	if err := tx.look(m.Report, &left); err != nil {
		return left, err
	}
	return left, tx.takeAway(m.Report, seq, version, sourceID)
}

// look gathers what a report leaves behind.
func (tx *Tx) look(report string, left *Left) error {
	err := tx.each(func(row *sql.Rows) error {
		var id, incident string
		err := row.Scan(&id, &incident)
		left.Claims, left.Incidents = append(left.Claims, id), append(left.Incidents, incident)
		return err
	}, "SELECT id, incident FROM claims WHERE report = ? ORDER BY seq", report)
	if err != nil {
		return err
	}
	var copies []string
	err = tx.each(func(row *sql.Rows) error {
		var r ReportRef
		err := row.Scan(&r.ID, &r.Version)
		left.Copies, copies = append(left.Copies, r), append(copies, r.ID)
		return err
	}, "SELECT DISTINCT c.report, c.version FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version WHERE c.basis = 'detected' AND c.cited = ? AND c.report <> ? ORDER BY c.report", report, report)
	if err != nil {
		return err
	}
	err = in(copies, func(list string, args []any) error { // what counted for its origin counts for another one now
		return tx.each(func(row *sql.Rows) error {
			var incident string
			err := row.Scan(&incident)
			left.Incidents = append(left.Incidents, incident)
			return err
		}, "SELECT DISTINCT incident FROM claims WHERE present = 1 AND report IN "+list, args...)
	})
	left.Claims, left.Incidents = unique(left.Claims), unique(left.Incidents)
	return err
}

// takeAway deletes the rows of a report.
func (tx *Tx) takeAway(report string, seq int64, version int, sourceID string) error {
	sources := []string{sourceID}
	err := tx.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		sources = append(sources, id)
		return err
	}, "SELECT DISTINCT cited FROM citations WHERE report = ? AND basis = 'declared'", report)
	if err != nil {
		return err
	}
	err = tx.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		sources = append(sources, id)
		return err
	}, "SELECT DISTINCT claimant FROM claims WHERE report = ?", report)
	if err != nil {
		return err
	}
	if err := tx.e.dropWords(&tx.conn, "report_words", []int64{seq}); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM claim_refs WHERE claim IN (SELECT seq FROM claims WHERE report = ?)",
		"DELETE FROM claims WHERE report = ?",
		"DELETE FROM tolls WHERE report = ?",
		"DELETE FROM citations WHERE report = ?",
		"DELETE FROM citations WHERE cited = ? AND basis = 'detected'",
		"DELETE FROM versions WHERE report = ?",
		"DELETE FROM reports WHERE id = ?",
	} {
		if _, err := tx.exec(q, report); err != nil {
			return err
		}
	}
	// Other processes hear by this row that it is no longer indexed.
	if err := tx.PutSketches([]SketchRow{{Doc: seq, Report: report, Version: version}}); err != nil {
		return err
	}
	return tx.forgetSources(sources)
}

// forgetSources deletes the names of sources that nothing speaks of any more.
func (tx *Tx) forgetSources(ids []string) error {
	ids = unique(ids)
	slices.Sort(ids)
	tx.spoken = nil
	return in(ids, func(list string, args []any) error {
		_, err := tx.exec(`DELETE FROM names WHERE class = 'source' AND id IN `+list+`
			AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.source_id = names.id)
			AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.cited = names.id)
			AND NOT EXISTS (SELECT 1 FROM claims k WHERE k.claimant = names.id)`, args...)
		return err
	})
}

// Reread is where a report may be read again.
type Reread struct {
	Capture string
	Place   int64 // where in the capture; 0 when it is read whole
}

// Restore lets a removed report be read again, under the versions it had. It
// returns where, in the order in which the captures were received.
func (tx *Tx) Restore(report string) (from []Reread, err error) {
	for _, name := range []string{"steps", "reports"} {
		if err := tx.e.lock(&tx.conn, name, false); err != nil {
			return nil, fmt.Errorf("restoring report %s: %w", report, err)
		}
	}
	n, err := tx.exec("DELETE FROM removed WHERE report = ? AND erased = 0", report)
	if err == nil && n == 0 {
		err = isnad.ErrNotFound
	}
	if err == nil {
		err = tx.each(func(row *sql.Rows) error {
			var r Reread
			err := row.Scan(&r.Capture, &r.Place)
			from = append(from, r)
			return err
		}, "SELECT x.capture, x.place FROM readings x JOIN captures c ON c.id = x.capture WHERE x.report = ? ORDER BY c.seq, x.place", report)
	}
	if err == nil {
		_, err = tx.exec("DELETE FROM readings WHERE report = ? AND version = 0", report)
	}
	if err != nil {
		return nil, fmt.Errorf("restoring report %s: %w", report, err)
	}
	return from, nil
}

// passOver notes that removed reports were read again, and has the bytes of those
// that were erased cut out of what holds them now.
func (tx *Tx) passOver(reports []isnad.Report, removed map[string]Removal) (kept []isnad.Report, err error) {
	if len(removed) == 0 {
		return reports, nil
	}
	var rows [][]any
	var captures []string
	for i := range reports {
		r := &reports[i]
		m, gone := removed[r.ID]
		if !gone {
			kept = append(kept, *r)
			continue
		}
		place := int64(0)
		if r.Bytes != nil {
			place = r.Bytes.Offset
		}
		rows = append(rows, []any{r.ID, r.Capture, place, 0})
		if !m.Erased {
			continue
		}
		fresh, err := tx.addCut(Cut{SHA256: r.SHA256, Start: place, Report: r.ID, Notice: m.Notice})
		if err != nil {
			return nil, err
		}
		if fresh {
			captures = append(captures, r.Capture)
		}
	}
	if err := tx.insert("INSERT INTO readings (report, capture, place, version)", rows, "ON CONFLICT (report, capture, place) DO NOTHING"); err != nil {
		return nil, err
	}
	if len(captures) > 0 {
		return kept, tx.Queue(Step{Kind: StepErase, Capture: captures[0]})
	}
	return kept, nil
}

// Correct notes that a capture holds a corrected report, made by a notice.
func (tx *Tx) Correct(capture, report, notice string) error {
	if err := tx.insert("INSERT INTO corrected (capture, report, notice, undone)", [][]any{{capture, report, notice, 0}}, "ON CONFLICT (capture) DO NOTHING"); err != nil {
		return fmt.Errorf("recording the correction of report %s: %w", report, err)
	}
	return nil
}

// Uncorrect says that the correction which a notice made no longer holds, and
// returns the version of its report that is the present one now.
func (tx *Tx) Uncorrect(notice string) (present ReportRef, capture string, err error) {
	for _, name := range []string{"steps", "reports"} {
		if err := tx.e.lock(&tx.conn, name, false); err != nil {
			return present, "", fmt.Errorf("undoing notice %s: %w", notice, err)
		}
	}
	found, err := tx.one("SELECT report FROM corrected WHERE notice = ?", []any{safe(notice)}, &present.ID)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err == nil {
		_, err = tx.exec("UPDATE corrected SET undone = 1 WHERE notice = ?", notice)
	}
	if err == nil {
		present.Version, capture, err = tx.represent(present.ID)
	}
	if err != nil {
		return present, "", fmt.Errorf("undoing notice %s: %w", notice, err)
	}
	return present, capture, nil
}

// represent works out anew which version of a report is the present one.
func (tx *Tx) represent(report string) (version int, capture string, err error) {
	known, err := tx.loadKnown([]string{report})
	if err != nil {
		return 0, "", err
	}
	k := known[report]
	if len(k.rows) == 0 {
		return 0, "", isnad.ErrNotFound
	}
	b := reportBatch{tx: tx, known: known, pending: map[ReportRef]int{}, changed: map[string]bool{report: true}, order: []string{report}, latest: map[ReportRef]*isnad.Report{}}
	version = k.present()
	return version, k.rows[version].owner.capture, b.flush()
}

// Correction returns the notice and report whose correction a capture holds;
// found is false for a capture that was received.
func (s *Store) Correction(ctx context.Context, capture string) (notice, report string, found bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		found, err = c.one("SELECT notice, report FROM corrected WHERE capture = ?", []any{capture}, &notice, &report)
		return err
	})
	if err != nil {
		return "", "", false, fmt.Errorf("looking whether capture %q holds a correction: %w", capture, err)
	}
	return notice, report, found, nil
}
