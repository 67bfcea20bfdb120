package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"isnad"
)

// ReportQuery selects present versions of reports; every filter that is set must hold.
type ReportQuery struct {
	Words    string // full text, English and Arabic; best first, otherwise newest first
	Source   string // Source ID of the outlet
	Language string
	Place    string // Place ID of a place in one of its claims, or of one it lies within
	Party    string
	Incident string
	Capture  string    // reports that a reading of this capture gave, in whatever version is present
	From, To isnad.Day // published
	Page
}

// ReportRow is a report in a list.
type ReportRow struct {
	isnad.Report          // Text is cut to some 300 characters
	Versions     int      // how many there are
	Claims       int      // present claims
	Incidents    []string // their IDs
	Snippet      []Run    // of Words, when there are any
}

// Run is a run of text, marked where it matched.
type Run struct {
	Text  string
	Match bool
}

// Reports returns a page of reports and the After of the next, empty at the end.
// A list by words is as it stood when its first page was asked for, as far as
// reports added since are left out of it.
func (s *Store) Reports(ctx context.Context, q ReportQuery) (rows []ReportRow, next string, err error) {
	err = s.read(ctx, func(c *conn) error {
		rows, next, err = c.listReports(q)
		return err
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing reports: %w", err)
	}
	return rows, next, nil
}

func (c *conn) reportConditions(q ReportQuery) (w conditions, err error) {
	if q.Source != "" {
		w.add("r.source_id = ?", safe(q.Source))
	}
	if q.Language != "" {
		w.add("r.language = ?", safe(q.Language))
	}
	if q.Place != "" {
		ref, err := c.placeRef(q.Place)
		if err != nil {
			return w, err
		}
		w.add("r.id IN (SELECT k.report FROM claim_refs x JOIN claims k ON k.seq = x.claim WHERE x.class = 'place' AND x.ref = ?)", ref)
	}
	if q.Party != "" {
		w.add("r.id IN (SELECT k.report FROM claim_refs x JOIN claims k ON k.seq = x.claim WHERE x.class = 'party' AND x.ref = ?)", safe(q.Party))
	}
	if q.Incident != "" {
		w.add("r.id IN (SELECT k.report FROM claims k WHERE k.incident = ? AND k.present = 1)", safe(q.Incident))
	}
	if q.Capture != "" {
		w.add("r.id IN (SELECT x.report FROM readings x WHERE x.capture = ?)", safe(q.Capture))
	}
	if !q.From.IsZero() {
		w.add("r.published >= ?", q.From.Time().UnixMicro())
		w.add("r.published <> 0")
	}
	if !q.To.IsZero() {
		w.add("r.published < ?", q.To.AddDays(1).Time().UnixMicro())
		w.add("r.published <> 0")
	}
	return w, nil
}

func (c *conn) listReports(q ReportQuery) (rows []ReportRow, next string, err error) {
	w, err := c.reportConditions(q)
	if err != nil {
		return nil, "", err
	}
	words := strings.TrimSpace(q.Words) != ""
	var terms wordQuery
	limit := q.limit()
	columns, from, order := "r.seq, r.sorted", "reports r", "r.sorted DESC, r.seq DESC"
	var orderArgs []any
	var top, offset int64
	if words {
		if terms = parseWords(q.Words); terms.empty() {
			return nil, "", nil
		}
		match, arg := c.e.matching("report_words", terms)
		id := "report_words." + c.e.rowID()
		columns, from = id+", 0", "report_words"
		if len(w.parts) > 0 {
			columns, from = "r.seq, 0", "report_words JOIN reports r ON r.seq = "+id
		}
		w.add(match, arg)
		rank, rankArgs := c.e.rank("report_words", terms)
		order, orderArgs = rank+", "+id+" DESC", rankArgs
		if top, offset, err = c.rankedPage(q.Page); err != nil {
			return nil, "", err
		}
		w.add(id+" <= ?", top)
	} else if k, ok, err := q.cursor("reports", 2); err != nil {
		return nil, "", err
	} else if ok {
		w.add("(r.sorted, r.seq) < (?, ?)", k.Keys[0], k.Keys[1])
	}
	// The rows are found first and read after: texts are long.
	query := "SELECT " + columns + " FROM " + from + " WHERE " + w.String() + " ORDER BY " + order + " LIMIT ? OFFSET ?"
	var seqs, sorted []int64
	err = c.each(func(row *sql.Rows) error {
		var seq, at int64
		err := row.Scan(&seq, &at)
		seqs, sorted = append(seqs, seq), append(sorted, at)
		return err
	}, query, append(append(w.args, orderArgs...), limit+1, offset)...)
	if err != nil {
		return nil, "", err
	}
	if len(seqs) > limit {
		seqs = seqs[:limit]
		if words {
			next = cursor{Order: "words", Keys: []int64{top, offset + int64(limit)}}.String()
		} else {
			next = cursor{Order: "reports", Keys: []int64{sorted[limit-1], seqs[limit-1]}}.String()
		}
	}
	rows, err = c.reportRows(seqs, terms)
	return rows, next, err
}

// rankedPage returns the newest report that a ranked list holds, and how many of
// its rows were seen.
func (c *conn) rankedPage(p Page) (top, offset int64, err error) {
	k, ok, err := p.cursor("words", 2)
	if err != nil {
		return 0, 0, err
	}
	if ok {
		if k.Keys[1] < 0 {
			return 0, 0, fmt.Errorf("%w: the mark of the page does not belong to this list", ErrQuery)
		}
		return k.Keys[0], k.Keys[1], nil
	}
	_, err = c.one("SELECT coalesce(max(seq), 0) FROM reports", nil, &top)
	return top, 0, err
}

// reportRows reads reports with what a list shows of them, in the order of seqs.
func (c *conn) reportRows(seqs []int64, terms wordQuery) ([]ReportRow, error) {
	bySeq := map[int64]*ReportRow{}
	byID := map[string]*ReportRow{}
	stem := newStemmer()
	err := in(seqs, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var seq int64
			var versions int
			r, err := scanVersion(row, &seq, &versions)
			if err != nil {
				return err
			}
			x := &ReportRow{Report: r, Versions: versions}
			if !terms.empty() {
				x.Snippet = terms.snippet(stem, r.Text)
			}
			x.Text = cut(r.Text, cutTextRunes)
			bySeq[seq], byID[r.ID] = x, x
			return nil
		}, "SELECT "+versionColumns+", r.seq, r.versions FROM reports r JOIN versions v ON v.report = r.id AND v.version = r.version WHERE r.seq IN "+list, args...)
	})
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(byID))
	for id := range byID {
		ids = append(ids, id)
	}
	err = in(ids, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var id, incident string
			var n int
			if err := row.Scan(&id, &incident, &n); err != nil {
				return err
			}
			x := byID[id]
			x.Claims += n
			if incident != "" {
				x.Incidents = append(x.Incidents, incident)
			}
			return nil
		}, "SELECT report, incident, count(*) FROM claims WHERE present = 1 AND report IN "+list+" GROUP BY report, incident ORDER BY report, min(ordinal)", args...)
	})
	if err != nil {
		return nil, err
	}
	out := make([]ReportRow, 0, len(seqs))
	for _, seq := range seqs {
		if x := bySeq[seq]; x != nil {
			out = append(out, *x)
		}
	}
	return out, nil
}

// Report returns one version of a report, the present one when version is 0. Of a
// report that was removed the error is a *RemovedError.
func (s *Store) Report(ctx context.Context, id string, version int) (isnad.Report, error) {
	all, err := s.versions(ctx, id, version)
	if err != nil {
		return isnad.Report{}, fmt.Errorf("reading report %q: %w", id, err)
	}
	return all[0], nil
}

// Versions returns all versions of a report, newest first.
func (s *Store) Versions(ctx context.Context, id string) ([]isnad.Report, error) {
	all, err := s.versions(ctx, id, -1)
	if err != nil {
		return nil, fmt.Errorf("reading the versions of report %q: %w", id, err)
	}
	return all, nil
}

// versions reads one version, the present one for 0, all for -1; none is an error.
func (s *Store) versions(ctx context.Context, id string, version int) (out []isnad.Report, err error) {
	var w conditions
	w.add("v.report = ?", safe(id))
	switch {
	case version == 0:
		w.add("v.version = (SELECT r.version FROM reports r WHERE r.id = ?)", safe(id))
	case version > 0:
		w.add("v.version = ?", min(version, 1<<30))
	}
	err = s.read(ctx, func(c *conn) error {
		err := c.each(func(row *sql.Rows) error {
			r, err := scanVersion(row)
			out = append(out, r)
			return err
		}, "SELECT "+versionColumns+" FROM versions v WHERE "+w.String()+" ORDER BY v.received DESC, v.version DESC", w.args...)
		if err == nil && len(out) == 0 {
			err = c.notThere(id)
		}
		return err
	})
	return out, err
}

// placeRef is what refs call a place.
func (c *conn) placeRef(id string) (string, error) {
	ref := safe(id)
	_, err := c.one("SELECT ref FROM names WHERE class = 'place' AND id = ?", []any{ref}, &ref)
	return ref, err
}
