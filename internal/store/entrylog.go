package store

import (
	"context"
	"database/sql"
	"fmt"

	"isnad"
)

// HoldLog makes this process the one that writes the log, until release is called;
// held is false where another process is. On SQLite it always is: there a lock in the log's folder,
// which lies beside the database, keeps the others away.
func (s *Store) HoldLog(ctx context.Context) (release func() error, held bool, err error) {
	release, held, err = s.e.hold(ctx, s.writer, "log")
	if err != nil {
		return nil, false, fmt.Errorf("asking for the log: %w", s.e.explain(err))
	}
	return release, held, nil
}

// LogVerifier returns the name and public key of the log that this database is
// written to; isnad.ErrNotFound where there is none yet.
func (s *Store) LogVerifier(ctx context.Context) (string, error) {
	var v string
	err := s.read(ctx, func(c *conn) error {
		found, err := c.one("SELECT verifier FROM logs WHERE one = 1", nil, &v)
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("reading which log there is: %w", err)
	}
	return v, nil
}

// SetLogVerifier says which log this database is written to. It cannot be said twice.
func (s *Store) SetLogVerifier(ctx context.Context, verifier string) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("INSERT INTO logs (one, verifier) VALUES (1, ?)", verifier)
		return err
	})
	if err != nil {
		return fmt.Errorf("recording which log there is: %w", err)
	}
	return nil
}

// LogCounts is how many entries have their place in the log, and how many wait.
type LogCounts struct{ Placed, Waiting int64 }

// LogCounts counts the entries.
func (s *Store) LogCounts(ctx context.Context) (n LogCounts, err error) {
	err = s.read(ctx, func(c *conn) error {
		if _, err := c.one("SELECT coalesce(max(place), -1) + 1 FROM entries", nil, &n.Placed); err != nil {
			return err
		}
		_, err := c.one("SELECT count(*) FROM entries WHERE place IS NULL", nil, &n.Waiting)
		return err
	})
	if err != nil {
		return n, fmt.Errorf("counting the entries of the log: %w", err)
	}
	return n, nil
}

// PlaceEntries gives the next places in the log to at most so many waiting entries,
// in the order in which they were written, and returns to how many. Once given, a
// place stays. It is to be called under HoldLog.
func (s *Store) PlaceEntries(ctx context.Context, most int) (n int64, err error) {
	err = s.write(ctx, func(c *conn) error {
		n, err = c.exec(`UPDATE entries SET place = (SELECT coalesce(max(place), -1) FROM entries) + w.k
			FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS k FROM entries WHERE place IS NULL ORDER BY seq LIMIT ?) w
			WHERE w.seq = entries.seq`, most)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("placing entries in the log: %w", err)
	}
	return n, nil
}

// EntriesFrom returns at most so many entries that have a place, from one on.
func (s *Store) EntriesFrom(ctx context.Context, place int64, most int) (out []isnad.Entry, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			e, err := scanEntry(row)
			out = append(out, e)
			return err
		}, "SELECT "+entryColumns+" FROM entries e WHERE e.place >= ? ORDER BY e.place LIMIT ?", place, most)
	})
	if err != nil {
		return nil, fmt.Errorf("reading entries of the log from %d on: %w", place, err)
	}
	return out, nil
}

// EntriesOf returns the entries about any of the IDs, in the order in which they
// were written; those that still wait for the log have index -1.
func (s *Store) EntriesOf(ctx context.Context, about ...string) (out []isnad.Entry, err error) {
	err = s.read(ctx, func(c *conn) error {
		for _, id := range about {
			es, err := c.entriesOf(id)
			if err != nil {
				return err
			}
			out = append(out, es...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the entries about %q: %w", about, err)
	}
	return out, nil
}
