package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/extract"
	"isnad/internal/fetch"
	"isnad/internal/store"
)

// ErrUnreadable is returned, wrapped, for bytes of no form that isnad reads.
// Nothing of them is kept.
var ErrUnreadable = errors.New("not a form that isnad reads")

// headSize is how many first bytes tell the form.
const headSize = 4096

// MaxLocal is how many bytes one file or stream from this machine may have.
// Whole collections come as WARC, JSONL or a folder.
const MaxLocal = 512 << 20

// Keep archives what body gives, at most limit bytes, and records the capture c
// with its first step. c carries all that is known but ID, SHA256 and Size. added is
// false when the same bytes were received from the same place before, or, for
// bytes of this machine, from any place of this machine: nothing changes then.
// Bytes that were erased are not kept again: where nothing else stands in them the
// error wraps ErrErased.
func (p *Pipeline) Keep(ctx context.Context, c isnad.Capture, body io.Reader, limit int64) (kept isnad.Capture, added bool, err error) {
	form, body, err := p.recognise(ctx, &c, body)
	if err != nil {
		return c, false, err
	}
	c.SHA256, c.Size, err = p.Archive.PutUnless(body, limit, p.condemned(ctx))
	if errors.Is(err, archive.ErrCondemned) {
		return p.keepCondemned(ctx, c, form)
	}
	if err != nil {
		return c, false, fmt.Errorf("keeping %s: %w", c.Address, err)
	}
	complete(&c)
	kept, added, err = p.Store.AddCapture(ctx, c, first(form, c))
	if err != nil {
		return c, false, fmt.Errorf("recording %s: %w", c.Address, err)
	}
	return kept, added, nil
}

// recognise looks at the first bytes, and gives back a reader of all of them.
func (p *Pipeline) recognise(ctx context.Context, c *isnad.Capture, body io.Reader) (extract.Form, io.Reader, error) {
	b := bufio.NewReaderSize(body, headSize)
	head, err := b.Peek(headSize)
	if err != nil && err != io.EOF {
		return "", nil, fmt.Errorf("reading %s: %w", c.Address, err)
	}
	if len(head) == 0 {
		return "", nil, fmt.Errorf("%s: %w: it is empty", c.Address, ErrUnreadable)
	}
	form := extract.Sniff(c.MediaType, c.Address, head)
	if form == extract.FormUnknown {
		_, err := extract.Read(ctx, c, bytes.NewReader(head), 0, 1) // says what they seem to be
		return "", nil, fmt.Errorf("%s: %w: %w", c.Address, ErrUnreadable, err)
	}
	if c.MediaType == "" {
		c.MediaType = mediaType(form)
	}
	return form, b, nil
}

// complete fills in what follows from the bytes.
func complete(c *isnad.Capture) {
	if c.Place == "" {
		c.Place = placeOf(c.Address, c.SHA256)
	}
	origin := c.Place
	if isLocal(c.Place) { // bytes without an address are known by themselves alone
		origin = "local"
	}
	c.ID = isnad.MakeID('c', string(c.SHA256), origin)
	if c.Received.IsZero() {
		c.Received = time.Now()
	}
	c.Received = c.Received.UTC().Truncate(time.Microsecond)
}

// first is the step that a capture begins with.
func first(form extract.Form, c isnad.Capture) store.Step {
	if form == extract.FormWARC {
		return store.Step{Kind: store.StepUnpack, Capture: c.ID}
	}
	return store.Step{Kind: store.StepExtract, Capture: c.ID}
}

// mediaType is what is recorded where the sender declared nothing.
func mediaType(f extract.Form) string {
	switch f {
	case extract.FormHTML:
		return "text/html"
	case extract.FormMarkdown:
		return "text/markdown"
	case extract.FormFeed:
		return "application/xml"
	case extract.FormJSONL:
		return "application/jsonl"
	case extract.FormNinjs:
		return "application/json"
	case extract.FormWARC:
		return "application/warc"
	}
	return "text/plain"
}

func isLocal(place string) bool {
	return strings.HasPrefix(place, "file:") || strings.HasPrefix(place, "stdin:")
}

// placeOf is what an address means for identity. Whatever comes from standard
// input is a thing of its own.
func placeOf(address string, h isnad.Hash) string {
	if strings.HasPrefix(address, "stdin:") {
		return "stdin:" + string(h)
	}
	if place, err := fetch.Normalise(address); err == nil {
		return place
	}
	return address
}
