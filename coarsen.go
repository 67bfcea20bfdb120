package isnad

import "math"

// Round rounds the coordinates to a grid of so many degrees and widens the
// precision to what is left. Names stay.
func (w *Where) Round(degrees float64) {
	if !(degrees > 0) || w.Lat == nil || w.Lon == nil {
		return
	}
	round := func(x float64) *float64 {
		// Decimal places enough for the grid, so that no tail of the division tells more.
		y := math.Round(math.Round(x/degrees)*degrees*1e6) / 1e6
		return &y
	}
	w.Lat, w.Lon = round(*w.Lat), round(*w.Lon)
	least := PlaceNear
	if degrees >= 0.5 {
		least = PlaceDistrict
	}
	w.Precision = max(w.Precision, least)
}

// Widen tells the place as the area it lies in: a district, a province, a country.
// Where that is not known it is the next wider one. name gives the name of a Place
// ID, "" where it has none.
func (w Where) Widen(area PlaceKind, name func(id string) string) Where {
	out := Where{Country: w.Country, Precision: PlaceCountry}
	switch {
	case w.Precision >= PlaceCountry:
		return w
	case area == KindDistrict && w.District != "":
		out.ID, out.District, out.Province, out.Precision = w.District, w.District, w.Province, PlaceDistrict
	case area != KindCountry && w.Province != "":
		out.ID, out.Province, out.Precision = w.Province, w.Province, PlaceProvince
	}
	if out.ID != "" {
		out.Name = name(out.ID)
		out.At = out.Name
	}
	if out.Name == "" {
		out.Name = w.Country
	}
	if out.Name == "" {
		return Where{}
	}
	return out
}
