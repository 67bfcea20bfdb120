package store

import (
	"database/sql"
	"fmt"
	"strings"

	"isnad"
)

// Block is where to look for incidents; see reconcile.Block.
type Block struct {
	From, To                       isnad.Day
	Country                        string
	MinLat, MaxLat, MinLon, MaxLon float64
	Province                       string
	Events                         []isnad.Event
}

func (b *Block) boxed() bool {
	return b.MinLat != 0 || b.MaxLat != 0 || b.MinLon != 0 || b.MaxLon != 0
}

// where returns the condition for incidents of one width class. An incident known
// less closely than the block asks (no coordinates, no province, no country)
// meets it: only the caller can tell whether they may be the same.
func (b *Block) where(wide int) (string, []any) {
	w := []string{"wide = ?"}
	args := []any{wide}
	if b.Country != "" {
		w = append(w, "country IN (?, '')")
		args = append(args, b.Country)
	}
	if !b.From.IsZero() {
		from, to := dayNumber(b.From), dayNumber(b.To)
		back := int64(wideDays)
		if wide == 1 {
			back = widestDay
		}
		w = append(w, "day_from BETWEEN ? AND ?", "day_to >= ?")
		args = append(args, from-back, max(from, to), from)
	}
	switch {
	case b.boxed():
		w = append(w, "(lat IS NULL OR (lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?))")
		args = append(args, b.MinLat, b.MaxLat, b.MinLon, b.MaxLon)
		if b.Province != "" {
			w = append(w, "(lat IS NOT NULL OR province IN (?, ''))")
			args = append(args, b.Province)
		}
	case b.Province != "":
		w = append(w, "province IN (?, '')")
		args = append(args, b.Province)
	}
	if len(b.Events) > 0 {
		w = append(w, "event IN (?"+strings.Repeat(",?", len(b.Events)-1)+")")
		for _, e := range b.Events {
			args = append(args, string(e))
		}
	}
	return strings.Join(w, " AND "), args
}

// ClaimsAround returns the present claims of every incident that meets one of the
// blocks, in the order they were recorded.
func (tx *Tx) ClaimsAround(blocks []Block) ([]isnad.Claim, error) {
	if err := tx.settle(); err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for k := range blocks {
		for wide := range 2 {
			where, args := blocks[k].where(wide)
			err := tx.each(func(row *sql.Rows) error {
				var id string
				err := row.Scan(&id)
				ids[id] = true
				return err
			}, "SELECT id FROM incidents WHERE "+where, args...)
			if err != nil {
				return nil, fmt.Errorf("looking for incidents around: %w", err)
			}
		}
	}
	list := make([]string, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	var g claimSet
	if err := tx.claimsOfIncidents(&g, list); err != nil {
		return nil, fmt.Errorf("reading the claims of incidents around: %w", err)
	}
	return g.sorted(), nil
}
