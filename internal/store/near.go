package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"isnad"
)

// Neighbours is some incidents and others that stand near them.
type Neighbours struct {
	Claims   []isnad.Claim      // present claims of all of them, in the order they were recorded
	Verdicts map[string]Verdict // what people made of them
}

// Near returns the incidents named and, for each block, at most so many of the
// incidents that meet it, those nearest to its days first.
func (s *Store) Near(ctx context.Context, incidents []string, blocks []Block, most int) (n Neighbours, err error) {
	err = s.read(ctx, func(c *conn) error {
		ids := map[string]bool{}
		for _, id := range incidents {
			ids[safe(id)] = true
		}
		for k := range blocks {
			for wide := range 2 {
				where, args := blocks[k].where(wide)
				middle := (dayNumber(blocks[k].From) + dayNumber(blocks[k].To)) / 2
				err := c.each(func(row *sql.Rows) error {
					var id string
					err := row.Scan(&id)
					ids[id] = true
					return err
				}, "SELECT id FROM incidents WHERE "+where+" ORDER BY abs(day_from - ?), id LIMIT ?", append(args, middle, most)...)
				if err != nil {
					return err
				}
			}
		}
		list := make([]string, 0, len(ids))
		for id := range ids {
			list = append(list, id)
		}
		slices.Sort(list)
		var g claimSet
		if err := c.claimsOfIncidents(&g, list); err != nil {
			return err
		}
		n.Claims = g.sorted()
		n.Verdicts, err = c.verdicts(list)
		return err
	})
	if err != nil {
		return n, fmt.Errorf("looking for incidents near others: %w", err)
	}
	return n, nil
}
