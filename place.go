package isnad

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
)

// PlacePrecision says how closely a place is known, after UCDP GED's where_prec.
type PlacePrecision int

const (
	PlaceUnknown  PlacePrecision = 0
	PlaceExact    PlacePrecision = 1 // the named town, village or quarter itself
	PlaceNear     PlacePrecision = 2 // within some 25 km of it; an unlisted quarter stands here at its town
	PlaceDistrict PlacePrecision = 3 // second-order division
	PlaceProvince PlacePrecision = 4 // first-order division
	PlaceWider    PlacePrecision = 5 // wider than a province, along a line, or between places
	PlaceCountry  PlacePrecision = 6
	PlaceOpen     PlacePrecision = 7 // on the water or in the air
)

// Drawable tells whether a map may show the place as a point with a radius.
// Anything wider is drawn as an area or not at all.
func (p PlacePrecision) Drawable() bool { return p >= PlaceExact && p <= PlaceDistrict }

// PlaceKind is what sort of place an entry of the gazetteer is.
type PlaceKind string

const (
	KindCountry  PlaceKind = "country"
	KindProvince PlaceKind = "province" // first-order division
	KindDistrict PlaceKind = "district" // second-order division
	KindTown     PlaceKind = "town"     // any populated place
	KindQuarter  PlaceKind = "quarter"  // part of a populated place
)

// Place is an entry of the gazetteer.
type Place struct {
	ID         string    `json:"id"` // "g" and the GeoNames id; "o" and a number for one that people added here
	Name       string    `json:"name"`
	Names      []Name    `json:"names,omitempty"`
	Kind       PlaceKind `json:"kind"`
	Country    string    `json:"country"`            // ISO 3166-1 alpha-2
	Province   string    `json:"province,omitempty"` // Place ID
	District   string    `json:"district,omitempty"` // Place ID
	Lat        float64   `json:"lat"`                // degrees, WGS 84
	Lon        float64   `json:"lon"`
	Population int       `json:"population,omitempty"`

	// What a map may draw: for a town a radius, for a division or a country the
	// ring of an area, [lon, lat] in degrees, first point repeated at the end.
	// Areas of divisions are drawn around the towns listed in them and say so.
	RadiusKM float64      `json:"radius_km,omitempty"`
	Area     [][2]float64 `json:"area,omitempty"`
}

// AddedPlace is a place that an archive has added to the gazetteer.
type AddedPlace struct {
	Place
	Feature   string         `json:"feature,omitempty"`   // code of GeoNames: "PPLA"; empty for one that a person added
	Precision PlacePrecision `json:"precision,omitempty"` // PlaceNear where its coordinates are not its own, else PlaceExact
	Origin    PlaceOrigin    `json:"origin"`
	Withdrawn bool           `json:"withdrawn,omitempty"` // it is read no more
}

// PlaceOrigin is where an added place comes from.
type PlaceOrigin string

const (
	PlaceImported PlaceOrigin = "geonames" // a file of GeoNames
	PlaceOfPerson PlaceOrigin = "person"   // somebody at the desk, or the operator
)

// PlaceActKind is what somebody did to the gazetteer.
type PlaceActKind string

const (
	PlacesImport  PlaceActKind = "import"   // a file was read
	PlaceAdd      PlaceActKind = "add"      // a place was added, or taken up again
	PlaceWithdraw PlaceActKind = "withdraw" // a place that a person had added is read no more
)

// PlaceAct is what one person did to the archive's gazetteer. It is never changed
// and never deleted.
type PlaceAct struct {
	Number int64        `json:"number"` // from 1, in the order they were recorded
	Time   time.Time    `json:"time"`   // UTC
	Person string       `json:"person"` // ID; empty for the operator
	Name   string       `json:"name"`   // as the person was called then
	Kind   PlaceActKind `json:"kind"`
	Place  string       `json:"place,omitempty"`  // Place ID
	Reason string       `json:"reason,omitempty"` // in the person's words; of an import the file
	New    int          `json:"new,omitempty"`    // of an import: places that were not there
	Other  int          `json:"other,omitempty"`  // of an import: places that were there otherwise
}

// Where is the place of a claim or an incident: what was written, and the
// gazetteer entry it stands at. Lat and Lon are absent at precision 4 and wider.
type Where struct {
	ID        string         `json:"id,omitempty"`       // Place ID, empty when nothing was found
	Name      string         `json:"name"`               // most specific name as written
	Within    []string       `json:"within,omitempty"`   // wider names as written, narrow to wide
	At        string         `json:"at,omitempty"`       // the gazetteer's name of ID
	Country   string         `json:"country,omitempty"`  // ISO 3166-1 alpha-2
	Province  string         `json:"province,omitempty"` // Place ID of the first-order division
	District  string         `json:"district,omitempty"` // Place ID of the second-order division
	Lat       *float64       `json:"lat,omitempty"`
	Lon       *float64       `json:"lon,omitempty"`
	Precision PlacePrecision `json:"precision"`
}

// IsZero tells whether no place is known.
func (w Where) IsZero() bool { return w.Name == "" && w.ID == "" }

// Party is an armed actor with its names.
type Party struct {
	ID      string `json:"id"` // "p-" and a stable short name: "p-sdf"
	Name    string `json:"name"`
	Names   []Name `json:"names,omitempty"`
	Parent  string `json:"parent,omitempty"`  // Party ID
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-2, where it belongs to one
	Kind    string `json:"kind,omitempty"`    // state_force, armed_group, coalition, ...
}

// ParsePoint reads a latitude and a longitude in degrees, parted by a comma or a
// space: "35.92, 36.61".
func ParsePoint(s string) (lat, lon float64, err error) {
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
	if len(f) != 2 {
		return 0, 0, errors.New("a point is a latitude and a longitude in degrees, such as 35.92,36.61")
	}
	lat, err1 := strconv.ParseFloat(f[0], 64)
	lon, err2 := strconv.ParseFloat(f[1], 64)
	if err1 != nil || err2 != nil || !(math.Abs(lat) <= 90 && math.Abs(lon) <= 180) {
		return 0, 0, errors.New("a latitude lies between -90 and 90 degrees, a longitude between -180 and 180")
	}
	return lat, lon, nil
}
