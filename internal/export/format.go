package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"isnad"
)

// Format is a form of writing.
type Format string

const (
	JSONL    Format = "jsonl"   // one JSON object a line
	CSV      Format = "csv"     // RFC 4180 with a header line
	GeoJSON  Format = "geojson" // RFC 7946
	Atom     Format = "atom"    // RFC 4287
	RSS      Format = "rss"     // RSS 2.0
	JSONFeed Format = "json"    // JSON Feed 1.1
	UCDP     Format = "ucdp"    // CSV in the columns of UCDP GED
	Airwars  Format = "airwars" // CSV in the names of Airwars' incidents
)

// MediaType is the media type of a document in the format, with its charset
// where the type has one.
func (f Format) MediaType() string {
	switch f {
	case JSONL:
		return "application/x-ndjson"
	case CSV, UCDP, Airwars:
		return "text/csv; charset=utf-8; header=present"
	case GeoJSON:
		return "application/geo+json"
	case Atom:
		return "application/atom+xml; charset=utf-8"
	case RSS:
		return "application/rss+xml; charset=utf-8"
	case JSONFeed:
		return "application/feed+json"
	}
	return "application/octet-stream"
}

// Options say how to write. The zero value writes JSONL, CSV and GeoJSON; feeds
// need BaseURL.
type Options struct {
	BaseURL string    // of the site, http or https: "https://reports.example.org"
	Title   string    // of a feed
	Self    string    // address of the document itself, for a feed's link
	Updated time.Time // of the newest entry of a feed; told at its end when zero
	BOM     bool      // begin CSV with a byte order mark, which some spreadsheets need to read UTF-8

	Removed []Tombstone // reports that were removed, for an Atom feed of reports

	// Place looks a gazetteer entry up by its ID, for radii and areas in GeoJSON.
	// Without it, and where it returns false, wide places have no geometry.
	Place func(id string) (isnad.Place, bool)

	// Changed tells when an incident last got a claim, for feeds; without it, and
	// where it returns the zero time, its last day counts.
	Changed func(isnad.Incident) time.Time
}

// Tombstone tells of a report that was removed, so that whoever follows a feed
// removes it too.
type Tombstone struct {
	Report string
	When   time.Time
	Words  string // why, on one line
}

// Encoder writes values of one kind in one format.
type Encoder[T any] interface {
	Encode(T) error
	Close() error // ends the document and flushes it; the writer below stays open
}

// Formats lists the formats that a kind ("report", "claim", "incident",
// "citation", "case", "notice", "uncited", "source", "place", "party", "record") can be written in; nil for an unknown kind.
func Formats(kind string) []Format {
	switch kind {
	case "report":
		return []Format{JSONL, CSV, Atom, RSS, JSONFeed}
	case "claim":
		return []Format{JSONL, CSV}
	case "incident":
		return []Format{JSONL, CSV, GeoJSON, Atom, RSS, JSONFeed}
	case "citation", "case":
		return []Format{JSONL, CSV}
	case "notice":
		return []Format{JSONL, CSV, Atom, RSS, JSONFeed}
	case "uncited":
		return []Format{Atom, RSS, JSONFeed}
	case "source", "place", "party":
		return []Format{JSONL}
	case "record":
		return []Format{UCDP, Airwars}
	}
	return nil
}

// Reports writes reports. CSV leaves out the text, feeds all but its beginning.
func Reports(w io.Writer, f Format, o Options) (Encoder[isnad.Report], error) {
	switch f {
	case JSONL:
		return lines(w, func(r isnad.Report) any { return ReportOf(r) }), nil
	case CSV:
		return table(w, reportColumns(), o), nil
	case Atom, RSS, JSONFeed:
		return feed(w, f, o, reportEntry)
	}
	return nil, unsupported("report", f)
}

// Claims writes claims.
func Claims(w io.Writer, f Format, o Options) (Encoder[isnad.Claim], error) {
	switch f {
	case JSONL:
		return lines(w, func(c isnad.Claim) any { return ClaimOf(c) }), nil
	case CSV:
		return table(w, claimColumns(), o), nil
	}
	return nil, unsupported("claim", f)
}

// Incidents writes incidents.
func Incidents(w io.Writer, f Format, o Options) (Encoder[isnad.Incident], error) {
	switch f {
	case JSONL:
		return lines(w, func(i isnad.Incident) any { return IncidentOf(i) }), nil
	case CSV:
		return table(w, incidentColumns(), o), nil
	case GeoJSON:
		return features(w, o), nil
	case Atom, RSS, JSONFeed:
		return feed(w, f, o, incidentEntry)
	}
	return nil, unsupported("incident", f)
}

// Records writes incidents in the columns of other projects: one row for each,
// whether it belongs there or not; see [Belongs].
func Records(w io.Writer, f Format, o Options) (Encoder[Record], error) {
	switch f {
	case UCDP:
		return table(w, ucdpColumns(), o), nil
	case Airwars:
		return table(w, airwarsColumns(o), o), nil
	}
	return nil, unsupported("record", f)
}

// Citations writes links of the chain. CSV counts passages and changes.
func Citations(w io.Writer, f Format, o Options) (Encoder[isnad.Citation], error) {
	switch f {
	case JSONL:
		return lines(w, func(c isnad.Citation) any { return CitationOf(c) }), nil
	case CSV:
		return table(w, citationColumns(), o), nil
	}
	return nil, unsupported("citation", f)
}

// MissingCitations writes copies without their citation, as feeds for a desk.
func MissingCitations(w io.Writer, f Format, o Options) (Encoder[Uncited], error) {
	switch f {
	case Atom, RSS, JSONFeed:
		return feed(w, f, o, uncitedEntry)
	}
	return nil, unsupported("uncited", f)
}

// Cases writes cases, with what is handed in of them. CSV leaves out the history
// and the statement of reasons.
func Cases(w io.Writer, f Format, o Options) (Encoder[isnad.Case], error) {
	switch f {
	case JSONL:
		return lines(w, func(c isnad.Case) any { return CaseOf(c) }), nil
	case CSV:
		return table(w, caseColumns(), o), nil
	}
	return nil, unsupported("case", f)
}

// Notices writes notices.
func Notices(w io.Writer, f Format, o Options) (Encoder[isnad.Notice], error) {
	switch f {
	case JSONL:
		return lines(w, func(n isnad.Notice) any { return NoticeOf(n) }), nil
	case CSV:
		return table(w, noticeColumns(), o), nil
	case Atom, RSS, JSONFeed:
		return feed(w, f, o, noticeEntry)
	}
	return nil, unsupported("notice", f)
}

// Sources writes sources, as JSON lines only.
func Sources(w io.Writer, f Format, o Options) (Encoder[isnad.Source], error) {
	if f != JSONL {
		return nil, unsupported("source", f)
	}
	return lines(w, func(s isnad.Source) any { return SourceOf(s) }), nil
}

// Places writes gazetteer entries, as JSON lines only.
func Places(w io.Writer, f Format, o Options) (Encoder[isnad.Place], error) {
	if f != JSONL {
		return nil, unsupported("place", f)
	}
	return lines(w, func(p isnad.Place) any { return PlaceOf(p) }), nil
}

// Parties writes armed actors, as JSON lines only.
func Parties(w io.Writer, f Format, o Options) (Encoder[isnad.Party], error) {
	if f != JSONL {
		return nil, unsupported("party", f)
	}
	return lines(w, func(p isnad.Party) any { return PartyOf(p) }), nil
}

func unsupported(kind string, f Format) error {
	names := make([]string, 0, 6)
	for _, known := range Formats(kind) {
		names = append(names, string(known))
	}
	return fmt.Errorf("a %s cannot be written as %q; known are %s", kind, f, strings.Join(names, ", "))
}

// document is the one encoder: a head before the first value, each value in its
// turn, a tail at the end. Every error stays: after it nothing more is written.
type document[T any] struct {
	w    *bufio.Writer
	head func() error
	item func(v T, n int) error // n values came before
	tail func(n int) error
	n    int
	open bool
	err  error
}

func (d *document[T]) begin() {
	if !d.open {
		d.open = true
		d.do(d.head)
	}
}

func (d *document[T]) do(fn func() error) {
	if d.err == nil && fn != nil {
		d.err = fn()
	}
}

// Encode writes v.
func (d *document[T]) Encode(v T) error {
	d.begin()
	d.do(func() error { return d.item(v, d.n) })
	d.n++
	return d.err
}

// Close writes what ends the document.
func (d *document[T]) Close() error {
	d.begin()
	if d.tail != nil {
		d.do(func() error { return d.tail(d.n) })
	}
	d.do(d.w.Flush)
	return d.err
}

// webAddress is s when it is an absolute http or https address, else empty:
// nothing else may become a link that a reader can follow.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
