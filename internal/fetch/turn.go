package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

const (
	// maxTurns bounds the hosts whose last request is remembered.
	maxTurns = 4096

	// maxDelay bounds what a host may ask for between two requests, so that one
	// line in a file of its own does not hold a worker for a day.
	maxDelay = 30 * time.Second

	// maxRetryAfter bounds what is passed on of the header Retry-After.
	maxRetryAfter = 24 * time.Hour
)

// turn is when a host may be asked again.
type turn struct{ next time.Time }

// wait takes the turn of a host, which is the caller's until it is released.
func (f *Fetcher) wait(ctx context.Context, host string) (*entry[turn], error) {
	e, err := f.turns.acquire(ctx, host)
	if err != nil {
		return nil, fmt.Errorf("waiting for the turn of %s: %w", host, err)
	}
	pause := time.NewTimer(e.value.next.Sub(f.now()))
	defer pause.Stop()
	select {
	case <-pause.C:
		return e, nil
	case <-ctx.Done():
		f.turns.release(e)
		return nil, fmt.Errorf("waiting for the turn of %s: %w", host, ctx.Err())
	}
}

// delayed sets when the next request may come.
func (f *Fetcher) delayed(e *entry[turn], asked time.Duration) {
	e.value.next = f.now().Add(min(max(f.options.Delay, asked), max(f.options.Delay, maxDelay)))
}

// budget is the time that one Get may take. Waiting for turns is not in it.
type budget struct{ left time.Duration }

// errSpent is the cause by which a context ends whose budget is spent.
var errSpent = errors.New("the time is spent")

// run calls do with what is left of the budget.
func (b *budget) run(ctx context.Context, do func(context.Context) error) error {
	timed, cancel := context.WithTimeoutCause(ctx, b.left, errSpent)
	defer cancel()
	begin := time.Now()
	err := do(timed)
	b.left -= time.Since(begin)
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("fetching: %w", context.Cause(ctx))
	case context.Cause(timed) == errSpent:
		return ErrTimeout
	}
	return err
}

// retryAfter reads the header of that name: seconds or a date.
func (f *Fetcher) retryAfter(h http.Header) time.Duration {
	s := h.Get("Retry-After")
	if n, err := strconv.ParseUint(s, 10, 31); err == nil {
		return min(time.Duration(n)*time.Second, maxRetryAfter)
	}
	if t, err := http.ParseTime(s); err == nil {
		return min(max(t.Sub(f.now()).Round(time.Second), 0), maxRetryAfter)
	}
	return 0
}
