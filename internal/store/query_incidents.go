package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"isnad"
)

// IncidentQuery selects incidents; every filter that is set must hold.
type IncidentQuery struct {
	Words     string // in the title, place and party names, or the quotes of its claims
	Events    []isnad.Event
	From, To  isnad.Day // incidents whose period meets these days
	Country   string
	Place     string // Place ID, or of one it lies within
	Party     string
	Source    string // Source ID of a claimant or outlet
	Status    isnad.StrikeStatus
	Grading   isnad.Grading
	MinKilled int         // lowest claimed
	BBox      *[4]float64 // west, south, east, north; degrees; west > east crosses the date line
	Stand     string      // in the queue: StandOpen, StandConfirmed, StandSecond; all when empty
	Order     string      // "date" (newest first, default), "added" (newest first), "killed" (highest claimed first); of the queue, those open first: "harm", "apart", "origins"
	Page
}

// incidentOrders are the column that each order sorts by, before seq.
var incidentOrders = map[string]string{"": "i.day_from", "date": "i.day_from", "added": "", "killed": "i.killed_high", "harm": "i.harm", "apart": "i.apart", "origins": "i.origins"}

// conditions returns the WHERE over "incidents i"; none is false when q selects
// nothing at all.
func (c *conn) incidentConditions(q IncidentQuery) (w conditions, none bool, err error) {
	if strings.TrimSpace(q.Words) != "" {
		terms := parseWords(q.Words)
		if terms.empty() {
			return w, true, nil
		}
		match, arg := c.e.matching("incident_words", terms)
		w.add("i.seq IN (SELECT incident_words."+c.e.rowID()+" FROM incident_words WHERE "+match+")", arg)
	}
	if len(q.Events) > 64 {
		return w, false, fmt.Errorf("%w: %d kinds of incidents", ErrQuery, len(q.Events))
	}
	if len(q.Events) > 0 {
		args := make([]any, len(q.Events))
		for k, e := range q.Events {
			args[k] = safe(string(e))
		}
		w.add("i.event IN (?"+strings.Repeat(",?", len(args)-1)+")", args...)
	}
	if !q.From.IsZero() {
		w.add("i.day_to >= ?", dayNumber(q.From))
	}
	if !q.To.IsZero() {
		w.add("i.day_from <= ?", dayNumber(q.To))
		w.add("i.day_from > ?", noDay)
	}
	if q.Country != "" {
		w.add("i.country = ?", safe(q.Country))
	}
	if err := w.stand(q.Stand); err != nil {
		return w, false, err
	}
	if q.Place != "" {
		ref, err := c.placeRef(q.Place)
		if err != nil {
			return w, false, err
		}
		w.add("i.seq IN (SELECT x.incident FROM incident_refs x WHERE x.class = 'place' AND x.ref = ?)", ref)
	}
	if q.Party != "" {
		w.add("i.seq IN (SELECT x.incident FROM incident_refs x WHERE x.class = 'party' AND x.ref = ?)", safe(q.Party))
	}
	if q.Source != "" {
		w.add("i.seq IN (SELECT x.incident FROM incident_refs x WHERE x.class = 'source' AND x.ref = ?)", safe(q.Source))
	}
	if q.Status != "" {
		w.add("i.status = ?", safe(string(q.Status)))
	}
	if q.Grading != "" {
		w.add("i.grading = ?", safe(string(q.Grading)))
	}
	if q.MinKilled > 0 {
		w.add("i.killed_known = 1 AND i.killed_low >= ?", int64(q.MinKilled))
	}
	if b := q.BBox; b != nil {
		w.add("i.lat BETWEEN ? AND ?", b[1], b[3])
		if b[0] <= b[2] {
			w.add("i.lon BETWEEN ? AND ?", b[0], b[2])
		} else {
			w.add("(i.lon >= ? OR i.lon <= ?)", b[0], b[2])
		}
	}
	return w, false, nil
}

// Incidents returns a page of incidents.
func (s *Store) Incidents(ctx context.Context, q IncidentQuery) (incidents []isnad.Incident, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		incidents, next, err = c.listIncidents(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing incidents: %w", err)
	}
	return incidents, next, nil
}

func (c *conn) listIncidents(q IncidentQuery) (incidents []isnad.Incident, next string, err error) {
	column, ok := incidentOrders[q.Order]
	if !ok {
		return nil, "", fmt.Errorf("%w: no order %.40q", ErrQuery, q.Order)
	}
	w, none, err := c.incidentConditions(q)
	if err != nil || none {
		return nil, "", err
	}
	name := "incidents " + column
	k, ok, err := q.cursor(name, 3)
	if err != nil {
		return nil, "", err
	}
	order, key := "i.seq DESC", "i.seq"
	switch {
	case q.Order == "harm" || q.Order == "apart" || q.Order == "origins":
		order, key = "i.open DESC, "+column+" DESC, i.seq DESC", column
		if ok {
			w.add("(i.open, "+column+", i.seq) < (?, ?, ?)", k.Keys[2], k.Keys[0], k.Keys[1])
		}
	case column != "":
		order, key = column+" DESC, i.seq DESC", column
		if ok {
			w.add("("+column+", i.seq) < (?, ?)", k.Keys[0], k.Keys[1])
		}
	case ok:
		w.add("i.seq < ?", k.Keys[1])
	}
	limit := q.limit()
	var keys [][]int64
	err = c.each(func(row *sql.Rows) error {
		at := make([]int64, 3)
		i, err := scanIncident(row, &at[0], &at[1], &at[2])
		incidents, keys = append(incidents, i), append(keys, at)
		return err
	}, "SELECT i.doc, "+key+", i.seq, i.open FROM incidents i WHERE "+w.String()+" ORDER BY "+order+" LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(incidents) > limit {
		return incidents[:limit], cursor{Order: name, Keys: keys[limit-1]}.String(), nil
	}
	return incidents, "", nil
}

func scanIncident(row *sql.Rows, more ...any) (isnad.Incident, error) {
	var i isnad.Incident
	var doc string
	if err := row.Scan(append([]any{&doc}, more...)...); err != nil {
		return i, err
	}
	if err := json.Unmarshal([]byte(doc), &i); err != nil {
		return i, fmt.Errorf("reading an incident: %w", err)
	}
	return i, nil
}

// CountIncidents returns how many incidents q selects.
func (s *Store) CountIncidents(ctx context.Context, q IncidentQuery) (n int, err error) {
	err = s.read(ctx, func(c *conn) error {
		w, none, err := c.incidentConditions(q)
		if err != nil || none {
			return err
		}
		_, err = c.one("SELECT count(*) FROM incidents i WHERE "+w.String(), w.args, &n)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting incidents: %w", err)
	}
	return n, nil
}

// Incident returns one incident.
func (s *Store) Incident(ctx context.Context, id string) (i isnad.Incident, err error) {
	err = s.read(ctx, func(c *conn) error {
		found := false
		err := c.each(func(row *sql.Rows) error {
			found = true
			i, err = scanIncident(row)
			return err
		}, "SELECT doc FROM incidents WHERE id = ?", safe(id))
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return i, fmt.Errorf("reading incident %q: %w", id, err)
	}
	return i, nil
}
