package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// Bytes are destroyed after the transaction that decides so, by a step that is
// queued in it. Until then a cut waits; StepErase does all that wait.

// Cut is a run of bytes that an erasure destroys.
type Cut struct {
	SHA256  isnad.Hash // of the bytes as they were received
	Payload isnad.Hash // of a WARC: of what the record held; else ""
	Start   int64      // of the run, in the bytes as they were received
	Length  int64      // -1 until it is destroyed
	Report  string
	Notice  string
	Made    time.Time  // UTC
	Done    time.Time  // UTC; zero while the bytes wait to be destroyed
	Digest  isnad.Hash // of the bytes with a salt that nobody keeps; "" until then
}

// CutForm is how to read what is kept instead of bytes that were cut.
type CutForm string

const (
	CutLines    CutForm = "lines"    // the same bytes with spaces in place of lines
	CutReadings CutForm = "readings" // the other reports, as they were read
	CutRecords  CutForm = "records"  // a WARC without some of its records
	CutWhole    CutForm = "none"     // nothing is kept
)

// CutBlob is what is kept instead of bytes that were cut.
type CutBlob struct {
	SHA256 isnad.Hash // of the bytes as they were received
	Form   CutForm
	Now    isnad.Hash // of what is kept instead; "" where nothing is
	Stale  isnad.Hash // is still to be taken away; "" for nothing
}

// addCut records a cut; fresh is false where it is recorded already.
func (c *conn) addCut(k Cut) (fresh bool, err error) {
	n, err := c.exec("INSERT INTO cuts (sha256, payload, start, length, report, notice, made, done, digest) VALUES (?,?,?,-1,?,?,?,0,'') ON CONFLICT (sha256, payload, start, report) DO NOTHING",
		string(k.SHA256), string(k.Payload), k.Start, k.Report, k.Notice, micros(time.Now()))
	return n > 0, err
}

// AddCut records that bytes are to be destroyed and queues the step that does so;
// capture is one that the bytes are of. Nothing changes where it is recorded already.
func (tx *Tx) AddCut(k Cut, capture string) error {
	fresh, err := tx.addCut(k)
	if err == nil && fresh {
		err = tx.Queue(Step{Kind: StepErase, Capture: capture})
	}
	if err != nil {
		return fmt.Errorf("recording what is to be destroyed: %w", err)
	}
	return nil
}

// CutReport records as to be destroyed all bytes that a report was ever read out
// of, and queues the step that does so. It returns the captures they are of.
func (tx *Tx) CutReport(report, notice string) (captures []string, err error) {
	var cuts []Cut
	err = tx.each(func(row *sql.Rows) error {
		k := Cut{Report: report, Notice: notice}
		var capture string
		err := row.Scan(&capture, &k.Start, &k.SHA256)
		cuts, captures = append(cuts, k), append(captures, capture)
		return err
	}, "SELECT x.capture, x.place, c.sha256 FROM readings x JOIN captures c ON c.id = x.capture WHERE x.report = ? ORDER BY c.seq, x.place", report)
	for _, k := range cuts {
		if err == nil {
			_, err = tx.addCut(k)
		}
	}
	if err == nil && len(captures) > 0 {
		err = tx.Queue(Step{Kind: StepErase, Capture: captures[0]})
	}
	if err != nil {
		return nil, fmt.Errorf("recording what is to be destroyed of report %s: %w", report, err)
	}
	return unique(captures), nil
}

// SameBytes returns the reports that were read out of the same bytes at the same
// place as one of a report's readings: by another address, they are the same document.
func (tx *Tx) SameBytes(report string) (reports []string, err error) {
	err = tx.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		reports = append(reports, id)
		return err
	}, `SELECT DISTINCT y.report FROM readings x JOIN captures c ON c.id = x.capture JOIN captures d ON d.sha256 = c.sha256 AND d.id <> c.id
		JOIN readings y ON y.capture = d.id AND y.place = x.place WHERE x.report = ? AND y.report <> ? ORDER BY y.report`, report, report)
	if err != nil {
		return nil, fmt.Errorf("looking for the same bytes as report %s: %w", report, err)
	}
	return reports, nil
}

const cutColumns = "k.sha256, k.payload, k.start, k.length, k.report, k.notice, k.made, k.done, k.digest"

func scanCut(row *sql.Rows) (Cut, error) {
	var k Cut
	var made, done int64
	err := row.Scan(&k.SHA256, &k.Payload, &k.Start, &k.Length, &k.Report, &k.Notice, &made, &done, &k.Digest)
	k.Made, k.Done = moment(made), moment(done)
	return k, err
}

func (c *conn) cuts(where string, args ...any) (list []Cut, err error) {
	err = c.each(func(row *sql.Rows) error {
		k, err := scanCut(row)
		list = append(list, k)
		return err
	}, "SELECT "+cutColumns+" FROM cuts k WHERE "+where+" ORDER BY k.made, k.sha256, k.payload, k.start, k.report", args...)
	return list, err
}

// WaitingCuts returns the cuts whose bytes wait to be destroyed.
func (s *Store) WaitingCuts(ctx context.Context) (list []Cut, err error) {
	err = s.read(ctx, func(c *conn) error {
		list, err = c.cuts("k.done = 0")
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what is to be destroyed: %w", err)
	}
	return list, nil
}

// CutsOf returns the cuts of the bytes with a hash.
func (s *Store) CutsOf(ctx context.Context, h isnad.Hash) (list []Cut, err error) {
	err = s.read(ctx, func(c *conn) error {
		list, err = c.cuts("k.sha256 = ?", string(h))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what was cut out of %s: %w", h, err)
	}
	return list, nil
}

// CutsOf is as Store.CutsOf within the transaction.
func (tx *Tx) CutsOf(h isnad.Hash) ([]Cut, error) {
	list, err := tx.cuts("k.sha256 = ?", string(h))
	if err != nil {
		return nil, fmt.Errorf("reading what was cut out of %s: %w", h, err)
	}
	return list, nil
}

// CutBlob returns what is kept instead of the bytes with a hash. cut is false where
// they stand as they were received, or wait to be cut: then Form is "".
func (s *Store) CutBlob(ctx context.Context, h isnad.Hash) (b CutBlob, cut bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		b, cut, err = c.cutBlob(h)
		return err
	})
	if err != nil {
		return b, false, fmt.Errorf("reading what is kept of %s: %w", h, err)
	}
	return b, cut, nil
}

// CutBlob is as Store.CutBlob within the transaction.
func (tx *Tx) CutBlob(h isnad.Hash) (CutBlob, bool, error) {
	b, cut, err := tx.cutBlob(h)
	if err != nil {
		return b, false, fmt.Errorf("reading what is kept of %s: %w", h, err)
	}
	return b, cut, nil
}

func (c *conn) cutBlob(h isnad.Hash) (b CutBlob, cut bool, err error) {
	b.SHA256 = h
	cut, err = c.one("SELECT form, now, stale FROM cut_blobs WHERE sha256 = ?", []any{string(h)}, &b.Form, &b.Now, &b.Stale)
	return b, cut, err
}

// Condemned tells whether any of the bytes with a hash were destroyed or are to be.
func (s *Store) Condemned(ctx context.Context, h isnad.Hash) (cut bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		var one int
		cut, err = c.one("SELECT 1 FROM cuts WHERE sha256 = ? OR payload = ? LIMIT 1", []any{string(h), string(h)}, &one)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("looking whether %s was erased: %w", h, err)
	}
	return cut, nil
}

// CutBlobs calls fn for everything that is kept instead of bytes that were cut.
func (s *Store) CutBlobs(ctx context.Context, fn func(CutBlob) error) error {
	var list []CutBlob
	err := s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var b CutBlob
			err := row.Scan(&b.SHA256, &b.Form, &b.Now, &b.Stale)
			list = append(list, b)
			return err
		}, "SELECT sha256, form, now, stale FROM cut_blobs ORDER BY sha256")
	})
	if err != nil {
		return fmt.Errorf("reading what is kept of bytes that were cut: %w", err)
	}
	for _, b := range list {
		if err := fn(b); err != nil {
			return err
		}
	}
	return nil
}

// PutCutBlob records what is kept from now on instead of bytes, and what is cut out of them by it.
func (s *Store) PutCutBlob(ctx context.Context, b CutBlob, cuts []Cut) error {
	err := s.Begin(ctx, func(tx *Tx) error {
		for _, k := range cuts {
			_, err := tx.exec(`INSERT INTO cuts (sha256, payload, start, length, report, notice, made, done, digest) VALUES (?,?,?,?,?,?,?,0,?)
				ON CONFLICT (sha256, payload, start, report) DO UPDATE SET length = excluded.length, digest = excluded.digest`,
				string(k.SHA256), string(k.Payload), k.Start, k.Length, k.Report, k.Notice, micros(time.Now()), string(k.Digest))
			if err != nil {
				return err
			}
		}
		return tx.insert("INSERT INTO cut_blobs (sha256, form, now, stale)", [][]any{{string(b.SHA256), string(b.Form), string(b.Now), string(b.Stale)}},
			"ON CONFLICT (sha256) DO UPDATE SET form = excluded.form, now = excluded.now, stale = excluded.stale")
	})
	if err != nil {
		return fmt.Errorf("recording what is kept of %s: %w", b.SHA256, err)
	}
	return nil
}

// CutDone records that the bytes of cuts are destroyed.
func (tx *Tx) CutDone(cuts []Cut) error {
	now := micros(time.Now())
	for _, k := range cuts {
		_, err := tx.exec("UPDATE cuts SET done = ? WHERE sha256 = ? AND payload = ? AND start = ? AND report = ?", now, string(k.SHA256), string(k.Payload), k.Start, k.Report)
		if err == nil {
			_, err = tx.exec("UPDATE cut_blobs SET stale = '' WHERE sha256 = ?", string(k.SHA256))
		}
		if err != nil {
			return fmt.Errorf("recording what was destroyed: %w", err)
		}
	}
	return nil
}

// BareCaptures has captures of which nothing is kept forget where they came from,
// since an address may hold words too; so do their entries of the log. It is to be
// called before Purge.
func (s *Store) BareCaptures(ctx context.Context, bytes []isnad.Hash) error {
	err := s.Begin(ctx, func(tx *Tx) error {
		for _, h := range bytes {
			b, cut, err := tx.cutBlob(h)
			if err == nil && cut && b.Form == CutWhole {
				err = tx.bareCaptures(h)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("forgetting where destroyed bytes came from: %w", err)
	}
	return nil
}

// CapturesOf returns the captures of the bytes with a hash, in the order received.
func (s *Store) CapturesOf(ctx context.Context, h isnad.Hash) (list []isnad.Capture, err error) {
	err = s.read(ctx, func(c *conn) error {
		list, err = c.capturesOf(h)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the captures of %s: %w", h, err)
	}
	return list, nil
}

func (c *conn) capturesOf(h isnad.Hash) (list []isnad.Capture, err error) {
	err = c.each(func(row *sql.Rows) error {
		var doc, place string
		if err := row.Scan(&doc, &place); err != nil {
			return err
		}
		x, err := readCapture(doc, place)
		list = append(list, x)
		return err
	}, "SELECT doc, place FROM captures WHERE sha256 = ? ORDER BY seq", string(h))
	return list, err
}

// OnlyOf tells whether bytes are kept for the sake of one origin alone.
func (tx *Tx) OnlyOf(h isnad.Hash, origin string) (bool, error) {
	list, err := tx.capturesOf(h)
	if err != nil {
		return false, fmt.Errorf("looking for what else has the bytes %s: %w", h, err)
	}
	for i := range list {
		if list[i].Origin != origin {
			return false, nil
		}
	}
	return true, nil
}

// Containers returns the hashes of all WARCs, in the order received.
func (s *Store) Containers(ctx context.Context) (list []isnad.Hash, err error) {
	err = s.read(ctx, func(c *conn) error {
		seen := map[isnad.Hash]bool{}
		return c.each(func(row *sql.Rows) error {
			var h isnad.Hash
			err := row.Scan(&h)
			if !seen[h] {
				seen[h] = true
				list = append(list, h)
			}
			return err
		}, "SELECT sha256 FROM captures WHERE first_step = 'unpack' ORDER BY seq")
	})
	if err != nil {
		return nil, fmt.Errorf("listing WARCs: %w", err)
	}
	return list, nil
}

// ResumeErasures queues the step that destroys bytes where some wait and no step
// will: it was given up, or its row was lost with a backup.
func (s *Store) ResumeErasures(ctx context.Context) error {
	waiting, err := s.WaitingCuts(ctx)
	if err != nil || len(waiting) == 0 {
		return err
	}
	err = s.Begin(ctx, func(tx *Tx) error {
		if err := tx.e.lock(&tx.conn, "take", false); err != nil {
			return err
		}
		var one int
		queued, err := tx.one("SELECT 1 FROM jobs WHERE kind = 'erase' AND state <> 'failed' LIMIT 1", nil, &one)
		if err != nil || queued {
			return err
		}
		if _, err := tx.exec("DELETE FROM jobs WHERE kind = 'erase'"); err != nil {
			return err
		}
		var capture string
		found, err := tx.one("SELECT id FROM captures WHERE sha256 = ?", []any{string(waiting[0].SHA256)}, &capture)
		if err != nil || !found {
			return err
		}
		return tx.Queue(Step{Kind: StepErase, Capture: capture})
	})
	if err != nil {
		return fmt.Errorf("going on with what is to be destroyed: %w", err)
	}
	return nil
}
