package store

import (
	"context"

	"isnad"
)

// Page is one page of a list. After is the Next of the page before it, empty for the first.
type Page struct {
	Limit int // at most 1000; 50 when 0
	After string
}

// ReportQuery selects present versions of reports; every filter that is set must hold.
type ReportQuery struct {
	Words    string // full text, English and Arabic; best first, otherwise newest first
	Source   string // Source ID of the outlet
	Language string
	Place    string // Place ID of a place in one of its claims, or of one it lies within
	Party    string
	Incident string
	Capture  string
	From, To isnad.Day // published
	Page
}

// ReportRow is a report in a list.
type ReportRow struct {
	isnad.Report          // Text is cut to some 300 characters
	Versions     int      // how many there are
	Claims       int      // present claims
	Incidents    []string // their IDs
	Snippet      []Run    // of Words, when there are any
}

// Run is a run of text, marked where it matched.
type Run struct {
	Text  string
	Match bool
}

// Reports returns a page of reports and the After of the next, empty at the end.
func (s *Store) Reports(ctx context.Context, q ReportQuery) (rows []ReportRow, next string, err error) {
	return nil, "", nil
}

// Report returns one version of a report, the present one when version is 0.
func (s *Store) Report(ctx context.Context, id string, version int) (isnad.Report, error) {
	return isnad.Report{}, isnad.ErrNotFound
}

// Versions returns all versions of a report, newest first.
func (s *Store) Versions(ctx context.Context, id string) ([]isnad.Report, error) { return nil, nil }

// Capture returns a capture and the notes on it.
func (s *Store) Capture(ctx context.Context, id string) (isnad.Capture, []string, error) {
	return isnad.Capture{}, nil, isnad.ErrNotFound
}

// ClaimQuery selects claims, of present versions unless Version is set.
type ClaimQuery struct {
	Report   string
	Version  int
	Incident string
	Claimant string // Source ID
	Place    string
	Party    string
	Page
}

// Claims returns claims in the order of their reports and passages.
func (s *Store) Claims(ctx context.Context, q ClaimQuery) (claims []isnad.Claim, next string, err error) {
	return nil, "", nil
}

// Tolls returns the tolls of a report's version.
func (s *Store) Tolls(ctx context.Context, report string, version int) ([]isnad.Toll, error) {
	return nil, nil
}

// Citations returns the links of the chain from a report, or to a source or report.
func (s *Store) Citations(ctx context.Context, from, to string, p Page) (cites []isnad.Citation, next string, err error) {
	return nil, "", nil
}

// IncidentQuery selects incidents; every filter that is set must hold.
type IncidentQuery struct {
	Words     string // in the title, place and party names, or the quotes of its claims
	Events    []isnad.Event
	From, To  isnad.Day
	Country   string
	Place     string // Place ID, or of one it lies within
	Party     string
	Source    string // Source ID of a claimant or outlet
	Status    isnad.StrikeStatus
	Grading   isnad.Grading
	MinKilled int         // lowest claimed
	BBox      *[4]float64 // west, south, east, north; degrees
	Order     string      // "date" (newest first, default), "added", "killed"
	Page
}

// Incidents returns a page of incidents.
func (s *Store) Incidents(ctx context.Context, q IncidentQuery) (incidents []isnad.Incident, next string, err error) {
	return nil, "", nil
}

// CountIncidents returns how many incidents q selects.
func (s *Store) CountIncidents(ctx context.Context, q IncidentQuery) (int, error) { return 0, nil }

// Incident returns one incident.
func (s *Store) Incident(ctx context.Context, id string) (isnad.Incident, error) {
	return isnad.Incident{}, isnad.ErrNotFound
}

// Bin is the incidents of a stretch of time.
type Bin struct {
	From      isnad.Day
	Incidents int
	Killed    isnad.Bounds // sums of the lows and of the highs
	Injured   isnad.Bounds
}

// Timeline counts the incidents that q selects by "day", "week" (from Monday), "month" or "year".
func (s *Store) Timeline(ctx context.Context, q IncidentQuery, unit string) ([]Bin, error) {
	return nil, nil
}

// NameRow is a source, place or party in a list, with how much speaks of it.
type NameRow struct {
	ID, Name, Kind string
	Names          []isnad.Name
	Country        string
	Reports        int // published by it (sources) or speaking of it
	Claims         int
	Incidents      int
}

// Sources, Places and Parties list what claims and reports speak of, most incidents
// first; words narrows by name in any script.
func (s *Store) Sources(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return nil, "", nil
}
func (s *Store) Places(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return nil, "", nil
}
func (s *Store) Parties(ctx context.Context, words string, p Page) ([]NameRow, string, error) {
	return nil, "", nil
}

func (s *Store) Source(ctx context.Context, id string) (isnad.Source, error) {
	return isnad.Source{}, isnad.ErrNotFound
}
func (s *Store) Place(ctx context.Context, id string) (isnad.Place, error) {
	return isnad.Place{}, isnad.ErrNotFound
}
func (s *Store) Party(ctx context.Context, id string) (isnad.Party, error) {
	return isnad.Party{}, isnad.ErrNotFound
}

// Totals is how much there is.
type Totals struct {
	Captures, Reports, Versions, Outlets, Claims, Incidents, Places, Parties int
	First, Last                                                              isnad.Day // of incidents
}

// Totals counts everything.
func (s *Store) Totals(ctx context.Context) (Totals, error) { return Totals{}, nil }
