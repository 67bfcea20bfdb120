package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// However many ask, a host has one request at a time, and a pause between two.
// Another host does not wait for it.
func TestOneAtATime(t *testing.T) {
	var running, most atomic.Int64
	var mu sync.Mutex
	var begins, ends []time.Time
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		begin := time.Now()
		most.Store(max(most.Load(), running.Add(1)))
		time.Sleep(20 * time.Millisecond)
		running.Add(-1)
		mu.Lock()
		begins, ends = append(begins, begin), append(ends, time.Now())
		mu.Unlock()
	}))
	defer s.Close()
	const delay = 50 * time.Millisecond
	f := local(t, Options{Delay: delay, Allow: []string{"localhost"}})
	var all sync.WaitGroup
	begin := time.Now()
	for i := range 6 {
		all.Go(func() {
			if _, err := f.Get(t.Context(), fmt.Sprint(s.URL, "/", i), Validators{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 || len(begins) != 6 {
		t.Errorf("%d of %d requests at one time", most.Load(), len(begins))
	}
	slices.SortFunc(begins, time.Time.Compare)
	slices.SortFunc(ends, time.Time.Compare)
	for i := range len(begins) - 1 {
		if pause := begins[i+1].Sub(ends[i]); pause < delay-10*time.Millisecond {
			t.Errorf("the pause after request %d was %s", i, pause)
		}
	}
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("took %s", d)
	}
}

// What robots.txt asks for counts where it is more than our own delay, up to a
// bound; so does Retry-After.
func TestDelays(t *testing.T) {
	now := time.Unix(1e9, 0)
	for _, c := range []struct{ own, asked, want time.Duration }{
		{time.Second, 0, time.Second},
		{time.Second, 5 * time.Second, 5 * time.Second},
		{5 * time.Second, time.Second, 5 * time.Second},
		{time.Second, time.Hour, maxDelay},
		{time.Minute, time.Hour, time.Minute},
		{-1, 2 * time.Second, 2 * time.Second},
	} {
		f := fetcher(t, Options{Delay: c.own})
		f.now = func() time.Time { return now }
		e := &entry[turn]{}
		if f.delayed(e, c.asked); e.value.next.Sub(now) != c.want {
			t.Errorf("%s of our own and %s asked for: %s, want %s", c.own, c.asked, e.value.next.Sub(now), c.want)
		}
	}
	s := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("User-agent: *\nCrawl-delay: 0.2")) },
		"/a":          func(w http.ResponseWriter, r *http.Request) {},
	})
	f := local(t, Options{})
	begin := time.Now()
	for range 3 {
		if _, err := f.Get(t.Context(), s.URL+"/a", Validators{}); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(begin); d < 400*time.Millisecond || d > 5*time.Second {
		t.Errorf("three requests with 200 ms between them took %s", d)
	}
}

// Waiting for a turn ends with the context, does not cost the time of the answer,
// and gives the turn on.
func TestWaitEnds(t *testing.T) {
	_, s := counting(t)
	f := local(t, Options{Delay: 300 * time.Millisecond, Timeout: 250 * time.Millisecond})
	if _, err := f.Get(t.Context(), s.URL, Validators{}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := f.Get(ctx, s.URL, Validators{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if _, err := f.Get(t.Context(), s.URL, Validators{}); err != nil {
		t.Errorf("after a wait that is longer than the time for an answer: %v", err)
	}
}

// The pool hands out each value once, forgets what it may, and keeps what it must.
func TestPool(t *testing.T) {
	var keep atomic.Bool
	p := newPool(10, 1<<30, func(v int) (int, bool) { return 1, !keep.Load() })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 500 {
				e, err := p.acquire(t.Context(), fmt.Sprint("held", i%3))
				if err != nil {
					t.Error(err)
					return
				}
				e.value++ // a race, if two had it
				p.release(e)
			}
		})
	}
	all.Wait()
	sum := 0
	for _, e := range p.entries {
		sum += e.value
	}
	if sum != 8*500 {
		t.Errorf("%d uses were counted", sum)
	}
	use := func(key string) {
		e, err := p.acquire(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		p.release(e)
	}
	held, _ := p.acquire(t.Context(), "held0")
	for i := range 50 {
		use(fmt.Sprint(i))
	}
	if len(p.entries) != 10 || p.entries["held0"] != held || p.size > 10 {
		t.Errorf("%d entries of size %d; the one in use is there: %v", len(p.entries), p.size, p.entries["held0"] == held)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.acquire(ctx, "held0"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	p.release(held)
	keep.Store(true)
	for i := range 50 {
		use(fmt.Sprint("young", i))
	}
	if len(p.entries) < 50 {
		t.Errorf("%d entries: what may not be forgotten was", len(p.entries))
	}
	keep.Store(false)
	use("last")
	if len(p.entries) != 10 {
		t.Errorf("%d entries after they may be forgotten", len(p.entries))
	}
}
