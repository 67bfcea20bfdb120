package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"

	"isnad"
)

// Reviewed is a claim as it stands, with what the machine reads of it: nil where
// it reads no such claim.
type Reviewed struct {
	isnad.Claim
	Reading *isnad.Claim
}

// What a claim waits for, for QueueQuery.Waits.
const (
	WaitsDecision = "decision" // that anybody decides about it
	WaitsSecond   = "second"   // that another person says the same as the one who did
	WaitsAgain    = "again"    // that people look again: its passage is gone
)

// openness is what a claim waits for, as its row has it; 0 for nothing.
func openness(c *isnad.Claim) int {
	switch {
	case c.Decision != nil && len(c.Decision.Waiting) > 0:
		return 2
	case c.Decision != nil && c.Decision.Again:
		return 3
	case c.Review == isnad.Suggested || c.Review == "":
		return 1
	}
	return 0
}

// sureness is the confidence in thousandths.
func sureness(c *isnad.Claim) int64 {
	return int64(math.Round(1000 * max(0, min(c.Confidence, 1)))) // NaN gives a number too, whichever
}

// urgency is how much depends on a claim and how little sure it is: the people
// it speaks of, the killed fourfold and those not told apart twofold, times the doubt.
func urgency(c *isnad.Claim) int64 {
	people := func(r *isnad.Range) int64 { return int64(max(0, min(r.High(), 100_000))) }
	return (1 + 4*people(c.Killed) + 2*people(c.Casualties) + people(c.Injured)) * (1050 - sureness(c))
}

const reviewedColumns = "claimant, quote, event, country, confidence, review, open, urgency, reading, doc, sum"

type claimValues struct {
	claim  isnad.Claim
	values []any // of reviewedColumns
	sum    string
}

func (tx *Tx) reviewedRow(ref ReportRef, r Reviewed) (row claimValues, err error) {
	c := r.Claim
	if err := checkID(c.ID); err != nil {
		return row, err
	}
	c.Report, c.Version, c.Incident = ref.ID, ref.Version, ""
	if c, err = tx.protectClaim(c); err != nil {
		return row, err
	}
	doc, err := json.Marshal(c)
	if err != nil {
		return row, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	reading := "null"
	if r.Reading != nil {
		m := *r.Reading
		m.Report, m.Version, m.Incident = ref.ID, ref.Version, ""
		if m, err = tx.protectClaim(m); err != nil {
			return row, err
		}
		b, err := json.Marshal(m)
		if err != nil {
			return row, fmt.Errorf("reading of claim %s: %w", c.ID, err)
		}
		if reading = string(b); reading == string(doc) {
			reading = ""
		}
	}
	row.claim, row.sum = c, reviewedSum(string(doc), reading)
	row.values = []any{short(c.Claimant), clean(c.Quote), short(string(c.Event)), short(c.Place.Country), sureness(&c), short(string(c.Review)),
		openness(&c), urgency(&c), reading, string(doc), row.sum}
	return row, nil
}

func reviewedSum(doc, reading string) string {
	if reading == "" {
		return rowSum(doc)
	}
	return rowSum(doc, reading)
}

// ReviewedVersion is the claims of one version of a report.
type ReviewedVersion struct {
	Ref     ReportRef
	Capture string // that the version was read from
	Present bool
	Claims  []Reviewed
}

// ReviewedOf returns the claims of every version of a report that has any.
func (tx *Tx) ReviewedOf(report string) ([]ReviewedVersion, error) {
	if err := tx.settle(); err != nil {
		return nil, err
	}
	var out []ReviewedVersion
	err := tx.each(func(row *sql.Rows) error {
		var ref ReportRef
		var capture, reading string
		var present int
		c, err := scanClaim(row, &reading, &ref.ID, &ref.Version, &present, &capture)
		if err != nil {
			return err
		}
		if n := len(out); n == 0 || out[n-1].Ref != ref {
			out = append(out, ReviewedVersion{Ref: ref, Capture: capture})
		}
		v := &out[len(out)-1]
		v.Present = v.Present || present == 1
		r := Reviewed{Claim: c}
		switch reading {
		case "":
			m := c
			m.Incident = ""
			r.Reading = &m
		case "null":
		default:
			r.Reading = new(isnad.Claim)
			if err := json.Unmarshal([]byte(reading), r.Reading); err != nil {
				return fmt.Errorf("the reading of claim %s: %w", c.ID, err)
			}
		}
		v.Claims = append(v.Claims, r)
		return nil
	}, "SELECT "+claimColumns+", c.reading, c.report, c.version, c.present, v.capture FROM claims c JOIN versions v ON v.report = c.report AND v.version = c.version WHERE c.report = ? ORDER BY c.version, c.ordinal, c.seq", report)
	if err != nil {
		return nil, fmt.Errorf("reading the claims of report %s: %w", report, err)
	}
	return out, nil
}

// Revise writes the claims of a version as they stand after an act. Unlike
// PutClaims it leaves claims in their incidents, but for those in loose. The
// incidents of claims that changed are named in touched.
func (tx *Tx) Revise(v *ReviewedVersion, claims []Reviewed, loose map[string]bool) (touched []string, err error) {
	touched, err = tx.revise(v, claims, loose)
	if err != nil {
		return nil, fmt.Errorf("revising the claims of report %s version %d: %w", v.Ref.ID, v.Ref.Version, err)
	}
	return touched, nil
}

func (tx *Tx) revise(v *ReviewedVersion, claims []Reviewed, loose map[string]bool) (touched []string, err error) {
	old := map[string]claimRow{}
	err = tx.each(func(row *sql.Rows) error {
		var r claimRow
		err := row.Scan(&r.seq, &r.id, &r.ordinal, &r.incident, &r.sum)
		old[r.id] = r
		return err
	}, "SELECT seq, id, ordinal, incident, sum FROM claims WHERE report = ? AND version = ?", v.Ref.ID, v.Ref.Version)
	if err != nil {
		return nil, err
	}
	var w claimWrites
	for i := range claims {
		row, err := tx.reviewedRow(v.Ref, claims[i])
		if err != nil {
			return nil, err
		}
		id := row.claim.ID
		r, ok := old[id]
		delete(old, id)
		switch {
		case !ok:
			w.claims = append(w.claims, append([]any{id, v.Ref.ID, v.Ref.Version, i, bit(v.Present), ""}, row.values...))
			if v.Present {
				if w.refs == nil {
					w.refs = map[string][][2]string{}
				}
				w.refs[id] = claimRefs(&row.claim)
			}
		case r.sum != row.sum || r.ordinal != i || loose[id] && r.incident != "":
			touched = append(touched, r.incident)
			if loose[id] {
				r.incident = ""
			}
			_, err := tx.exec(`UPDATE claims SET ordinal = ?, incident = ?, claimant = ?, quote = ?, event = ?, country = ?, confidence = ?, review = ?, open = ?,
				urgency = ?, reading = ?, doc = ?, sum = ? WHERE seq = ?`, append(append([]any{i, r.incident}, row.values...), r.seq)...)
			if err != nil || !v.Present {
				if err != nil {
					return nil, err
				}
				continue
			}
			if _, err := tx.exec("DELETE FROM claim_refs WHERE claim = ?", r.seq); err != nil {
				return nil, err
			}
			var refs [][]any
			for _, x := range claimRefs(&row.claim) {
				refs = append(refs, []any{x[0], x[1], r.seq})
			}
			if err := tx.insert("INSERT INTO claim_refs (class, ref, claim)", refs, ""); err != nil {
				return nil, err
			}
		}
	}
	for _, r := range old {
		touched = append(touched, r.incident)
		w.gone = append(w.gone, r.seq)
	}
	if err := w.write(&tx.conn); err != nil {
		return nil, err
	}
	return unique(touched), nil
}

// Claim returns a claim of the present version of its report, else of the latest
// that it stands in.
func (s *Store) Claim(ctx context.Context, id string) (k isnad.Claim, err error) {
	err = s.read(ctx, func(c *conn) error {
		k, err = c.claim(id)
		return err
	})
	if err != nil {
		return k, fmt.Errorf("reading claim %q: %w", id, err)
	}
	return k, nil
}

// Claim is as Store.Claim within the transaction.
func (tx *Tx) Claim(id string) (isnad.Claim, error) {
	if err := tx.settle(); err != nil {
		return isnad.Claim{}, err
	}
	k, err := tx.claim(id)
	if err != nil {
		return k, fmt.Errorf("reading claim %q: %w", id, err)
	}
	return k, nil
}

func (c *conn) claim(id string) (k isnad.Claim, err error) {
	found := false
	err = c.each(func(row *sql.Rows) error {
		found = true
		k, err = scanClaim(row)
		return err
	}, "SELECT "+claimColumns+" FROM claims c WHERE c.id = ? ORDER BY c.present DESC, c.version DESC LIMIT 1", safe(id))
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	return k, err
}

// QueueQuery selects claims that people are to look at; every filter that is set
// must hold.
type QueueQuery struct {
	Event    isnad.Event
	Country  string
	Report   string
	Language string       // BCP 47 of their reports
	Review   isnad.Review // of one state, decided ones too; what is open when empty
	Waits    string       // WaitsDecision, WaitsSecond or WaitsAgain; any of them when empty
	Decided  bool         // those that wait for nothing any more, instead of open ones
	Below    float64      // only those less sure than this; 0 for all
	Page
}

// ReviewQueue returns the claims of present versions that wait for a person, those
// first on which most depends and that are least sure.
func (s *Store) ReviewQueue(ctx context.Context, q QueueQuery) (claims []isnad.Claim, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		claims, next, err = c.listQueue(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing claims to be looked at: %w", err)
	}
	return claims, next, nil
}

func (q *QueueQuery) conditions() (w conditions, err error) {
	w.add("c.present = 1")
	switch q.Waits {
	case WaitsDecision:
		w.add("c.open > 0 AND c.open = 1")
	case WaitsSecond:
		w.add("c.open > 0 AND c.open = 2")
	case WaitsAgain:
		w.add("c.open > 0 AND c.open = 3")
	case "":
		switch {
		case q.Decided:
			w.add("c.open = 0")
		case q.Review == "":
			w.add("c.open > 0")
		}
	default:
		return w, fmt.Errorf("%w: a claim does not wait for %.40q", ErrQuery, q.Waits)
	}
	if q.Review != "" {
		w.add("c.review = ?", safe(string(q.Review)))
	}
	if q.Report != "" {
		w.add("c.report = ?", safe(q.Report))
	}
	if q.Language != "" {
		w.add("c.report IN (SELECT r.id FROM reports r WHERE r.language = ?)", safe(q.Language))
	}
	if q.Event != "" {
		w.add("c.event = ?", safe(string(q.Event)))
	}
	if q.Country != "" {
		w.add("c.country = ?", safe(q.Country))
	}
	if q.Below > 0 {
		w.add("c.confidence < ?", int64(math.Round(1000*min(q.Below, 2))))
	}
	return w, nil
}

func (c *conn) listQueue(q QueueQuery) (claims []isnad.Claim, next string, err error) {
	w, err := q.conditions()
	if err != nil {
		return nil, "", err
	}
	if k, ok, err := q.cursor("queue", 2); err != nil {
		return nil, "", err
	} else if ok {
		w.add("(c.urgency, c.seq) < (?, ?)", k.Keys[0], k.Keys[1])
	}
	limit := q.limit()
	var keys [][]int64
	err = c.each(func(row *sql.Rows) error {
		at := make([]int64, 2)
		k, err := scanClaim(row, &at[0], &at[1])
		claims, keys = append(claims, k), append(keys, at)
		return err
	}, "SELECT "+claimColumns+", c.urgency, c.seq FROM claims c WHERE "+w.String()+" ORDER BY c.urgency DESC, c.seq DESC LIMIT ?", append(w.args, limit+1)...)
	if err != nil {
		return nil, "", err
	}
	if len(claims) > limit {
		return claims[:limit], cursor{Order: "queue", Keys: keys[limit-1]}.String(), nil
	}
	return claims, "", nil
}

// CountQueue returns how many claims q selects.
func (s *Store) CountQueue(ctx context.Context, q QueueQuery) (n int, err error) {
	err = s.read(ctx, func(c *conn) error {
		w, err := q.conditions()
		if err != nil {
			return err
		}
		_, err = c.one("SELECT count(*) FROM claims c WHERE "+w.String(), w.args, &n)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting claims to be looked at: %w", err)
	}
	return n, nil
}

// QueueNear returns the claims that stand before and after a claim in the order
// of the queue, "" where none does. The claim itself need not be one that q
// selects.
func (s *Store) QueueNear(ctx context.Context, q QueueQuery, id string) (before, after string, err error) {
	err = s.read(ctx, func(c *conn) error {
		var urgency, seq int64
		found, err := c.one("SELECT c.urgency, c.seq FROM claims c WHERE c.id = ? ORDER BY c.present DESC, c.version DESC LIMIT 1", []any{safe(id)}, &urgency, &seq)
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		if err != nil {
			return err
		}
		for _, way := range []struct {
			to          *string
			than, order string
		}{{&before, ">", "ASC"}, {&after, "<", "DESC"}} {
			w, err := q.conditions()
			if err != nil {
				return err
			}
			w.add("(c.urgency, c.seq) "+way.than+" (?, ?)", urgency, seq)
			if _, err := c.one("SELECT c.id FROM claims c WHERE "+w.String()+" ORDER BY c.urgency "+way.order+", c.seq "+way.order+" LIMIT 1", w.args, way.to); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", "", fmt.Errorf("looking around claim %q in the queue: %w", id, err)
	}
	return before, after, nil
}

// Languages returns the languages of present reports, at most 200.
func (s *Store) Languages(ctx context.Context) (list []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var l string
			err := row.Scan(&l)
			list = append(list, l)
			return err
		}, "SELECT DISTINCT language FROM reports WHERE language <> '' ORDER BY language LIMIT 200")
	})
	if err != nil {
		return nil, fmt.Errorf("listing languages: %w", err)
	}
	return list, nil
}

// unique is the different values that are not empty, in order.
func unique(list []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
