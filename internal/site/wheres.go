package site

import (
	"strings"

	"isnad"
)

// whereWords writes a place from narrow to wide, ending with its country. Names
// stand as written; the gazetteer's name follows where it is another one.
func (s *site) whereWords(w isnad.Where) string {
	if w.IsZero() && w.Country == "" {
		return "place unknown"
	}
	var parts []string
	add := func(name string) {
		name = strings.TrimSpace(name)
		for _, p := range parts {
			if name == "" || strings.EqualFold(p, name) {
				return
			}
		}
		if name != "" {
			parts = append(parts, name)
		}
	}
	add(w.Name)
	if w.Precision == isnad.PlaceNear || len(w.Within) == 0 {
		if !similar(w.Name, w.At) {
			add(w.At)
		}
	}
	for _, name := range w.Within[:min(len(w.Within), 5)] {
		add(name)
	}
	if w.Country != "" {
		add(s.base.Name(w.Country))
	}
	return strings.Join(parts, ", ")
}

// similar tells whether two names are spellings of one, so that not both need to be shown.
func similar(a, b string) bool {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == '-' || r == ' ' || r == '\'' || r == '’' || r == '‘' {
				return -1
			}
			return r
		}, strings.ToLower(s))
	}
	return fold(a) == fold(b)
}

// whereClose says how closely a place is known.
func (s *site) whereClose(w isnad.Where) string {
	switch w.Precision {
	case isnad.PlaceExact:
		return "the named place itself"
	case isnad.PlaceNear:
		if w.At != "" {
			return "near or within " + w.At + ", not known more closely"
		}
		return "within some 25 kilometres, not known more closely"
	case isnad.PlaceDistrict:
		return "somewhere in the district"
	case isnad.PlaceProvince:
		return "somewhere in the province"
	case isnad.PlaceWider:
		return "along a line, between places or in an area wider than a province"
	case isnad.PlaceCountry:
		return "somewhere in the country"
	case isnad.PlaceOpen:
		return "on the water or in the air"
	}
	return "not found on the map"
}
