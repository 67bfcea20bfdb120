package dossier

import (
	"fmt"
	"math"
	"strings"

	"isnad"
	"isnad/internal/site/basemap"

	"github.com/paulmach/orb"
)

// chart is the map of the incident, drawn: a dot or a ring where its place is
// known, an area where only a division or a country is.
type chart struct {
	basemap.Drawing
	View         basemap.View
	Area         string
	X, Y, R      float64
	Point, Exact bool
	Says         string // what it shows, for those who do not see it
}

// Size of the map, pixels.
const (
	chartWidth  = 560
	chartHeight = 360
)

// draw draws the place of an incident, nil where it cannot be drawn.
func draw(base *basemap.Map, c *Contents) (*chart, error) {
	w, p := c.Incident.Place, c.Place
	var box orb.Bound
	v := &chart{}
	named := cutAt(oneLine(first(w.At, w.Name)), 60)
	switch {
	case len(p.Area) > 3 && (w.Precision == isnad.PlaceDistrict || w.Precision == isnad.PlaceProvince):
		box = orb.Bound{Min: orb.Point{180, 90}, Max: orb.Point{-180, -90}}
		for _, q := range p.Area {
			if earthly(q[0], q[1]) {
				box = box.Union(orb.Point(q).Bound())
			}
		}
		if box.Min[0] > box.Max[0] {
			return nil, nil
		}
		v.Says = "Somewhere in " + cutAt(oneLine(p.Name), 60) + ", as far as is claimed; the area is drawn around the towns listed in it"
	case w.Precision.Drawable() && w.Lat != nil && w.Lon != nil && earthly(*w.Lon, *w.Lat):
		km := 0.0
		if p.RadiusKM > 0 && p.RadiusKM < 500 {
			km = p.RadiusKM
		}
		if w.Precision != isnad.PlaceExact {
			km = max(km, 8)
		}
		v.Point, v.Exact = true, w.Precision == isnad.PlaceExact
		v.R = km
		pad := km / 111
		box = orb.Bound{Min: orb.Point{*w.Lon - pad, *w.Lat - pad}, Max: orb.Point{*w.Lon + pad, *w.Lat + pad}}
		v.Says = "At " + named
		if !v.Exact {
			v.Says = "Near " + named
		}
	case w.Country != "" && w.Precision != isnad.PlaceOpen:
		b, ok, err := base.Bounds(w.Country)
		if err != nil {
			return nil, fmt.Errorf("drawing a map: %w", err)
		}
		if !ok {
			return nil, nil
		}
		box = b
		v.Says = "Somewhere in " + base.Name(w.Country) + "; no closer place is claimed"
	default:
		return nil, nil
	}
	v.View = basemap.Fit(box, chartWidth, chartHeight, 5)
	var err error
	if v.Drawing, err = base.Draw(v.View); err != nil {
		return nil, fmt.Errorf("drawing a map: %w", err)
	}
	switch {
	case v.Point:
		v.X, v.Y = v.View.XY(*w.Lon, *w.Lat)
		if v.R = v.View.Pixels(v.R, *w.Lat); v.R < 6 {
			v.R = 0
		}
	case len(p.Area) > 3 && strings.HasPrefix(v.Says, "Somewhere in") && (w.Precision == isnad.PlaceDistrict || w.Precision == isnad.PlaceProvince):
		v.Area = basemap.Path(v.View, p.Area)
	default:
		if v.Area, err = base.Country(v.View, w.Country); err != nil {
			return nil, fmt.Errorf("drawing a map: %w", err)
		}
	}
	return v, nil
}

func earthly(lon, lat float64) bool {
	return math.Abs(lon) <= 180 && math.Abs(lat) <= 85 // false for NaN too
}
