package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// workers is how many steps one process does at once: reading claims keeps one
// core busy while another step writes.
const workers = 2

// work does steps in the background when on is set. The context it returns ends
// when the steps cannot go on (a full disk), so that nobody waits for them in
// vain; finish stops the steps and says what went wrong.
func (h *house) work(ctx context.Context, on bool) (working context.Context, finish func() error) {
	if !on {
		return ctx, func() error { return nil }
	}
	working, stop := context.WithCancelCause(ctx)
	done := make(chan error, 1)
	go func() {
		err := h.pipeline.Work(working, workers)
		stop(err)
		done <- err
	}()
	return working, func() error {
		stop(nil)
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			return fmt.Errorf("doing the steps: %w", err)
		}
		return nil
	}
}

// outcome is what a command returns that ended with err while its steps ended
// with fault: both, unless err only passes the fault on.
func outcome(err, fault error) error {
	if err != nil && errors.Is(fault, err) {
		return fault
	}
	return errors.Join(err, fault)
}

// restAfterFault is how long a server that cannot do its steps waits before it
// tries again.
const restAfterFault = time.Minute

// workOn is work for a server: pages can be read while a full disk keeps the
// steps from being done, so a fault is told and the steps are tried again.
func (h *house) workOn(ctx context.Context, log *slog.Logger) (finish func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			if err := h.pipeline.Work(ctx, workers); err != nil && ctx.Err() == nil {
				log.Error("steps cannot be done; they are tried again", "in", restAfterFault, "error", err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(restAfterFault):
			}
		}
	}()
	return func() {
		stop()
		<-done
	}
}

// clockTime is how often it is looked what time does in cases by itself. What is
// due is due on a day, so that minutes do not matter.
const clockTime = 5 * time.Minute

// clockOn has the clock of cases go until finish is called. A fault is told, and
// looked at again the next time.
func (h *house) clockOn(ctx context.Context, log *slog.Logger) (finish func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			at := time.Now().UTC()
			_, err := h.pipeline.Forget(ctx, at)
			if err = errors.Join(h.pipeline.LiftHolds(ctx, at), err); err != nil && ctx.Err() == nil {
				log.Error("lifting holds and forgetting failed; it is tried again", "in", clockTime, "error", err)
			}
			if err := h.pipeline.TellDesk(ctx, at); err != nil && ctx.Err() == nil {
				log.Error("the desk cannot be told what happened in cases; it is tried again", "in", clockTime, "error", err)
			}
			if err := h.pipeline.Clock(ctx, at); err != nil && ctx.Err() == nil {
				log.Error("the clock of cases failed; it is tried again", "in", clockTime, "error", err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(clockTime):
			}
		}
	}()
	return func() {
		stop()
		<-done
	}
}

// settle returns when no step of the captures is left to do; of any, when none
// is named. A step that was given up leaves a note on its capture and is not
// waited for.
func (h *house) settle(ctx context.Context, captures ...string) error {
	pause := time.Millisecond
	for {
		pending, _, err := h.store.Pending(ctx, captures...)
		if err != nil {
			return fmt.Errorf("counting the steps still to do: %w", err)
		}
		if pending == 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
		pause = min(2*pause, 50*time.Millisecond)
	}
}
