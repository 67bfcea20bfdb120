package export

import "isnad"

// SourceLine is a source as exported.
type SourceLine struct {
	ID    string       `json:"id" example:"s0f3a"`
	Name  string       `json:"name"`
	Kind  string       `json:"kind" enum:"outlet,agency,official,monitor,party,person,social,unnamed" doc:"What it is, not how good it is"`
	Names []isnad.Name `json:"names" nullable:"false" doc:"Other names and scripts"`
	Home  *string      `json:"home" doc:"Its own address"`
	Terms *string      `json:"terms" doc:"Terms of republication, as last seen"`
}

// SourceOf gives the exported fields of s.
func SourceOf(s isnad.Source) SourceLine {
	return SourceLine{s.ID, s.Name, string(s.Kind), filled(s.Names), known(s.Home), known(s.Terms)}
}

// PlaceLine is a gazetteer entry as exported. Its coordinates are those of the
// entry; where something happened is told by the [Where] of a claim.
type PlaceLine struct {
	ID         string       `json:"id" example:"g170654"`
	Name       string       `json:"name"`
	Names      []isnad.Name `json:"names" nullable:"false" doc:"Other names and scripts"`
	Kind       string       `json:"kind" enum:"country,province,district,town,quarter"`
	Country    *string      `json:"country" doc:"ISO 3166-1 alpha-2"`
	Province   *string      `json:"province" doc:"Place ID"`
	District   *string      `json:"district" doc:"Place ID"`
	Lat        *float64     `json:"lat" doc:"Degrees, WGS 84; null for provinces and countries, which are areas"`
	Lon        *float64     `json:"lon"`
	Population *int         `json:"population"`
	RadiusKM   *float64     `json:"radius_km" doc:"Of a town"`
	Area       [][2]float64 `json:"area" nullable:"false" doc:"Ring of a division or country, [lon, lat], drawn around the towns listed in it; empty when there is none"`
}

// PlaceOf gives the exported fields of p. A province or a country gets no
// coordinates of its own: its centroid is nobody's place.
func PlaceOf(p isnad.Place) PlaceLine {
	l := PlaceLine{ID: p.ID, Name: p.Name, Names: filled(p.Names), Kind: string(p.Kind), Country: known(p.Country),
		Province: known(p.Province), District: known(p.District), Area: filled(p.Area)}
	if p.Kind != isnad.KindCountry && p.Kind != isnad.KindProvince {
		l.Lat, l.Lon = &p.Lat, &p.Lon
	}
	if p.Population > 0 {
		l.Population = &p.Population
	}
	if p.RadiusKM > 0 {
		l.RadiusKM = &p.RadiusKM
	}
	return l
}

// PartyLine is an armed actor as exported.
type PartyLine struct {
	ID      string       `json:"id" example:"p-sdf"`
	Name    string       `json:"name"`
	Names   []isnad.Name `json:"names" nullable:"false" doc:"Other names and scripts"`
	Parent  *string      `json:"parent" doc:"Party ID"`
	Country *string      `json:"country" doc:"ISO 3166-1 alpha-2"`
	Kind    *string      `json:"kind" doc:"state_force, armed_group, coalition, ..."`
}

// PartyOf gives the exported fields of p.
func PartyOf(p isnad.Party) PartyLine {
	return PartyLine{p.ID, p.Name, filled(p.Names), known(p.Parent), known(p.Country), known(p.Kind)}
}
