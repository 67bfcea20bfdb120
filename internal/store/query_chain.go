package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// Chain is who drew on whom around one report, as far as their texts show.
type Chain struct {
	Reports map[string]ChainReport // by ID, the one asked for included
	Links   []isnad.Citation       // detected citations among them, of kind copy or quote
	More    bool                   // there are more than were asked for
}

// ChainReport is a report of a chain, without its text.
type ChainReport struct {
	isnad.Report
	Depth int // links from the report asked for: below 0 what it draws on, above 0 what draws on it
}

// Chain follows the detected copies of a report: to what it draws on, to what
// that draws on, and so on, and the other way to its copies and theirs. Reports
// that share a quotation with it are given too, at a depth of 1 either way, and
// are followed no further: who quotes the same speaker draws on nobody by that.
// At most limit reports are given, the nearest first and of those the copies.
func (s *Store) Chain(ctx context.Context, report string, limit int) (ch Chain, err error) {
	err = s.read(ctx, func(c *conn) error {
		w := chainWalk{conn: c, limit: limit, Chain: Chain{Reports: map[string]ChainReport{}}, linked: map[[2]string]bool{}, copied: map[string]bool{report: true}}
		if err := w.put(map[string]int{report: 0}); err != nil {
			return err
		}
		if len(w.Reports) == 0 {
			return c.notThere(report)
		}
		for _, way := range []int{-1, 1} {
			if err := w.follow(report, way); err != nil {
				return err
			}
		}
		ch = w.Chain
		return nil
	})
	if err != nil {
		return ch, fmt.Errorf("following the chain of report %q: %w", report, err)
	}
	return ch, nil
}

type chainWalk struct {
	*conn
	Chain
	limit  int
	linked map[[2]string]bool
	copied map[string]bool // reports that were reached by copies alone
}

// maxDepth is how many links a chain is followed.
const maxDepth = 12

// follow walks from a report along its citations (way -1) or against them (way 1).
func (w *chainWalk) follow(report string, way int) error {
	column := "c.report"
	if way > 0 {
		column = "c.cited"
	}
	next := []string{report}
	for depth := 1; len(next) > 0 && depth <= maxDepth; depth++ {
		most := 4*w.limit + 100 // a report that everybody copies must not be read whole
		by, err := w.citesOf(next, column, isnad.CitationDetected, most)
		if err != nil {
			return err
		}
		for _, cites := range by {
			w.More = w.More || len(cites) == most
		}
		kinds := []isnad.CitationKind{isnad.CiteCopy}
		if depth == 1 {
			kinds = append(kinds, isnad.CiteQuote)
		}
		fresh := map[string]int{}
		var on []string
		for _, kind := range kinds {
			for _, id := range next {
				for _, c := range by[id] {
					if c.Kind != kind {
						continue
					}
					other := c.To
					if way > 0 {
						other = c.From
					}
					x, known := w.Reports[other]
					if _, now := fresh[other]; !known && !now {
						if len(w.Reports)+len(fresh) >= w.limit {
							w.More = true
							continue
						}
						fresh[other] = way * depth
					}
					if kind == isnad.CiteCopy && !w.copied[other] {
						w.copied[other] = true
						on = append(on, other)
						if known { // by a quotation only, until now
							x.Depth = way * depth
							w.Reports[other] = x
						}
					}
					if key := [2]string{c.From, c.To}; !w.linked[key] {
						w.linked[key] = true
						w.Links = append(w.Links, c)
					}
				}
			}
		}
		if err := w.put(fresh); err != nil {
			return err
		}
		slices.Sort(on)
		next = on
	}
	return nil
}

// put reads reports into the chain.
func (w *chainWalk) put(depths map[string]int) error {
	ids := make([]string, 0, len(depths))
	for id := range depths {
		ids = append(ids, safe(id))
	}
	slices.Sort(ids)
	return in(ids, func(list string, args []any) error {
		return w.each(func(row *sql.Rows) error {
			var x ChainReport
			var doc string
			if err := row.Scan(&x.ID, &x.Title, &doc); err != nil {
				return err
			}
			id, title := x.ID, x.Title
			if err := json.Unmarshal([]byte(doc), &x.Report); err != nil {
				return fmt.Errorf("report %s: %w", id, err)
			}
			x.ID, x.Title, x.Depth = id, title, depths[id]
			w.Reports[id] = x
			return nil
		}, "SELECT r.id, v.title, v.doc FROM reports r JOIN versions v ON v.report = r.id AND v.version = r.version WHERE r.id IN "+list, args...)
	})
}

// Tie is how often one outlet's reports draw on another's.
type Tie struct {
	Source  string // ID of the other outlet
	Name    string
	Copies  int // reports that hold text of the other outlet's, each counted once
	Missing int // of them, those with a copy that names no source of it
	Quotes  int // pairs of reports with the same words of a speaker
}

// maxTied is how many outlets are given on either side of a network.
const maxTied = 500

// Network is whom an outlet's reports draw on, and who draws on them, as far as
// the texts show, the most first. more is true when there are more outlets than
// are given; what is given is counted in full.
func (s *Store) Network(ctx context.Context, source string) (from, by []Tie, more bool, err error) {
	err = s.read(ctx, func(c *conn) error {
		count := func(other, me string) ([]Tie, error) {
			out := []Tie{}
			err := c.each(func(row *sql.Rows) error {
				var t Tie
				if err := row.Scan(&t.Source, &t.Name, &t.Copies, &t.Missing, &t.Quotes); err != nil {
					return err
				}
				out = append(out, t)
				return nil
			}, `SELECT `+other+`.source_id, max(`+other+`.source), count(DISTINCT CASE WHEN c.kind = 'copy' THEN c.report END) AS copies,
				count(DISTINCT CASE WHEN c.kind = 'copy' AND c.missing = 1 THEN c.report END), count(CASE WHEN c.kind = 'quote' THEN 1 END) AS quotes
				FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version JOIN reports o ON o.id = c.cited
				WHERE c.basis = 'detected' AND c.kind IN ('copy', 'quote') AND o.source_id <> r.source_id AND `+me+`.source_id = ?
				GROUP BY `+other+`.source_id ORDER BY copies DESC, quotes DESC, `+other+`.source_id LIMIT ?`, safe(source), maxTied+1)
			if len(out) > maxTied {
				out, more = out[:maxTied], true
			}
			slices.SortFunc(out, func(a, b Tie) int { // here, for engines order names each in its own way
				return cmp.Or(cmp.Compare(b.Copies, a.Copies), cmp.Compare(b.Quotes, a.Quotes), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Source, b.Source))
			})
			return out, err
		}
		var err error
		if from, err = count("o", "r"); err != nil {
			return err
		}
		by, err = count("r", "o")
		return err
	})
	if err != nil {
		return nil, nil, false, fmt.Errorf("reading the network of source %q: %w", source, err)
	}
	return from, by, more, nil
}

// MissingRow is a copy that names neither what it copies nor whom that had it from.
type MissingRow struct {
	isnad.Citation
	Copy, Original ChainReport
}

// Missing returns a page of the copies of present versions that lack their
// citation, the latest traced first.
func (s *Store) Missing(ctx context.Context, p Page) (rows []MissingRow, next string, err error) {
	var w conditions
	k, ok, err := p.cursor("missing", 1)
	if err != nil {
		return nil, "", fmt.Errorf("listing missing citations: %w", err)
	}
	if ok {
		w.add("c.seq < ?", k.Keys[0])
	}
	limit := p.limit()
	var seqs []int64
	err = s.read(ctx, func(c *conn) error {
		walk := chainWalk{conn: c, Chain: Chain{Reports: map[string]ChainReport{}}}
		depths := map[string]int{}
		err := c.each(func(row *sql.Rows) error {
			var doc string
			var seq int64
			if err := row.Scan(&doc, &seq); err != nil {
				return err
			}
			var x MissingRow
			err := json.Unmarshal([]byte(doc), &x.Citation)
			rows, seqs = append(rows, x), append(seqs, seq)
			depths[x.From], depths[x.To] = 0, 0
			return err
		}, "SELECT c.doc, c.seq FROM citations c JOIN reports r ON r.id = c.report AND r.version = c.version WHERE c.missing = 1 AND "+w.String()+" ORDER BY c.seq DESC LIMIT ?",
			append(w.args, limit+1)...)
		if err != nil {
			return err
		}
		if err := walk.put(depths); err != nil {
			return err
		}
		for i := range rows {
			rows[i].Copy, rows[i].Original = walk.Reports[rows[i].From], walk.Reports[rows[i].To]
		}
		return nil
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing missing citations: %w", err)
	}
	if len(rows) > limit {
		return rows[:limit], cursor{Order: "missing", Keys: []int64{seqs[limit-1]}}.String(), nil
	}
	return rows, "", nil
}
