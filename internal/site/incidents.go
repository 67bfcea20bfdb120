package site

import (
	"net/http"

	"isnad"
	"isnad/internal/store"
)

const (
	listLength = 50  // incidents or reports on one page of a list
	mapLength  = 500 // incidents on one map
)

type incidentsPage struct {
	Filters   filters
	Total     int
	Incidents []isnad.Incident
	Next      string // address of the next page
	Later     bool   // this is not the first page
	Map       *mapView
	OnMap     int // incidents that the map was made of
	Timeline  *timelineView
}

// incidents is the list, with a map and a timeline of the same.
func (s *site) incidents(w http.ResponseWriter, r *http.Request) error {
	ctx := r.Context()
	f, err := s.readFilters(ctx, "/incidents", r.URL.Query())
	if err != nil {
		return err
	}
	p := incidentsPage{Filters: f, Later: f.Q.After != ""}
	q := f.Q
	if q.Limit == 0 {
		q.Limit = listLength
	}
	var next string
	if p.Incidents, next, err = s.store.Incidents(ctx, q); err != nil {
		return err
	}
	if next != "" {
		p.Next = link("/incidents", f.Q, next)
	}
	if p.Total, err = s.store.CountIncidents(ctx, unpaged(f.Q)); err != nil {
		return err
	}
	onMap, err := s.mapped(r, f.Q)
	if err != nil {
		return err
	}
	p.OnMap = len(onMap)
	if p.Map, err = s.mapOf(ctx, onMap, unpaged(f.Q), 760, 460); err != nil {
		return err
	}
	if p.Timeline, err = s.timelineOf(ctx, unpaged(f.Q), "", 460, 130); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "incidents", view{Title: "Incidents", Feed: "incidents", Map: p.Map != nil, Body: p})
}

// mapped returns the incidents that a map of q shows.
func (s *site) mapped(r *http.Request, q store.IncidentQuery) ([]isnad.Incident, error) {
	q = unpaged(q)
	q.Limit = mapLength
	all, _, err := s.store.Incidents(r.Context(), q)
	return all, err
}

func unpaged(q store.IncidentQuery) store.IncidentQuery {
	q.Page = store.Page{}
	return q
}

type mapPage struct {
	Filters   filters
	Total     int
	Incidents []isnad.Incident
	Map       *mapView
}

// mapPage is the map over the whole page, with the same content as a list.
func (s *site) mapPage(w http.ResponseWriter, r *http.Request) error {
	f, err := s.readFilters(r.Context(), "/map", r.URL.Query())
	if err != nil {
		return err
	}
	p := mapPage{Filters: f}
	if p.Incidents, err = s.mapped(r, f.Q); err != nil {
		return err
	}
	if p.Total, err = s.store.CountIncidents(r.Context(), unpaged(f.Q)); err != nil {
		return err
	}
	if p.Map, err = s.mapOf(r.Context(), p.Incidents, unpaged(f.Q), 1200, 620); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "map", view{Title: "Map", Feed: "incidents", Map: p.Map != nil, Body: p})
}
