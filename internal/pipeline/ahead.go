package pipeline

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"isnad"
	"isnad/internal/ledger"
	"isnad/internal/store"
)

// A database that was put back from a copy may be older than its log. The log is
// never cut: it goes on, and says itself that nobody knows any more what some of
// its entries vouch for.

// ErrAhead is returned, wrapped, where the log holds entries that the database does
// not know of. Nothing is appended then.
var ErrAhead = errors.New("the database is older than its log, as after it was put back from a copy; isnad log adopt goes on with the log")

// ErrNothingAhead is returned, wrapped, where the database knows of every entry.
var ErrNothingAhead = errors.New("the database knows of every entry of the log")

// Ahead is what a log holds that its database does not know of.
type Ahead struct {
	From, To int64 // places of the first, and behind the last
	Found    int64 // of them, entries that the database holds without knowing their place
	Kinds    map[isnad.EntryKind]int64
	First    time.Time // when the first of them was written, UTC
	Last     time.Time

	root isnad.Hash // of the tree of the first To entries
}

// Lost is how many entries have no content in the database.
func (a *Ahead) Lost() int64 { return a.To - a.From - a.Found }

// LogAhead tells what the log holds that the database does not know of; an error
// that wraps ErrNothingAhead where that is nothing. What it says of Found is known
// only once the log was adopted.
func (p *Pipeline) LogAhead(ctx context.Context) (Ahead, error) {
	l, err := p.openOwnLog(ctx)
	if err != nil {
		return Ahead{}, err
	}
	return p.ahead(ctx, l)
}

// openOwnLog opens the log of the database; it makes none.
func (p *Pipeline) openOwnLog(ctx context.Context) (*ledger.Log, error) {
	known, err := p.Store.LogVerifier(ctx)
	if err != nil {
		return nil, err
	}
	l, err := ledger.Open(p.Ledger.Dir)
	if err == nil && l.Verifier() != known {
		err = fmt.Errorf("%s holds the log %s: %w", p.Ledger.Dir, l.Origin(), ErrOtherLog)
	}
	return l, err
}

func (p *Pipeline) ahead(ctx context.Context, l *ledger.Log) (Ahead, error) {
	// The size comes first: entries get their place before they are appended, so that
	// a writer at work is not taken for a log ahead of its database.
	size, err := l.Size()
	if err != nil {
		return Ahead{}, err
	}
	counts, err := p.Store.LogCounts(ctx)
	if err != nil {
		return Ahead{}, err
	}
	a := Ahead{From: counts.Placed, To: size, Kinds: map[isnad.EntryKind]int64{}}
	if a.To <= a.From {
		return a, ErrNothingAhead
	}
	root, err := l.Root(ctx, a.To)
	if err != nil {
		return a, err
	}
	a.root = isnad.Hash(hex.EncodeToString(root))
	return a, a.entries(ctx, l, func(list []isnad.Entry) error {
		for i := range list {
			e := &list[i]
			a.Kinds[e.Kind]++
			if a.First.IsZero() {
				a.First = e.Time
			}
			a.Last = e.Time
		}
		return nil
	})
}

// entries hands on what the log holds beyond the database, some at a time.
func (a *Ahead) entries(ctx context.Context, l *ledger.Log, fn func([]isnad.Entry) error) error {
	for at := a.From; at < a.To; {
		list, err := l.EntriesOf(ctx, a.To, at, logBatch)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("entry %d of the log is gone", at)
		}
		if err := fn(list); err != nil {
			return err
		}
		at += int64(len(list))
	}
	return nil
}

// AdoptLog has a log gone on with that is ahead of its database. Entries that the
// database holds, and whose place it did not know, get their place. Of the others it
// gets kind, time and digest, and an entry of the log says that no more is known
// of them. Nothing in the log is altered. A log that is not whole is refused.
func (p *Pipeline) AdoptLog(ctx context.Context) (a Ahead, err error) {
	release, held, err := p.Store.HoldLog(ctx)
	if err == nil && !held {
		err = errors.New("another process writes the log")
	}
	if err != nil {
		return a, err
	}
	a, err = p.adopt(ctx)
	if err = errors.Join(err, release()); err != nil {
		return a, fmt.Errorf("going on with the log: %w", err)
	}
	if busy, err := p.WriteLog(ctx); err != nil || busy {
		return a, errors.Join(err, map[bool]error{true: errors.New("another process writes the log")}[busy])
	}
	return a, nil
}

func (p *Pipeline) adopt(ctx context.Context) (a Ahead, err error) {
	unlock, held, err := ledger.Lock(p.Ledger.Dir)
	if err == nil && !held {
		err = errors.New("another process writes the log")
	}
	if err != nil {
		return a, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	l, err := p.openOwnLog(ctx)
	if err != nil {
		return a, err
	}
	var faults []error
	_, err = l.Check(ctx, func(what string) { faults = append(faults, errors.New(what)) }, func(int64, []byte) error { return nil })
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("the log is not whole, and is not gone on with: %w", errors.Join(faults[:min(len(faults), 10)]...))
	}
	if err != nil {
		return a, err
	}
	if a, err = p.ahead(ctx, l); err != nil {
		return a, err
	}
	a.Found, err = p.Store.AdoptEntries(ctx, store.Adoption{From: a.From, To: a.To, Root: a.root}, func(fn func([]isnad.Entry) error) error {
		return a.entries(ctx, l, fn)
	})
	return a, err
}

// CheckSeen holds the log against a checkpoint of it that somebody saw: the log must
// hold all that it vouches for.
func (p *Pipeline) CheckSeen(ctx context.Context, checkpoint []byte) error {
	l, err := p.openOwnLog(ctx)
	if err != nil {
		return fmt.Errorf("log: %w", err)
	}
	seen, err := l.ReadCheckpoint(checkpoint)
	if err == nil {
		err = l.Continues(ctx, seen)
	}
	if err != nil {
		return fmt.Errorf("log: a checkpoint that was seen elsewhere: %w", err)
	}
	return nil
}
