package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"isnad"
	"isnad/internal/ledger"
)

// logBatch is how many entries are put into the log at once.
const logBatch = 4096

// LogOptions is where and how the log is written.
type LogOptions struct {
	Dir    string // of the log; empty for none
	Origin string // name of a log that is yet to be made; empty for one at random
	ledger.Publishing
}

// ErrOtherLog is returned, wrapped, where the folder holds another log than the one
// that the database is written to: that one lies elsewhere, and nothing was written.
var ErrOtherLog = errors.New("the log of this database lies elsewhere")

// WriteLog puts all entries that wait into the log and signs a checkpoint of it.
// It begins with what a crash left between database and log: an entry has its
// place before it is appended, so that whatever is missing is appended, once.
// busy is true, and nothing done, where another process is writing.
func (p *Pipeline) WriteLog(ctx context.Context) (busy bool, err error) {
	o := p.Ledger
	if o.Dir == "" {
		return false, nil
	}
	release, held, err := p.Store.HoldLog(ctx)
	if err != nil || !held {
		return !held && err == nil, err
	}
	defer func() { err = errors.Join(err, release()) }()
	unlock, held, err := ledger.Lock(o.Dir)
	if err != nil || !held {
		return !held && err == nil, err
	}
	defer func() { err = errors.Join(err, unlock()) }()

	l, err := p.ownLog(ctx, o)
	if err != nil {
		return false, err
	}
	if err := p.appendLog(ctx, l); err != nil {
		return false, err
	}
	if _, err := l.Publish(ctx, o.Publishing); err != nil {
		return false, err
	}
	return false, l.KeepHour(ctx, time.Now(), o.Stamps)
}

// logPause is how long entries gather before they are put into the log together,
// and logRest how long nothing is done when nothing waits or it cannot be done.
const (
	logPause = time.Second
	logRest  = time.Minute
)

// KeepLog calls WriteLog whenever entries wait, and now and then, until ctx ends.
func (p *Pipeline) KeepLog(ctx context.Context) {
	var rested time.Time // when it was last done or tried
	told := ""
	for ; ctx.Err() == nil; sleep(ctx, logPause) {
		counts, err := p.Store.LogCounts(ctx)
		if err == nil && time.Since(rested) < logRest && (counts.Waiting == 0 || told != "") {
			continue
		}
		rested = time.Now()
		if err == nil {
			_, err = p.WriteLog(ctx)
		}
		switch {
		case err == nil:
			told = ""
		case ctx.Err() == nil && err.Error() != told: // once, not every minute
			told = err.Error()
			level := slog.LevelError
			if errors.Is(err, ErrOtherLog) {
				level = slog.LevelInfo
			}
			p.Log.Log(ctx, level, "the log is not written; it is tried again", "error", err)
		}
	}
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// ownLog opens the log of the database, and makes it where there is none.
func (p *Pipeline) ownLog(ctx context.Context, o LogOptions) (*ledger.Log, error) {
	known, err := p.Store.LogVerifier(ctx)
	begun := err == nil
	if err != nil && !errors.Is(err, isnad.ErrNotFound) {
		return nil, err
	}
	l, err := ledger.Open(o.Dir)
	switch {
	case errors.Is(err, isnad.ErrNotFound) && begun:
		return nil, fmt.Errorf("there is no log in %s: %w", o.Dir, ErrOtherLog)
	case errors.Is(err, isnad.ErrNotFound):
		if l, err = ledger.Create(o.Dir, originOr(o.Origin)); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	}
	if begun {
		if l.Verifier() != known {
			return nil, fmt.Errorf("%s holds the log %s: %w", o.Dir, l.Origin(), ErrOtherLog)
		}
		return l, nil
	}
	if n, err := l.Size(); err != nil || n > 0 {
		return nil, errors.Join(err, fmt.Errorf("%s holds a log with %d entries of another database: %w", o.Dir, n, ErrOtherLog))
	}
	if _, err := p.Store.EnterMissing(ctx); err != nil {
		return nil, err
	}
	return l, p.Store.SetLogVerifier(ctx, l.Verifier())
}

func originOr(origin string) string {
	if origin == "" {
		return ledger.RandomOrigin()
	}
	return origin
}

// appendLog appends what has a place, then gives places to what waits and appends it.
func (p *Pipeline) appendLog(ctx context.Context, l *ledger.Log) error {
	counts, err := p.Store.LogCounts(ctx)
	if err != nil {
		return err
	}
	size, err := l.Size()
	if err != nil {
		return err
	}
	if size > counts.Placed {
		return fmt.Errorf("the log has %d entries, the database knows of %d: %w", size, counts.Placed, ErrAhead)
	}
	for {
		if size == counts.Placed {
			n, err := p.Store.PlaceEntries(ctx, logBatch)
			if err != nil || n == 0 {
				return err
			}
			counts.Placed += n
		}
		entries, err := p.Store.EntriesFrom(ctx, size, logBatch)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return fmt.Errorf("entry %d of the log is not in the database", size)
		}
		if err := l.Append(ctx, entries); err != nil {
			return err
		}
		size += int64(len(entries))
	}
}

// checkLog holds the log against the database.
func (p *Pipeline) checkLog(ctx context.Context, fault, note func(string)) error {
	dir := p.Ledger.Dir
	if dir == "" {
		return nil
	}
	known, err := p.Store.LogVerifier(ctx)
	if errors.Is(err, isnad.ErrNotFound) {
		return nil // it was never written
	}
	if err != nil {
		return err
	}
	l, err := ledger.Open(dir)
	switch {
	case errors.Is(err, isnad.ErrNotFound):
		note(fmt.Sprintf("the log is not in %s; what it holds was not checked", dir))
		return nil
	case err != nil:
		fault(fmt.Sprintf("log: %v", err))
		return nil
	case l.Verifier() != known:
		fault("log: its public key is not the one that the database knows")
		return nil
	}
	whole, err := l.Size() // before the counts, as in ahead
	if err != nil {
		fault(fmt.Sprintf("log: its size: %v", err))
	}
	counts, err := p.Store.LogCounts(ctx)
	if err != nil {
		return err
	}
	if whole > counts.Placed {
		fault(fmt.Sprintf("log: it has %d entries, the database knows of %d: %v", whole, counts.Placed, ErrAhead))
	}
	var page []isnad.Entry
	size, err := l.Check(ctx, fault, func(index int64, line []byte) error {
		if index >= counts.Placed {
			return nil // said above, once
		}
		if len(page) == 0 || page[len(page)-1].Index < index {
			if page, err = p.Store.EntriesFrom(ctx, index, 1000); err != nil {
				return err
			}
		}
		for len(page) > 0 && page[0].Index < index {
			page = page[1:]
		}
		switch {
		case len(page) == 0 || page[0].Index > index:
			fault(fmt.Sprintf("log: entry %d is not in the database", index))
		case string(ledger.Leaf(&page[0])) != string(line):
			fault(fmt.Sprintf("log: entry %d, about %s, is not what the database has", index, page[0].About))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading the log: %w", err)
	}
	if waiting := counts.Placed + counts.Waiting - size; waiting > 0 {
		note(fmt.Sprintf("%d entries are not in the log yet", waiting))
	}
	return nil
}
