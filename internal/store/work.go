package store

import (
	"context"

	"isnad"
)

// WorkOptions bound what a process does at once.
type WorkOptions struct {
	Workers int // steps at once; 2
}

// Work does steps until ctx ends. A step whose do returns an error is tried
// again later, with growing pauses; after several tries it is given up and its
// capture gets a note.
func (s *Store) Work(ctx context.Context, o WorkOptions, do func(ctx context.Context, j *Job) error) error {
	return nil
}

// Pending returns how many steps are still to do for each of the captures, and
// for all captures when none is named. Steps given up count in failed.
func (s *Store) Pending(ctx context.Context, captures ...string) (pending, failed int, err error) {
	return 0, 0, nil
}

// Begin runs fn in one transaction.
func (s *Store) Begin(ctx context.Context, fn func(tx *Tx) error) error { return nil }

// Clear deletes what was derived from stage on (StepExtract, StepAttribute or
// StepReconcile), and queues that stage again for everything kept.
func (s *Store) Clear(ctx context.Context, stage StepKind) error { return nil }

// Check reads the whole database and calls fault for everything that does not
// agree with itself: a claim without its report, an incident without claims, a
// capture with no blob in blobs, sums that do not match, a search index out of step.
func (s *Store) Check(ctx context.Context, fault func(what string)) error { return nil }

// Captures calls fn for every capture in the order received.
func (s *Store) Captures(ctx context.Context, fn func(isnad.Capture) error) error { return nil }
