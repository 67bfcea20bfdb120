package fetch

import (
	"context"
	"sync"
)

// pool holds one value for each key and hands each out to one caller at a time.
// What no one uses is forgotten, the least recently used first, once the pool is
// beyond its bounds; who asks later finds a zero value.
type pool[T any] struct {
	maxEntries, maxSize int
	// weigh tells the size of a value and whether it may be forgotten now.
	weigh func(T) (size int, forget bool)

	mu      sync.Mutex
	entries map[string]*entry[T]
	size    int
	clock   int64 // counts uses
}

type entry[T any] struct {
	value T

	key   string
	turn  chan struct{} // holds one token while the value is free
	users int           // that hold it or wait for it
	used  int64         // clock of the last use
	size  int
}

func newPool[T any](maxEntries, maxSize int, weigh func(T) (int, bool)) *pool[T] {
	return &pool[T]{maxEntries: maxEntries, maxSize: maxSize, weigh: weigh, entries: map[string]*entry[T]{}}
}

// acquire waits until the value of key is free. Who has it must release it.
func (p *pool[T]) acquire(ctx context.Context, key string) (*entry[T], error) {
	p.mu.Lock()
	e := p.entries[key]
	if e == nil {
		e = &entry[T]{key: key, turn: make(chan struct{}, 1)}
		e.turn <- struct{}{}
		p.entries[key] = e
	}
	e.users++
	p.mu.Unlock()
	select {
	case <-e.turn:
		return e, nil
	case <-ctx.Done():
		p.leave(e)
		return nil, ctx.Err()
	}
}

func (p *pool[T]) release(e *entry[T]) {
	size, _ := p.weigh(e.value)
	p.mu.Lock()
	p.size += size - e.size
	e.size = size
	p.mu.Unlock()
	e.turn <- struct{}{}
	p.leave(e)
}

func (p *pool[T]) leave(e *entry[T]) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e.users--
	p.clock++
	e.used = p.clock
	for len(p.entries) > p.maxEntries || p.size > p.maxSize {
		if !p.forgetOne() {
			return // all in use, or too young: they go when others leave
		}
	}
}

// forgetOne forgets the value that was not used for the longest time.
func (p *pool[T]) forgetOne() bool {
	var oldest *entry[T]
	for _, e := range p.entries {
		if e.users > 0 || oldest != nil && e.used > oldest.used {
			continue
		}
		if _, forget := p.weigh(e.value); forget {
			oldest = e
		}
	}
	if oldest == nil {
		return false
	}
	delete(p.entries, oldest.key)
	p.size -= oldest.size
	return true
}
