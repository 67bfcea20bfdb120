package site

import (
	"context"
	"io"

	"isnad"
)

// SafetyOptions say what the desk does for the safety of people, and how reports
// are handed in. Functions that are nil leave their pages out.
type SafetyOptions struct {
	// Protect puts a measure into force; its errors wrap isnad.ErrRefused (with words) and isnad.ErrNotFound.
	Protect func(ctx context.Context, m isnad.Measure) (isnad.Measure, error)
	// Lift ends a measure; isnad.ErrConflict where it was ended before.
	Lift func(ctx context.Context, id, by string) error
	// Original reads a report as it was received.
	Original func(ctx context.Context, report string, version int) (isnad.Report, error)
	// Bytes opens what is kept under a hash.
	Bytes func(h isnad.Hash) (io.ReadCloser, error)

	// HandIn takes a report in; its errors wrap isnad.ErrRefused (with words) and isnad.ErrTooLarge.
	HandIn func(ctx context.Context, o isnad.Offer, files []isnad.Upload) (isnad.Offer, error)
	// Accept and Refuse decide about an offer; isnad.ErrConflict where somebody did before.
	Accept func(ctx context.Context, id, reason string, by isnad.Person) (isnad.Offer, error)
	Refuse func(ctx context.Context, id, reason string, by isnad.Person) (isnad.Offer, error)
	// Public lets everybody hand reports in, not only those who are signed in.
	Public bool
}
