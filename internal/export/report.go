package export

import (
	"time"

	"isnad"
)

// ReportLine is a report as exported.
type ReportLine struct {
	ReportHead
	Text   string   `json:"text" doc:"Paragraphs are parted by one empty line. Positions of claims count its Unicode code points"`
	Reader string   `json:"reader" doc:"Version of the code that read it"`
	Doubts []string `json:"doubts" nullable:"false" doc:"What could not be read"`
}

// ReportHead is a report without its text, as exported.
type ReportHead struct {
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
	Observed    *time.Time    `json:"observed" doc:"When someone else took the bytes in before (WARC-Date), UTC"`
	Received    *time.Time    `json:"received" doc:"When the bytes were received, UTC"`
	Language    *string       `json:"language" doc:"BCP 47"`
	Submitter   *string       `json:"submitter" doc:"Who handed it to the outlet, as printed"`
	Terms       *string       `json:"terms" doc:"Terms of republication, as printed"`
	Disclaimers []string      `json:"disclaimers" nullable:"false" doc:"As printed beside the story"`
	Canonical   *string       `json:"canonical" doc:"Address that the report names as its own"`
	Address     *string       `json:"address" doc:"Address that it was read at"`
	Links       []isnad.Link  `json:"links" nullable:"false"`
	Media       []isnad.Media `json:"media" nullable:"false"`
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
	return ReportLine{ReportHead: HeadOf(r), Text: r.Text, Reader: r.Reader, Doubts: filled(r.Doubts)}
}

// HeadOf gives the exported fields of r but its text.
func HeadOf(r isnad.Report) ReportHead {
	h := ReportHead{
		ID: r.ID, Version: r.Version, Capture: r.Capture, SHA256: string(r.SHA256), Bytes: r.Bytes,
		Source: r.Source, SourceID: known(r.SourceID), Title: r.Title, Bylines: filled(r.Bylines), Agency: known(r.Agency),
		Published: moment(r.Published), Changed: moment(r.Changed), Observed: moment(r.Observed), Received: moment(r.Received),
		Language: known(r.Language), Submitter: known(r.Submitter), Terms: known(r.Terms), Disclaimers: filled(r.Notes),
		Canonical: known(r.Canonical), Address: known(r.Address), Links: filled(r.Links), Media: filled(r.Media),
	}
	if d := r.Dateline; !d.IsZero() {
		h.Dateline = &Dateline{Place: known(d.Place), Date: known(d.Date.String()), Words: known(d.Words)}
	}
	return h
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
