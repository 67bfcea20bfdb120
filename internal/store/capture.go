package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"isnad"
)

// AddCapture records a capture and queues its steps in one transaction. When the
// capture is there already, nothing changes and added is false; the capture
// returned is the one that stands in the database.
func (s *Store) AddCapture(ctx context.Context, c isnad.Capture, steps ...Step) (kept isnad.Capture, added bool, err error) {
	err = s.Begin(ctx, func(tx *Tx) error {
		kept, added, err = tx.AddCapture(c, steps...)
		return err
	})
	return kept, added, err
}

// AddCapture is as Store.AddCapture, inside the transaction.
func (tx *Tx) AddCapture(c isnad.Capture, steps ...Step) (kept isnad.Capture, added bool, err error) {
	if err := checkID(c.ID); err != nil {
		return c, false, fmt.Errorf("adding a capture: %w", err)
	}
	if !c.SHA256.Valid() {
		return c, false, fmt.Errorf("adding capture %s: %q is not a SHA-256", c.ID, c.SHA256)
	}
	doc, err := json.Marshal(c)
	if err != nil {
		return c, false, fmt.Errorf("adding capture %s: %w", c.ID, err)
	}
	first := ""
	if len(steps) > 0 {
		first = string(steps[0].Kind)
	}
	n, err := tx.exec(`INSERT INTO captures (id, sha256, place, place_sum, container, received, first_step, doc)
		VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING`,
		c.ID, string(c.SHA256), clean(c.Place), rowSum(clean(c.Place)), string(c.Container), micros(c.Received), first, string(doc))
	if err != nil {
		return c, false, fmt.Errorf("adding capture %s: %w", c.ID, err)
	}
	if n == 0 {
		kept, err := tx.capture(c.ID)
		return kept, false, err
	}
	if _, err := tx.exec(`INSERT INTO blobs (sha256, size) VALUES (?,?) ON CONFLICT (sha256) DO NOTHING`, string(c.SHA256), c.Size); err != nil {
		return c, false, fmt.Errorf("adding capture %s: %w", c.ID, err)
	}
	if err := tx.Queue(steps...); err != nil {
		return c, false, err
	}
	if err := tx.Enter(isnad.EntryCapture, c.ID, captureStatement(&c, string(doc))); err != nil {
		return c, false, err
	}
	kept, err = tx.capture(c.ID)
	return kept, true, err
}

func (c *conn) capture(id string) (isnad.Capture, error) {
	var doc, place string
	var out isnad.Capture
	found, err := c.one("SELECT doc, place FROM captures WHERE id = ?", []any{id}, &doc, &place)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	if err == nil {
		out, err = readCapture(doc, place)
	}
	if err != nil {
		return out, fmt.Errorf("reading capture %q: %w", id, err)
	}
	return out, nil
}

func readCapture(doc, place string) (isnad.Capture, error) {
	var c isnad.Capture
	if err := json.Unmarshal([]byte(doc), &c); err != nil {
		return c, err
	}
	c.Place = place
	return c, nil
}

// Capture returns a capture and the notes on it.
func (s *Store) Capture(ctx context.Context, id string) (isnad.Capture, []string, error) {
	var out isnad.Capture
	var notes []string
	err := s.read(ctx, func(c *conn) error {
		var err error
		if out, err = c.capture(id); err != nil {
			return err
		}
		return c.each(func(row *sql.Rows) error {
			var n string
			err := row.Scan(&n)
			notes = append(notes, n)
			return err
		}, "SELECT note FROM notes WHERE capture = ? ORDER BY seq", id)
	})
	return out, notes, err
}

// Captures calls fn for every capture in the order received. fn may write: no
// transaction is open while it runs.
func (s *Store) Captures(ctx context.Context, fn func(isnad.Capture) error) error {
	const page = 500
	last := int64(0)
	for {
		var batch []isnad.Capture
		err := s.read(ctx, func(c *conn) error {
			return c.each(func(row *sql.Rows) error {
				var doc, place string
				if err := row.Scan(&last, &doc, &place); err != nil {
					return err
				}
				x, err := readCapture(doc, place)
				batch = append(batch, x)
				return err
			}, "SELECT seq, doc, place FROM captures WHERE seq > ? ORDER BY seq LIMIT ?", last, page)
		})
		if err != nil {
			return fmt.Errorf("reading the captures: %w", err)
		}
		for _, x := range batch {
			if err := fn(x); err != nil {
				return err
			}
		}
		if len(batch) < page {
			return nil
		}
	}
}

const (
	maxNoteBytes = 1000
	maxNotes     = 200 // on one capture; broken input may give a million
)

// Note records what could not be read of a capture, for people. Notes are cut to
// 1,000 bytes; a capture has at most 200 and then one that says so.
func (tx *Tx) Note(capture, note string) error {
	note = clean(note)
	if len(note) > maxNoteBytes {
		note = strings.ToValidUTF8(note[:maxNoteBytes-4], "") + "…"
	}
	var n int
	if _, err := tx.one("SELECT count(*) FROM notes WHERE capture = ?", []any{capture}, &n); err != nil {
		return fmt.Errorf("noting on capture %s: %w", capture, err)
	}
	switch {
	case n > maxNotes:
		return nil
	case n == maxNotes:
		note = "there is more that could not be read; only the first 200 notes are kept"
	}
	if _, err := tx.exec("INSERT INTO notes (capture, stage, note) VALUES (?,?,?) ON CONFLICT (capture, stage, note) DO NOTHING", capture, tx.stage, note); err != nil {
		return fmt.Errorf("noting on capture %s: %w", capture, err)
	}
	return nil
}

// clean makes text fit for both engines: PostgreSQL takes neither NUL nor bytes
// that are not UTF-8. Each becomes one U+FFFD, so that positions stay as they are.
func clean(s string) string {
	if utf8.ValidString(s) && !strings.Contains(s, "\x00") {
		return s
	}
	var b strings.Builder
	for _, r := range s { // a bad byte comes as one U+FFFD
		if r == 0 {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// checkID refuses names that cannot be ours: they are indexed and stand in addresses.
func checkID(id string) error {
	if id == "" || len(id) > 200 || clean(id) != id {
		return fmt.Errorf("%.40q is not an ID", id)
	}
	return nil
}
