package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"isnad"
	"isnad/internal/coding"
)

// hop makes one request of a Get: it fills res from a page, or returns where a
// redirect leads.
func (f *Fetcher) hop(ctx context.Context, left *budget, u *url.URL, v Validators, res *Result) (next *url.URL, err error) {
	if err := f.checkLiteral(u); err != nil {
		return nil, err
	}
	crawlDelay, err := f.allowed(ctx, u)
	if err != nil {
		return nil, err
	}
	t, err := f.wait(ctx, u.Hostname())
	if err != nil {
		return nil, err
	}
	defer f.turns.release(t)
	err = left.run(ctx, func(ctx context.Context) error {
		var err error
		next, err = f.request(ctx, u, v, res)
		return err
	})
	asked := crawlDelay
	var status *StatusError
	if errors.As(err, &status) {
		asked = max(asked, status.RetryAfter)
	}
	f.delayed(t, asked)
	return next, err
}

// checkLiteral refuses an address that stands in the URL itself, before anything
// is asked or waited for. The guard would too, at the connection.
func (f *Fetcher) checkLiteral(u *url.URL) error {
	if ip, ok := literal(u); ok {
		return f.guard.check(ip)
	}
	return nil
}

// request asks once and reads the answer to its end.
func (f *Fetcher) request(ctx context.Context, u *url.URL, v Validators, res *Result) (next *url.URL, err error) {
	header := http.Header{"Accept": {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}}
	if isToken(v.ETag) {
		header.Set("If-None-Match", v.ETag)
	}
	if isToken(v.LastModified) {
		header.Set("If-Modified-Since", v.LastModified)
	}
	conditional := len(header) > 1
	resp, err := f.ask(ctx, u, header)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if next, err = redirect(u, resp); next != nil || err != nil {
		return next, err
	}
	notModified := resp.StatusCode == http.StatusNotModified && conditional
	if !notModified && (resp.StatusCode < 200 || resp.StatusCode > 299 || resp.StatusCode == http.StatusPartialContent) {
		return nil, &StatusError{Status: resp.StatusCode, RetryAfter: f.retryAfter(resp.Header)}
	}
	if !notModified {
		if res.Body, err = readBody(resp, f.options.MaxBytes); err != nil {
			return nil, err
		}
	}
	res.Status, res.NotModified = resp.StatusCode, notModified
	res.Headers = readHeaders(resp.Header)
	res.MediaType = res.Headers["content-type"]
	res.Received = time.Now().UTC()
	return nil, nil
}

// ask sends a GET. Errors that are not the guard's are an ErrUnreachable.
func (f *Fetcher) ask(ctx context.Context, u *url.URL, header http.Header) (*http.Response, error) {
	header.Set("User-Agent", f.options.UserAgent)
	header.Set("Accept-Encoding", coding.Accept)
	req := (&http.Request{Method: http.MethodGet, URL: u, Host: u.Host, Header: header, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}).WithContext(ctx)
	resp, err := f.transport.RoundTrip(req)
	if err == nil {
		return resp, nil
	}
	var refused *addressError
	if errors.As(err, &refused) {
		if refused.ip.String() != u.Hostname() {
			return nil, fmt.Errorf("%s resolves to an address that is not fetched from: %w", u.Hostname(), refused)
		}
		return nil, refused
	}
	return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
}

// redirect returns where an answer leads, nil where it leads nowhere.
func redirect(from *url.URL, resp *http.Response) (*url.URL, error) {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	location := resp.Header.Get("Location")
	if location == "" {
		return nil, fmt.Errorf("%w: the server answers %d and does not say where to go", ErrRedirects, resp.StatusCode)
	}
	if len(location) > maxAddress {
		return nil, fmt.Errorf("%w: to an address of %d bytes", ErrRedirects, len(location))
	}
	to, err := from.Parse(strings.TrimSpace(location))
	if err == nil {
		to.User = nil // nobody's password is ours to send
		to, err = canonical(to)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: to %q: %w", ErrRedirects, clip(location), err)
	}
	return to, nil
}

// readBody reads a body to its end and undoes its coding.
func readBody(resp *http.Response, max int64) ([]byte, error) {
	encoding := strings.Join(resp.Header.Values("Content-Encoding"), ",")
	if encoding == "" && resp.ContentLength > max {
		return nil, fmt.Errorf("the answer is %d bytes long, more than %d: %w", resp.ContentLength, max, isnad.ErrTooLarge)
	}
	body, err := coding.ReadAll(resp.Body, encoding, max)
	switch {
	case err == nil:
		return body, nil
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fmt.Errorf("%w: it breaks off after %d bytes: %w", ErrUnreachable, len(body), err)
	}
	return nil, fmt.Errorf("reading the answer: %w", err)
}

// readHeaders makes valid UTF-8 of headers. A cookie is a key to someone's session
// and says nothing of the page: it is not kept.
func readHeaders(h http.Header) map[string]string {
	kept := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(h)) {
		if lower := strings.ToLower(name); lower != "set-cookie" {
			kept[lower] = latin1(strings.Join(h[name], ", "))
		}
	}
	return kept
}

// latin1 reads bytes that are no UTF-8 as ISO 8859-1, which headers once were in.
func latin1(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}

// isToken tells whether a validator that a server once gave can be sent back.
func isToken(s string) bool {
	return s != "" && len(s) <= 1024 && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}
