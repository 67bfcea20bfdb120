package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// workers is how many steps one process does at once: reading claims keeps one
// core busy while another step writes.
const workers = 2

// work does steps in the background when on is set, and returns a function that
// stops it and says what went wrong.
func (h *house) work(ctx context.Context, on bool) (finish func() error) {
	if !on {
		return func() error { return nil }
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() { done <- h.pipeline.Work(ctx, workers) }()
	return func() error {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			return fmt.Errorf("doing the steps: %w", err)
		}
		return nil
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
			return ctx.Err()
		case <-time.After(pause):
		}
		pause = min(2*pause, 50*time.Millisecond)
	}
}
