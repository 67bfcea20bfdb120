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
		return w.open(batch, written)
	})
	if err == nil {
		for i, o := range batch {
			o.Case = written[i]
		}
	}
	return err
}

// open writes cases, each into its place of written, or gives another address to
// the one that the same form opened.
func (w caseWork) open(batch []*opening, written []isnad.Case) error {
	forms := make([]isnad.Hash, len(batch))
	since := batch[0].Opened
	for i, o := range batch {
		if forms[i] = o.keys.Once; o.Opened.Before(since) {
			since = o.Opened
		}
	}
	was, err := w.tx.CasesOnce(forms, since.Add(-onceFor))
	if err != nil {
		return err
	}
	number, err := w.tx.NextCase()
	if err != nil {
		return err
	}
	var fresh []store.NewCase
	var same []*opening
	for i, o := range batch {
		if was[o.keys.Once] != "" {
			same = append(same, o)
			continue
		}
		written[i] = o.Case
		written[i].Number = number
		number++
		fresh = append(fresh, store.NewCase{Case: &written[i], Keys: o.keys})
		if o.keys.Once != "" { // it may come again in this very batch
			was[o.keys.Once] = o.ID
		}
	}
	if err := w.tx.OpenCases(fresh); err != nil {
		return err
	}
	for _, o := range same {
		if err := w.tx.AddCaseToken(was[o.keys.Once], o.keys.Token); err != nil {
			return err
		}
	}
	for i, o := range batch {
		if written[i].ID == "" {
			if written[i], err = w.tx.Case(was[o.keys.Once]); err != nil {
				return err
			}
			continue
		}
		if err := w.takeIn(&written[i], o.captures); err != nil {
			return err
		}
		if err := w.write(&written[i], o.token); err != nil {
			return err
		}
	}
	return nil
}
