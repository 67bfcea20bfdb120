package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"time"

	"isnad"
)

var (
	// ErrAddress is for what cannot be fetched as it is written.
	ErrAddress = errors.New("not an address that can be fetched")

	// ErrRefusedAddress is for what the address guard does not let through.
	ErrRefusedAddress = errors.New("not a public address")

	// ErrRobots is for what robots.txt of the host does not allow.
	ErrRobots = errors.New("robots.txt does not allow it")

	// ErrRedirects is for redirects that are too many or lead nowhere.
	ErrRedirects = errors.New("redirects do not lead to a page")

	// ErrTimeout is for an answer that was not whole in time.
	ErrTimeout = errors.New("no whole answer in time")

	// ErrUnreachable is for a host that gives no answer that can be read. It may
	// give one later.
	ErrUnreachable = errors.New("no answer could be had")
)

// StatusError is an answer that is no page.
type StatusError struct {
	Status     int
	RetryAfter time.Duration // what the server asks to wait before the next request; 0 when it does not say
}

func (e *StatusError) Error() string {
	s := fmt.Sprintf("the server answers %d", e.Status)
	if t := http.StatusText(e.Status); t != "" {
		s += " " + t
	}
	if e.RetryAfter > 0 {
		s += fmt.Sprintf(" and asks to wait %s", e.RetryAfter)
	}
	return s
}

// Is tells that a page that is not there is absent, not failed.
func (e *StatusError) Is(target error) bool {
	return target == isnad.ErrNotFound && (e.Status == http.StatusNotFound || e.Status == http.StatusGone)
}

// addressError is what the guard says of one address.
type addressError struct{ ip netip.Addr }

func (e *addressError) Error() string {
	return fmt.Sprintf("%s is %s, and the operator does not allow it", e.ip, kindOf(e.ip))
}

func (e *addressError) Unwrap() error { return ErrRefusedAddress }
