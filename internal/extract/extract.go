// Package extract reads reports out of bytes.
//
// # What happens to a capture
//
// [Sniff] tells the form from what was declared, the name and the first bytes.
// [Read] then turns every form into the same thing, a page: blocks of text in
// reading order with what the format says by itself (its title, its dates).
//
//	bytes → decode (charset, UTF-8) → blocks → pieces → stories → reports
//
// The pieces of a page are sorted by what they are: story, heading, credit line,
// date line, submitter, terms of republication, notes, lone links, separators.
// Stories are parted by structure (see split.go and sections.go), and what stands at the end of
// the page and speaks for the page belongs to every story of it.
//
//   - text: paragraphs are parted by empty lines; wrapped lines are joined.
//   - Markdown: goldmark finds the structure; a block of "key: value" lines at the
//     head is read as metadata.
//   - HTML: the metadata is ours (meta elements, JSON-LD); the body is what the
//     readability library keeps, and credits, terms and notes that it drops are
//     looked up in the whole page. Several article elements are several stories.
//   - feeds: one report for each item.
//   - ninjs: one report for each document.
//   - JSONL: one report for each line, in batches; the text is used as it is given,
//     because positions count in it.
//
// A page or a ninjs document that carries a citation block (package citeblock) is a copy, and read by
// that block alone (see copy.go).
//
// # Rules
//
// The key of a report, from which its ID is made, is in this order: the canonical
// address if the page names one on its own site, else the address it was fetched
// from, else the capture's Place. On a page with several stories "#" and the words of
// its title follow, or its ordinal when it has no title. A feed item has its link, else its
// guid. A line of JSONL has its source and its id, or a digest of its words when it has no id.
//
// The name of the outlet at the head or the foot of a page is no title and no part of a
// story. Behind the place of a date line ("Baghdad/ Meridian -") and after "by" it is an agency's
// credit (see masthead.go and the package imprint, which reads dates, credits, terms and notes).
//
// The source is what the person said who added it, else the name in the metadata,
// else the host, else "unknown". A title is never made up: a story without one has none.
// A report that names no day of publication is taken to be published on the day
// of its date line or credit line.
//
// The library for HTML is readability, not trafilatura. On the 983 pages that trafilatura's
// module brings along, all scored alike, trafilatura with its fallback finds the wanted strings and
// no others with F1 .909, this room with .895, readability alone with .882. But trafilatura costs every start of the program 200 ms: its date parser compiles its tables
// for 200 languages when it is linked in, used or not.
//
// Every input is hostile. Whole documents are bounded to 32 MiB, lines of JSONL
// to 8 MiB, HTML to a depth and a number of elements beyond which only its plain
// text is read, and feeds may not declare entities.
package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"isnad"
)

// Version names the rules; reports carry it.
const Version = "extract/1"

// Bounds of what is read. Beyond them there is an error or a note, never a part
// that passes for the whole.
const (
	maxDocument = 32 << 20 // bytes of a document that is read whole
	maxLine     = 8 << 20  // bytes of one line of JSONL
	maxStories  = 200      // reports out of one page
	maxItems    = 5000     // reports out of one feed
	maxLinks    = 300      // links or media kept of one report
	headSize    = 4096     // bytes that Sniff is given by Read
)

// Form is what bytes turned out to be.
type Form string

const (
	FormText     Form = "text"
	FormMarkdown Form = "markdown"
	FormHTML     Form = "html"
	FormFeed     Form = "feed" // RSS, Atom or JSON Feed
	FormJSONL    Form = "jsonl"
	FormNinjs    Form = "ninjs" // IPTC, News in JSON 3.0: what a copy as JSON is
	FormWARC     Form = "warc"  // plain or gzip; unpacked by the pipeline, not here
	FormUnknown  Form = "unknown"
)

// Result is what one reading gave.
type Result struct {
	Reports []isnad.Report
	Next    int64    // offset to go on at; 0 when the capture is read to its end
	Notes   []string // what could not be read and where ("line 17: not JSON: …"), for people
}

// Read reads the reports of a capture from offset on. JSONL gives at most
// batch reports a call; every other form is read whole. An error means that
// nothing could be read out of the bytes, and why.
func Read(ctx context.Context, c *isnad.Capture, body io.ReaderAt, offset int64, batch int) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	head, err := readAt(body, 0, headSize)
	if err != nil {
		return Result{}, fmt.Errorf("reading %s: %w", c.Address, err)
	}
	return readAs(ctx, c, Sniff(c.MediaType, nameOf(c), head), head, body, offset, batch)
}

// ReadLines is Read for bytes that are known to be JSONL, whatever they begin with.
func ReadLines(ctx context.Context, c *isnad.Capture, body io.ReaderAt, offset int64, batch int) (Result, error) {
	return readAs(ctx, c, FormJSONL, nil, body, offset, batch)
}

// FormOf tells the form of a capture by its first bytes.
func FormOf(c *isnad.Capture, body io.ReaderAt) (Form, error) {
	head, err := readAt(body, 0, headSize)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", c.Address, err)
	}
	return Sniff(c.MediaType, nameOf(c), head), nil
}

func readAs(ctx context.Context, c *isnad.Capture, form Form, head []byte, body io.ReaderAt, offset int64, batch int) (Result, error) {
	if form == FormJSONL {
		res, err := readLines(ctx, c, body, offset, batch)
		if err != nil {
			return Result{}, fmt.Errorf("reading %s: %w", c.Address, err)
		}
		return res, nil
	}
	if form == FormUnknown {
		return Result{}, fmt.Errorf("reading %s: no report can be read out of %s", c.Address, describe(head))
	}
	if form == FormWARC {
		return Result{}, fmt.Errorf("reading %s: a WARC holds captures and must be unpacked first", c.Address)
	}
	if offset != 0 {
		return Result{}, fmt.Errorf("reading %s: only JSONL can be read from an offset", c.Address)
	}
	raw, err := readAt(body, 0, maxDocument+1)
	if err != nil {
		return Result{}, fmt.Errorf("reading %s: %w", c.Address, err)
	}
	if len(raw) > maxDocument {
		return Result{}, fmt.Errorf("reading %s: a document of more than %d MiB: %w", c.Address, maxDocument>>20, isnad.ErrTooLarge)
	}
	var res Result
	switch form {
	case FormFeed:
		res, err = readFeed(ctx, c, raw)
	case FormNinjs:
		res, err = readNinjs(ctx, c, raw)
	default:
		res, err = readDocument(ctx, c, form, raw)
	}
	if err != nil {
		return Result{}, fmt.Errorf("reading %s: %w", c.Address, err)
	}
	return res, nil
}

// readDocument reads a text, Markdown or HTML document.
func readDocument(ctx context.Context, c *isnad.Capture, form Form, raw []byte) (Result, error) {
	var p page
	var err error
	switch form {
	case FormHTML:
		p, err = htmlPage(ctx, raw, c.MediaType, pageAddress(c))
	case FormMarkdown:
		p, err = markdownPage(ctx, raw, c.MediaType)
	default:
		p = textPage(raw, c.MediaType)
	}
	if err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	reports := pageReports(c, &p)
	if len(reports) == 0 {
		return Result{}, errors.New("there is no text in it")
	}
	return Result{Reports: reports}, nil
}

// readAt returns up to n bytes from offset on; fewer only at the end.
func readAt(r io.ReaderAt, offset int64, n int) ([]byte, error) {
	return io.ReadAll(io.NewSectionReader(r, offset, int64(n)))
}

// nameOf is the file name of a capture, for its ending.
func nameOf(c *isnad.Capture) string {
	a := c.Final
	if a == "" {
		a = c.Address
	}
	a, _, _ = strings.Cut(a, "#")
	a, _, _ = strings.Cut(a, "?")
	return path.Base(strings.TrimPrefix(a, "file:"))
}

// pageAddress is the web address a capture came from; empty for a local one.
func pageAddress(c *isnad.Capture) string {
	for _, a := range []string{c.Final, c.Address} {
		if strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://") {
			return a
		}
	}
	return ""
}
