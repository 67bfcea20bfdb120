package site

import (
	"context"
	"errors"
	"strings"

	"isnad"
	"isnad/internal/store"
)

// Books answer what names mean, for those who set them at the desk.
type Books interface {
	// Places are entries of the gazetteer that name may mean, best first, those of
	// the country (ISO 3166-1 alpha-2, may be empty) before others; at most 8.
	Places(name, country string) []isnad.Place
	Place(id string) (isnad.Place, bool)
	// Parties are armed actors that name may mean, best first; at most 8.
	Parties(name, country string) []isnad.Party
	Party(id string) (isnad.Party, bool)
	// Sources are listed sources that name may mean, best first; at most 8.
	Sources(name string) []isnad.Source
	Source(id string) (isnad.Source, bool)
	// SourceOf is the source that somebody named so is, listed or not.
	SourceOf(name string) isnad.Source
}

// meaning is one thing that a name may mean.
type meaning struct {
	ID     string
	Name   string
	About  string // kind, where it lies
	Chosen bool
}

// whereAt is the place of a claim that stands at an entry of the gazetteer.
func whereAt(p isnad.Place, name string, within []string) isnad.Where {
	w := isnad.Where{ID: p.ID, Name: first(name, p.Name), Within: within, At: p.Name, Country: p.Country, Province: p.Province, District: p.District, Precision: isnad.PlaceExact}
	switch p.Kind {
	case isnad.KindCountry:
		w.Precision = isnad.PlaceCountry
	case isnad.KindProvince:
		w.Precision, w.Province = isnad.PlaceProvince, p.ID
	case isnad.KindDistrict:
		w.Precision, w.District = isnad.PlaceDistrict, p.ID
	}
	return pointed(w, p)
}

// pointed gives a place its point where its precision allows one.
func pointed(w isnad.Where, p isnad.Place) isnad.Where {
	w.Lat, w.Lon = nil, nil
	if w.Precision.Drawable() && (p.Lat != 0 || p.Lon != 0) {
		lat, lon := p.Lat, p.Lon
		w.Lat, w.Lon = &lat, &lon
	}
	return w
}

// placeAbout tells a place from others of its name.
func (s *site) placeAbout(p isnad.Place) string {
	parts := []string{placeWords(p.Kind)}
	for _, id := range []string{p.District, p.Province} {
		if up, ok := s.o.Desk.Books.Place(id); ok && id != p.ID {
			parts = append(parts, up.Name)
		}
	}
	if p.Country != "" && p.Kind != isnad.KindCountry {
		parts = append(parts, s.base.Name(p.Country))
	}
	out := strings.Join(parts, ", ")
	if p.Population > 0 && p.Kind == isnad.KindTown {
		out += ", " + number(p.Population) + " people"
	}
	return out
}

// sourceByID is a source that is kept or listed.
func (s *site) sourceByID(ctx context.Context, id string) (isnad.Source, bool, error) {
	x, err := s.store.Source(ctx, id)
	if err == nil {
		return x, true, nil
	}
	if !errors.Is(err, isnad.ErrNotFound) {
		return x, false, err
	}
	if s.o.Desk.Books == nil {
		return x, false, nil
	}
	x, ok := s.o.Desk.Books.Source(id)
	return x, ok, nil
}

// sourcesNamed are sources that a name may mean: those listed, then those that
// reports speak of here.
func (s *site) sourcesNamed(ctx context.Context, name string) ([]isnad.Source, error) {
	var out []isnad.Source
	seen := map[string]bool{}
	if s.o.Desk.Books != nil {
		for _, x := range s.o.Desk.Books.Sources(name) {
			seen[x.ID] = true
			out = append(out, x)
		}
	}
	rows, _, err := s.store.Sources(ctx, cut(100, name), store.Page{Limit: 8})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if !seen[r.ID] && len(out) < 12 {
			out = append(out, isnad.Source{ID: r.ID, Name: r.Name, Kind: isnad.SourceKind(r.Kind)})
		}
	}
	return out, nil
}
