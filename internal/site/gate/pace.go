package gate

import (
	"net/netip"
	"sync"
	"time"
)

// Pace is how often something may happen: so many times at once, then one every so often.
type Pace struct {
	Burst int
	Every time.Duration
}

// meter holds addresses to a pace. It remembers so many that who changes theirs
// gains little.
type meter struct {
	pace Pace

	mu   sync.Mutex
	free map[netip.Addr]time.Time // when the address is as if it had never come
}

const mostAddresses = 20_000

func newMeter(p, usual Pace) *meter {
	if p.Burst <= 0 || p.Every <= 0 {
		p = usual
	}
	return &meter{pace: p, free: map[netip.Addr]time.Time{}}
}

// take counts one of an address; the error is a *WaitError.
func (m *meter) take(a netip.Addr, now time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.free) >= mostAddresses {
		for k, free := range m.free {
			if !free.After(now) {
				delete(m.free, k)
			}
		}
		for k := range m.free { // all of them come at this moment: any may go
			if len(m.free) < mostAddresses {
				break
			}
			delete(m.free, k)
		}
	}
	free := m.free[a]
	if free.Before(now) {
		free = now
	}
	if over := free.Sub(now) - time.Duration(m.pace.Burst-1)*m.pace.Every; over > 0 {
		return &WaitError{For: over}
	}
	m.free[a] = free.Add(m.pace.Every)
	return nil
}
