package site

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// Bounds of what one incident's page shows.
const (
	maxClaims  = 500
	maxReports = 200
)

type incidentPage struct {
	isnad.Incident
	Rows    []sourceRow
	Because struct{ Status, Grading []reasonBit } // why, in a sentence
	Reports []store.ReportRow
	Cut     bool // there are more claims than are shown
	Plot    *plot
	Map     *mapView
	Dossier bool // the visitor may have all of it as one file
	AtDesk  bool // whoever reads is signed in
	Cases   bool // cases can be opened
}

// sourceRow is what one claimant says of an incident.
type sourceRow struct {
	isnad.SourceFigures
	Kind    isnad.SourceKind
	Display string // the claimant's name as the source has it
	Outlets []nameLink
	Said    []said
}

// said is one claim, with the words and the passage they stand in.
type said struct {
	isnad.Claim
	Outlet, Title string
	Language      string
	Carried       bool // it stands in words copied from another report
}

type nameLink struct{ ID, Name string }

// incident is the page of one incident: who says what, through whom.
func (s *site) incident(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	id := r.PathValue("id")
	to, err := s.store.Redirect(ctx, id)
	if err != nil {
		return err
	}
	if to != id { // people merged it into another, and may take that back
		w.Header().Set("Cache-Control", "no-cache")
		http.Redirect(w, r, "/incidents/"+to, http.StatusMovedPermanently)
		return nil
	}
	i, err := s.store.Incident(ctx, id)
	if err != nil {
		return err
	}
	p := incidentPage{Incident: i}
	p.Cases = s.o.Cases.on()
	if p.AtDesk, err = s.atDesk(w, r); err != nil {
		return err
	}
	claims, next, err := s.store.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: store.Page{Limit: maxClaims}})
	if err != nil {
		return err
	}
	p.Cut = next != ""
	if p.Reports, _, err = s.store.Reports(ctx, store.ReportQuery{Incident: i.ID, Page: store.Page{Limit: maxReports}}); err != nil {
		return err
	}
	if p.Rows, err = s.whoSaysWhat(ctx, i, claims, p.Reports); err != nil {
		return err
	}
	p.Because.Status, p.Because.Grading = because(i.StatusReason, p.Rows), because(i.GradingReason, p.Rows)
	p.Plot = plotOf(p.Rows)
	if p.Map, err = s.mapOf(ctx, []isnad.Incident{i}, store.IncidentQuery{}, 420, 320); err != nil {
		return err
	}
	if p.Dossier, err = s.mayHaveDossiers(w, r); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "incident", view{
		Title: plainText(i.Title), Description: figuresWords(i) + ". " + whenWords(i.When) + ", " + plainText(s.whereWords(i.Place)) + ".",
		Map: p.Map != nil, Body: p,
	})
}

// whoSaysWhat joins the figures of each claimant with the claims behind them.
func (s *site) whoSaysWhat(ctx context.Context, i isnad.Incident, claims []isnad.Claim, reports []store.ReportRow) ([]sourceRow, error) {
	byID := map[string]isnad.Claim{}
	for _, c := range claims {
		byID[c.ID] = c
	}
	byReport := map[string]isnad.Report{}
	for _, r := range reports {
		byReport[r.ID] = r.Report
	}
	known := map[string]isnad.Source{}
	source := func(id string) (isnad.Source, error) {
		if x, ok := known[id]; ok {
			return x, nil
		}
		x, err := s.store.Source(ctx, id)
		if errors.Is(err, isnad.ErrNotFound) {
			x, err = isnad.Source{ID: id}, nil
		}
		if err == nil {
			known[id] = x
		}
		return x, err
	}
	var rows []sourceRow
	for _, f := range i.BySource[:min(len(i.BySource), maxReports)] {
		row := sourceRow{SourceFigures: f}
		x, err := source(f.Source)
		if err != nil {
			return nil, err
		}
		row.Kind, row.Display = x.Kind, first(x.Name, f.Name, f.Source)
		for _, id := range f.Outlets[:min(len(f.Outlets), maxReports)] {
			o, err := source(id)
			if err != nil {
				return nil, err
			}
			row.Outlets = append(row.Outlets, nameLink{id, first(o.Name, id)})
		}
		for _, id := range f.Claims {
			if c, ok := byID[id]; ok {
				r := byReport[c.Report]
				row.Said = append(row.Said, said{Claim: c, Outlet: r.Source, Title: r.Title, Language: r.Language, Carried: slices.Contains(f.Carried, id)})
			}
		}
		rows = append(rows, row)
	}
	// Those who give figures first, then by name: no source stands above another for its kind.
	slices.SortStableFunc(rows, func(a, b sourceRow) int {
		if x, y := a.Killed.Known || a.Injured.Known, b.Killed.Known || b.Injured.Known; x != y {
			if x {
				return -1
			}
			return 1
		}
		return b.Killed.High - a.Killed.High
	})
	return rows, nil
}
