package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/dossier"
	"isnad/internal/export/republish"
	"isnad/internal/store"
)

// Bounds of one dossier, so that what is held of it at once stays small.
const (
	maxDossierClaims  = 20_000
	maxDossierReports = 5_000 // versions
	maxChainReports   = 200   // around one report
)

// dossier gathers everything that is kept of one incident: its claims, every
// version of the reports they stand in and of what those copy, the links between
// them and to others, who is named, what people decided, and the captures.
func (g gatherer) dossier(ctx context.Context, asked string) (*dossier.Contents, error) {
	id, err := g.store.Redirect(ctx, asked)
	if err != nil {
		return nil, err
	}
	i, err := g.store.Incident(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(i.Claims) > maxDossierClaims {
		return nil, fmt.Errorf("incident %s has %d claims, more than the %d that a dossier holds: %w", id, len(i.Claims), maxDossierClaims, isnad.ErrTooLarge)
	}
	record, err := g.record(ctx, i)
	if err != nil {
		return nil, err
	}
	c := &dossier.Contents{Record: record}
	if asked != id {
		c.Asked = asked
	}
	c.Record.Reports = nil
	in, err := g.chainUp(ctx, record.Reports)
	if err != nil {
		return nil, err
	}
	hidden, err := g.store.Blotters(ctx, slices.Sorted(keysOf(in)))
	if err != nil {
		return nil, err
	}
	if len(hidden) > 0 { // a dossier holds the bytes as received
		return nil, fmt.Errorf("words of %d of its reports are hidden for the safety of people, and a dossier would hold them: %w", len(hidden), isnad.ErrRefused)
	}
	if err := g.reportsOf(ctx, c, in); err != nil {
		return nil, err
	}
	if err := g.citationsOf(ctx, c, in); err != nil {
		return nil, err
	}
	if err := g.sourcesOf(ctx, c); err != nil {
		return nil, err
	}
	for n := range c.Reports {
		c.Reports[n].Leave = leaveOf(c, &c.Reports[n].Report)
	}
	if err := g.actsOf(ctx, c); err != nil {
		return nil, err
	}
	if err := g.capturesOf(ctx, c); err != nil {
		return nil, err
	}
	at := i.Place.ID
	switch i.Place.Precision {
	case isnad.PlaceDistrict:
		at = cmp.Or(i.Place.District, at)
	case isnad.PlaceProvince:
		at = cmp.Or(i.Place.Province, at)
	}
	c.Place, err = g.place(ctx, at)
	return c, err
}

// chainUp is the reports given and all that they copy, and what those copy, as
// far as the texts show.
func (g gatherer) chainUp(ctx context.Context, told []isnad.Report) (map[string]bool, error) {
	in := map[string]bool{}
	for _, r := range told {
		in[r.ID] = true
	}
	for _, r := range told {
		chain, err := g.store.Chain(ctx, r.ID, maxChainReports)
		if err != nil {
			return nil, err
		}
		up := map[string]bool{r.ID: true}
		for grown := true; grown; {
			grown = false
			for _, l := range chain.Links {
				if l.Kind == isnad.CiteCopy && up[l.From] && !up[l.To] {
					up[l.To], in[l.To], grown = true, true, true
				}
			}
		}
	}
	return in, nil
}

// reportsOf adds every version of the reports, in the order in which the reports
// came, the versions of one behind each other.
func (g gatherer) reportsOf(ctx context.Context, c *dossier.Contents, in map[string]bool) error {
	tells := map[store.ReportRef]bool{}
	for _, x := range c.Told {
		tells[store.ReportRef{ID: x.Report, Version: x.Version}] = true
	}
	var first []isnad.Report // the newest version of each
	versions := map[string][]isnad.Report{}
	for id := range in {
		all, err := g.store.Versions(ctx, id)
		if err != nil {
			return err
		}
		for n := range all {
			all[n].Text = ""
		}
		slices.SortFunc(all, func(a, b isnad.Report) int { return cmp.Compare(a.Version, b.Version) })
		present, err := g.store.Report(ctx, id, 0)
		if err != nil {
			return err
		}
		present.Text = ""
		first, versions[id] = append(first, present), all
	}
	slices.SortFunc(first, func(a, b isnad.Report) int {
		order, _ := isnad.CompareOrder(&a, &b)
		return cmp.Or(order, cmp.Compare(a.ID, b.ID))
	})
	for _, present := range first {
		for _, v := range versions[present.ID] {
			c.Reports = append(c.Reports, dossier.Report{Report: v, Present: v.Version == present.Version, Tells: tells[store.ReportRef{ID: v.ID, Version: v.Version}]})
			if len(c.Reports) > maxDossierReports {
				return fmt.Errorf("incident %s has more than %d versions of reports, the most that a dossier holds: %w", c.ID, maxDossierReports, isnad.ErrTooLarge)
			}
		}
	}
	return nil
}

// citationsOf adds the links that go out from the reports and the copies of them
// that stand elsewhere, with the reports at their other ends.
func (g gatherer) citationsOf(ctx context.Context, c *dossier.Contents, in map[string]bool) error {
	others := map[string]bool{}
	add := func(x isnad.Citation) error {
		for _, id := range []string{x.From, x.To} {
			if strings.HasPrefix(id, "r") && !in[id] {
				others[id] = true
			}
		}
		c.Citations = append(c.Citations, x)
		if len(c.Citations) > maxDossierClaims || len(others) > maxDossierReports {
			return fmt.Errorf("incident %s has more links than a dossier holds: %w", c.ID, isnad.ErrTooLarge)
		}
		return nil
	}
	for id := range in {
		err := everything(func(p store.Page) ([]isnad.Citation, string, error) {
			return g.store.Citations(ctx, store.CitationQuery{From: id, Page: p})
		}, add)
		if err != nil {
			return err
		}
		err = everything(func(p store.Page) ([]isnad.Citation, string, error) {
			return g.store.Citations(ctx, store.CitationQuery{To: id, Basis: isnad.CitationDetected, Page: p})
		}, func(x isnad.Citation) error {
			if in[x.From] {
				return nil // it goes out from one of them and is there
			}
			return add(x)
		})
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(c.Citations, func(a, b isnad.Citation) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Version, b.Version), cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.To, b.To), cmp.Compare(a.ToName, b.ToName), cmp.Compare(a.ToURL, b.ToURL), cmp.Compare(firstPassage(a), firstPassage(b)))
	})
	for _, id := range slices.Sorted(keysOf(others)) {
		r, err := g.store.Report(ctx, id, 0)
		if errors.Is(err, isnad.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		r.Text = ""
		c.Others = append(c.Others, r)
	}
	return nil
}

func firstPassage(c isnad.Citation) int {
	if len(c.Passages) == 0 {
		return -1
	}
	return c.Passages[0].Start
}

func keysOf(m map[string]bool) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// sourcesOf adds every source that the dossier names.
func (g gatherer) sourcesOf(ctx context.Context, c *dossier.Contents) error {
	ids := map[string]bool{}
	for _, r := range c.Reports {
		ids[r.SourceID] = true
	}
	for _, r := range c.Others {
		ids[r.SourceID] = true
	}
	for _, x := range c.Told {
		ids[x.Claimant] = true
	}
	for _, f := range c.BySource {
		ids[f.Source] = true
		for _, o := range f.Outlets {
			ids[o] = true
		}
	}
	for _, r := range c.Roots {
		ids[r.Source] = true
	}
	for _, x := range c.Citations {
		if strings.HasPrefix(x.To, "s") {
			ids[x.To] = true
		}
	}
	delete(ids, "")
	for _, id := range slices.Sorted(keysOf(ids)) {
		s, err := g.store.Source(ctx, id)
		if errors.Is(err, isnad.ErrNotFound) {
			continue // a claimant that no book knows
		}
		if err != nil {
			return err
		}
		c.Sources = append(c.Sources, s)
	}
	return nil
}

// leaveOf reads what the terms of a report allow.
func leaveOf(c *dossier.Contents, r *isnad.Report) republish.Leave {
	var outlet isnad.Source
	var agencies []isnad.Source
	for _, s := range c.Sources {
		if s.ID == r.SourceID {
			outlet = s
		}
		if slices.ContainsFunc(c.Citations, func(x isnad.Citation) bool {
			return x.From == r.ID && x.Kind == isnad.CiteAgency && x.To == s.ID
		}) {
			agencies = append(agencies, s)
		}
	}
	return republish.LeaveOf(r, outlet, agencies)
}

// actsOf adds what people decided about the incident and its claims, the oldest
// first.
func (g gatherer) actsOf(ctx context.Context, c *dossier.Contents) error {
	seen := map[string]bool{}
	about := []string{c.ID}
	if c.Asked != "" {
		about = append(about, c.Asked)
	}
	for _, x := range c.Told {
		about = append(about, x.ID)
	}
	for _, id := range about {
		err := everything(func(p store.Page) ([]isnad.Act, string, error) {
			p.Limit = 100 // acts about incidents are long
			return g.store.Acts(ctx, store.ActQuery{Bears: id, Oldest: true, Whole: true, Page: p})
		}, func(a isnad.Act) error {
			if !seen[a.ID] {
				seen[a.ID] = true
				c.Acts = append(c.Acts, a)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(c.Acts, func(a, b isnad.Act) int { return cmp.Compare(a.Number, b.Number) })
	return nil
}

// capturesOf adds the captures that the reports were read from, in the order
// received.
func (g gatherer) capturesOf(ctx context.Context, c *dossier.Contents) error {
	seen := map[string]bool{}
	for _, r := range c.Reports {
		if seen[r.Capture] {
			continue
		}
		seen[r.Capture] = true
		x, notes, err := g.store.Capture(ctx, r.Capture)
		if err != nil {
			return err
		}
		_, cut, err := g.store.CutBlob(ctx, x.SHA256)
		if err != nil {
			return err
		}
		if cut { // bytes of it were destroyed: what is left has another hash, and proves nothing
			continue
		}
		c.Captures = append(c.Captures, dossier.Capture{Capture: x, Notes: notes})
	}
	slices.SortFunc(c.Captures, func(a, b dossier.Capture) int {
		return cmp.Or(a.Received.Compare(b.Received), cmp.Compare(a.ID, b.ID))
	})
	return nil
}
