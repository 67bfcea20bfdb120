package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// safetyOf is the measures that a transaction has asked for.
type safetyOf struct {
	asked, none bool // whether there is any measure was asked; there is none
	on          map[string][]isnad.Measure
	blots       map[string]*isnad.Blotter
}

// loadSafety reads the measures on reports that were not read yet. Most archives
// have none: that costs one question in a transaction.
func (tx *Tx) loadSafety(reports []string) error {
	s := &tx.safety
	if !s.asked {
		var n int
		found, err := tx.one("SELECT 1 FROM measures WHERE lifted = 0 LIMIT 1", nil, &n)
		if err != nil {
			return fmt.Errorf("reading measures: %w", err)
		}
		*s = safetyOf{asked: true, none: !found, on: map[string][]isnad.Measure{}, blots: map[string]*isnad.Blotter{}}
	}
	if s.none {
		return nil
	}
	var want []string
	for _, id := range reports {
		if _, known := s.on[id]; !known {
			s.on[id] = nil
			want = append(want, id)
		}
	}
	found, err := tx.MeasuresOn(want)
	for id, list := range found {
		s.on[id], s.blots[id] = list, isnad.NewBlotter(list)
	}
	return err
}

func (tx *Tx) blotter(report string) (*isnad.Blotter, error) {
	err := tx.loadSafety([]string{report})
	return tx.safety.blots[report], err
}

// protectReports is the reports as they may be shown. Those that nothing is hidden
// of are the ones given.
func (tx *Tx) protectReports(reports []isnad.Report) ([]isnad.Report, error) {
	ids := make([]string, len(reports))
	for i := range reports {
		ids[i] = reports[i].ID
	}
	if err := tx.loadSafety(ids); err != nil || len(tx.safety.blots) == 0 {
		return reports, err
	}
	out := slices.Clone(reports)
	for i := range out {
		if b := tx.safety.blots[out[i].ID]; b != nil {
			key := out[i].Key
			var err error
			if out[i], err = copied(out[i]); err != nil {
				return nil, fmt.Errorf("report %s: %w", out[i].ID, err)
			}
			out[i].Key = key
			b.Report(&out[i])
		}
	}
	return out, nil
}

// protectClaim is a claim as it may be shown.
func (tx *Tx) protectClaim(c isnad.Claim) (isnad.Claim, error) {
	b, err := tx.blotter(c.Report)
	if err != nil || b == nil {
		return c, err
	}
	if c, err = copied(c); err != nil {
		return c, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	b.Claim(&c)
	for _, m := range tx.safety.on[c.Report] {
		if m.Kind != isnad.MeasureCoarsen {
			continue
		}
		if m.Area != "" {
			var failed error
			c.Place = c.Place.Widen(m.Area, func(id string) (name string) {
				_, failed = tx.one("SELECT name FROM names WHERE class = 'place' AND id = ?", []any{id}, &name)
				return name
			})
			if failed != nil {
				return c, failed
			}
		}
		c.Place.Round(m.Degrees)
	}
	return c, nil
}

// protectCitation is a citation as it may be shown: what a copy changed holds
// words of both reports.
func (tx *Tx) protectCitation(c isnad.Citation) (isnad.Citation, error) {
	for _, id := range []string{c.From, c.To} {
		b, err := tx.blotter(id)
		if err != nil {
			return c, err
		}
		if b == nil {
			continue
		}
		if c, err = copied(c); err != nil {
			return c, fmt.Errorf("citation: %w", err)
		}
		b.Citation(&c)
	}
	return c, nil
}

// copied is a value that shares nothing with the one given.
func copied[T any](x T) (T, error) {
	doc, err := json.Marshal(x)
	if err != nil {
		return x, err
	}
	var y T
	err = json.Unmarshal(doc, &y)
	return y, err
}

// Reapplied is what became of a report when it was written again.
type Reapplied struct {
	Touched  []string               // incidents that changed claims belong to
	Versions map[string][]ReportRef // by the capture they were read from
}

// Reapply writes again all that was derived from a report, as its measures say. It
// can take words away; what was taken away before comes back only when the report
// is read again out of its bytes.
func (tx *Tx) Reapply(report string) (r Reapplied, err error) {
	if err := tx.settle(); err != nil {
		return r, err
	}
	r, err = tx.reapply(report)
	if err != nil {
		return r, fmt.Errorf("applying the measures on report %s: %w", report, err)
	}
	return r, nil
}

func (tx *Tx) reapply(report string) (r Reapplied, err error) {
	r.Versions = map[string][]ReportRef{}
	spoken, err := tx.spokenOf(report)
	if err != nil {
		return r, err
	}
	if err := tx.rewriteVersions(report, r.Versions); err != nil {
		return r, err
	}
	versions, err := tx.ReviewedOf(report)
	if err != nil {
		return r, err
	}
	for i := range versions {
		v := &versions[i]
		touched, err := tx.revise(v, v.Claims, nil)
		if err != nil {
			return r, err
		}
		r.Touched = append(r.Touched, touched...)
	}
	r.Touched = unique(r.Touched)
	if err := tx.rewriteTolls(report); err != nil {
		return r, err
	}
	if err := tx.rewriteCitations(report); err != nil {
		return r, err
	}
	return r, tx.forgetUnspoken(spoken)
}

func (tx *Tx) rewriteVersions(report string, found map[string][]ReportRef) error {
	if err := tx.e.lock(&tx.conn, "reports", false); err != nil {
		return err
	}
	known, err := tx.loadKnown([]string{report})
	if err != nil {
		return err
	}
	var reports []isnad.Report
	err = tx.each(func(row *sql.Rows) error {
		x, err := scanVersion(row)
		reports = append(reports, x)
		return err
	}, "SELECT "+versionColumns+" FROM versions v WHERE v.report = ? ORDER BY v.version", report)
	if err != nil {
		return err
	}
	before := reports
	if reports, err = tx.protectReports(reports); err != nil || len(reports) == 0 {
		return err
	}
	changed := false
	for i := range reports {
		changed = changed || reports[i].Title != before[i].Title || reports[i].Text != before[i].Text
	}
	// What entries of the log say of a version is a hash of its words. With all other
	// words known it would tell a guessed name from a wrong one, so it is forgotten;
	// that of the bytes stays, and the versions are entered as they stand now.
	if changed {
		if err := tx.EraseEntries(report); err != nil {
			return err
		}
	}
	b := newReportBatch(tx, known)
	b.again[report] = true
	for i := range reports {
		x := &reports[i]
		ref := ReportRef{x.ID, x.Version}
		found[x.Capture] = append(found[x.Capture], ref)
		if err := b.write(x, known[report].rows[x.Version].owner, ref, wordingOf(x)); err != nil {
			return err
		}
	}
	return b.flush()
}

func (tx *Tx) rewriteTolls(report string) error {
	b, err := tx.blotter(report)
	if err != nil || b == nil {
		return err
	}
	docs := map[int64]string{}
	err = tx.each(func(row *sql.Rows) error {
		var seq int64
		var doc string
		if err := row.Scan(&seq, &doc); err != nil {
			return err
		}
		var t isnad.Toll
		if err := json.Unmarshal([]byte(doc), &t); err != nil {
			return err
		}
		b.Value(&t)
		out, err := json.Marshal(t)
		if string(out) != doc {
			docs[seq] = string(out)
		}
		return err
	}, "SELECT seq, doc FROM tolls WHERE report = ?", report)
	for seq, doc := range docs {
		if err == nil {
			_, err = tx.exec("UPDATE tolls SET doc = ? WHERE seq = ?", doc, seq)
		}
	}
	return err
}

func (tx *Tx) rewriteCitations(report string) error {
	changed := map[int64]isnad.Citation{}
	err := tx.each(func(row *sql.Rows) error {
		var seq int64
		var doc string
		if err := row.Scan(&seq, &doc); err != nil {
			return err
		}
		var c isnad.Citation
		err := json.Unmarshal([]byte(doc), &c)
		changed[seq] = c
		return err
	}, "SELECT seq, doc FROM citations WHERE report = ? OR cited = ? AND basis = 'detected'", report, report)
	if err != nil {
		return err
	}
	for seq, c := range changed {
		if c, err = tx.protectCitation(c); err != nil {
			return err
		}
		doc, err := json.Marshal(c)
		if err == nil {
			_, err = tx.exec("UPDATE citations SET doc = ?, cited = ? WHERE seq = ?", string(doc), short(c.To), seq)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// spokenOf is the names that a report speaks of: sources and places.
func (tx *Tx) spokenOf(report string) (map[string][]string, error) {
	out := map[string][]string{}
	for class, query := range map[string]string{
		classSource: "SELECT DISTINCT cited FROM citations WHERE report = ? AND basis = 'declared' UNION SELECT DISTINCT claimant FROM claims WHERE report = ?",
		classPlace:  "SELECT DISTINCT x.ref FROM claim_refs x JOIN claims k ON k.seq = x.claim WHERE x.class = 'place' AND (k.report = ? OR k.report = ?)",
	} {
		err := tx.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			out[class] = append(out[class], id)
			return err
		}, query, report, report)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// forgetUnspoken deletes those of the names that nothing speaks of any more.
func (tx *Tx) forgetUnspoken(names map[string][]string) error {
	tx.spoken = nil
	for class, unless := range map[string]string{
		classSource: `AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.source_id = names.id) AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.cited = names.id)
			AND NOT EXISTS (SELECT 1 FROM claims k WHERE k.claimant = names.id)`,
		classPlace: "AND NOT EXISTS (SELECT 1 FROM claim_refs x WHERE x.class = 'place' AND x.ref = names.ref)",
	} {
		err := in(unique(names[class]), func(list string, args []any) error {
			_, err := tx.exec("DELETE FROM names WHERE class = ? AND ref IN "+list+" "+unless, append([]any{class}, args...)...)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// blotActs blots out of acts what measures hide of the reports whose claims they
// are about. Acts themselves are never changed.
func (c *conn) blotActs(acts []isnad.Act) error {
	if len(acts) == 0 {
		return nil
	}
	var n int
	if found, err := c.one("SELECT 1 FROM measures WHERE lifted = 0 LIMIT 1", nil, &n); err != nil || !found {
		return err
	}
	at := map[int64]int{}
	numbers := make([]int64, len(acts))
	for i := range acts {
		at[acts[i].Number], numbers[i] = i, acts[i].Number
	}
	bears := map[int64][]string{}
	var refs []string
	err := in(numbers, func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var n int64
			var ref string
			err := row.Scan(&n, &ref)
			bears[n], refs = append(bears[n], ref), append(refs, ref)
			return err
		}, "SELECT DISTINCT a.act, a.ref FROM act_refs a JOIN measure_refs x ON x.ref = a.ref WHERE a.act IN "+list, args...)
	})
	if err != nil || len(refs) == 0 {
		return err
	}
	on, err := c.measuresOn(refs)
	for n, refs := range bears {
		var all []isnad.Measure
		for _, ref := range refs {
			all = append(all, on[ref]...)
		}
		a := &acts[at[n]]
		if slices.ContainsFunc(all, func(m isnad.Measure) bool { return m.Kind == isnad.MeasureHold }) {
			hush(a, on)
		}
		if b := isnad.NewBlotter(all); b != nil {
			name := a.Name
			b.Value(a)
			a.Name = name // who decided stands there whatever is hidden
		}
	}
	return err
}

// hush takes out of an act what it says of what is held back. Who decided what
// stays, and what it says of claims of other reports.
func hush(a *isnad.Act, on map[string][]isnad.Measure) {
	a.Reason = ""
	if a.Kind.OfClaim() {
		a.Edit, a.Parts = nil, make([]isnad.Edit, len(a.Parts))
	}
	a.Claims = slices.DeleteFunc(a.Claims, func(k isnad.Claim) bool {
		return slices.ContainsFunc(on[k.Report], func(m isnad.Measure) bool { return m.Kind == isnad.MeasureHold })
	})
}
