package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"isnad"
)

// maxProvable bounds how many entries bear on one thing.
const maxProvable = 1000

// Provable returns the entries that bear on a thing, in order of writing: of a
// report those about its versions, their captures, its notices and what was decided and
// carried out in the cases that these came from; of a case those about it and its notices; of
// anything else those about it. isnad.ErrNotFound where there are none.
func (s *Store) Provable(ctx context.Context, id string) (out []isnad.Entry, err error) {
	err = s.read(ctx, func(c *conn) error {
		about := []string{id}
		for _, q := range []string{
			"SELECT DISTINCT capture FROM versions WHERE report = ? LIMIT 200",
			"SELECT id FROM notices WHERE report = ? ORDER BY number LIMIT 200",
			"SELECT id FROM notices WHERE case_id = ? ORDER BY number LIMIT 200",
		} {
			err := c.each(func(row *sql.Rows) error {
				var x string
				err := row.Scan(&x)
				about = append(about, x)
				return err
			}, q, safe(id))
			if err != nil {
				return err
			}
		}
		cases := map[string]bool{}
		err := c.each(func(row *sql.Rows) error {
			var x string
			err := row.Scan(&x)
			cases[x] = x != id
			about = append(about, x)
			return err
		}, "SELECT DISTINCT case_id FROM notices WHERE report = ? OR id = ? LIMIT 200", safe(id), safe(id))
		if err != nil {
			return err
		}
		slices.Sort(about)
		err = in(slices.Compact(about), func(list string, args []any) error {
			return c.each(func(row *sql.Rows) error {
				var seq int64
				e, err := scanEntry(row, &seq)
				if err == nil && !(cases[e.About] && e.Kind == isnad.EntryCase) {
					out = append(out, e)
				}
				return err
			}, "SELECT "+entryColumns+", e.seq FROM entries e WHERE e.about IN "+list+" ORDER BY e.seq LIMIT ?", append(args, maxProvable)...)
		})
		if err == nil && len(out) == 0 {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the entries that bear on %q: %w", id, err)
	}
	slices.SortStableFunc(out, func(a, b isnad.Entry) int { return a.Time.Compare(b.Time) })
	return out[:min(len(out), maxProvable)], nil
}
