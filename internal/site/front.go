package site

import (
	"context"
	"errors"
	"net/http"

	"isnad"
	"isnad/internal/store"
)

type frontPage struct {
	Totals    store.Totals
	Lead      *isnad.Incident
	LeadSaid  []said
	LeadRows  []isnad.SourceFigures
	Incidents []isnad.Incident
	Reports   []store.ReportRow
	Notices   []notice
	Map       *mapView
	OnMap     int
}

// front is the front page: one of the latest incidents first, then the others and
// the latest reports. Nothing is ranked by what it is about.
func (s *site) front(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	var p frontPage
	var err error
	if p.Totals, err = s.store.Totals(ctx); err != nil {
		return err
	}
	all, _, err := s.store.Incidents(ctx, store.IncidentQuery{Page: store.Page{Limit: 200}})
	if err != nil {
		return err
	}
	p.OnMap = len(all)
	if p.Map, err = s.mapOf(ctx, all, store.IncidentQuery{}, 720, 520); err != nil {
		return err
	}
	if len(all) > 0 {
		at := leadOf(all)
		p.Lead = &all[at]
		p.LeadRows = p.Lead.BySource[:min(len(p.Lead.BySource), 6)]
		for i := range all[:min(len(all), 10)] {
			if i != at && len(p.Incidents) < 9 {
				p.Incidents = append(p.Incidents, all[i])
			}
		}
		if p.LeadSaid, err = s.leadSaid(ctx, *p.Lead); err != nil {
			return err
		}
	}
	if p.Reports, _, err = s.store.Reports(ctx, store.ReportQuery{Page: store.Page{Limit: 8}}); err != nil {
		return err
	}
	if p.Notices, err = s.latestNotices(ctx, 5); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "front", view{Feed: "incidents", Map: p.Map != nil, Body: p,
		Description: "Reports of armed conflict, the claims in them and who says so."})
}

// leadOf picks what stands first on the front page: of the latest incidents the
// one that most sources speak of, the latest of these. Who is said to have done
// it, to whom, and how many died play no part.
func leadOf(latest []isnad.Incident) int {
	at := 0
	for i, x := range latest[:min(len(latest), 12)] {
		if len(x.BySource) > len(latest[at].BySource) {
			at = i
		}
	}
	return at
}

// leadSaid is the words of the first claims of an incident, one of each claimant.
func (s *site) leadSaid(ctx context.Context, i isnad.Incident) ([]said, error) {
	claims, _, err := s.store.Claims(ctx, store.ClaimQuery{Incident: i.ID, Page: store.Page{Limit: 20}})
	if err != nil {
		return nil, err
	}
	var out []said
	seen := map[string]bool{}
	for _, c := range claims {
		if seen[c.Claimant] || c.Quote == "" || len(out) == 2 {
			continue
		}
		seen[c.Claimant] = true
		r, err := s.store.Report(ctx, c.Report, c.Version)
		if errors.Is(err, isnad.ErrNotFound) {
			continue // read anew meanwhile
		}
		if err != nil {
			return nil, err
		}
		out = append(out, said{Claim: c, Outlet: r.Source, Title: r.Title, Language: r.Language})
	}
	return out, nil
}

// about says what the pages mean and whose data they stand on.
func (s *site) about(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, http.StatusOK, "about", view{Title: "About", Body: s.o})
}
