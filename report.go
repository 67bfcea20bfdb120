package isnad

import "time"

// Report is one version of a published text, read out of a capture.
type Report struct {
	ID      string `json:"id"`      // MakeID('r', key): the same for all versions
	Version int    `json:"version"` // from 1, in the order the bytes were received
	Capture string `json:"capture"`
	SHA256  Hash   `json:"sha256"`          // of the capture's bytes
	Bytes   *Bytes `json:"bytes,omitempty"` // the part of the capture, when it holds several reports at known places
	Key     string `json:"-"`               // what makes two readings the same report; see extract

	Source    string    `json:"source"`            // name of the outlet that published it
	SourceID  string    `json:"source_id"`         // ID of that source
	Title     string    `json:"title"`             // empty when the report has none
	Bylines   []string  `json:"bylines,omitempty"` // persons, as printed
	Agency    string    `json:"agency,omitempty"`  // agency credited, canonical short name where known: "SANA"
	Dateline  Dateline  `json:"dateline,omitzero"`
	Published time.Time `json:"published,omitzero"` // UTC; midnight when only a day is known
	Changed   time.Time `json:"changed,omitzero"`   // last change the report itself declares
	Received  time.Time `json:"received,omitzero"`  // of the capture
	Observed  time.Time `json:"observed,omitzero"`  // of the capture, where someone else took it in before
	Language  string    `json:"language,omitempty"` // BCP 47 of the body
	Submitter string    `json:"submitter,omitempty"`
	Terms     string    `json:"terms,omitempty"`       // republication terms, as printed
	Notes     []string  `json:"disclaimers,omitempty"` // disclaimers and rules printed beside the story, as printed
	Canonical string    `json:"canonical,omitempty"`   // URL the report names as its own
	Address   string    `json:"address,omitempty"`     // URL it was read at
	Links     []Link    `json:"links,omitempty"`
	Media     []Media   `json:"media,omitempty"`
	Text      string    `json:"text"` // body, paragraphs parted by one empty line

	Reader string   `json:"reader"`           // code version of extract that made it
	Doubts []string `json:"doubts,omitempty"` // what could not be read, for people
}

// Bytes is a run [Offset, Offset+Length) of a capture's bytes.
type Bytes struct {
	Offset int64 `json:"offset"`
	Length int64 `json:"length"`
}

// Dateline is the line that says where and when a report was written.
type Dateline struct {
	Place string `json:"place,omitempty"`
	Date  Day    `json:"date,omitzero"`
	Words string `json:"words,omitempty"` // as printed
}

// IsZero tells whether the report has no date line.
func (d Dateline) IsZero() bool { return d == Dateline{} }

// Day is the day that relative dates of the report are counted from: the date
// line's, else that of publication. The basis names which; both are zero when
// neither is known.
func (r *Report) Day() (Day, DateBasis) {
	if !r.Dateline.Date.IsZero() {
		return r.Dateline.Date, BasisDateline
	}
	if d := DayOf(r.Published); !d.IsZero() && !r.Published.IsZero() {
		return d, BasisPublished
	}
	return Day{}, ""
}

// Link is an address that stands in a report.
type Link struct {
	URL  string   `json:"url"`
	Text string   `json:"text,omitempty"`
	Rel  string   `json:"rel,omitempty"` // "map", "original" (named as the source of the story), or as given
	Lat  *float64 `json:"lat,omitempty"` // coordinates that a map link carries, degrees
	Lon  *float64 `json:"lon,omitempty"`
}

// Media is a picture, film or sound that a report shows. isnad keeps its address only.
type Media struct {
	URL     string `json:"url"`
	Kind    string `json:"kind"` // image, video, audio
	Caption string `json:"caption,omitempty"`
}

// Citation is one link of the chain, from a report to whom it draws on.
type Citation struct {
	From     string        `json:"from"` // report ID
	Version  int           `json:"version"`
	To       string        `json:"to"`                   // source ID, or report ID for a detected link
	ToVer    int           `json:"to_version,omitempty"` // of that report
	ToName   string        `json:"to_name"`              // as written
	ToURL    string        `json:"to_url,omitempty"`     // for a link
	Basis    CitationBasis `json:"basis"`                // declared or detected
	Kind     CitationKind  `json:"kind"`                 // what declares it, or what was found
	Passages []Passage     `json:"passages,omitempty"`   // where it stands in From
	Changes  []Change      `json:"changes,omitempty"`    // detected ones only
	Copied   float64       `json:"copied_share"`         // share of From's characters that stand in To, 0 for declared
	Order    OrderBasis    `json:"order,omitempty"`      // by which of its times To is held to be the earlier one; detected ones only
	Missing  bool          `json:"missing,omitempty"`    // a copy that names neither To nor whom To had it from
}

// Passage is where a citation stands in a report. Original is where the same
// words stand in the report that it draws on; nil for a declared citation.
type Passage struct {
	Span
	Original *Span `json:"original,omitempty"`
}

// CitationBasis says whether the report says so itself or the text shows it.
type CitationBasis string

const (
	CitationDeclared CitationBasis = "declared"
	CitationDetected CitationBasis = "detected"
)

// CitationKind is what declares a link of the chain.
type CitationKind string

const (
	CiteAgency      CitationKind = "agency"      // credit line
	CiteByline      CitationKind = "byline"      // person who wrote it
	CiteSubmitter   CitationKind = "submitter"   // "Submitted by"
	CiteAttribution CitationKind = "attribution" // "according to", "X said"
	CiteVia         CitationKind = "via"         // "told AFP"
	CiteLink        CitationKind = "link"        // a link named as original or source
	CiteCopy        CitationKind = "copy"        // detected: the text is reused
	CiteQuote       CitationKind = "quote"       // detected: both give the same words of a speaker, which is no copy
	CiteVersion     CitationKind = "version"     // detected: the report as it was before, with what was changed
)
