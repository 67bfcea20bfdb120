package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"isnad"
)

// What claim_refs and incident_refs refer to, and the classes of names.
const (
	classSource = "source"
	classPlace  = "place"
	classParty  = "party"
)

// placeRefs returns the refs of a place and of those it lies within.
func placeRefs(w isnad.Where) []string {
	var out []string
	for _, id := range []string{w.ID, w.District, w.Province} {
		if id != "" && !slices.Contains(out, short(id)) {
			out = append(out, short(id))
		}
	}
	if w.Country != "" {
		out = append(out, countryRef(w.Country))
	}
	return out
}

// countryRef is what a country is called in refs: a Where names it by its code.
func countryRef(code string) string { return "country:" + short(code) }

type claimRow struct {
	seq      int64
	id       string
	incident string
	sum      string
	present  int
}

// PutClaims replaces what was read of one version of a report. Incidents that
// lose a claim by it are named in touched; older versions' claims are kept but
// no longer belong to an incident. A claim that is read again word for word stays
// in its incident.
func (tx *Tx) PutClaims(ref ReportRef, claims []isnad.Claim, tolls []isnad.Toll, cites []isnad.Citation) (touched []string, err error) {
	touched, err = tx.putClaims(ref, claims)
	if err == nil {
		err = tx.putTolls(ref, tolls)
	}
	if err == nil {
		err = tx.putCitations(ref, cites)
	}
	if err != nil {
		return nil, fmt.Errorf("recording claims of report %s version %d: %w", ref.ID, ref.Version, err)
	}
	return touched, nil
}

func (tx *Tx) putClaims(ref ReportRef, claims []isnad.Claim) (touched []string, err error) {
	var latest, stands int
	found, err := tx.one("SELECT r.version, v.version FROM reports r JOIN versions v ON v.report = r.id WHERE r.id = ? AND v.version = ?", []any{ref.ID, ref.Version}, &latest, &stands)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, isnad.ErrNotFound
	}
	present := 0
	if ref.Version == latest {
		present = 1
	}
	old := map[string]claimRow{}
	var gone []int64
	lose := func(r claimRow) {
		if r.incident != "" && !slices.Contains(touched, r.incident) {
			touched = append(touched, r.incident)
		}
	}
	err = tx.each(func(row *sql.Rows) error {
		var r claimRow
		var version int
		if err := row.Scan(&r.seq, &r.id, &version, &r.incident, &r.sum, &r.present); err != nil {
			return err
		}
		switch {
		case version == ref.Version:
			old[r.id] = r
		case version < ref.Version && present == 1 && r.present == 1:
			lose(r)
		}
		return nil
	}, "SELECT seq, id, version, incident, sum, present FROM claims WHERE report = ? ORDER BY version, ordinal", ref.ID)
	if err != nil {
		return nil, err
	}
	if present == 1 && ref.Version > 1 {
		if _, err := tx.exec("DELETE FROM claim_refs WHERE claim IN (SELECT seq FROM claims WHERE report = ? AND version < ? AND present = 1)", ref.ID, ref.Version); err != nil {
			return nil, err
		}
		if _, err := tx.exec("UPDATE claims SET present = 0, incident = '' WHERE report = ? AND version < ? AND present = 1", ref.ID, ref.Version); err != nil {
			return nil, err
		}
	}

	var rows, refs [][]any
	ids := map[string]int{} // → index in claims, to know a claim given twice
	for i := range claims {
		c := claims[i]
		if err := checkID(c.ID); err != nil {
			return nil, err
		}
		if _, twice := ids[c.ID]; twice {
			continue
		}
		ids[c.ID] = i
		c.Report, c.Version, c.Incident = ref.ID, ref.Version, ""
		doc, err := json.Marshal(c)
		if err != nil {
			return nil, fmt.Errorf("claim %s: %w", c.ID, err)
		}
		sum := rowSum(string(doc))
		if r, ok := old[c.ID]; ok && r.sum == sum && r.present == present {
			delete(old, c.ID)
			if _, err := tx.exec("UPDATE claims SET ordinal = ? WHERE seq = ? AND ordinal <> ?", i, r.seq, i); err != nil {
				return nil, err
			}
			continue
		}
		rows = append(rows, []any{c.ID, ref.ID, ref.Version, i, present, "", short(c.Claimant), string(doc), sum})
	}
	for _, r := range old { // what is no longer read, or read otherwise
		lose(r)
		gone = append(gone, r.seq)
	}
	slices.Sort(touched)
	if err := tx.dropClaims(gone); err != nil {
		return nil, err
	}
	if err := tx.insert("INSERT INTO claims (id, report, version, ordinal, present, incident, claimant, doc, sum)", rows, ""); err != nil {
		return nil, err
	}
	if present == 0 || len(rows) == 0 {
		return touched, nil
	}
	fresh := map[string]bool{}
	for _, r := range rows {
		fresh[r[0].(string)] = true
	}
	err = tx.each(func(row *sql.Rows) error {
		var id string
		var seq int64
		if err := row.Scan(&id, &seq); err != nil || !fresh[id] {
			return err
		}
		refs = appendRefs(refs, &claims[ids[id]], seq)
		return nil
	}, "SELECT id, seq FROM claims WHERE report = ? AND version = ?", ref.ID, ref.Version)
	if err != nil {
		return nil, err
	}
	return touched, tx.insert("INSERT INTO claim_refs (class, ref, claim)", refs, "ON CONFLICT (class, ref, claim) DO NOTHING")
}

func appendRefs(refs [][]any, c *isnad.Claim, seq int64) [][]any {
	for _, p := range placeRefs(c.Place) {
		refs = append(refs, []any{classPlace, p, seq})
	}
	for _, a := range c.Actors {
		if a.ID != "" {
			refs = append(refs, []any{classParty, short(a.ID), seq})
		}
	}
	return refs
}

func (tx *Tx) dropClaims(seqs []int64) error {
	return in(seqs, func(list string, args []any) error {
		if _, err := tx.exec("DELETE FROM claim_refs WHERE claim IN "+list, args...); err != nil {
			return err
		}
		_, err := tx.exec("DELETE FROM claims WHERE seq IN "+list, args...)
		return err
	})
}

func (tx *Tx) putTolls(ref ReportRef, tolls []isnad.Toll) error {
	if _, err := tx.exec("DELETE FROM tolls WHERE report = ? AND version = ?", ref.ID, ref.Version); err != nil {
		return err
	}
	var rows [][]any
	for _, t := range tolls {
		t.Report, t.Version = ref.ID, ref.Version
		doc, err := json.Marshal(t)
		if err != nil {
			return fmt.Errorf("toll: %w", err)
		}
		rows = append(rows, []any{ref.ID, ref.Version, string(doc)})
	}
	return tx.insert("INSERT INTO tolls (report, version, doc)", rows, "")
}

func (tx *Tx) putCitations(ref ReportRef, cites []isnad.Citation) error {
	if _, err := tx.exec("DELETE FROM citations WHERE report = ? AND version = ?", ref.ID, ref.Version); err != nil {
		return err
	}
	var rows [][]any
	for _, c := range cites {
		c.From, c.Version = ref.ID, ref.Version
		doc, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("citation: %w", err)
		}
		rows = append(rows, []any{ref.ID, ref.Version, short(c.To), string(doc)})
	}
	return tx.insert("INSERT INTO citations (report, version, cited, doc)", rows, "")
}

const claimColumns = "c.incident, c.doc"

func scanClaim(row *sql.Rows, more ...any) (isnad.Claim, error) {
	var c isnad.Claim
	var incident, doc string
	if err := row.Scan(append([]any{&incident, &doc}, more...)...); err != nil {
		return c, err
	}
	if err := json.Unmarshal([]byte(doc), &c); err != nil {
		return c, fmt.Errorf("reading a claim: %w", err)
	}
	c.Incident = incident
	return c, nil
}

// ClaimsOf returns the present claims of reports or of incidents, each once, in
// the order they were recorded.
func (tx *Tx) ClaimsOf(reports []ReportRef, incidents []string) ([]isnad.Claim, error) {
	var g claimSet
	ids := make([]string, len(reports))
	want := map[ReportRef]bool{}
	for i, r := range reports {
		ids[i] = r.ID
		want[r] = true
	}
	slices.Sort(ids)
	err := in(slices.Compact(ids), func(list string, args []any) error {
		return tx.each(g.scan(func(c *isnad.Claim) bool { return want[ReportRef{c.Report, c.Version}] }),
			"SELECT "+claimColumns+", c.seq FROM claims c WHERE c.present = 1 AND c.report IN "+list, args...)
	})
	if err == nil {
		err = tx.claimsOfIncidents(&g, incidents)
	}
	if err != nil {
		return nil, fmt.Errorf("reading claims: %w", err)
	}
	return g.sorted(), nil
}

func (c *conn) claimsOfIncidents(g *claimSet, incidents []string) error {
	ids := slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(incidents))), func(id string) bool { return id == "" })
	return in(ids, func(list string, args []any) error {
		return c.each(g.scan(nil), "SELECT "+claimColumns+", c.seq FROM claims c WHERE c.present = 1 AND c.incident IN "+list, args...)
	})
}

// claimSet gathers claims, each once.
type claimSet struct {
	seen   map[int64]bool
	seqs   []int64
	claims []isnad.Claim
}

func (g *claimSet) scan(want func(*isnad.Claim) bool) func(*sql.Rows) error {
	return func(row *sql.Rows) error {
		var seq int64
		c, err := scanClaim(row, &seq)
		if err != nil || g.seen[seq] || want != nil && !want(&c) {
			return err
		}
		if g.seen == nil {
			g.seen = map[int64]bool{}
		}
		g.seen[seq] = true
		g.seqs = append(g.seqs, seq)
		g.claims = append(g.claims, c)
		return nil
	}
}

func (g *claimSet) sorted() []isnad.Claim {
	order := make([]int, len(g.seqs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(g.seqs[a] - g.seqs[b]) })
	out := make([]isnad.Claim, len(order))
	for i, j := range order {
		out[i] = g.claims[j]
	}
	return out
}
