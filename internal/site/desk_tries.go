package site

import (
	"net/http"
	"net/netip"
	"sync"
	"time"

	"isnad/internal/site/gate"
)

// tries bounds how often a password may be tried from one address: burst at
// once, then one every pace. It remembers so many addresses that who changes
// theirs gains little; those that wait for nothing are forgotten first.
type tries struct {
	mu   sync.Mutex
	now  func() time.Time
	seen map[netip.Addr]time.Time // when the address is as if it had never tried
}

const (
	burst         = 20
	pace          = 3 * time.Second
	mostAddresses = 20_000
)

func newTries() *tries { return &tries{now: time.Now, seen: map[netip.Addr]time.Time{}} }

// take counts a try from an address and tells whether it is within the bound.
func (t *tries) take(a netip.Addr) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	if len(t.seen) >= mostAddresses {
		for k, free := range t.seen {
			if !free.After(now) {
				delete(t.seen, k)
			}
		}
		for k := range t.seen { // all of them are trying at this moment: any may go
			if len(t.seen) < mostAddresses {
				break
			}
			delete(t.seen, k)
		}
	}
	free := t.seen[a]
	if free.Before(now) {
		free = now
	}
	if free.Sub(now) > (burst-1)*pace {
		return false
	}
	t.seen[a] = free.Add(pace)
	return true
}

// visitor is the address that a request comes from, as gate.Visitor has it.
func (s *site) visitor(r *http.Request) netip.Addr { return gate.Visitor(r, s.o.Desk.Proxies) }
