package extract

import (
	"strings"
	"time"

	"isnad"
)

// page is a document on its way from bytes to reports.
type page struct {
	blocks  []block
	matter  []block      // next to the stories: searched for credits, terms and notes
	foot    []block      // elsewhere on the page: searched for terms and notes
	origins []isnad.Link // what the metadata name as the origin of the story
	stories []marked     // when the page marks several articles; blocks is empty then
	meta    metadata
	lang    string // as declared, BCP 47
	open    bool   // no heading of its own stands over the body, or that of a collection
	media   []isnad.Media
	doubts  []string
	written []string // where the page holds a citation block: its text with white space as set, in one way or several
	whole   []block  // and all its blocks
}

// metadata is what a format says of a document by itself.
type metadata struct {
	title     string
	site      string
	authors   []string
	agency    string
	published time.Time
	changed   time.Time
	canonical string
	terms     string
	place     string // date line's place, where the format has a field for it
}

type blockKind int

const (
	blockText    blockKind = iota
	blockHeading           // marked as one
	blockRule              // a line that parts, <hr>
	blockItem              // of a list
)

// block is one paragraph, heading or list item as the page prints it.
type block struct {
	kind   blockKind
	level  int      // of a heading, 1 to 6
	signed bool     // marked by the page as the line that names its author or source
	lines  []string // trimmed, none empty
	gap    int      // empty lines before it, in plain text
	links  []isnad.Link
	media  []isnad.Media
}

// text joins the lines of a block with spaces.
func (b *block) text() string { return strings.Join(b.lines, " ") }
