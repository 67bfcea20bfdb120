package export

import (
	"strings"

	"isnad"
)

// The columns are called as in Airwars' own table of incidents, as far as isnad
// has what stands in them; behind them stand some of ours. docs/formats.md tells
// each column.

func airwarsColumns(o Options) []column[Record] {
	type r = Record
	one := func(name string, cell func(v *r) string) column[r] {
		return text(name, func(v r) string { return cell(&v) })
	}
	harm := func(name string, c isnad.Category) []column[r] {
		return together(
			lowHigh(name+"_killed", "min", "max", func(v r) isnad.Bounds { return figuresOf(v.ByCategory, c, isnad.Killed) }),
			lowHigh(name+"_injured", "min", "max", func(v r) isnad.Bounds { return figuresOf(v.ByCategory, c, isnad.Injured) }),
		)
	}
	return together([]column[r]{
		one("code", func(v *r) string { return v.ID }),
		one("permalink", func(v *r) string {
			if o.BaseURL == "" {
				return ""
			}
			return o.page("incidents", v.ID)
		}),
		date("date", func(v r) isnad.Day { return v.When.From }),
		one("date_type", func(v *r) string {
			switch {
			case v.When.IsZero():
				return ""
			case v.When.To.IsZero() || v.When.To == v.When.From:
				return "date"
			}
			return "date_range"
		}),
		date("date_end", func(v r) isnad.Day {
			if v.When.To == v.When.From {
				return isnad.Day{}
			}
			return v.When.To
		}),
		one("country_name", func(v *r) string { return v.Country }),
		one("location_name", func(v *r) string {
			return line(strings.Join(append([]string{v.Place.Name}, v.Place.Within...), ", "))
		}),
		one("region", func(v *r) string { return v.Province }),
		decimal("latitude", func(v r) *float64 { lat, _ := v.coordinates(); return lat }),
		decimal("longitude", func(v r) *float64 { _, lon := v.coordinates(); return lon }),
		one("geolocation_accuracy_slug", (*r).accuracy),
		one("strike_status_name", func(v *r) string { return strikeStatus(v.Status) }),
		one("strike_type_name", func(v *r) string {
			kind, _ := KindOf(v.Event)
			return Pick(kind.Airwars)
		}),
		one("civilian_harm_reported", (*r).harmReported),
		one("civilian_harm_status_name", func(v *r) string { return capital(words(string(v.Grading))) }),
	},
		harm("civilian_non_combatants", isnad.CategoryCivilians),
		harm("children", isnad.CategoryChildren),
		harm("women", isnad.CategoryWomen),
		harm("men", isnad.CategoryMen),
		harm("journalists", isnad.CategoryJournalists),
		harm("healthcare_personnel", isnad.CategoryMedics),
		harm("belligerents", isnad.CategoryCombatants),
		[]column[r]{
			one("suspected_belligerents", func(v *r) string { return several(v.partyNames(v.suspected())) }),
			one("known_belligerents", func(v *r) string { return several(v.partyNames(v.accused(true))) }),
			one("summary", func(v *r) string {
				said := make([]string, len(v.BySource))
				for n, s := range v.BySource {
					said[n] = says(s)
				}
				return several(said)
			}),
			one("sources", func(v *r) string {
				list := make([]string, len(v.Reports))
				for n, x := range v.Reports {
					list[n] = line(strings.TrimSpace(x.Source + " " + webAddress(x.Address)))
				}
				return several(list)
			}),

			// Of ours.
			number("killed_min", func(v r) (int, bool) { return v.Killed.Low, v.Killed.Known }),
			number("killed_max", func(v r) (int, bool) { return v.Killed.High, v.Killed.Known }),
			number("injured_min", func(v r) (int, bool) { return v.Injured.Low, v.Injured.Known }),
			number("injured_max", func(v r) (int, bool) { return v.Injured.High, v.Injured.Known }),
			one("weapon", func(v *r) string { return several(v.weapons()) }),
			number("where_prec", func(v r) (int, bool) { return int(v.Place.Precision), v.Place.Precision != isnad.PlaceUnknown }),
			number("outlets", func(v r) (int, bool) { return v.Outlets, true }),
			number("origins", func(v r) (int, bool) { return v.Origins, true }),
			one("roots", func(v *r) string { return several(rootNames(v.Roots)) }),
			one("review", func(v *r) string { return string(v.Review) }),
		})
}

// suspected are the parties that somebody says did it and that do not say so
// themselves.
func (r *Record) suspected() []isnad.Actor {
	owned := map[string]bool{}
	for _, a := range r.accused(true) {
		owned[r.party(a)] = true
	}
	var out []isnad.Actor
	for _, a := range r.accused(false) {
		if !owned[r.party(a)] {
			out = append(out, a)
		}
	}
	return out
}

// accuracy is Airwars' accuracy of a place. Its words for towns tell a village
// from a city, which the gazetteer does not: "town" stands for both. Near a place
// is none of theirs.
func (r *Record) accuracy() string {
	switch r.Place.Precision {
	case isnad.PlaceExact:
		switch r.Kind {
		case isnad.KindQuarter:
			return "neighbourhood_area"
		case isnad.KindTown:
			return "town"
		}
	case isnad.PlaceDistrict:
		return "district"
	case isnad.PlaceProvince:
		return "province_governorate"
	}
	return ""
}

func strikeStatus(s isnad.StrikeStatus) string {
	switch s {
	case isnad.StrikeDeclared:
		return "Declared strike"
	case isnad.StrikeLikely:
		return "Likely strike"
	case isnad.StrikeContested:
		return "Contested strike"
	case isnad.StrikeSingleSource:
		return "Single source claim"
	}
	return ""
}

// harmReported tells whether somebody says that civilians were killed or injured;
// empty where nobody says what those were that were harmed.
func (r *Record) harmReported() string {
	for _, c := range categories {
		if c == isnad.CategoryCombatants || c == isnad.CategoryMen || c == isnad.CategoryWomen {
			continue // who may have fought
		}
		if figuresOf(r.ByCategory, c, isnad.Killed).High > 0 || figuresOf(r.ByCategory, c, isnad.Injured).High > 0 {
			return "Yes"
		}
	}
	if r.Grading == isnad.GradeNoHarm {
		return "No"
	}
	return ""
}
