package pipeline

import (
	"context"
	"fmt"
	"sync"
	"time"

	"isnad"
	"isnad/internal/store"
)

// Cases are numbered one after the other, and each must be on the disk before the
// person is told. Many forms at once would wait for each other's transactions; so
// those that come while one is being written are written together, by the next.

// opening is one case that is to be written.
type opening struct {
	isnad.Case // as it stands in the database, once written
	captures   []isnad.Capture
	keys       store.CaseKeys
	token      string

	done chan error
}

// openings are the cases that wait to be written.
type openings struct {
	mu      sync.Mutex
	waiting []*opening
	writing bool
}

const (
	openingsTogether = 64
	openingTime      = 30 * time.Second // for one transaction
)

// write returns once the case is written. Whether the caller still wants it does
// not count any more: it stands, or it does not.
func (q *openings) write(p *Pipeline, o *opening) error {
	o.done = make(chan error, 1)
	q.mu.Lock()
	q.waiting = append(q.waiting, o)
	if !q.writing {
		q.writing = true
		go q.drain(p)
	}
	q.mu.Unlock()
	return <-o.done
}

// drain writes until nobody waits.
func (q *openings) drain(p *Pipeline) {
	for {
		q.mu.Lock()
		n := min(len(q.waiting), openingsTogether)
		batch := q.waiting[:n:n]
		q.waiting = q.waiting[n:]
		if n == 0 {
			q.waiting, q.writing = nil, false
		}
		q.mu.Unlock()
		if n == 0 {
			return
		}
		err := p.putOpenings(batch)
		for _, o := range batch {
			if err != nil && n > 1 { // one of them may be at fault: each for itself
				o.done <- p.putOpenings([]*opening{o})
				continue
			}
			o.done <- err
		}
	}
}

// putOpenings writes cases in one transaction.
func (p *Pipeline) putOpenings(batch []*opening) (err error) {
	defer func() { // nobody may wait for ever
		if x := recover(); x != nil {
			err = fmt.Errorf("panic: %v", x)
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), openingTime)
	defer cancel()
	written := make([]isnad.Case, len(batch))
	err = p.Store.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.LockCases(); err != nil {
			return err
		}
		w := caseWork{p: p, tx: tx}
		for i, o := range batch {
			if written[i], err = w.open(o); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		for i, o := range batch {
			o.Case = written[i]
		}
	}
	return err
}

// open writes one case, or gives another address to the one that the same form opened.
func (w caseWork) open(o *opening) (c isnad.Case, err error) {
	c = o.Case
	was, err := w.tx.CaseOnce(o.keys.Once, c.Opened.Add(-onceFor))
	if err != nil {
		return c, err
	}
	if was != "" {
		if c, err = w.tx.Case(was); err == nil {
			err = w.tx.AddCaseToken(was, o.keys.Token)
		}
		return c, err
	}
	if c.Number, err = w.tx.NextCase(); err != nil {
		return c, err
	}
	if err := w.tx.OpenCase(&c, o.keys); err != nil {
		return c, err
	}
	if err := w.takeIn(&c, o.captures); err != nil {
		return c, err
	}
	return c, w.write(&c, o.token)
}
