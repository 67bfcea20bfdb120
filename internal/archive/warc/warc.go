// Package warc reads and writes WARC files, the format in which web archives
// keep what they received (ISO 28500; versions 1.0 and 1.1 at
// iipc.github.io/warc-specifications).
//
// A WARC file is records one after the other. A record is a head of named
// fields, a blank line, Content-Length bytes of content, two line ends. A file
// may be compressed with gzip; then each record should be a gzip member of its
// own, so that reading can begin at any of them. Files where one member holds
// everything are read too.
//
//	r := warc.NewReader(f)
//	for {
//		rec, err := r.Next()
//		if err == io.EOF {
//			break // whole
//		}
//		if err != nil {
//			return err // an *Error: at which byte, and what
//		}
//		if rec.Type == warc.Response || rec.Type == warc.Resource {
//			p, err := rec.Payload(32 << 20)
//			...
//		}
//	}
//
// A long file can be read in batches: [Reader.Position] is where the next record
// begins, and [NewReaderAt] goes on from there, in another process if need be.
//
// # What is tolerated
//
// Lines that end in LF alone, blank lines between records, a missing end of the
// last record, folded fields, addresses in angle brackets, dates of either
// version, old version numbers, compressed and plain records in one file. What
// is not: a head that is no head, a length that is no number, content that ends
// early, a checksum that does not match. Each gives an [Error] with the offset.
//
// # Bounds
//
// Every input is hostile. [Limits] bounds the head of a record, the number of
// its fields and the length of its content; Payload takes its own bound. Content
// is streamed, so memory does not grow with the length of a record.
//
// The package imports the root and internal/coding only, and does no I/O but
// through the readers and writers it is given.
package warc

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Types of records.
const (
	Info         = "warcinfo"
	Response     = "response"
	Resource     = "resource"
	Request      = "request"
	Metadata     = "metadata"
	Revisit      = "revisit"
	Conversion   = "conversion"
	Continuation = "continuation"
)

// Record is one record. Its Content can be read until the next call of a method
// of the Reader.
type Record struct {
	Position            // where it begins
	Version   string    // "1.0", "1.1"
	Type      string    // WARC-Type, lower case
	ID        string    // WARC-Record-ID without angle brackets: "urn:uuid:…"
	TargetURI string    // WARC-Target-URI without angle brackets
	Date      time.Time // WARC-Date, UTC; zero when absent or not a date
	Truncated string    // WARC-Truncated: why the crawler kept a part only ("length", "time", "disconnect"), empty when whole

	ContentType string // of the content; "application/http; msgtype=response" for a response
	Length      int64  // of the content, bytes
	Headers     Fields // all fields of the head

	// Content ends with io.EOF where the record is whole, and with an *Error
	// where the file is cut or damaged.
	Content io.Reader
}

// Field is one line of a head.
type Field struct{ Name, Value string }

// Fields are the lines of a head in the order written.
type Fields []Field

// Get returns the value of the first field of that name, in any case; empty
// when there is none.
func (f Fields) Get(name string) string {
	for _, x := range f {
		if strings.EqualFold(x.Name, name) {
			return x.Value
		}
	}
	return ""
}

// Position is where a record begins.
type Position struct {
	Offset int64 `json:"offset"`          // of the record, or of the gzip member that holds it, in the bytes of the file
	Inner  int64 `json:"inner,omitempty"` // unpacked bytes of that member that come before the record; 0 where each record has its own member
}

// String is the form "OFFSET", or "OFFSET+INNER".
func (p Position) String() string {
	if p.Inner == 0 {
		return strconv.FormatInt(p.Offset, 10)
	}
	return fmt.Sprintf("%d+%d", p.Offset, p.Inner)
}

// Limits bound what a Reader accepts. Zero values are the defaults named.
type Limits struct {
	Head   int   // bytes of the head of a record; 64 KiB
	Fields int   // of one head; 500
	Record int64 // bytes of the content of a record; 1 GiB
}

func (l Limits) withDefaults() Limits {
	if l.Head <= 0 {
		l.Head = 64 << 10
	}
	if l.Fields <= 0 {
		l.Fields = 500
	}
	if l.Record <= 0 {
		l.Record = 1 << 30
	}
	return l
}

// ErrRefused is wrapped by an Error where a file goes beyond what any honest one
// holds, outside of the content of a record: a head without end, thousands of
// line ends, a gzip member that unpacks to a thousand times its size.
var ErrRefused = errors.New("no honest file does that")

// Error says what is wrong with a file and where.
type Error struct {
	Position        // of the record, or of the place where one should begin
	What     string // "the record is cut short: 120 of 4,096 bytes are there"
	Err      error  // io.ErrUnexpectedEOF for a cut file, isnad.ErrTooLarge for a long record, ErrRefused; may be nil
}

func (e *Error) Error() string {
	s := "WARC record at byte " + strconv.FormatInt(e.Offset, 10)
	if e.Inner > 0 {
		s += fmt.Sprintf(" (unpacked byte %d of that gzip member)", e.Inner)
	}
	s += ": " + e.What
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }
