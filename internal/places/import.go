package places

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/geonames"
	"isnad/internal/places/table"
)

// Bounds on an imported file: what a country file of GeoNames needs, and no more
// memory than some hundred megabytes.
const (
	maxImport      = 256 << 20 // bytes
	maxImportTowns = 500_000
)

// ErrNoPlaces means that an imported file holds no populated place.
var ErrNoPlaces = errors.New("no populated place in the file")

// Import reads a country file of GeoNames (19 columns, tab separated, UTF-8, as
// in SY.zip) and returns the embedded gazetteer with its populated places and
// quarters laid over it; where both list a place, the file's entry counts. Other
// features are passed over, and so are divisions: those of the embedded gazetteer
// stay, and the file's codes lead to them. A line that cannot be read is an error
// that names it.
func Import(r io.Reader) (*Gazetteer, error) {
	base := Embedded()
	var b table.Builder
	parents := map[string]bool{}
	n := 0
	limited := &io.LimitedReader{R: r, N: maxImport + 1}
	err := geonames.Lines(limited, func(_ int, col []string) error {
		row, err := geonames.ParseRow(col)
		if err != nil {
			return err
		}
		if row.Class != "P" || row.Gone() || !utf8.ValidString(row.Name) || names.Canon(row.Name) == "" {
			return nil
		}
		if n++; n > maxImportTowns {
			return geonames.ErrTooLong
		}
		e := table.Entry{
			ID: row.ID, Kind: row.Kind(), Rank: row.Rank(), Country: row.Country, Lat: row.Lat, Lon: row.Lon, HasPoint: true,
			Population: row.Population, Names: row.KeepNames(true), Keys: true,
		}
		e.Province, e.District = base.codes(row)
		for _, code := range []string{e.Province, e.District} {
			if code != "" && !parents[code] {
				parents[code] = true
				b.Add(base.division(code))
			}
		}
		b.Add(e)
		return nil
	})
	switch {
	case limited.N <= 0:
		return nil, fmt.Errorf("reading places: more than %d bytes", maxImport)
	case err != nil:
		return nil, fmt.Errorf("reading places: %w", err)
	case n == 0:
		return nil, ErrNoPlaces
	}
	data, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("compiling places: %w", err)
	}
	t, err := table.Open(string(data))
	if err != nil {
		return nil, err
	}
	return &Gazetteer{layers: append([]*table.Table{t}, base.layers...)}, nil
}

// codes gives the codes of the row's divisions that are listed here. A row that
// names no district has the one that the embedded gazetteer found for the place.
func (g *Gazetteer) codes(row geonames.Row) (province, district string) {
	if row.Admin1 == "" {
		return "", ""
	}
	province = row.Country + "." + row.Admin1
	if _, ok := g.byCode(province); !ok {
		return "", ""
	}
	if row.Admin2 != "" {
		if code := province + "." + row.Admin2; g.hasCode(code) {
			return province, code
		}
	}
	return province, ""
}

func (g *Gazetteer) hasCode(code string) bool { _, ok := g.byCode(code); return ok }

// division copies a division for a layer of its own.
func (g *Gazetteer) division(code string) table.Entry {
	r, _ := g.byCode(code)
	rec := g.record(r)
	e := table.Entry{
		ID: rec.ID, Kind: rec.Kind, Country: rec.Country, Code: code, Province: code,
		Lat: rec.Lat, Lon: rec.Lon, HasPoint: rec.HasPoint, Population: rec.Population,
		Names: slices.Collect(g.layers[r.layer].Names(r.index)), Keys: true,
	}
	if rec.Kind == isnad.KindDistrict {
		e.District = code
		for i := len(code) - 1; i > 0; i-- {
			if code[i] == '.' {
				e.Province = code[:i]
				break
			}
		}
	}
	return e
}
