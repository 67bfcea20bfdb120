package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// Claims come one report at a time, hundreds to a transaction. So that this does
// not cost a statement each, what stands in the database is read for all reports
// of a job at once, and rows are written together when the transaction ends or
// something is to be read (Tx.settle).

// standing is what the database holds of one version of a report.
type standing struct {
	latest  int  // present version of the report
	written bool // tolls or citations stand
	claims  []claimRow
}

type claimRow struct {
	seq      int64
	id       string
	version  int
	ordinal  int
	present  int
	incident string
	sum      string
}

// claimWrites are rows that wait for settle.
type claimWrites struct {
	claims, tolls, cites [][]any
	refs                 map[string][][2]string // of claims, by claim ID
	gone, past           []int64                // claims to delete, and to take out of the present
}

// PutClaims replaces what was read of one version of a report. Incidents that
// lose a claim by it are named in touched; older versions' claims are kept but
// no longer belong to an incident. A claim that is read again word for word stays
// in its incident.
func (tx *Tx) PutClaims(ref ReportRef, claims []isnad.Claim, tolls []isnad.Toll, cites []isnad.Citation) (touched []string, err error) {
	rows := make([]Reviewed, len(claims))
	for i := range claims {
		rows[i] = Reviewed{claims[i], &claims[i]}
	}
	return tx.PutReviewed(ref, rows, tolls, cites)
}

// HaveClaims tells whether anything was read of these reports before, in any version.
// Whoever reads them anew takes LockIncidents first: else a step that puts their
// claims into incidents at this moment could make one that nobody empties again.
func (tx *Tx) HaveClaims(reports []string) (have bool, err error) {
	if err := tx.settle(); err != nil {
		return false, err
	}
	err = in(reports, func(list string, args []any) error {
		var n int
		found, err := tx.one("SELECT 1 FROM claims WHERE report IN "+list+" LIMIT 1", args, &n)
		have = have || found
		return err
	})
	if err != nil {
		return false, fmt.Errorf("looking for claims of reports: %w", err)
	}
	return have, nil
}

// PutReviewed is PutClaims for claims that people may have decided about.
func (tx *Tx) PutReviewed(ref ReportRef, claims []Reviewed, tolls []isnad.Toll, cites []isnad.Citation) (touched []string, err error) {
	old, err := tx.standing(ref)
	if err == nil {
		touched, err = tx.putClaims(ref, old, claims)
	}
	if err == nil {
		err = tx.putLinks(ref, old, tolls, cites)
	}
	if err != nil {
		return nil, fmt.Errorf("recording claims of report %s version %d: %w", ref.ID, ref.Version, err)
	}
	return touched, nil
}

// standing returns what stands of ref, and reads it for all reports that the job is about.
func (tx *Tx) standing(ref ReportRef) (*standing, error) {
	if s := tx.stands[ref]; s != nil {
		delete(tx.stands, ref) // it is about to change
		return s, nil
	}
	if err := tx.settle(); err != nil {
		return nil, err
	}
	want := []ReportRef{ref}
	if slices.Contains(tx.expected, ref) {
		want, tx.expected = tx.expected, nil
	}
	if err := tx.loadStanding(want); err != nil {
		return nil, err
	}
	s := tx.stands[ref]
	if s == nil {
		return nil, isnad.ErrNotFound
	}
	delete(tx.stands, ref)
	return s, nil
}

func (tx *Tx) loadStanding(refs []ReportRef) error {
	tx.stands = map[ReportRef]*standing{}
	wanted := map[string][]ReportRef{}
	ids := make([]string, 0, len(refs))
	for _, r := range refs {
		if len(wanted[r.ID]) == 0 {
			ids = append(ids, r.ID)
		}
		if !slices.Contains(wanted[r.ID], r) {
			wanted[r.ID] = append(wanted[r.ID], r)
		}
	}
	return in(ids, func(list string, args []any) error {
		err := tx.each(func(row *sql.Rows) error {
			var ref ReportRef
			var latest int
			if err := row.Scan(&ref.ID, &ref.Version, &latest); err != nil {
				return err
			}
			if slices.Contains(wanted[ref.ID], ref) {
				tx.stands[ref] = &standing{latest: latest}
			}
			return nil
		}, "SELECT v.report, v.version, r.version FROM versions v JOIN reports r ON r.id = v.report WHERE v.report IN "+list, args...)
		if err != nil {
			return err
		}
		err = tx.each(func(row *sql.Rows) error {
			var report string
			var c claimRow
			if err := row.Scan(&report, &c.seq, &c.id, &c.version, &c.ordinal, &c.present, &c.incident, &c.sum); err != nil {
				return err
			}
			for _, ref := range wanted[report] {
				if s := tx.stands[ref]; s != nil {
					s.claims = append(s.claims, c)
				}
			}
			return nil
		}, "SELECT report, seq, id, version, ordinal, present, incident, sum FROM claims WHERE report IN "+list+" ORDER BY report, version, ordinal", args...)
		if err != nil {
			return err
		}
		return tx.each(func(row *sql.Rows) error {
			var ref ReportRef
			if err := row.Scan(&ref.ID, &ref.Version); err != nil {
				return err
			}
			if s := tx.stands[ref]; s != nil {
				s.written = true
			}
			return nil
		}, "SELECT report, version FROM tolls WHERE report IN "+list+" UNION SELECT report, version FROM citations WHERE basis = 'declared' AND report IN "+list, append(slices.Clone(args), args...)...)
	})
}

func (tx *Tx) putClaims(ref ReportRef, s *standing, claims []Reviewed) (touched []string, err error) {
	present := bit(ref.Version == s.latest)
	lose := func(r claimRow) {
		if r.incident != "" && !slices.Contains(touched, r.incident) {
			touched = append(touched, r.incident)
		}
	}
	old := map[string]claimRow{}
	for _, r := range s.claims {
		switch {
		case r.version == ref.Version:
			old[r.id] = r
		case present == 1 && r.present == 1:
			lose(r)
			tx.writes.past = append(tx.writes.past, r.seq)
		}
	}
	given := map[string]bool{}
	for i := range claims {
		row, err := tx.reviewedRow(ref, claims[i])
		if err != nil {
			return nil, err
		}
		c, sum := row.claim, row.sum
		if given[c.ID] {
			continue
		}
		given[c.ID] = true
		if r, ok := old[c.ID]; ok && r.sum == sum && r.present == present && r.ordinal == i {
			delete(old, c.ID)
			continue
		}
		incident := ""
		if r, ok := old[c.ID]; ok && r.sum == sum && r.present == present {
			incident = r.incident // only its place among the others is new
			r.incident = ""
			old[c.ID] = r
		}
		tx.writes.claims = append(tx.writes.claims, append([]any{c.ID, ref.ID, ref.Version, i, present, incident}, row.values...))
		if present == 1 {
			if tx.writes.refs == nil {
				tx.writes.refs = map[string][][2]string{}
			}
			tx.writes.refs[c.ID] = claimRefs(&c)
		}
	}
	for _, r := range old { // what is no longer read, or read otherwise
		lose(r)
		tx.writes.gone = append(tx.writes.gone, r.seq)
	}
	slices.Sort(touched)
	return touched, nil
}

// putLinks replaces the tolls and declared citations of a version.
func (tx *Tx) putLinks(ref ReportRef, s *standing, tolls []isnad.Toll, cites []isnad.Citation) error {
	if s.written {
		for _, rows := range []string{"tolls WHERE", "citations WHERE basis = 'declared' AND"} {
			if _, err := tx.exec("DELETE FROM "+rows+" report = ? AND version = ?", ref.ID, ref.Version); err != nil {
				return err
			}
		}
	}
	for _, t := range tolls {
		t.Report, t.Version = ref.ID, ref.Version
		b, err := tx.blotter(ref.ID)
		if err != nil {
			return err
		}
		b.Value(&t)
		doc, err := json.Marshal(t)
		if err != nil {
			return fmt.Errorf("toll: %w", err)
		}
		tx.writes.tolls = append(tx.writes.tolls, []any{ref.ID, ref.Version, string(doc)})
	}
	for _, c := range cites {
		c.From, c.Version, c.Basis = ref.ID, ref.Version, isnad.CitationDeclared
		c, err := tx.protectCitation(c)
		if err != nil {
			return err
		}
		doc, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("citation: %w", err)
		}
		tx.writes.cites = append(tx.writes.cites, []any{ref.ID, ref.Version, short(c.To), string(doc), short(string(c.Kind))})
	}
	return nil
}

// write puts the waiting rows into the tables.
func (w *claimWrites) write(c *conn) error {
	all := append(slices.Clone(w.gone), w.past...)
	err := in(all, func(list string, args []any) error {
		_, err := c.exec("DELETE FROM claim_refs WHERE claim IN "+list, args...)
		return err
	})
	if err != nil {
		return err
	}
	err = in(w.gone, func(list string, args []any) error {
		_, err := c.exec("DELETE FROM claims WHERE seq IN "+list, args...)
		return err
	})
	if err != nil {
		return err
	}
	err = in(w.past, func(list string, args []any) error {
		_, err := c.exec("UPDATE claims SET present = 0, incident = '' WHERE seq IN "+list, args...)
		return err
	})
	if err != nil {
		return err
	}
	if err := c.insert("INSERT INTO claims (id, report, version, ordinal, present, incident, "+reviewedColumns+")", w.claims, ""); err != nil {
		return err
	}
	ids := make([]string, 0, len(w.refs))
	for _, r := range w.claims {
		if id := r[0].(string); w.refs[id] != nil {
			ids = append(ids, id)
		}
	}
	var refs [][]any
	err = in(ids, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var id string
			var seq int64
			err := row.Scan(&id, &seq)
			for _, r := range w.refs[id] {
				refs = append(refs, []any{r[0], r[1], seq})
			}
			return err
		}, "SELECT id, seq FROM claims WHERE present = 1 AND id IN "+list, args...)
	})
	if err != nil {
		return err
	}
	if err := c.insert("INSERT INTO claim_refs (class, ref, claim)", refs, ""); err != nil {
		return err
	}
	if err := c.insert("INSERT INTO tolls (report, version, doc)", w.tolls, ""); err != nil {
		return err
	}
	return c.insert("INSERT INTO citations (report, version, cited, doc, kind)", w.cites, "")
}
