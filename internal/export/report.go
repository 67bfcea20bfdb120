package export

import (
	"time"

	"isnad"
)

// ReportLine is a report as exported.
type ReportLine struct {
	ID          string        `json:"id" doc:"The same for all versions of the report" example:"r0f3a"`
	Version     int           `json:"version" minimum:"1" doc:"From 1, in the order the bytes were received"`
	Capture     string        `json:"capture" doc:"ID of the capture it was read from"`
	SHA256      string        `json:"sha256" doc:"SHA-256 of the capture's bytes, lower-case hexadecimal"`
	Bytes       *isnad.Bytes  `json:"bytes,omitempty" doc:"The part of the capture it stands in, where the capture holds several reports"`
	Source      string        `json:"source" doc:"Name of the outlet that published it"`
	SourceID    *string       `json:"source_id" doc:"ID of that outlet"`
	Title       string        `json:"title" doc:"Empty when the report has none"`
	Bylines     []string      `json:"bylines" nullable:"false" doc:"Persons, as printed"`
	Agency      *string       `json:"agency" doc:"Agency credited"`
	Dateline    *Dateline     `json:"dateline" doc:"Where and when it says that it was written"`
	Published   *time.Time    `json:"published" doc:"UTC; midnight when only a day is known"`
	Changed     *time.Time    `json:"changed" doc:"Last change that the report itself declares, UTC"`
	Received    *time.Time    `json:"received" doc:"When the bytes were received, UTC"`
	Language    *string       `json:"language" doc:"BCP 47"`
	Submitter   *string       `json:"submitter" doc:"Who handed it to the outlet, as printed"`
	Terms       *string       `json:"terms" doc:"Terms of republication, as printed"`
	Disclaimers []string      `json:"disclaimers" nullable:"false" doc:"As printed beside the story"`
	Canonical   *string       `json:"canonical" doc:"Address that the report names as its own"`
	Address     *string       `json:"address" doc:"Address that it was read at"`
	Links       []isnad.Link  `json:"links" nullable:"false"`
	Media       []isnad.Media `json:"media" nullable:"false"`
	Text        string        `json:"text" doc:"Paragraphs are parted by one empty line. Positions of claims count its Unicode code points"`
	Reader      string        `json:"reader" doc:"Version of the code that read it"`
	Doubts      []string      `json:"doubts" nullable:"false" doc:"What could not be read"`
}

// Dateline is the date line of a report as exported.
type Dateline struct {
	_     struct{} `nullable:"true"`
	Place *string  `json:"place"`
	Date  *string  `json:"date" format:"date"`
	Words *string  `json:"words" doc:"As printed"`
}

// ReportOf gives the exported fields of r.
func ReportOf(r isnad.Report) ReportLine {
	l := ReportLine{
		ID: r.ID, Version: r.Version, Capture: r.Capture, SHA256: string(r.SHA256), Bytes: r.Bytes,
		Source: r.Source, SourceID: known(r.SourceID), Title: r.Title, Bylines: filled(r.Bylines), Agency: known(r.Agency),
		Published: moment(r.Published), Changed: moment(r.Changed), Received: moment(r.Received),
		Language: known(r.Language), Submitter: known(r.Submitter), Terms: known(r.Terms), Disclaimers: filled(r.Notes),
		Canonical: known(r.Canonical), Address: known(r.Address), Links: filled(r.Links), Media: filled(r.Media),
		Text: r.Text, Reader: r.Reader, Doubts: filled(r.Doubts),
	}
	if d := r.Dateline; !d.IsZero() {
		l.Dateline = &Dateline{Place: known(d.Place), Date: known(d.Date.String()), Words: known(d.Words)}
	}
	return l
}

// CitationLine is one link of the chain as exported.
type CitationLine struct {
	From     string          `json:"from" doc:"ID of the report that draws on another"`
	Version  int             `json:"version" doc:"Of that report"`
	To       *string         `json:"to" doc:"ID of the source, or of the report once it is known"`
	ToName   string          `json:"to_name" doc:"As written"`
	ToURL    *string         `json:"to_url"`
	Basis    string          `json:"basis" enum:"declared,detected" doc:"Whether the report says so itself or the text shows it"`
	Kind     string          `json:"kind" enum:"agency,byline,submitter,attribution,via,link,copy,quote" doc:"What declares it, or what was found"`
	Passages []isnad.Passage `json:"passages" nullable:"false" doc:"Where it stands in the report; of a detected link also where the same words stand in the original"`
	Changes  []isnad.Change  `json:"changes" nullable:"false" doc:"How the copy differs; of detected links"`
	Copied   float64         `json:"copied_share" minimum:"0" maximum:"1" doc:"Share of the report's characters that stand in what it cites; 0 where declared"`
}

// CitationOf gives the exported fields of c.
func CitationOf(c isnad.Citation) CitationLine {
	return CitationLine{From: c.From, Version: c.Version, To: known(c.To), ToName: c.ToName, ToURL: known(c.ToURL),
		Basis: string(c.Basis), Kind: string(c.Kind), Passages: filled(c.Passages), Changes: filled(c.Changes), Copied: c.Copied}
}

// known is nil for what is not known.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// filled is an empty list for none, so that JSON never says null for a list.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func moment(t time.Time) *time.Time {
	if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		return nil
	}
	t = t.UTC()
	return &t
}
