package places

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/geonames"
)

// Bounds on a file that is imported. allCountries.txt has some 13 million lines.
const (
	maxRowLines = 20_000_000
	maxBadRows  = 100 // then it is no file of GeoNames
)

var (
	// ErrNoPlaces means that an imported file holds no populated place.
	ErrNoPlaces = errors.New("no populated place in the file")
	// ErrBadRow is returned by Rows, wrapped, when too many lines cannot be read.
	ErrBadRow = errors.New("this is no country file of GeoNames")
)

// Rows reads a country file of GeoNames (19 columns, tab separated, UTF-8, as in
// SY.zip) as a stream and calls keep for each of its populated places and quarters.
// Other features and places that are gone are passed over, and so are divisions:
// those of the embedded gazetteer stay, and the file's codes lead to them. bad is
// called with the number of a line that cannot be read, which is passed over; after
// a hundred of them reading ends with ErrBadRow. An error of keep ends it too. want
// tells which countries are wanted; nil for all.
func Rows(r io.Reader, want func(country string) bool, keep func(line int, p isnad.AddedPlace) error, bad func(line int, why error)) error {
	base := Embedded()
	kept, wrong := 0, 0
	err := geonames.LinesTo(r, maxRowLines, func(line int, col []string) error {
		row, err := geonames.ParseRow(col)
		if err != nil {
			bad(line, err)
			if wrong++; wrong >= maxBadRows {
				return ErrBadRow
			}
			return nil
		}
		if row.Class != "P" || row.Gone() || want != nil && !want(row.Country) || names.Canon(row.Name) == "" {
			return nil
		}
		kept++
		return keep(line, base.rowPlace(row))
	})
	if err == nil && kept == 0 {
		err = ErrNoPlaces
	}
	if err != nil {
		return fmt.Errorf("reading places: %w", err)
	}
	return nil
}

// rowPlace is a row of a country file as a place.
func (g *Gazetteer) rowPlace(row geonames.Row) isnad.AddedPlace {
	p := isnad.AddedPlace{
		Place: isnad.Place{
			ID: placeID(row.ID), Kind: row.Kind(), Country: row.Country, Lat: row.Lat, Lon: row.Lon, Population: row.Population,
		},
		Feature: row.Feature, Precision: isnad.PlaceExact, Origin: isnad.PlaceImported,
	}
	for i, n := range row.KeepNames(true) {
		if i == 0 {
			p.Name = n
		} else if utf8.ValidString(n) {
			p.Names = append(p.Names, isnad.Name{Text: n, Language: language(n, row.Country)})
		}
	}
	if row.Admin1 != "" {
		code := row.Country + "." + row.Admin1
		if r, ok := g.byCode(code); ok {
			p.Province = g.id(r)
			if d, ok := g.byCode(code + "." + row.Admin2); ok && row.Admin2 != "" {
				p.District = g.id(d)
			}
		}
	}
	rec := recordOf(&p)
	p.RadiusKM = radius(&rec)
	return p
}
