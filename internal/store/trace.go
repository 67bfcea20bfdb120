package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"time"

	"isnad"
)

// SketchRow is the fingerprints of the present version of one report.
type SketchRow struct {
	N       int64  // in the order of indexing; set by PutSketches
	Doc     int64  // number of the report, for indexes that count
	Report  string // ID
	Version int
	Source  string // ID of the outlet
	Day     int    // since 1970-01-01, of the report's place in time
	At      int64  // its place in time, in microseconds of Unix time
	Sketch  []byte // nil where the report is no longer indexed
}

// Reset tells that nothing that was indexed before this row counts any more.
func (r *SketchRow) Reset() bool { return r.Report == "" }

// LockTrace keeps every other process from indexing until the transaction ends,
// so that sketches get their numbers in the order in which they appear. On
// SQLite the transaction holds the write lock anyway.
func (tx *Tx) LockTrace() error {
	if err := tx.e.lock(&tx.conn, "trace", false); err != nil {
		return fmt.Errorf("waiting for the index of sketches: %w", err)
	}
	return nil
}

// PutSketches indexes reports, each in place of what was indexed of it before.
func (tx *Tx) PutSketches(rows []SketchRow) error {
	ids := make([]string, len(rows))
	values := make([][]any, len(rows))
	for i, r := range rows {
		ids[i] = r.Report
		values[i] = []any{r.Doc, r.Report, r.Version, short(r.Source), r.Day, r.At, r.Sketch}
	}
	err := in(ids, func(list string, args []any) error {
		_, err := tx.exec("DELETE FROM sketches WHERE report IN "+list, args...)
		return err
	})
	if err == nil {
		err = tx.insert("INSERT INTO sketches (doc, report, version, source, day, at, sketch)", values, "")
	}
	if err != nil {
		return fmt.Errorf("recording sketches: %w", err)
	}
	return nil
}

// LastSketch is the number of the sketch indexed last, 0 when there is none.
func (tx *Tx) LastSketch() (n int64, err error) {
	if _, err := tx.one("SELECT coalesce(max(n), 0) FROM sketches", nil, &n); err != nil {
		return 0, fmt.Errorf("reading the last number of the sketches: %w", err)
	}
	return n, nil
}

// SketchesAfter calls fn for every sketch indexed after number n, in order.
func (tx *Tx) SketchesAfter(n int64, fn func(SketchRow) error) error {
	return tx.sketchesAfter(n, fn)
}

// SketchesAfter is [Tx.SketchesAfter] outside a transaction that writes.
func (s *Store) SketchesAfter(ctx context.Context, n int64, fn func(SketchRow) error) error {
	return s.read(ctx, func(c *conn) error { return c.sketchesAfter(n, fn) })
}

func (c *conn) sketchesAfter(n int64, fn func(SketchRow) error) error {
	err := c.each(func(row *sql.Rows) error {
		var r SketchRow
		if err := row.Scan(&r.N, &r.Doc, &r.Report, &r.Version, &r.Source, &r.Day, &r.At, &r.Sketch); err != nil {
			return err
		}
		return fn(r)
	}, "SELECT n, doc, report, version, source, day, at, sketch FROM sketches WHERE n > ? ORDER BY n", n)
	if err != nil {
		return fmt.Errorf("reading sketches: %w", err)
	}
	return nil
}

// CopiesOf names the present versions that are held to copy one of the reports, at
// most limit of those of 200 reports.
func (tx *Tx) CopiesOf(reports []string, limit int) ([]ReportRef, error) {
	var out []ReportRef
	err := in(reports, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var r ReportRef
			err := row.Scan(&r.ID, &r.Version)
			out = append(out, r)
			return err
		}, "SELECT c.report, c.version FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version WHERE c.basis = 'detected' AND c.kind = 'copy' AND c.cited IN "+list+" ORDER BY c.seq LIMIT ?",
			append(args, limit)...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading who copies reports: %w", err)
	}
	return out, nil
}

// VersionAt returns the version of a report that stood at a time: the last one
// received by then, isnad.ErrNotFound when there was none.
func (tx *Tx) VersionAt(report string, at time.Time) (r isnad.Report, err error) {
	found := false
	err = tx.each(func(row *sql.Rows) error {
		found = true
		r, err = scanVersion(row)
		return err
	}, "SELECT "+versionColumns+" FROM versions v WHERE v.report = ? AND v.received <= ? ORDER BY v.received DESC, v.version DESC LIMIT 1", report, micros(at))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return r, fmt.Errorf("reading what report %s was at %s: %w", report, at.Format(time.RFC3339), err)
	}
	return r, nil
}

// Docs returns the numbers of reports.
func (tx *Tx) Docs(reports []string) (map[string]int64, error) {
	out := map[string]int64{}
	err := in(reports, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var id string
			var seq int64
			err := row.Scan(&id, &seq)
			out[id] = seq
			return err
		}, "SELECT id, seq FROM reports WHERE id IN "+list, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading the numbers of reports: %w", err)
	}
	return out, nil
}

// ReportsByDoc calls fn for the present version of each report that has one of the numbers.
func (tx *Tx) ReportsByDoc(docs []int64, fn func(doc int64, r *isnad.Report)) error {
	return tx.reportsByDoc(docs, fn)
}

// ReportsByDoc is [Tx.ReportsByDoc] outside a transaction that writes.
func (s *Store) ReportsByDoc(ctx context.Context, docs []int64, fn func(doc int64, r *isnad.Report)) error {
	return s.read(ctx, func(c *conn) error { return c.reportsByDoc(docs, fn) })
}

func (c *conn) reportsByDoc(docs []int64, fn func(doc int64, r *isnad.Report)) error {
	err := in(docs, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var seq int64
			r, err := scanVersion(row, &seq)
			if err == nil {
				fn(seq, &r)
			}
			return err
		}, "SELECT "+versionColumns+", r.seq FROM reports r JOIN versions v ON v.report = r.id AND v.version = r.version WHERE r.seq IN "+list, args...)
	})
	if err != nil {
		return fmt.Errorf("reading reports by number: %w", err)
	}
	return nil
}

// VersionBefore returns the version of a report that was received before the one
// named, isnad.ErrNotFound when that is the first.
func (tx *Tx) VersionBefore(ref ReportRef) (r isnad.Report, err error) {
	found := false
	err = tx.each(func(row *sql.Rows) error {
		found = true
		r, err = scanVersion(row)
		return err
	}, `SELECT `+versionColumns+` FROM versions v JOIN versions w ON w.report = v.report AND w.version = ?
		WHERE v.report = ? AND (v.received, v.version) < (w.received, w.version) ORDER BY v.received DESC, v.version DESC LIMIT 1`, ref.Version, ref.ID)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err != nil {
		return r, fmt.Errorf("reading the version before %d of report %s: %w", ref.Version, ref.ID, err)
	}
	return r, nil
}

// PutTraced replaces the detected citations of versions of reports. changed names
// those whose links are others than before.
func (tx *Tx) PutTraced(refs []ReportRef, cites map[ReportRef][]isnad.Citation) (changed []ReportRef, err error) {
	was := map[ReportRef][]string{}
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	err = in(ids, func(list string, args []any) error {
		return tx.each(func(row *sql.Rows) error {
			var ref ReportRef
			var doc string
			err := row.Scan(&ref.ID, &ref.Version, &doc)
			was[ref] = append(was[ref], doc)
			return err
		}, "SELECT report, version, doc FROM citations WHERE basis = 'detected' AND report IN "+list+" ORDER BY seq", args...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading what was traced: %w", err)
	}
	var rows [][]any
	for _, ref := range refs {
		var docs []string
		var fresh [][]any
		for _, c := range cites[ref] {
			c.From, c.Version, c.Basis = ref.ID, ref.Version, isnad.CitationDetected
			c, err := tx.protectCitation(c)
			if err != nil {
				return nil, fmt.Errorf("citation: %w", err)
			}
			doc, err := json.Marshal(c)
			if err != nil {
				return nil, fmt.Errorf("citation: %w", err)
			}
			docs = append(docs, string(doc))
			fresh = append(fresh, []any{ref.ID, ref.Version, short(c.To), string(doc), string(c.Basis), short(string(c.Kind)), bit(c.Missing)})
		}
		if equalDocs(was[ref], docs) {
			continue
		}
		changed = append(changed, ref)
		if len(was[ref]) > 0 {
			if _, err := tx.exec("DELETE FROM citations WHERE basis = 'detected' AND report = ? AND version = ?", ref.ID, ref.Version); err != nil {
				return nil, fmt.Errorf("replacing what was traced: %w", err)
			}
		}
		rows = append(rows, fresh...)
	}
	if err := tx.insert("INSERT INTO citations (report, version, cited, doc, basis, kind, missing)", rows, ""); err != nil {
		return nil, fmt.Errorf("recording what was traced: %w", err)
	}
	return changed, nil
}

func equalDocs(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Declared returns the citations that present versions of reports declare themselves.
func (tx *Tx) Declared(reports []string) (map[string][]isnad.Citation, error) {
	return tx.citesOf(reports, "c.report", isnad.CitationDeclared, math.MaxInt32)
}

// Copies returns the detected citations of present versions of reports, by the report that copies.
func (tx *Tx) Copies(reports []string) (map[string][]isnad.Citation, error) {
	return tx.citesOf(reports, "c.report", isnad.CitationDetected, math.MaxInt32)
}

// citesOf reads citations by one of their ends, at most limit of those of 200 reports.
func (c *conn) citesOf(reports []string, column string, basis isnad.CitationBasis, limit int) (map[string][]isnad.Citation, error) {
	out := map[string][]isnad.Citation{}
	err := in(reports, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var id, doc string
			if err := row.Scan(&id, &doc); err != nil {
				return err
			}
			var x isnad.Citation
			err := json.Unmarshal([]byte(doc), &x)
			out[id] = append(out[id], x)
			return err
		}, "SELECT "+column+", c.doc FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version WHERE c.basis = ? AND "+column+" IN "+list+" ORDER BY c.seq LIMIT ?",
			append(append([]any{string(basis)}, args...), limit)...)
	})
	if err != nil {
		return nil, fmt.Errorf("reading %s citations: %w", basis, err)
	}
	return out, nil
}
