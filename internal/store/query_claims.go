package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"isnad"
)

// ClaimQuery selects claims, of present versions unless Version is set.
type ClaimQuery struct {
	Report   string
	Version  int
	Incident string
	Claimant string // Source ID
	Place    string
	Party    string
	Page
}

// Claims returns claims in the order of their reports and passages.
func (s *Store) Claims(ctx context.Context, q ClaimQuery) (claims []isnad.Claim, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		claims, next, err = c.listClaims(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing claims: %w", err)
	}
	return claims, next, nil
}

func (c *conn) listClaims(q ClaimQuery) (claims []isnad.Claim, next string, err error) {
	var w conditions
	if q.Report != "" {
		w.add("c.report = ?", safe(q.Report))
	}
	if q.Version > 0 {
		w.add("c.version = ?", min(q.Version, 1<<30))
	} else {
		w.add("c.present = 1")
	}
	if q.Incident != "" {
		w.add("c.incident = ?", safe(q.Incident))
	}
	if q.Claimant != "" {
		w.add("c.claimant = ?", safe(q.Claimant))
	}
	if q.Place != "" {
		ref, err := c.placeRef(q.Place)
		if err != nil {
			return nil, "", err
		}
		w.add("c.seq IN (SELECT x.claim FROM claim_refs x WHERE x.class = 'place' AND x.ref = ?)", ref)
	}
	if q.Party != "" {
		w.add("c.seq IN (SELECT x.claim FROM claim_refs x WHERE x.class = 'party' AND x.ref = ?)", safe(q.Party))
	}
	if k, ok, err := q.cursor("claims", 3); err != nil {
		return nil, "", err
	} else if ok {
		w.add("(c.report, c.version, c.ordinal, c.seq) > (?, ?, ?, ?)", k.Text, k.Keys[0], k.Keys[1], k.Keys[2])
	}
	limit := q.limit()
	var last, beforeLast cursor
	err = c.each(func(row *sql.Rows) error {
		k := cursor{Order: "claims", Keys: make([]int64, 3)}
		x, err := scanClaim(row, &k.Text, &k.Keys[0], &k.Keys[1], &k.Keys[2])
		claims = append(claims, x)
		beforeLast, last = last, k
		return err
	}, "SELECT "+claimColumns+", c.report, c.version, c.ordinal, c.seq FROM claims c WHERE "+w.String()+
		" ORDER BY c.report, c.version, c.ordinal, c.seq LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(claims) > limit {
		return claims[:limit], beforeLast.String(), nil
	}
	return claims, "", nil
}

// Tolls returns the tolls of a report's version, of the present one when version is 0.
func (s *Store) Tolls(ctx context.Context, report string, version int) (tolls []isnad.Toll, err error) {
	err = s.read(ctx, func(c *conn) error {
		v, err := c.versionOr(report, version)
		if err != nil {
			return err
		}
		return c.each(func(row *sql.Rows) error {
			var doc string
			if err := row.Scan(&doc); err != nil {
				return err
			}
			var t isnad.Toll
			err := json.Unmarshal([]byte(doc), &t)
			tolls = append(tolls, t)
			return err
		}, "SELECT doc FROM tolls WHERE report = ? AND version = ? ORDER BY seq", safe(report), v)
	})
	if err != nil {
		return nil, fmt.Errorf("reading the tolls of report %q: %w", report, err)
	}
	return tolls, nil
}

func (c *conn) versionOr(report string, version int) (int, error) {
	if version > 0 {
		return min(version, 1<<30), nil
	}
	_, err := c.one("SELECT version FROM reports WHERE id = ?", []any{safe(report)}, &version)
	return version, err
}
