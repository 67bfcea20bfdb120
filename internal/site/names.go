package site

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"isnad"
	"isnad/internal/site/query"
	"isnad/internal/store"
)

// namesPage is a list of sources, places or parties.
type namesPage struct {
	Base   string // /sources
	What   string // sources
	Lead   string
	Words  string
	Notes  []string
	Rows   []store.NameRow
	Next   string
	Later  bool
	Kinds  func(string) string
	Wheres bool // rows have a country
}

type lister func(context.Context, string, store.Page) ([]store.NameRow, string, error)

func (s *site) sources(w http.ResponseWriter, r *http.Request) error {
	return s.namesList(w, r, s.store.Sources, namesPage{Base: "/sources", What: "Sources",
		Lead:  "Who says or publishes. All are treated by the same rules; a kind says what a source is, not how good it is.",
		Kinds: func(k string) string { return sourceWords(isnad.SourceKind(k)) }})
}

func (s *site) places(w http.ResponseWriter, r *http.Request) error {
	return s.namesList(w, r, s.store.Places, namesPage{Base: "/places", What: "Places",
		Lead:  "Where incidents are claimed to have taken place, as found in the gazetteer.",
		Kinds: func(k string) string { return placeWords(isnad.PlaceKind(k)) }, Wheres: true})
}

func (s *site) parties(w http.ResponseWriter, r *http.Request) error {
	return s.namesList(w, r, s.store.Parties, namesPage{Base: "/parties", What: "Parties",
		Lead:  "Armed actors that claims name. To be named in a claim is not to have done it.",
		Kinds: partyWords, Wheres: true})
}

func (s *site) namesList(w http.ResponseWriter, r *http.Request, list lister, p namesPage) error {
	words, page, err := query.Names(r.URL.Query())
	for _, m := range query.Mistakes(err) {
		p.Notes = append(p.Notes, plainText(m.Error())+". It was left out.")
	}
	p.Words, p.Later = words, page.After != ""
	if page.Limit == 0 {
		page.Limit = 100
	}
	rows, next, err := list(r.Context(), words, page)
	if err != nil {
		return err
	}
	p.Rows = rows
	if next != "" {
		v := url.Values{"after": {next}}
		if words != "" {
			v.Set("q", words)
		}
		p.Next = p.Base + "?" + v.Encode()
	}
	return s.render(w, r, http.StatusOK, "names", view{Title: p.What, Body: p})
}

// namedPage is the page of one source, place or party.
type namedPage struct {
	Kind, Name  string
	Names       []isnad.Name
	Source      *isnad.Source
	Place       *isnad.Place
	Added       *addedHere // where people of this archive added the place
	Party       *isnad.Party
	Up          []nameLink // what it lies within or belongs to, with the path in ID
	Incidents   []isnad.Incident
	Total       int
	Reports     []store.ReportRow
	IncidentsAt string
	ReportsAt   string
	MoreReports bool
	Said        string // heading of the reports
	Map         *mapView
	Network     *networkView
	Ask         string // ID of the source, where cases can be opened about it
}

func (s *site) source(w http.ResponseWriter, r *http.Request) error {
	x, err := s.store.Source(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := namedPage{Kind: sourceWords(x.Kind), Name: x.Name, Names: x.Names, Source: &x, Said: "Reports it published"}
	if s.o.Cases.on() {
		p.Ask = x.ID
	}
	if p.Network, err = s.networkOf(r.Context(), x.ID, x.Name); err != nil {
		return err
	}
	return s.named(w, r, p, store.IncidentQuery{Source: x.ID}, store.ReportQuery{Source: x.ID})
}

func (s *site) place(w http.ResponseWriter, r *http.Request) error {
	x, err := s.store.Place(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := namedPage{Kind: placeWords(x.Kind), Name: x.Name, Names: x.Names, Place: &x, Said: "Reports that speak of it"}
	if p.Added, err = s.addedHere(r, x.ID); err != nil {
		return err
	}
	for _, id := range []string{x.District, x.Province} {
		if id == "" || id == x.ID {
			continue
		}
		if up, err := s.store.Place(r.Context(), id); err == nil {
			p.Up = append(p.Up, nameLink{"/places/" + url.PathEscape(id), up.Name})
		}
	}
	if x.Country != "" && x.Kind != isnad.KindCountry {
		p.Up = append(p.Up, nameLink{"/incidents?country=" + url.QueryEscape(x.Country), s.base.Name(x.Country)})
	}
	return s.named(w, r, p, store.IncidentQuery{Place: x.ID}, store.ReportQuery{Place: x.ID})
}

// addedHere tells that a place is not the gazetteer's own.
type addedHere struct {
	isnad.AddedPlace
	Act isnad.PlaceAct // the last; none of an imported place
}

// addedHere is what is known of a place that the archive added; nil for others.
func (s *site) addedHere(r *http.Request, id string) (*addedHere, error) {
	x, err := s.store.AddedPlace(r.Context(), id)
	if errors.Is(err, isnad.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	acts, _, err := s.store.PlaceActs(r.Context(), id, store.Page{Limit: 1})
	if err != nil {
		return nil, err
	}
	a := addedHere{AddedPlace: x}
	if len(acts) > 0 {
		a.Act = acts[0]
	}
	return &a, nil
}

func (s *site) party(w http.ResponseWriter, r *http.Request) error {
	x, err := s.store.Party(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	p := namedPage{Kind: partyWords(x.Kind), Name: x.Name, Names: x.Names, Party: &x, Said: "Reports that speak of it"}
	if x.Parent != "" {
		if up, err := s.store.Party(r.Context(), x.Parent); err == nil {
			p.Up = append(p.Up, nameLink{"/parties/" + url.PathEscape(x.Parent), up.Name})
		}
	}
	return s.named(w, r, p, store.IncidentQuery{Party: x.ID}, store.ReportQuery{Party: x.ID})
}

func (s *site) named(w http.ResponseWriter, r *http.Request, p namedPage, iq store.IncidentQuery, rq store.ReportQuery) error {
	ctx := r.Context()
	var err error
	if p.Total, err = s.store.CountIncidents(ctx, iq); err != nil {
		return err
	}
	all, err := s.mapped(r, iq)
	if err != nil {
		return err
	}
	p.Incidents = all[:min(len(all), 25)]
	p.IncidentsAt, p.ReportsAt = link("/incidents", iq, ""), reportLink(rq, "")
	rq.Limit = 25
	var next string
	if p.Reports, next, err = s.store.Reports(ctx, rq); err != nil {
		return err
	}
	p.MoreReports = next != ""
	if p.Map, err = s.mapOf(ctx, all, iq, 560, 380); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "named", view{Title: plainText(p.Name), Map: p.Map != nil, Body: p})
}

// partyWords writes a kind of party: state_force → state force.
func partyWords(k string) string {
	b := []byte(k)
	for i := range b {
		if b[i] == '_' {
			b[i] = ' '
		}
	}
	if len(b) == 0 {
		return "armed actor"
	}
	return string(b)
}
