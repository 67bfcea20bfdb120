package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"isnad"
)

// RecordAccess records that somebody looks at what is not shown to all, and
// numbers it. It is to be recorded before anything is shown.
func (s *Store) RecordAccess(ctx context.Context, a isnad.Access) error {
	err := s.Begin(ctx, func(tx *Tx) error {
		if err := tx.e.lock(&tx.conn, "accesses", false); err != nil {
			return err
		}
		// Old ones are forgotten after a time; numbers are not given again.
		if _, err := tx.one("SELECT coalesce(max(number), 0) + 1 FROM accesses", nil, &a.Number); err != nil {
			return err
		}
		a.Time = a.Time.UTC().Truncate(time.Microsecond)
		doc, err := json.Marshal(a)
		if err != nil {
			return err
		}
		return tx.insert("INSERT INTO accesses (number, time, person, about, doc)", [][]any{{a.Number, micros(a.Time), short(a.Person), short(a.About), string(doc)}}, "")
	})
	if err != nil {
		return fmt.Errorf("recording who looks at %q: %w", a.About, err)
	}
	return nil
}

// AccessQuery selects accesses; every filter that is set must hold.
type AccessQuery struct {
	Person string
	About  string
	Page
}

// Accesses returns a page of accesses, the latest first.
func (s *Store) Accesses(ctx context.Context, q AccessQuery) (list []isnad.Access, next string, err error) {
	var w conditions
	if q.Person != "" {
		w.add("a.person = ?", safe(q.Person))
	}
	if q.About != "" {
		w.add("a.about = ?", safe(q.About))
	}
	k, ok, err := q.cursor("accesses", 1)
	if err != nil {
		return nil, "", fmt.Errorf("listing accesses: %w", err)
	}
	if ok {
		w.add("a.number < ?", k.Keys[0])
	}
	limit := q.limit()
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var doc string
			if err := row.Scan(&doc); err != nil {
				return err
			}
			var a isnad.Access
			err := json.Unmarshal([]byte(doc), &a)
			list = append(list, a)
			return err
		}, "SELECT a.doc FROM accesses a WHERE "+w.String()+" ORDER BY a.number DESC LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing accesses: %w", err)
	}
	if len(list) > limit {
		list = list[:limit]
		next = cursor{Order: "accesses", Keys: []int64{list[limit-1].Number}}.String()
	}
	return list, next, nil
}

// ForgetAccesses deletes the accesses from before a time, but for the last one of
// all, so that its number is not given again. It returns how many went.
func (s *Store) ForgetAccesses(ctx context.Context, before time.Time) (n int64, err error) {
	err = s.Begin(ctx, func(tx *Tx) error {
		n, err = tx.exec("DELETE FROM accesses WHERE time < ? AND number < (SELECT max(number) FROM accesses)", micros(before))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("forgetting accesses: %w", err)
	}
	return n, nil
}

// measures holds measures against their sums and what they say against what stands.
func (k checker) measures() error {
	err := k.each(func(row *sql.Rows) error {
		var number, lifted int64
		var id, kind, about, doc, sum string
		if err := row.Scan(&number, &id, &kind, &about, &lifted, &doc, &sum); err != nil {
			return err
		}
		var m isnad.Measure
		if err := json.Unmarshal([]byte(doc), &m); err != nil {
			k.faultf("measure %s cannot be read: %v", id, err)
			return nil
		}
		if rowSum(doc) != sum || m.ID != id || m.Number != number || string(m.Kind) != kind || short(m.About) != about || micros(m.Lifted) != lifted {
			k.faultf("measure %s is not as it was written: its checksum does not match", id)
		}
		return nil
	}, "SELECT number, id, kind, about, lifted, doc, sum FROM measures ORDER BY number")
	if err != nil {
		return err
	}
	return k.hidden()
}

// hidden looks for words that should have been blotted out.
func (k checker) hidden() error {
	var reports []string
	err := k.each(func(row *sql.Rows) error {
		var ref string
		err := row.Scan(&ref)
		reports = append(reports, ref)
		return err
	}, "SELECT DISTINCT x.ref FROM measure_refs x JOIN measures m ON m.id = x.measure JOIN reports r ON r.id = x.ref WHERE m.lifted = 0")
	if err != nil {
		return err
	}
	on, err := k.measuresOn(reports)
	if err != nil {
		return err
	}
	for _, id := range reports {
		b := isnad.NewBlotter(on[id])
		if b == nil {
			continue
		}
		shows := false
		err := k.each(func(row *sql.Rows) error {
			r, err := scanVersion(row)
			shows = shows || b.Text(r.Title) != r.Title || b.Text(r.Text) != r.Text
			return err
		}, "SELECT "+versionColumns+" FROM versions v WHERE v.report = ?", id)
		if err != nil {
			return err
		}
		if shows {
			k.faultf("report %s shows words that a measure hides", id)
		}
	}
	return nil
}
