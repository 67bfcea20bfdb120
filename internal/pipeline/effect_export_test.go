package pipeline

import (
	"context"

	"isnad"
	"isnad/internal/store"
)

// Effect is effect, for tests that carry out a decision without a case's whole life.
func (p *Pipeline) Effect(ctx context.Context, tx *store.Tx, c *isnad.Case, r *isnad.Ruling, act *isnad.CaseAct) ([]isnad.Notice, error) {
	return p.effect(ctx, tx, c, r, act)
}

// CorrectionDoc is the document of a corrected report, as somebody outside may forge it.
func CorrectionDoc(r isnad.Report) any { return correction{Isnad: "correction/1", Report: keep(r)} }

// Quotes tells whether a text quotes another.
func Quotes(text string, erased ...string) bool { return quotedIn(erased...).in(text) }

// Passages is a text of somebody else without the passages of erased texts.
func Passages(text string, erased ...string) string { return quotedIn(erased...).blot(text) }
