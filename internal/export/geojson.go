package export

import (
	"bufio"
	"encoding/json"
	"io"
	"math"

	"isnad"
)

// Radii in kilometres of points whose gazetteer entry has none of its own.
const (
	radiusExact    = 2  // a town or quarter of unknown size
	radiusNear     = 25 // what UCDP means by near
	radiusDistrict = 30 // a district without a ring
)

// features writes a FeatureCollection after RFC 7946. An incident becomes
//
//   - a Point at precision 1 to 3, with radius_km: it happened somewhere within;
//   - a Polygon at precision 4 and wider, the area of its place, when there is one;
//   - a feature without geometry otherwise, so that lists stay complete.
//
// The centroid of a province or country is never written as a Point.
func features(w io.Writer, o Options) *document[isnad.Incident] {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return &document[isnad.Incident]{w: b,
		head: func() error {
			_, err := b.WriteString(`{"type":"FeatureCollection","features":[` + "\n")
			return err
		},
		item: func(i isnad.Incident, n int) error {
			if n > 0 {
				if err := b.WriteByte(','); err != nil {
					return err
				}
			}
			return enc.Encode(featureOf(i, o))
		},
		tail: func(int) error {
			_, err := b.WriteString("]}\n")
			return err
		},
	}
}

// Feature is an incident on a map.
type Feature struct {
	Type       string     `json:"type" enum:"Feature"`
	ID         string     `json:"id" doc:"Incident ID"`
	Geometry   *Geometry  `json:"geometry" doc:"Null when nothing honest can be drawn"`
	Properties Properties `json:"properties"`
}

// Geometry is a Point [lon, lat] or a Polygon of one ring, counter-clockwise.
type Geometry struct {
	_           struct{} `nullable:"true"`
	Type        string   `json:"type" enum:"Point,Polygon"`
	Coordinates any      `json:"coordinates" doc:"Degrees, WGS 84, longitude first"`
}

// Properties are flat, for the tables of a GIS.
type Properties struct {
	Title          string   `json:"title"`
	Event          string   `json:"event"`
	DateFrom       *string  `json:"date_from" format:"date"`
	DateTo         *string  `json:"date_to" format:"date"`
	DatePrecision  int      `json:"date_precision"`
	Place          *string  `json:"place" doc:"As written"`
	PlaceID        *string  `json:"place_id"`
	Country        *string  `json:"country"`
	PlacePrecision int      `json:"place_precision" minimum:"0" maximum:"7"`
	RadiusKM       *float64 `json:"radius_km" doc:"Of a Point: it happened within this distance of it"`
	Actors         string   `json:"actors" doc:"Names as written, parted by bars"`
	StrikeStatus   string   `json:"strike_status"`
	Grading        string   `json:"grading"`
	KilledLow      *int     `json:"killed_low" doc:"Null when nobody gave a figure"`
	KilledHigh     *int     `json:"killed_high"`
	InjuredLow     *int     `json:"injured_low"`
	InjuredHigh    *int     `json:"injured_high"`
	Sources        int      `json:"sources" doc:"Claimants"`
	Outlets        int      `json:"outlets"`
	Origins        int      `json:"origins"`
	Claims         int      `json:"claims"`
	Review         string   `json:"review"`
	URL            *string  `json:"url" doc:"Page of the incident"`
}

func featureOf(i isnad.Incident, o Options) Feature {
	p := Properties{
		Title: i.Title, Event: string(i.Event), DatePrecision: int(i.When.Precision),
		Place: known(i.Place.Name), PlaceID: known(i.Place.ID), Country: known(i.Place.Country), PlacePrecision: int(i.Place.Precision),
		Actors: actorNames(i.Actors), StrikeStatus: string(i.Status), Grading: string(i.Grading),
		Sources: len(i.BySource), Outlets: i.Outlets, Origins: i.Origins, Claims: len(i.Claims), Review: string(i.Review),
		URL: known(o.page("incidents", i.ID)),
	}
	if d := dateOf(i.When); d != nil {
		p.DateFrom, p.DateTo = &d.From, &d.To
	}
	if i.Killed.Known {
		p.KilledLow, p.KilledHigh = &i.Killed.Low, &i.Killed.High
	}
	if i.Injured.Known {
		p.InjuredLow, p.InjuredHigh = &i.Injured.Low, &i.Injured.High
	}
	f := Feature{Type: "Feature", ID: i.ID}
	f.Geometry, p.RadiusKM = geometry(i.Place, o)
	f.Properties = p
	return f
}

// geometry is where w may be drawn, with the radius of a point in kilometres.
func geometry(w isnad.Where, o Options) (*Geometry, *float64) {
	var place isnad.Place
	if o.Place != nil && w.ID != "" {
		place, _ = o.Place(w.ID)
	}
	if lat, lon, ok := point(w); ok {
		km := radius(w.Precision, place)
		return &Geometry{Type: "Point", Coordinates: [2]float64{degrees(lon), degrees(lat)}}, &km
	}
	if w.Precision.Drawable() || w.Precision == isnad.PlaceUnknown || w.Precision == isnad.PlaceOpen {
		return nil, nil
	}
	if r := ring(place.Area); r != nil {
		return &Geometry{Type: "Polygon", Coordinates: [][][2]float64{r}}, nil
	}
	return nil, nil
}

func radius(precision isnad.PlacePrecision, place isnad.Place) float64 {
	own := place.RadiusKM
	for _, corner := range place.Area {
		own = max(own, distance(place.Lat, place.Lon, corner[1], corner[0]))
	}
	if math.IsNaN(own) || own < 0 || own > 2000 {
		own = 0
	}
	switch precision {
	case isnad.PlaceNear:
		own = max(own, radiusNear)
	case isnad.PlaceDistrict:
		if own == 0 {
			own = radiusDistrict
		}
	default:
		if own == 0 {
			own = radiusExact
		}
	}
	return math.Round(own*10) / 10
}

// distance is the great-circle distance in kilometres (haversine).
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const earth, rad = 6371, math.Pi / 180
	a, b := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * earth * math.Asin(math.Sqrt(min(1, h)))
}

// ring is area as the outer ring of a Polygon: closed, counter-clockwise, no
// point twice in a row. It is nil for what is no ring, and for one that crosses
// the 180th meridian, which RFC 7946 wants cut in two.
func ring(area [][2]float64) [][2]float64 {
	r := make([][2]float64, 0, len(area)+1)
	for _, p := range area {
		if !(math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90) {
			return nil
		}
		p = [2]float64{degrees(p[0]), degrees(p[1])}
		if n := len(r); n > 0 {
			if r[n-1] == p {
				continue
			}
			if math.Abs(r[n-1][0]-p[0]) > 180 {
				return nil
			}
		}
		r = append(r, p)
	}
	if n := len(r); n > 0 && r[n-1] != r[0] {
		if math.Abs(r[n-1][0]-r[0][0]) > 180 {
			return nil
		}
		r = append(r, r[0])
	}
	if len(r) < 4 {
		return nil
	}
	twice := 0.0 // the signed area, twice; positive when counter-clockwise
	for n := range r[:len(r)-1] {
		twice += r[n][0]*r[n+1][1] - r[n+1][0]*r[n][1]
	}
	if twice == 0 {
		return nil
	}
	if twice < 0 {
		for a, b := 0, len(r)-1; a < b; a, b = a+1, b-1 {
			r[a], r[b] = r[b], r[a]
		}
	}
	return r
}

// degrees keeps five decimals, some metre on the ground; no claim is closer.
func degrees(f float64) float64 { return math.Round(f*1e5) / 1e5 }
