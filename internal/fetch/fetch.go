// Package fetch receives bytes from the outside, politely and safely.
package fetch

import (
	"context"
	"time"
)

// Options bound what a Fetcher does. Zero values are the defaults named.
type Options struct {
	UserAgent    string        // "isnad/1 (+address)"
	MaxBytes     int64         // of a decoded body; 32 MiB
	Timeout      time.Duration // for one address with its redirects; 60 s
	Delay        time.Duration // between two requests to one host; 1 s
	MaxRedirects int           // 10
	Allow        []string      // networks (CIDR) and host names that the address guard lets through
	IgnoreRobots bool
}

// Fetcher fetches addresses. Safe for concurrent use; requests to one host go one at a time.
type Fetcher struct{}

// New returns a Fetcher.
func New(o Options) (*Fetcher, error) { return &Fetcher{}, nil }

// Validators are what an earlier answer gave to ask with again.
type Validators struct{ ETag, LastModified string }

// Result is an answer.
type Result struct {
	Body        []byte // decoded from its transfer and content coding, otherwise as sent
	Status      int
	NotModified bool              // the earlier bytes still stand; Body is nil
	Address     string            // as asked
	Final       string            // after redirects
	Redirects   []string          // every address on the way
	Headers     map[string]string // lower-case names
	MediaType   string
	Received    time.Time
}

// Get fetches an address. A status of 400 or more is an error.
func (f *Fetcher) Get(ctx context.Context, address string, v Validators) (*Result, error) {
	return nil, nil
}
