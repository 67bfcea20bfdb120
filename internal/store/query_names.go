package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"isnad"
)

// NameRow is a source, place or party in a list, with how much speaks of it.
type NameRow struct {
	ID, Name, Kind string
	Names          []isnad.Name
	Country        string
	Reports        int // published by it (sources) or speaking of it
	Claims         int
	Incidents      int
}

// Sources, Places and Parties list what claims and reports speak of, most incidents
// first; words narrows by name in any script: each word must stand in a name. What
// lies within a place counts for it.
func (s *Store) Sources(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return s.listNames(ctx, classSource, words, p)
}

func (s *Store) Places(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return s.listNames(ctx, classPlace, words, p)
}

func (s *Store) Parties(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return s.listNames(ctx, classParty, words, p)
}

func (s *Store) listNames(ctx context.Context, class, words string, p Page) (rows []NameRow, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		rows, next, err = c.namesPage(class, words, p)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing names (%s): %w", class, err)
	}
	return rows, next, nil
}

func (c *conn) namesPage(class, words string, p Page) (rows []NameRow, next string, err error) {
	var w conditions
	w.add("n.class = ?", class)
	if strings.TrimSpace(words) != "" {
		folded := strings.Fields(newStemmer().foldText(cut(words, maxQueryRunes)))
		if len(folded) == 0 {
			return nil, "", nil
		}
		for _, f := range folded[:min(len(folded), maxQueryTerms)] {
			// Folded words hold letters and digits only: nothing in them is a wildcard.
			w.add("n.folded LIKE ?", "%"+f+"%")
		}
	}
	k, ok, err := p.cursor("names "+class, 2)
	if err != nil {
		return nil, "", err
	}
	if ok {
		w.add("(coalesce(m.n, 0) < ? OR coalesce(m.n, 0) = ? AND n.seq > ?)", k.Keys[0], k.Keys[0], k.Keys[1])
	}
	limit := p.limit()
	var keys [][]int64
	var refs []string
	err = c.each(func(row *sql.Rows) error {
		var x NameRow
		var ref, doc string
		at := make([]int64, 2)
		if err := row.Scan(&x.ID, &ref, &x.Name, &x.Kind, &x.Country, &doc, &at[0], &at[1]); err != nil {
			return err
		}
		var d struct {
			Names []isnad.Name `json:"names"`
		}
		err := json.Unmarshal([]byte(doc), &d)
		x.Names, x.Incidents = d.Names, int(at[0])
		rows, refs, keys = append(rows, x), append(refs, ref), append(keys, at)
		return err
	}, `SELECT n.id, n.ref, n.name, n.kind, n.country, n.doc, coalesce(m.n, 0), n.seq
		FROM names n LEFT JOIN (SELECT ref, count(*) AS n FROM incident_refs WHERE class = ? GROUP BY ref) m ON m.ref = n.ref
		WHERE `+w.String()+` ORDER BY coalesce(m.n, 0) DESC, n.seq LIMIT ?`, append(append([]any{class}, w.args...), limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		next = cursor{Order: "names " + class, Keys: keys[limit-1]}.String()
	}
	for i := range rows {
		if err := c.countSpoken(class, refs[i], &rows[i]); err != nil {
			return nil, "", err
		}
	}
	return rows, next, nil
}

// countSpoken counts the reports and present claims of one row.
func (c *conn) countSpoken(class, ref string, x *NameRow) error {
	if class == classSource {
		if _, err := c.one("SELECT count(*) FROM reports WHERE source_id = ?", []any{ref}, &x.Reports); err != nil {
			return err
		}
		_, err := c.one("SELECT count(*) FROM claims WHERE claimant = ? AND present = 1", []any{ref}, &x.Claims)
		return err
	}
	_, err := c.one("SELECT count(*), count(DISTINCT k.report) FROM claim_refs x JOIN claims k ON k.seq = x.claim WHERE x.class = ? AND x.ref = ?",
		[]any{class, ref}, &x.Claims, &x.Reports)
	return err
}

// Totals is how much there is.
type Totals struct {
	Captures, Reports, Versions, Outlets, Claims, Incidents, Places, Parties int
	First, Last                                                              isnad.Day // of incidents
}

// Totals counts everything. Claims are those of present versions.
func (s *Store) Totals(ctx context.Context) (t Totals, err error) {
	err = s.read(ctx, func(c *conn) error {
		first, last := int64(noDay), int64(noDay)
		for _, q := range []struct {
			query string
			to    []any
		}{
			{"SELECT count(*) FROM captures", []any{&t.Captures}},
			{"SELECT count(*), count(DISTINCT source_id) FROM reports", []any{&t.Reports, &t.Outlets}},
			{"SELECT count(*) FROM versions", []any{&t.Versions}},
			{"SELECT count(*) FROM claims WHERE present = 1", []any{&t.Claims}},
			{"SELECT count(*) FROM incidents", []any{&t.Incidents}},
			{"SELECT count(*) FROM names WHERE class = 'place'", []any{&t.Places}},
			{"SELECT count(*) FROM names WHERE class = 'party'", []any{&t.Parties}},
			{"SELECT coalesce(min(day_from), -1000000), coalesce(max(day_to), -1000000) FROM incidents WHERE day_from > -1000000", []any{&first, &last}},
		} {
			if _, err := c.one(q.query, nil, q.to...); err != nil {
				return err
			}
		}
		t.First, t.Last = dayOf(first), dayOf(last)
		return nil
	})
	if err != nil {
		return t, fmt.Errorf("counting everything: %w", err)
	}
	return t, nil
}
