package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"isnad"
)

// Measures change what is derived from a report when it is written, here and
// nowhere else: PutReports, PutReviewed, Revise and what writes citations and
// tolls ask for the measures in force. So a page, a feed, an export and the search
// index have nothing to hide: the words are not in what they read. Only acts, which
// are never changed, are blotted out when they are read.

// PutMeasure records a measure that falls on reports and incidents. Its number is
// set. Whoever calls it writes the reports again with [Tx.Reapply], and keeps steps
// and acts from being completed meanwhile.
func (tx *Tx) PutMeasure(m *isnad.Measure, refs []string) error {
	err := checkID(m.ID)
	if err == nil {
		err = tx.e.lock(&tx.conn, "measures", false)
	}
	if err == nil {
		_, err = tx.one("SELECT coalesce(max(number), 0) + 1 FROM measures", nil, &m.Number)
	}
	if err == nil {
		err = tx.writeMeasure(m)
	}
	if err == nil {
		err = tx.CoverMeasure(m.ID, refs)
	}
	if err != nil {
		return fmt.Errorf("recording measure %s: %w", m.ID, err)
	}
	return nil
}

func (tx *Tx) writeMeasure(m *isnad.Measure) error {
	doc, err := json.Marshal(m)
	if err != nil {
		return err
	}
	tx.safety = safetyOf{}
	return tx.insert("INSERT INTO measures (number, id, kind, about, until, lifted, doc, sum)",
		[][]any{{m.Number, m.ID, string(m.Kind), short(m.About), micros(m.Until), micros(m.Lifted), string(doc), rowSum(string(doc))}},
		"ON CONFLICT (number) DO UPDATE SET lifted = excluded.lifted, doc = excluded.doc, sum = excluded.sum")
}

// CoverMeasure has a measure fall on more reports or incidents.
func (tx *Tx) CoverMeasure(id string, refs []string) error {
	var rows [][]any
	for _, r := range unique(refs) {
		rows = append(rows, []any{short(r), id})
	}
	tx.safety = safetyOf{}
	if err := tx.insert("INSERT INTO measure_refs (ref, measure)", rows, "ON CONFLICT (ref, measure) DO NOTHING"); err != nil {
		return fmt.Errorf("recording what measure %s falls on: %w", id, err)
	}
	return nil
}

// LiftMeasure ends a measure and returns it with what it fell on; by is empty where
// its time came. One that was lifted before is an isnad.ErrConflict.
func (tx *Tx) LiftMeasure(id, by string, at time.Time) (m isnad.Measure, refs []string, err error) {
	if err = tx.e.lock(&tx.conn, "measures", false); err == nil {
		m, err = tx.measure(id)
	}
	if err == nil && !m.InForce() {
		err = fmt.Errorf("lifted already: %w", isnad.ErrConflict)
	}
	if err == nil {
		m.Lifted, m.By = at.UTC().Truncate(time.Microsecond), by
		err = tx.writeMeasure(&m)
	}
	if err == nil {
		refs, err = tx.measureRefs(id)
	}
	if err != nil {
		return m, nil, fmt.Errorf("lifting measure %q: %w", id, err)
	}
	return m, refs, nil
}

func (c *conn) measureRefs(id string) (refs []string, err error) {
	err = c.each(func(row *sql.Rows) error {
		var r string
		err := row.Scan(&r)
		refs = append(refs, r)
		return err
	}, "SELECT ref FROM measure_refs WHERE measure = ? ORDER BY ref", id)
	return refs, err
}

func scanMeasure(row *sql.Rows, more ...any) (m isnad.Measure, err error) {
	var doc string
	if err := row.Scan(append([]any{&doc}, more...)...); err != nil {
		return m, err
	}
	if err := json.Unmarshal([]byte(doc), &m); err != nil {
		return m, fmt.Errorf("reading a measure: %w", err)
	}
	return m, nil
}

func (c *conn) measure(id string) (m isnad.Measure, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		m, err = scanMeasure(row)
		return err
	}, "SELECT doc FROM measures WHERE id = ?", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	return m, err
}

// MeasuresOn returns the measures in force on each of these reports or incidents.
func (tx *Tx) MeasuresOn(refs []string) (map[string][]isnad.Measure, error) {
	out, err := tx.measuresOn(refs)
	if err != nil {
		return nil, fmt.Errorf("reading measures: %w", err)
	}
	return out, nil
}

func (c *conn) measuresOn(refs []string) (map[string][]isnad.Measure, error) {
	out := map[string][]isnad.Measure{}
	err := in(unique(refs), func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var ref string
			m, err := scanMeasure(row, &ref)
			out[ref] = append(out[ref], m)
			return err
		}, "SELECT m.doc, x.ref FROM measure_refs x JOIN measures m ON m.id = x.measure WHERE m.lifted = 0 AND x.ref IN "+list+" ORDER BY m.number", args...)
	})
	return out, err
}

// Measure returns one measure with the reports and incidents that it falls on.
func (s *Store) Measure(ctx context.Context, id string) (m isnad.Measure, refs []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		if m, err = c.measure(id); err == nil {
			refs, err = c.measureRefs(m.ID)
		}
		return err
	})
	if err != nil {
		return m, nil, fmt.Errorf("reading measure %q: %w", id, err)
	}
	return m, refs, nil
}

// MeasureQuery selects measures; every filter that is set must hold.
type MeasureQuery struct {
	Ref   string // ID of a report or incident that they fall on
	Kind  isnad.MeasureKind
	Ended bool // those that were lifted too
	Page
}

// Measures returns a page of measures, the newest first.
func (s *Store) Measures(ctx context.Context, q MeasureQuery) (list []isnad.Measure, next string, err error) {
	var w conditions
	if q.Ref != "" {
		w.add("m.id IN (SELECT x.measure FROM measure_refs x WHERE x.ref = ?)", safe(q.Ref))
	}
	if q.Kind != "" {
		w.add("m.kind = ?", safe(string(q.Kind)))
	}
	if !q.Ended {
		w.add("m.lifted = 0")
	}
	k, ok, err := q.cursor("measures", 1)
	if err != nil {
		return nil, "", fmt.Errorf("listing measures: %w", err)
	}
	if ok {
		w.add("m.number < ?", k.Keys[0])
	}
	limit := q.limit()
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			m, err := scanMeasure(row)
			list = append(list, m)
			return err
		}, "SELECT m.doc FROM measures m WHERE "+w.String()+" ORDER BY m.number DESC LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing measures: %w", err)
	}
	if len(list) > limit {
		list = list[:limit]
		next = cursor{Order: "measures", Keys: []int64{list[limit-1].Number}}.String()
	}
	return list, next, nil
}

// HoldsOver returns the IDs of holds whose time has come.
func (s *Store) HoldsOver(ctx context.Context, now time.Time) (ids []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			ids = append(ids, id)
			return err
		}, "SELECT id FROM measures WHERE lifted = 0 AND until > 0 AND until <= ? ORDER BY number", micros(now))
	})
	if err != nil {
		return nil, fmt.Errorf("looking for holds whose time has come: %w", err)
	}
	return ids, nil
}

// Blotters returns who blots out of values made of these reports; those that
// nothing is hidden of have none.
func (s *Store) Blotters(ctx context.Context, reports []string) (map[string]*isnad.Blotter, error) {
	out := map[string]*isnad.Blotter{}
	err := s.read(ctx, func(c *conn) error {
		on, err := c.measuresOn(reports)
		for id, list := range on {
			if b := isnad.NewBlotter(list); b != nil {
				out[id] = b
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the measures on reports: %w", err)
	}
	return out, nil
}

// Covered is the reports and incidents that a measure falls on.
func (tx *Tx) Covered(id string) (map[string]bool, error) {
	refs, err := tx.measureRefs(id)
	if err != nil {
		return nil, fmt.Errorf("reading what measure %q falls on: %w", id, err)
	}
	out := map[string]bool{}
	for _, r := range refs {
		out[r] = true
	}
	return out, nil
}

// VersionsOf names every version of a report.
func (tx *Tx) VersionsOf(report string) (refs []ReportRef, err error) {
	err = tx.each(func(row *sql.Rows) error {
		r := ReportRef{ID: report}
		err := row.Scan(&r.Version)
		refs = append(refs, r)
		return err
	}, "SELECT version FROM versions WHERE report = ? ORDER BY version", safe(report))
	if err != nil {
		return nil, fmt.Errorf("reading the versions of report %q: %w", report, err)
	}
	return refs, nil
}

// Reading is where a version of a report stands in the bytes received.
type Reading struct {
	Capture string
	Place   int64 // offset of its bytes; 0 where the capture is read whole
	Version int
}

// ReadingOf returns where a version was read, of the last version when it is 0. It
// is known of reports that are not shown too.
func (s *Store) ReadingOf(ctx context.Context, report string, version int) (r Reading, err error) {
	err = s.read(ctx, func(c *conn) error {
		found, err := c.one(`SELECT x.capture, x.place, x.version FROM readings x JOIN captures c ON c.id = x.capture
			WHERE x.report = ? AND (x.version = ? OR 0 = ?) ORDER BY x.version DESC, c.received, x.place LIMIT 1`,
			[]any{safe(report), min(version, 1<<30), min(version, 1<<30)}, &r.Capture, &r.Place, &r.Version)
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return r, fmt.Errorf("reading where report %q was read: %w", report, err)
	}
	return r, nil
}
