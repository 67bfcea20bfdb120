package places

import (
	"fmt"

	"isnad"
	"isnad/internal/places/geonames"
	"isnad/internal/places/table"
)

// MaxAdded is how many places may be laid over the embedded gazetteer in one layer.
// They take some 90 bytes each once compiled, and five times that while they are.
const MaxAdded = 500_000

// Compiled is the version of what Compile gives: bytes of another are compiled anew.
const Compiled = "places/1"

// Compile makes a layer of places, nil of none. Divisions and countries are those of
// the embedded gazetteer: an added place is a town or a quarter and names them by
// their IDs. Withdrawn places and such as have no usable name are left out.
func Compile(list []isnad.AddedPlace) ([]byte, error) {
	if len(list) > MaxAdded {
		return nil, fmt.Errorf("%d places laid over the gazetteer: %w", len(list), isnad.ErrTooLarge)
	}
	base := Embedded()
	b := table.Builder{Divisions: map[string]int{"": 0}}
	n := 0
	for i := range list {
		if e, ok := base.entry(&list[i], b.Divisions); ok && !list[i].Withdrawn {
			b.Add(e)
			n++
		}
	}
	if n == 0 {
		return nil, nil
	}
	data, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("compiling places: %w", err)
	}
	return data, nil
}

// Over returns the embedded gazetteer with layers over it that Compile gave, the
// first on top; an empty one is none. Where several list a place, the uppermost entry
// counts. The bytes are trusted: who kept them elsewhere must know that they are the same.
func Over(layers ...[]byte) (*Gazetteer, error) {
	g := &Gazetteer{}
	for _, data := range layers {
		if len(data) == 0 {
			continue
		}
		t, err := table.Open(string(data))
		if err != nil {
			return nil, fmt.Errorf("laying places over the gazetteer: %w", err)
		}
		g.layers = append(g.layers, t)
	}
	g.layers = append(g.layers, Embedded().layers...)
	return g, nil
}

// entry is an added place as a table takes it. The numbers of its divisions in g
// are noted in numbers.
func (g *Gazetteer) entry(p *isnad.AddedPlace, numbers map[string]int) (table.Entry, bool) {
	id, ok := numberOf(p.ID)
	if !ok || id == 0 || !isTown(p.Kind) || p.Name == "" {
		return table.Entry{}, false
	}
	e := table.Entry{
		ID: id, Kind: p.Kind, Rank: geonames.RankOf(p.Feature), Country: p.Country, Lat: p.Lat, Lon: p.Lon, HasPoint: true,
		Population: p.Population, Names: make([]string, 1, len(p.Names)+1), Keys: true, Near: p.Precision == isnad.PlaceNear,
	}
	e.Names[0] = p.Name
	for _, n := range p.Names {
		e.Names = append(e.Names, n.Text)
	}
	if r, ok := g.byID(p.Province); ok {
		if rec := g.record(r); rec.Kind == isnad.KindProvince && rec.Country == p.Country {
			e.Province, numbers[p.Province] = p.Province, rec.Province
		}
	}
	if r, ok := g.byID(p.District); ok {
		if rec := g.record(r); rec.Kind == isnad.KindDistrict && rec.Country == p.Country && rec.Province == numbers[e.Province] {
			e.District, numbers[p.District] = p.District, rec.District
		}
	}
	return e, true
}
