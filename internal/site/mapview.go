package site

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"isnad"
	"isnad/internal/site/basemap"
	"isnad/internal/store"

	"github.com/paulmach/orb"
)

// mapView is a map drawn in the page, and all that the moving map needs in Data.
type mapView struct {
	basemap.Drawing
	View      basemap.View
	Areas     []mapArea
	Countries []mapArea
	Spots     []spot
	Names     []mapName
	Wide      []wideGroup // what has no point: the list beside the map
	Data      mapData
	Title     string // what the map shows, for those who do not see it
}

// mapArea is a province, a district or a country in which incidents lie somewhere.
type mapArea struct {
	Path, Href, Label string
	X, Y              float64
	N                 int
	Wide              bool // there is room for the number in it
}

// spot is one incident, or several that stand too close to be told apart.
type spot struct {
	X, Y, R     float64 // R is the radius of what is not known, 0 when it would not be seen
	N           int
	Href, Label string
	Near        bool // only near the place: a ring and no dot
	lon, lat    float64
	box         orb.Bound
	name        string
}

// mapName is the name of a place beside its spot.
type mapName struct {
	X, Y  float64
	Text  string
	Start bool // the text ends at X instead of beginning there
}

// wideGroup is the incidents of which only an area is known.
type wideGroup struct {
	Head, Href string
	Incidents  []isnad.Incident
}

// drawn is an incident and the place that says how it may be drawn.
type drawn struct {
	incident isnad.Incident
	place    isnad.Place
	has      bool // place is known
}

// HasDots, HasRings and HasMany tell what the key below the map must explain.
func (m *mapView) HasDots() bool {
	return slices.ContainsFunc(m.Spots, func(o spot) bool { return o.N == 1 && !o.Near })
}
func (m *mapView) HasRings() bool {
	return slices.ContainsFunc(m.Spots, func(o spot) bool { return o.N == 1 && o.Near })
}
func (m *mapView) HasMany() bool {
	return slices.ContainsFunc(m.Spots, func(o spot) bool { return o.N > 1 })
}

// mapOf draws incidents on a map of width x height pixels. q is the question
// they answer, for links that narrow it. It returns nil when nothing of them
// has a place on the map.
func (s *site) mapOf(ctx context.Context, incidents []isnad.Incident, q store.IncidentQuery, width, height float64) (*mapView, error) {
	const least = 5.0 // degrees across, so that a coast or a border is seen that tells where one is
	all, err := s.placed(ctx, incidents)
	if err != nil {
		return nil, err
	}
	box, ok, err := s.extent(all, q)
	if err != nil {
		return nil, err
	}
	m := &mapView{Title: plural(len(incidents), "incident", "incidents")}
	m.Wide = s.wide(all, q)
	if !ok {
		if len(m.Wide) == 0 {
			return nil, nil
		}
		box = orb.Bound{Min: orb.Point{-20, -20}, Max: orb.Point{60, 55}}
	}
	m.View = basemap.Fit(box, width, height, least)
	if m.Drawing, err = s.base.Draw(m.View); err != nil {
		return nil, fmt.Errorf("drawing a map: %w", err)
	}
	if err := s.drawAreas(m, all, q); err != nil {
		return nil, err
	}
	s.drawSpots(m, all, q)
	m.name()
	m.Data.finish(m, s.hash)
	return m, nil
}

// placed joins incidents with the places they stand at.
func (s *site) placed(ctx context.Context, incidents []isnad.Incident) ([]drawn, error) {
	known := map[string]*isnad.Place{}
	var all []drawn
	for _, i := range incidents {
		d := drawn{incident: i}
		id := i.Place.ID
		if i.Place.Precision == isnad.PlaceProvince && i.Place.Province != "" {
			id = i.Place.Province
		}
		if i.Place.Precision == isnad.PlaceDistrict && i.Place.District != "" {
			id = i.Place.District
		}
		if id != "" && i.Place.Precision < isnad.PlaceCountry {
			p, ok := known[id]
			if !ok {
				got, err := s.store.Place(ctx, id)
				if err != nil && !errors.Is(err, isnad.ErrNotFound) {
					return nil, err
				}
				if err == nil {
					p = &got
				}
				known[id] = p
			}
			if p != nil {
				d.place, d.has = *p, true
			}
		}
		all = append(all, d)
	}
	return all, nil
}

// point is where an incident may be drawn as a spot, and how far around, km.
func (d drawn) point() (lon, lat, km float64, ok bool) {
	w := d.incident.Place
	if !w.Precision.Drawable() || w.Lat == nil || w.Lon == nil || !earthly(*w.Lon, *w.Lat) {
		return 0, 0, 0, false
	}
	km = d.place.RadiusKM
	if !(km > 0 && km < 1000) {
		km = 0
	}
	switch w.Precision {
	case isnad.PlaceNear:
		if km < 3 {
			km = 8 // a quarter that is not listed lies somewhere in or about its town
		}
	case isnad.PlaceDistrict:
		if len(d.place.Area) > 3 {
			return 0, 0, 0, false // an area instead
		}
		if km < 10 {
			km = 25
		}
	}
	return *w.Lon, *w.Lat, km, true
}

// area tells whether an incident is drawn as the area of its place.
func (d drawn) area() bool {
	p := d.incident.Place.Precision
	return (p == isnad.PlaceDistrict || p == isnad.PlaceProvince) && d.has && len(d.place.Area) > 3
}

func earthly(lon, lat float64) bool {
	return math.Abs(lon) <= 180 && math.Abs(lat) <= 85 // false for NaN too
}

// extent is the box around everything that can be drawn, degrees.
func (s *site) extent(all []drawn, q store.IncidentQuery) (orb.Bound, bool, error) {
	if b := q.BBox; b != nil && b[0] < b[2] && b[1] < b[3] {
		return orb.Bound{Min: orb.Point{b[0], b[1]}, Max: orb.Point{b[2], b[3]}}, true, nil
	}
	var box orb.Bound
	ok := false
	grow := func(b orb.Bound) {
		if !ok {
			box, ok = b, true
			return
		}
		box = box.Union(b)
	}
	for _, d := range all {
		if lon, lat, km, at := d.point(); at {
			pad := math.Min(km/111, 3)
			grow(orb.Bound{Min: orb.Point{lon - pad, lat - pad}, Max: orb.Point{lon + pad, lat + pad}})
		} else if d.area() {
			for _, p := range d.place.Area {
				if earthly(p[0], p[1]) {
					grow(orb.Point(p).Bound())
				}
			}
		}
	}
	if ok {
		return box, true, nil
	}
	for _, d := range all {
		b, found, err := s.base.Bounds(d.incident.Place.Country)
		if err != nil {
			return box, false, err
		}
		if found {
			grow(b)
		}
	}
	return box, ok, nil
}

// wide gathers what has no point, by the narrowest area that is known.
func (s *site) wide(all []drawn, q store.IncidentQuery) []wideGroup {
	var groups []wideGroup
	at := map[string]int{}
	for _, d := range all {
		if _, _, _, ok := d.point(); ok {
			continue
		}
		w := d.incident.Place
		n := q
		head := "Place unknown"
		switch {
		case w.Precision == isnad.PlaceOpen:
			head = "On the water or in the air"
		case d.has && w.Precision <= isnad.PlaceWider:
			head = "Somewhere in " + plainText(d.place.Name) + ", " + s.base.Name(d.place.Country)
			n.Place = d.place.ID
		case w.Country != "":
			head = "Somewhere in " + s.base.Name(w.Country)
			n.Country = w.Country
		case w.Name != "":
			head = "Not found on the map"
		}
		k, ok := at[head]
		if !ok {
			k = len(groups)
			at[head] = k
			groups = append(groups, wideGroup{Head: head})
			if n.Place != q.Place || n.Country != q.Country {
				groups[k].Href = link("/incidents", n, "")
			}
		}
		groups[k].Incidents = append(groups[k].Incidents, d.incident)
	}
	slices.SortStableFunc(groups, func(a, b wideGroup) int { return strings.Compare(a.Head, b.Head) })
	return groups
}
