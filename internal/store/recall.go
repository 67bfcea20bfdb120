package store

import (
	"context"
	"database/sql"
	"fmt"

	"isnad"
)

// LastCapture returns the capture received last from a place (isnad.Capture.Place),
// isnad.ErrNotFound where there is none.
func (s *Store) LastCapture(ctx context.Context, place string) (isnad.Capture, error) {
	var out isnad.Capture
	err := s.read(ctx, func(c *conn) error {
		var doc, at string
		found, err := c.one("SELECT doc, place FROM captures WHERE place_sum = ? ORDER BY seq DESC LIMIT 1", []any{rowSum(clean(place))}, &doc, &at)
		if err != nil {
			return err
		}
		if !found {
			return isnad.ErrNotFound
		}
		out, err = readCapture(doc, at)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("reading the last capture of %q: %w", place, err)
	}
	return out, nil
}

// CapturesIn returns the captures unpacked from the WARC with the hash, in the
// order they were unpacked.
func (s *Store) CapturesIn(ctx context.Context, container isnad.Hash) ([]isnad.Capture, error) {
	var out []isnad.Capture
	if container == "" {
		return nil, nil
	}
	err := s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var doc, place string
			if err := row.Scan(&doc, &place); err != nil {
				return err
			}
			x, err := readCapture(doc, place)
			out = append(out, x)
			return err
		}, "SELECT doc, place FROM captures WHERE container = ? ORDER BY seq", string(container))
	})
	if err != nil {
		return nil, fmt.Errorf("reading what %s holds: %w", container, err)
	}
	return out, nil
}
