// Package extract reads reports out of bytes.
package extract

import (
	"context"
	"io"

	"isnad"
)

// Version names the rules; reports carry it.
const Version = "extract/1"

// Form is what bytes turned out to be.
type Form string

const (
	FormText     Form = "text"
	FormMarkdown Form = "markdown"
	FormHTML     Form = "html"
	FormFeed     Form = "feed" // RSS, Atom or JSON Feed
	FormJSONL    Form = "jsonl"
	FormWARC     Form = "warc" // plain or gzip; unpacked by the pipeline, not here
	FormUnknown  Form = "unknown"
)

// Sniff tells the form from the declared media type, the name and the first bytes.
func Sniff(mediaType, name string, head []byte) Form { return FormUnknown }

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
	return Result{}, nil
}
