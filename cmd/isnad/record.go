package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/site/basemap"
	"isnad/internal/store"
)

// records prints the incidents that belong there in the columns of another
// project, and says how many do not.
func (x exporter) records(ctx context.Context, err io.Writer) error {
	enc, failed := export.Records(x.out, x.format, x.opt)
	if failed != nil {
		return fmt.Errorf("%w: %w", errUse, failed)
	}
	g := gatherer{x.store, basemap.New()}
	out := 0
	failed = errors.Join(everything(func(p store.Page) ([]isnad.Incident, string, error) {
		return x.store.Incidents(ctx, store.IncidentQuery{Page: p})
	}, func(i isnad.Incident) error {
		r, err := g.record(ctx, i)
		if err != nil {
			return err
		}
		if !export.Belongs(x.format, &r) {
			out++
			return nil
		}
		return enc.Encode(r)
	}), enc.Close())
	if failed == nil && out > 0 {
		fmt.Fprintf(err, "isnad: %d incidents are none that %s records (docs/formats.md says which) and are left out\n", out, x.format)
	}
	return failed
}

// gatherer joins an incident with all that the store has of it.
type gatherer struct {
	store *store.Store
	base  *basemap.Map // names of countries
}

// record is an incident with its claims, the reports they stand in (without their
// texts), and the names of its parties and divisions.
func (g gatherer) record(ctx context.Context, i isnad.Incident) (export.Record, error) {
	r := export.Record{Incident: i, Parties: map[string]isnad.Party{}}
	err := everything(func(p store.Page) ([]isnad.Claim, string, error) {
		return g.store.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: p})
	}, func(c isnad.Claim) error { r.Told = append(r.Told, c); return nil })
	if err != nil {
		return r, err
	}
	refs, seen := []store.ReportRef{}, map[store.ReportRef]bool{}
	for _, c := range r.Told {
		if ref := (store.ReportRef{ID: c.Report, Version: c.Version}); !seen[ref] {
			seen[ref] = true
			refs = append(refs, ref)
		}
		for _, a := range c.Actors {
			if err := g.party(ctx, r.Parties, a.ID); err != nil {
				return r, err
			}
		}
	}
	if r.Reports, err = g.store.ReportsAt(ctx, refs); err != nil {
		return r, err
	}
	for n := range r.Reports {
		r.Reports[n].Text = ""
	}
	if i.Place.Country != "" {
		r.Country = g.base.Name(i.Place.Country)
	}
	at, err := g.place(ctx, i.Place.ID)
	if err != nil {
		return r, err
	}
	r.Kind = at.Kind
	province, err := g.place(ctx, i.Place.Province)
	if err != nil {
		return r, err
	}
	district, err := g.place(ctx, i.Place.District)
	if err != nil {
		return r, err
	}
	r.Province, r.District = province.Name, district.Name
	return r, nil
}

// party adds a party to those that are known; one that the store has not is none.
func (g gatherer) party(ctx context.Context, known map[string]isnad.Party, id string) error {
	if _, have := known[id]; have || id == "" {
		return nil
	}
	p, err := g.store.Party(ctx, id)
	if errors.Is(err, isnad.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("looking up party %s: %w", id, err)
	}
	known[id] = p
	return nil
}

// place looks a place up; one that the store has not has no name.
func (g gatherer) place(ctx context.Context, id string) (isnad.Place, error) {
	if id == "" {
		return isnad.Place{}, nil
	}
	p, err := g.store.Place(ctx, id)
	if errors.Is(err, isnad.ErrNotFound) {
		return isnad.Place{}, nil
	}
	if err != nil {
		return p, fmt.Errorf("looking up place %s: %w", id, err)
	}
	return p, nil
}
