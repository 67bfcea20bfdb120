package pipeline

import (
	"context"
	"fmt"

	"isnad"
	"isnad/internal/store"
)

func (p *Pipeline) effect(ctx context.Context, tx *store.Tx, c *isnad.Case, r *isnad.Ruling, act *isnad.CaseAct) ([]isnad.Notice, error) {
	return nil, fmt.Errorf("%s is not carried out here yet: %w", r.Effect, isnad.ErrRefused)
}
