// Package endpoint brings questions to a server that speaks the chat interface of
// OpenAI (POST URL/chat/completions, JSON both ways) and brings its answers back.
// Such servers are vLLM, llama.cpp, Ollama and many services. What is sent and
// what becomes of an answer is decided by the room ask.
//
// # Bounds
//
// One question is under way at a time. A request may take [Options.Timeout], an
// answer [maxBody] bytes. A server that is busy (429) or broken (5xx), or that
// cannot be reached, is tried again, [tries] times in all with growing pauses, or
// after the time that it names when that is short. When it still fails, or asks
// for a longer pause, the endpoint rests: until then every question fails at once
// with [ErrResting], so that a queue of reports does not wait for each. No more
// than [Options.PerHour] requests leave in any hour.
//
// # Where it goes
//
// Only to the address that the operator set. No redirect is followed and no proxy
// of the environment is used, so that neither texts nor the key go elsewhere. The
// address may be on this machine or in this network, unlike those that reports
// name; link-local ones, where clouds keep their secrets, are never connected to.
// A key is sent over https, or to this machine. Errors name neither the key nor
// the address.
package endpoint

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	maxBody  = 256 << 10 // bytes of an answer
	maxKey   = 4 << 10
	maxName  = 200
	tries    = 3
	maxPause = 30 * time.Second // that a server may ask for before the same question is asked again
	rest     = 5 * time.Minute  // after a question that failed for good
	maxRest  = time.Hour
)

// Errors of Ask beside [ask.ErrNoAnswer], returned wrapped.
var (
	// ErrResting says that the endpoint is not asked now: it failed a short while
	// ago, or the hour's questions are used up.
	ErrResting = errors.New("the model is not asked for a while")
	// ErrFailed says that the server could not be reached, or refused.
	ErrFailed = errors.New("the model could not be asked")
	// ErrConfig says that the options make no endpoint.
	ErrConfig = errors.New("the model's endpoint is not set up as it must be")
)

// Options say where the model is.
type Options struct {
	URL     string        // of the interface, to which /chat/completions is added: "http://localhost:11434/v1"
	Model   string        // its name there
	Key     string        // sent as a bearer token; empty for none
	Timeout time.Duration // of one request; 60 s
	PerHour int           // requests in an hour; 600

	Pause func(ctx context.Context, d time.Duration) error // waits; for tests, nil for the clock
	Now   func() time.Time                                 // for tests, nil for the clock
}

// Client asks one model. It is safe for concurrent use.
type Client struct {
	o      Options
	target string
	http   *http.Client

	asking sync.Mutex // held while a question is under way

	mu     sync.Mutex
	until  time.Time // resting until then
	why    string
	sent   []time.Time // of the last hour, oldest first
	noJSON bool        // the server does not know response_format
}

// New returns a client. It sends nothing. The error is an ErrConfig.
func New(o Options) (*Client, error) {
	u, err := url.Parse(strings.TrimSpace(o.URL))
	switch {
	case err != nil: // the error would repeat the address, which may hold a password
		return nil, fmt.Errorf("%w: its address cannot be read", ErrConfig)
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%w: its address begins with neither http:// nor https://", ErrConfig)
	case u.Hostname() == "" || u.Opaque != "":
		return nil, fmt.Errorf("%w: its address names no host", ErrConfig)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, fmt.Errorf("%w: its address has a name, a password, a query or a fragment; a key goes into a file", ErrConfig)
	}
	o.Model = strings.TrimSpace(o.Model)
	if o.Model == "" || len(o.Model) > maxName || !utf8.ValidString(o.Model) || strings.ContainsFunc(o.Model, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return nil, fmt.Errorf("%w: the model has no name, or none that can be shown", ErrConfig)
	}
	o.Key = strings.TrimSpace(o.Key)
	if len(o.Key) > maxKey || strings.ContainsFunc(o.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, fmt.Errorf("%w: the key is not one line of printable ASCII", ErrConfig)
	}
	if o.Key != "" && u.Scheme == "http" && !onThisMachine(u.Hostname()) {
		return nil, fmt.Errorf("%w: a key goes over https only, or to this machine", ErrConfig)
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	if o.PerHour <= 0 {
		o.PerHour = 600
	}
	if o.Pause == nil {
		o.Pause = pause
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: guard}
	return &Client{
		o: o, target: strings.TrimSuffix(u.String(), "/") + "/chat/completions",
		http: &http.Client{
			Transport: &http.Transport{
				DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, MaxConnsPerHost: 1, MaxIdleConns: 1,
				IdleConnTimeout: time.Minute, ForceAttemptHTTP2: true, MaxResponseHeaderBytes: 64 << 10, DisableCompression: true,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// Name is the model's.
func (c *Client) Name() string { return c.o.Model }

func onThisMachine(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.Unmap().IsLoopback()
	}
	return strings.EqualFold(host, "localhost") || strings.HasSuffix(strings.ToLower(host), ".localhost")
}

// guard refuses addresses that no model is at. It sees the address that is
// connected to, whatever a name led to.
func guard(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return errors.New("the address is none")
	}
	if ip := ap.Addr().Unmap(); ip.IsLinkLocalUnicast() || ip.IsMulticast() || ip.IsUnspecified() {
		return errors.New("no model is at a link-local address")
	}
	return nil
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
