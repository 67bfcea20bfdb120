package citeblock

import (
	"strings"
	"time"

	"isnad"
)

// The first and the last line. The number is that of the format.
const (
	Begin = "Citation (isnad citation block 1)"
	End   = "End of citation"
)

// Block is what a copy says of the report that it copies.
type Block struct {
	Title     string
	Publisher string    // name of the outlet that published the report
	Published time.Time // UTC; midnight when only a day is known
	Changed   time.Time
	Bylines   []string
	Agency    string
	Submitter string
	Dateline  isnad.Dateline
	Language  string // BCP 47
	Canonical string // address that the publisher gave it
	Record    string // address of the report where the copy was made
	Version   int    // of the report there
	Sources   []Source
	Links     []isnad.Link // that the report holds
	Terms     string       // of republication, as printed; paragraphs parted by one empty line
	License   string       // name and address of a licence that the terms name
	Asks      []string     // what the terms ask of whoever publishes it again, in plain words
	Notes     []string     // printed beside the story
	Notices   []Notice
	Sum       Sum // of the text; without a hash the block is a reference without the text
}

// Source is one link of the chain. A source with several addresses stands several times.
type Source struct {
	Name    string
	Basis   isnad.CitationBasis
	Kind    isnad.CitationKind
	Address string // http or https
}

// Notice is what was told about the report after it was published: a correction, a retraction.
type Notice struct {
	Kind    string // correction, clarification, retraction, removal, restoration, reply
	Issued  time.Time
	Text    string
	Address string
}

// Sum tells a text by the number and the SHA-256 of its characters that are not white space.
type Sum struct {
	Characters int // Unicode code points
	Hash       isnad.Hash
}

// Line is one line of a block between its first and its last.
type Line struct {
	Label   string
	Address string // comes before the words
	Words   string
}

// Value is what stands behind the label.
func (l Line) Value() string {
	switch {
	case l.Address == "":
		return l.Words
	case l.Words == "":
		return l.Address
	}
	return l.Address + " " + l.Words
}

// The labels, in the order of the block. A label never changes its meaning.
const (
	labelTitle     = "Title"
	labelPublisher = "Published by"
	labelPublished = "Published"
	labelChanged   = "Changed"
	labelByline    = "Byline"
	labelAgency    = "Agency"
	labelSubmitter = "Submitted by"
	labelDateline  = "Date line"
	labelPlace     = "Date line place"
	labelDay       = "Date line day"
	labelLanguage  = "Language"
	labelCanonical = "Original address"
	labelRecord    = "Report"
	labelVersion   = "Version"
	labelSource    = "Draws on"
	labelOriginal  = "Original link"
	labelMap       = "Map link"
	labelLink      = "Link"
	labelTerms     = "Terms"
	labelLicense   = "Licence"
	labelAsks      = "Terms ask"
	labelNote      = "Printed beside it"
	labelNotice    = "Notice"
	labelText      = "Text"
)

// PublisherWords are the words of a link to what an outlet published, as a report keeps them that was read from a
// copy: "Published by: Harbour Post". SourceWords are those of a link to a source. An empty name gives none.
func PublisherWords(name string) string { return worded(labelPublisher, name) }
func SourceWords(name string) string    { return worded(labelSource, name) }

func worded(label, name string) string {
	if name == "" {
		return ""
	}
	return label + ": " + name
}

// NameIn is the name in such words.
func NameIn(words string) (string, bool) {
	for _, label := range []string{labelPublisher, labelSource} {
		if name, ok := strings.CutPrefix(words, label+": "); ok && name != "" {
			return name, true
		}
	}
	return "", false
}

// Labels are all labels in the order of the block.
func Labels() []string {
	return []string{labelTitle, labelPublisher, labelPublished, labelChanged, labelByline, labelAgency, labelSubmitter, labelDateline, labelPlace, labelDay,
		labelLanguage, labelCanonical, labelRecord, labelVersion, labelSource, labelOriginal, labelMap, labelLink, labelTerms, labelLicense, labelAsks, labelNote, labelNotice, labelText}
}
