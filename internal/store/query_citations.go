package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"isnad"
)

// CitationQuery selects links of the chain, of present versions of reports.
type CitationQuery struct {
	From    string // ID of the report that cites
	To      string // ID of the source or report that is cited
	Basis   isnad.CitationBasis
	Kind    isnad.CitationKind
	Missing bool // copies only that name neither what they copy nor whom that had it from
	Page
}

// Citations returns links of the chain in the order they were recorded.
func (s *Store) Citations(ctx context.Context, q CitationQuery) (cites []isnad.Citation, next string, err error) {
	var w conditions
	if q.From != "" {
		w.add("c.report = ?", safe(q.From))
	}
	if q.To != "" {
		w.add("c.cited = ?", safe(q.To))
	}
	switch q.Basis { // in words where there is a partial index, which a parameter would not find
	case "":
	case isnad.CitationDetected:
		w.add("c.basis = 'detected'")
	default:
		w.add("c.basis = ?", safe(string(q.Basis)))
	}
	if q.Kind != "" {
		w.add("c.kind = ?", safe(string(q.Kind)))
	}
	if q.Missing {
		w.add("c.missing = 1")
	}
	k, ok, err := q.cursor("citations", 1)
	if err != nil {
		return nil, "", fmt.Errorf("listing citations: %w", err)
	}
	if ok {
		w.add("c.seq > ?", k.Keys[0])
	}
	limit := q.limit()
	var seqs []int64
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var doc string
			var seq int64
			if err := row.Scan(&doc, &seq); err != nil {
				return err
			}
			var x isnad.Citation
			err := json.Unmarshal([]byte(doc), &x)
			cites, seqs = append(cites, x), append(seqs, seq)
			return err
		}, "SELECT c.doc, c.seq FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version WHERE "+w.String()+" ORDER BY c.seq LIMIT ?",
			append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing citations: %w", err)
	}
	if len(cites) > limit {
		return cites[:limit], cursor{Order: "citations", Keys: []int64{seqs[limit-1]}}.String(), nil
	}
	return cites, "", nil
}
