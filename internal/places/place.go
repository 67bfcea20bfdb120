package places

import (
	"math"
	"unicode"

	"isnad"
	"isnad/internal/places/table"
)

// Place returns the entry with its names, parents, radius and area. The area of
// a division is drawn around the towns listed in it and is no border; countries
// have none here.
func (g *Gazetteer) Place(id string) (isnad.Place, bool) {
	r, ok := g.byID(id)
	if !ok {
		return isnad.Place{}, false
	}
	t, rec := g.layers[r.layer], g.record(r)
	p := isnad.Place{
		ID: id, Name: t.MainName(r.index), Kind: rec.Kind, Country: rec.Country,
		Population: rec.Population, Lat: rec.Lat, Lon: rec.Lon,
	}
	first := true
	for n := range t.Names(r.index) {
		if !first {
			p.Names = append(p.Names, isnad.Name{Text: n, Language: language(n, rec.Country)})
		}
		first = false
	}
	province, district, hasP, hasD := g.parents(rec)
	if hasP && province != r {
		p.Province = g.id(province)
	}
	if hasD && district != r {
		p.District = g.id(district)
	}
	switch rec.Kind {
	case isnad.KindProvince, isnad.KindDistrict:
		g.area(&p, rec)
	case isnad.KindTown, isnad.KindQuarter:
		p.RadiusKM = radius(&rec)
	}
	return p, true
}

// radius is how far a town reaches from its point, in kilometres: a disc of
// 4,000 people a square kilometre, the density of a crowded town, at least 1 km
// (or that of its rank where no population is known) and at most 25 km.
func radius(rec *table.Record) float64 {
	least := 0.0
	switch rec.Rank {
	case table.RankSeat4:
		least = 1.5
	case table.RankSeat2:
		least = 2.5
	case table.RankSeat1:
		least = 4
	case table.RankCapital:
		least = 6
	}
	km := math.Sqrt(float64(rec.Population) / 4000 / math.Pi)
	if rec.Kind == isnad.KindQuarter {
		km /= 2
	}
	return math.Round(10*min(max(km, least, 1), 25)) / 10
}

// language guesses a name's language from its letters and country; empty for
// Latin letters, which tell nothing.
func language(name, country string) string {
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Arabic, r):
			switch country {
			case "IR", "AF":
				return "fa"
			case "PK":
				return "ur"
			}
			return "ar"
		case unicode.Is(unicode.Hebrew, r):
			return "he"
		case unicode.Is(unicode.Cyrillic, r):
			return cyrillic(name, country)
		}
	}
	return ""
}

func cyrillic(name, country string) string {
	for _, r := range name {
		switch r {
		case 'і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ':
			if country == "BY" {
				return "be"
			}
			return "uk"
		case 'ы', 'э', 'ё', 'ъ', 'Э', 'Ё':
			return "ru"
		}
	}
	switch country {
	case "UA":
		return "uk"
	case "BG", "MK", "SR", "KZ", "KG", "MN":
		return map[string]string{"BG": "bg", "MK": "mk", "SR": "sr", "KZ": "kk", "KG": "ky", "MN": "mn"}[country]
	case "RS":
		return "sr"
	}
	return "ru"
}
