package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// WorkOptions bound what a process does at once.
type WorkOptions struct {
	Workers int // steps at once; 2
}

// pollTime is how often a process looks for steps that other processes queued;
// its own it hears of at once.
const pollTime = 500 * time.Millisecond

// Work does steps until ctx ends, and then returns nil. A step whose do returns an
// error is tried again later, with growing pauses; after several tries it is given
// up and its capture gets a note. A step whose do returns nil without Complete has
// failed too. When ctx ends, steps that are not done are given back.
func (s *Store) Work(ctx context.Context, o WorkOptions, do func(ctx context.Context, j *Job) error) error {
	n := o.Workers
	if n <= 0 {
		n = 2
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			if err := s.worker(ctx, do); err != nil && ctx.Err() == nil {
				stop(fmt.Errorf("working on steps: %w", err))
			}
		})
	}
	wg.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// worker does one step after the other. It bears with a database that fails for
// a while (a restarted server), and returns the error when that lasts, or at once
// when the disk is full.
func (s *Store) worker(ctx context.Context, do func(ctx context.Context, j *Job) error) error {
	woken := make(chan struct{}, 1)
	s.mu.Lock()
	s.waiting[woken] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.waiting, woken)
		s.mu.Unlock()
	}()
	troubles := 0
	for ctx.Err() == nil {
		j, err := s.take(ctx)
		if err == nil && j != nil {
			err = s.do(ctx, j, do)
		}
		wait := pollTime
		switch {
		case err != nil && ctx.Err() != nil:
			return nil
		case errors.Is(err, errUnwritable):
			return err
		case err != nil:
			if troubles++; troubles > 10 {
				return err
			}
			wait = time.Duration(troubles) * time.Second
		case j != nil:
			troubles = 0
			continue
		default:
			troubles = 0
		}
		select {
		case <-ctx.Done():
		case <-woken:
		case <-time.After(wait):
		}
	}
	return nil
}

// do does one step and keeps its lease meanwhile. The error is the database's;
// that of the step itself is recorded with it.
func (s *Store) do(ctx context.Context, j *Job, do func(ctx context.Context, j *Job) error) error {
	stepCtx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wg sync.WaitGroup
	wg.Go(func() {
		tick := time.NewTicker(leaseTime / 4)
		defer tick.Stop()
		for {
			select {
			case <-stepCtx.Done():
				return
			case <-tick.C:
				if err := j.hold(stepCtx); errors.Is(err, errLost) {
					stop(errLost)
					return
				}
			}
		}
	})
	err := guard(stepCtx, j, do)
	lost := errors.Is(context.Cause(stepCtx), errLost)
	stop(nil)
	wg.Wait()
	// The end of ctx must not keep the outcome from being recorded.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	switch {
	case j.done:
		return nil
	case lost || errors.Is(err, errLost):
		return nil
	case ctx.Err() != nil:
		return j.release(last)
	case errors.Is(err, errUnwritable): // the step is not at fault
		return errors.Join(err, j.release(last))
	case err == nil:
		err = errors.New("the step ended without being completed")
	}
	return j.fail(last, err)
}

// guard turns a panic of one step into its error: the input that caused it must
// not stop all others.
func guard(ctx context.Context, j *Job, do func(ctx context.Context, j *Job) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return do(ctx, j)
}

// wake tells the workers of this process that there may be a step to do.
func (s *Store) wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for woken := range s.waiting {
		select {
		case woken <- struct{}{}:
		default:
		}
	}
}
