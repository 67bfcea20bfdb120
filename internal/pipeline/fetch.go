package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"isnad"
	"isnad/internal/fetch"
)

// Fetch asks for an address and keeps the answer. It asks conditionally when the
// address was fetched before: an answer of "not modified" gives back the capture
// that stands, and added is false.
func (p *Pipeline) Fetch(ctx context.Context, f *fetch.Fetcher, address string, said isnad.Submission) (kept isnad.Capture, added bool, err error) {
	place, err := fetch.Normalise(address)
	if err != nil {
		return kept, false, err
	}
	var v fetch.Validators
	before, err := p.Store.LastCapture(ctx, place)
	switch {
	case err == nil:
		v = fetch.Validators{ETag: before.Headers["etag"], LastModified: before.Headers["last-modified"]}
	case !errors.Is(err, isnad.ErrNotFound):
		return kept, false, fmt.Errorf("looking for an earlier capture of %s: %w", address, err)
	}
	res, err := f.Get(ctx, address, v)
	if err != nil {
		return kept, false, fmt.Errorf("fetching %s: %w", address, err)
	}
	if res.NotModified {
		return before, false, nil
	}
	c := isnad.Capture{
		Address: address, Place: place, MediaType: res.MediaType, Status: res.Status,
		Headers: res.Headers, Redirects: res.Redirects, Received: res.Received,
		Source: said.Source, Published: said.Published, Submitter: said.Submitter,
	}
	if res.Final != address {
		c.Final = res.Final
	}
	return p.Keep(ctx, c, bytes.NewReader(res.Body), int64(len(res.Body)))
}
