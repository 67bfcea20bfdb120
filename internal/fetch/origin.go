package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"isnad"
	"isnad/internal/coding"
)

const (
	maxRobots      = 4096     // origins whose rules are remembered
	maxRobotsBytes = 32 << 20 // of all rules that are remembered

	// RFC 9309: at least 500 KiB are read, five redirects followed, and what was
	// read is good for a day.
	maxRobotsFile      = 512 << 10
	maxRobotsRedirects = 5
	robotsGood         = 24 * time.Hour

	// robotsRetry is how long a host that could not give its rules is left alone.
	robotsRetry   = 5 * time.Minute
	robotsTimeout = 20 * time.Second
)

// robots is what is known of the rules of one origin.
type robots struct {
	rules   rules
	known   bool      // rules were read once
	failed  error     // why they could not be read the last time; nil when they were
	expires time.Time // when to ask again
}

// size is what the rules take in memory, about.
func (r robots) size() int {
	n := 256
	for _, x := range r.rules.list {
		n += len(x.pattern) + 24
	}
	return n
}

// allowed asks the rules of u's origin, and for the rules first where they are not
// known or too old. While they cannot be had, nothing may be fetched; rules that
// were read before then hold on (RFC 9309, 2.3.1.4 and 2.4).
func (f *Fetcher) allowed(ctx context.Context, u *url.URL) (crawlDelay time.Duration, err error) {
	if f.options.IgnoreRobots || u.Path == "/robots.txt" {
		return 0, nil
	}
	// Who waits here holds no host's turn, so the two waits cannot lock each other.
	e, err := f.robots.acquire(ctx, u.Scheme+"://"+u.Host)
	if err != nil {
		return 0, fmt.Errorf("waiting for robots.txt of %s: %w", u.Host, err)
	}
	defer f.robots.release(e)
	if !f.now().Before(e.value.expires) {
		if err := f.readRobots(ctx, u, &e.value); err != nil {
			return 0, err
		}
	}
	r := &e.value
	if r.failed != nil && !r.known {
		return 0, fmt.Errorf("robots.txt of %s must be read first: %w", u.Host, r.failed)
	}
	if ok, pattern := r.rules.allowed(pathAndQuery(u)); !ok {
		return 0, fmt.Errorf("%w: it says Disallow: %s", ErrRobots, clip(pattern))
	}
	return r.rules.crawlDelay, nil
}

// readRobots brings r up to date. An error means that it stays as it was.
func (f *Fetcher) readRobots(ctx context.Context, u *url.URL, r *robots) error {
	read, err := f.getRobots(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
	switch {
	case err == nil:
		*r = robots{rules: read, known: true, expires: f.now().Add(robotsGood)}
	case ctx.Err() != nil, errors.Is(err, ErrRefusedAddress):
		return err
	default:
		r.failed, r.expires = err, f.now().Add(robotsRetry)
	}
	return nil
}

// getRobots reads the rules at u, following redirects.
func (f *Fetcher) getRobots(ctx context.Context, u *url.URL) (rules, error) {
	left := &budget{left: min(robotsTimeout, f.options.Timeout)}
	for range maxRobotsRedirects + 1 {
		read, next, err := f.askRobots(ctx, left, u)
		if err != nil || next == nil {
			return read, err
		}
		u = next
	}
	return rules{}, nil // redirects without end: there is no such file
}

// askRobots makes one request for rules. The page may follow at once: the delay
// between two requests is counted from the one before.
func (f *Fetcher) askRobots(ctx context.Context, left *budget, u *url.URL) (read rules, next *url.URL, err error) {
	if err := f.checkLiteral(u); err != nil {
		return rules{}, nil, err
	}
	t, err := f.wait(ctx, u.Hostname())
	if err != nil {
		return rules{}, nil, err
	}
	defer f.turns.release(t)
	err = left.run(ctx, func(ctx context.Context) error {
		resp, err := f.ask(ctx, u, http.Header{"Accept": {"text/plain,*/*;q=0.5"}})
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		switch {
		case resp.StatusCode >= 500:
			return fmt.Errorf("%w: %w", ErrUnreachable, &StatusError{Status: resp.StatusCode, RetryAfter: f.retryAfter(resp.Header)})
		case resp.StatusCode < 200 || resp.StatusCode > 299:
			// A redirect that leads nowhere is as good as no file.
			next, _ = redirect(u, resp)
			return nil
		}
		body, err := coding.ReadAll(resp.Body, strings.Join(resp.Header.Values("Content-Encoding"), ","), maxRobotsFile)
		if errors.Is(err, isnad.ErrTooLarge) {
			body, err = body[:max(strings.LastIndexByte(string(body), '\n'), 0)], nil
		}
		if err != nil {
			return fmt.Errorf("%w: reading it: %w", ErrUnreachable, err)
		}
		read = parseRobots(string(body), f.product)
		return nil
	})
	return read, next, err
}

// pathAndQuery is what rules are held against.
func pathAndQuery(u *url.URL) string {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return path
}
