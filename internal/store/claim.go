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

// claimRefs returns the class and ref of every place and party of a claim.
func claimRefs(c *isnad.Claim) [][2]string {
	var out [][2]string
	add := func(class, ref string) {
		if r := [2]string{class, short(ref)}; ref != "" && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	for _, p := range placeRefs(c.Place) {
		add(classPlace, p)
	}
	for _, a := range c.Actors {
		add(classParty, a.ID)
	}
	return out
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
	if err := tx.settle(); err != nil {
		return nil, err
	}
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
