package places

import (
	"isnad"
	"isnad/internal/places/table"
)

// Lie says what contains an entry: cheap to ask for and to compare, where
// [Gazetteer.Place] gathers names and areas.
type Lie struct {
	Country            string // ISO code
	id                 uint32
	province, district int
	kind               isnad.PlaceKind
	seat               bool // of a province, or a capital
	capital            bool
}

// LieOf returns what contains the entry with this ID.
func (g *Gazetteer) LieOf(id string) (Lie, bool) {
	r, ok := g.byID(id)
	if !ok {
		return Lie{}, false
	}
	rec := g.record(r)
	return Lie{Country: rec.Country, id: rec.ID, province: rec.Province, district: rec.District, kind: rec.Kind,
		seat: rec.Rank == table.RankSeat1 || rec.Rank == table.RankCapital, capital: rec.Rank == table.RankCapital}, true
}

// Holds tells whether b lies in a. A province's seat holds the places of its
// province, as reports say the city's name for both.
func (a Lie) Holds(b Lie) bool {
	if a.Country == "" || a.Country != b.Country || a.id == b.id {
		return false
	}
	switch a.kind {
	case isnad.KindCountry:
		return b.kind != isnad.KindCountry
	case isnad.KindProvince:
		return a.province != 0 && a.province == b.province && b.kind != isnad.KindProvince
	case isnad.KindDistrict:
		return a.district != 0 && a.province == b.province && a.district == b.district && b.kind != isnad.KindProvince && b.kind != isnad.KindDistrict
	}
	return a.seat && a.province != 0 && a.province == b.province && !b.seat && b.kind != isnad.KindProvince
}
