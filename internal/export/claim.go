package export

import (
	"time"

	"isnad"
)

// ClaimLine is a claim as exported.
type ClaimLine struct {
	ID       string  `json:"id" example:"k0f3a"`
	Report   string  `json:"report" doc:"ID of the report it stands in"`
	Version  int     `json:"version" doc:"Of that report"`
	Incident *string `json:"incident" doc:"ID of the incident it is about"`

	Event         string         `json:"event" doc:"Kind of incident" example:"air_strike"`
	Stage         string         `json:"stage" enum:"accomplished,attempted,threatened,foiled"`
	Date          *Date          `json:"date" doc:"First and last day, both included"`
	DatePrecision int            `json:"date_precision" minimum:"0" maximum:"5" doc:"0 unknown, 1 day, 2 two to six days, 3 week, 4 month, 5 up to a year"`
	DateBasis     *string        `json:"date_basis" doc:"What the date was resolved from"`
	DateWords     *string        `json:"date_words" doc:"As written"`
	Place         *Where         `json:"place"`
	Actors        []Actor        `json:"actors" nullable:"false" doc:"Alleged perpetrators; of a clash, all sides"`
	Targets       []string       `json:"targets" nullable:"false" doc:"As written"`
	Counts        []isnad.Count  `json:"counts" nullable:"false" doc:"Every number of people in it"`
	Killed        *Range         `json:"killed" doc:"Null when the claim gives no figure"`
	Injured       *Range         `json:"injured" doc:"Null when the claim gives no figure"`
	Casualties    *Range         `json:"casualties" doc:"Killed and injured, where they are not told apart"`
	Victims       map[string]int `json:"victims" doc:"Lower bounds by category"`
	Weapon        *string        `json:"weapon" doc:"As written"`

	Attribution []string `json:"attribution" nullable:"false" doc:"Who says so, as written, outermost first; empty for the outlet's own voice"`
	Claimant    *string  `json:"claimant" doc:"Source ID of who says so"`
	Via         []string `json:"via" nullable:"false" doc:"Through whom the outlet had it"`
	Stance      string   `json:"stance" enum:"asserted,hedged,denied,self_claimed"`
	Polarity    string   `json:"polarity" enum:"affirmed,denied" doc:"Whether it says that it happened"`
	Background  bool     `json:"background" doc:"An earlier incident that the report recalls"`

	Span       isnad.Span         `json:"span" doc:"Passage of the report's text, in Unicode code points, half open"`
	Quote      string             `json:"quote" doc:"The words of the passage"`
	Confidence float64            `json:"confidence" minimum:"0" maximum:"1"`
	Slots      map[string]float64 `json:"slots,omitempty" doc:"Confidence of single fields, where it differs"`
	Filled     map[string]Filled  `json:"filled,omitempty" doc:"Fields whose value a language model gave and not the reader, by their names; absent where there is none. The words stand in the report"`
	Reader     string             `json:"reader" doc:"Version of the code that read it"`
	Review     string             `json:"review" enum:"suggested,confirmed,rejected" doc:"What people made of it"`
}

// Filled tells where the value of a field came from that a model gave, as exported.
type Filled struct {
	By      string     `json:"by" doc:"Which model" example:"model orchard-7b"`
	Words   string     `json:"words" doc:"Of the report, that the value rests on"`
	Span    isnad.Span `json:"span" doc:"Where they stand"`
	Instead *string    `json:"instead" doc:"What the reader had read there"`
	Time    string     `json:"time" format:"date-time" doc:"When the model was asked"`
}

// Date is a period as exported, both days included.
type Date struct {
	_    struct{} `nullable:"true"`
	From string   `json:"from" format:"date"`
	To   string   `json:"to" format:"date"`
}

// Where is the place of a claim or an incident as exported. Lat and Lon are
// null wherever the precision is not 1, 2 or 3, so that nobody can draw the
// middle of a province or a country as the place where something happened.
type Where struct {
	_         struct{} `nullable:"true"`
	ID        *string  `json:"id" doc:"Place ID"`
	Name      string   `json:"name" doc:"As written"`
	Within    []string `json:"within" nullable:"false" doc:"Wider names as written, narrow to wide"`
	At        *string  `json:"at" doc:"The gazetteer's name"`
	Country   *string  `json:"country" doc:"ISO 3166-1 alpha-2"`
	Province  *string  `json:"province" doc:"Place ID of the first-order division"`
	District  *string  `json:"district" doc:"Place ID of the second-order division"`
	Lat       *float64 `json:"lat" minimum:"-90" maximum:"90" doc:"Degrees, WGS 84; null when the precision is wider than 3"`
	Lon       *float64 `json:"lon" minimum:"-180" maximum:"180"`
	Precision int      `json:"precision" minimum:"0" maximum:"7" doc:"0 unknown, 1 exact, 2 near (some 25 km), 3 district, 4 province, 5 wider or between, 6 country, 7 water or air"`
}

// Actor is a named perpetrator or side as exported.
type Actor struct {
	ID   *string `json:"id" doc:"Party ID, null when not recognised"`
	Name string  `json:"name" doc:"As written"`
}

// Range is a number as claimed; a side that the claim leaves open is null.
type Range struct {
	_      struct{} `nullable:"true"`
	Min    *int     `json:"min"`
	Max    *int     `json:"max"`
	Approx bool     `json:"approx,omitempty" doc:"The words are vaguer than the number"`
}

// ClaimOf gives the exported fields of c.
func ClaimOf(c isnad.Claim) ClaimLine {
	l := ClaimLine{
		ID: c.ID, Report: c.Report, Version: c.Version, Incident: known(c.Incident),
		Event: string(c.Event), Stage: string(c.Stage),
		Date: dateOf(c.When), DatePrecision: int(c.When.Precision), DateBasis: known(string(c.When.Basis)), DateWords: known(c.When.Words),
		Place: WhereOf(c.Place), Actors: actorsOf(c.Actors), Targets: filled(c.Targets), Counts: filled(c.Counts),
		Killed: rangeOf(c.Killed), Injured: rangeOf(c.Injured), Casualties: rangeOf(c.Casualties),
		Victims: make(map[string]int, len(c.Victims)), Weapon: known(c.Weapon),
		Attribution: filled(c.Attribution), Claimant: known(c.Claimant), Via: filled(c.Via),
		Stance: string(c.Stance), Polarity: string(c.Polarity), Background: c.Background,
		Span: c.Span, Quote: c.Quote, Confidence: c.Confidence, Slots: c.Slots, Reader: c.Reader, Review: string(c.Review),
	}
	for slot, f := range c.Filled {
		if l.Filled == nil {
			l.Filled = map[string]Filled{}
		}
		l.Filled[slot] = Filled{By: f.By, Words: f.Words, Span: f.Span, Instead: known(f.Instead), Time: f.Time.UTC().Format(time.RFC3339)}
	}
	for category, n := range c.Victims {
		l.Victims[string(category)] = n
	}
	return l
}

// WhereOf gives the exported fields of w, nil when no place is known.
func WhereOf(w isnad.Where) *Where {
	if w.IsZero() {
		return nil
	}
	l := &Where{ID: known(w.ID), Name: w.Name, Within: filled(w.Within), At: known(w.At), Country: known(w.Country),
		Province: known(w.Province), District: known(w.District), Precision: int(w.Precision)}
	if lat, lon, ok := point(w); ok {
		l.Lat, l.Lon = &lat, &lon
	}
	return l
}

// point is where w may be drawn; false when it may not be.
func point(w isnad.Where) (lat, lon float64, ok bool) {
	if !w.Precision.Drawable() || w.Lat == nil || w.Lon == nil {
		return 0, 0, false
	}
	lat, lon = *w.Lat, *w.Lon
	// The comparisons are false for NaN.
	if !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
		return 0, 0, false
	}
	return lat, lon, true
}

func dateOf(p isnad.Period) *Date {
	if p.IsZero() {
		return nil
	}
	to := p.To
	if to.IsZero() {
		to = p.From
	}
	return &Date{From: p.From.String(), To: to.String()}
}

func actorsOf(actors []isnad.Actor) []Actor {
	l := make([]Actor, len(actors))
	for i, a := range actors {
		l[i] = Actor{ID: known(a.ID), Name: a.Name}
	}
	return l
}

func rangeOf(r *isnad.Range) *Range {
	if r == nil || r.Min == nil && r.Max == nil {
		return nil
	}
	return &Range{Min: r.Min, Max: r.Max, Approx: r.Approx}
}

// TollLine is a number over a longer time or a wider area as exported. It
// belongs to no incident.
type TollLine struct {
	Report      string     `json:"report"`
	Version     int        `json:"version"`
	Killed      *int       `json:"killed"`
	Injured     *int       `json:"injured"`
	Period      string     `json:"period" doc:"As written"`
	Attribution string     `json:"attribution"`
	Quote       string     `json:"quote"`
	Span        isnad.Span `json:"span"`
}

// TollOf gives the exported fields of t.
func TollOf(t isnad.Toll) TollLine {
	return TollLine{t.Report, t.Version, t.Killed, t.Injured, t.Period, t.Attribution, t.Quote, t.Span}
}
