// Package fetch receives bytes from the outside, politely and safely.
//
//	f, err := fetch.New(fetch.Options{UserAgent: "isnad/1 (+https://desk.example)"})
//	res, err := f.Get(ctx, "https://outlet.example/a", fetch.Validators{})
//
// # What a Get does
//
//  1. The address is read ([Normalise] says how a host may be written). Only
//     http and https are fetched; an address with a name and password is refused.
//  2. robots.txt of that host is asked for, unless it is known (RFC 9309).
//  3. The host's turn is waited for: requests to one host go one at a time, with
//     a delay between them.
//  4. The connection is made, unless the address guard refuses it.
//  5. The body is read and its content coding undone, under bounds of size and
//     time. A redirect begins again at 1.
//
// # The address guard
//
// An installation stands in a network that strangers cannot reach; their links
// must not reach it through us. The guard looks at the address that is about to
// be connected to, after names were resolved, so that it does not matter how an
// address is written, what a name resolves to at which time, or where a redirect
// leads. Whatever is not a public address is refused: loopback, private,
// link-local (and with it the metadata services of clouds), unique local, zero,
// multicast, reserved, and IPv6 forms that carry an IPv4 address (mapped, NAT64,
// 6to4, Teredo). Options.Allow lets networks and host names through. Ports are not
// restricted: outlets do use odd ones, and what could be harmed by a GET on an odd
// port stands on the addresses that are refused.
//
// There is no proxy, not even from the environment: a proxy resolves names by
// itself, and the guard would see the proxy's address only.
//
// # Bounds
//
// Size of the decoded body, of the headers, of the address, of robots.txt; the
// ratio between bytes received and unpacked (see package coding); the number of
// redirects; the time for one address with all its redirects and the last byte of
// its body, in which waiting for a host's turn does not count. What is remembered
// of hosts is bounded too and is forgotten again.
//
// # Errors
//
// Every error says what happened in words for a person, and wraps one of
// [ErrAddress], [ErrRefusedAddress], [ErrRobots], [ErrRedirects], [ErrTimeout],
// [ErrUnreachable], isnad.ErrTooLarge, coding.ErrUnsupported, the context's own
// error, or a [*StatusError], which is an isnad.ErrNotFound for 404 and 410.
package fetch

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Options bound what a Fetcher does. Zero values are the defaults named.
type Options struct {
	UserAgent    string        // "isnad/1"; say whom to write to: "isnad/1 (+address)". Robots.txt knows us by what stands before the slash
	MaxBytes     int64         // of a decoded body; 32 MiB
	Timeout      time.Duration // for one address with its redirects; 60 s
	Delay        time.Duration // between two requests to one host; 1 s. Below 0: none but what robots.txt asks for
	MaxRedirects int           // 10; below 0: none
	Allow        []string      // networks (CIDR), addresses and host names that the address guard lets through
	IgnoreRobots bool
}

// Fetcher fetches addresses. Safe for concurrent use; requests to one host go one at a time.
type Fetcher struct {
	options   Options
	product   string // what robots.txt calls us
	guard     *guard
	transport *http.Transport
	turns     *pool[turn]
	robots    *pool[robots]
	now       func() time.Time // for what is remembered; tests turn it on
}

// New returns a Fetcher. An error means that the options make no sense.
func New(o Options) (*Fetcher, error) {
	if o.UserAgent == "" {
		o.UserAgent = "isnad/1"
	}
	if strings.ContainsFunc(o.UserAgent, func(r rune) bool { return r < ' ' || r > '~' }) {
		return nil, fmt.Errorf("fetch: the user agent %q cannot stand in a header", o.UserAgent)
	}
	product, _, _ := strings.Cut(o.UserAgent, "/")
	if o.MaxBytes <= 0 {
		o.MaxBytes = 32 << 20
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	if o.Delay == 0 {
		o.Delay = time.Second
	}
	if o.MaxRedirects == 0 {
		o.MaxRedirects = 10
	}
	g, err := newGuard(o.Allow)
	if err != nil {
		return nil, err
	}
	f := &Fetcher{
		options: o, product: productToken(product), guard: g, now: time.Now,
		transport: &http.Transport{
			DialContext:            g.dial,
			ForceAttemptHTTP2:      true, // which a dialer of one's own turns off
			DisableCompression:     true, // package coding does it under bounds
			MaxResponseHeaderBytes: 256 << 10,
			TLSHandshakeTimeout:    15 * time.Second,
			MaxIdleConns:           32,
			MaxIdleConnsPerHost:    1,
			IdleConnTimeout:        30 * time.Second,
		},
	}
	f.turns = newPool(maxTurns, maxTurns, func(t turn) (int, bool) { return 1, f.now().After(t.next) })
	f.robots = newPool(maxRobots, maxRobotsBytes, func(r robots) (int, bool) { return r.size(), true })
	return f, nil
}

// Close closes the connections that are kept open for a next request.
func (f *Fetcher) Close() { f.transport.CloseIdleConnections() }

// Validators are what an earlier answer gave to ask with again.
type Validators struct{ ETag, LastModified string }

// Result is an answer.
type Result struct {
	Body        []byte // decoded from its transfer and content coding, otherwise as sent
	Status      int
	NotModified bool              // the earlier bytes still stand; Body is nil
	Address     string            // as asked
	Final       string            // after redirects
	Redirects   []string          // every address that a redirect led to, in order; the last is Final
	Headers     map[string]string // lower-case names, of the last answer, without Set-Cookie
	MediaType   string            // as declared, with its parameters
	Received    time.Time         // when the body was read to its end, UTC
}

// Get fetches an address. A status of 400 or more is an error.
func (f *Fetcher) Get(ctx context.Context, address string, v Validators) (*Result, error) {
	u, err := parse(address)
	if err != nil {
		return nil, err
	}
	if u.User != nil {
		return nil, fmt.Errorf("%w: a name or password stands in it, and would be kept and shown with it", ErrAddress)
	}
	res := &Result{Address: address}
	left := &budget{left: f.options.Timeout}
	seen := map[string]bool{}
	for {
		here := u.String()
		if seen[here] {
			return nil, fmt.Errorf("%w: they go in a circle, back to %s", ErrRedirects, here)
		}
		seen[here] = true
		next, err := f.hop(ctx, left, u, v, res)
		if err != nil && len(res.Redirects) > 0 {
			err = fmt.Errorf("redirected to %s: %w", here, err)
		}
		if err != nil {
			return nil, err
		}
		if next == nil {
			res.Final = here
			return res, nil
		}
		if len(res.Redirects) >= f.options.MaxRedirects {
			return nil, fmt.Errorf("%w: more than %d", ErrRedirects, max(f.options.MaxRedirects, 0))
		}
		u = next
		res.Redirects = append(res.Redirects, u.String())
	}
}
