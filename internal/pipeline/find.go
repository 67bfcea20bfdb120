package pipeline

import (
	"context"

	"isnad"
	"isnad/internal/extract"
	"isnad/internal/store"
)

// Found is one report that a text draws on.
type Found struct {
	isnad.Citation
	Original isnad.Report
}

// Find tells what a report that is not kept draws on among those that are, the
// one that explains most first. Nothing is stored. The report counts as the
// latest of all: it was seen here just now.
func (p *Pipeline) Find(ctx context.Context, r *isnad.Report) ([]Found, error) {
	t := &p.tracer
	t.mu.Lock()
	defer t.mu.Unlock()
	err := t.catchUp(func(n int64, fn func(row store.SketchRow) error) error { return p.Store.SketchesAfter(ctx, n, fn) })
	if err != nil {
		return nil, err
	}
	x := newTraced(-1, r)
	known := map[int64]*traced{}
	err = t.look(x, known, func(docs []int64, fn func(int64, *isnad.Report)) error { return p.Store.ReportsByDoc(ctx, docs, fn) })
	if err != nil {
		return nil, err
	}
	var out []Found
	for _, c := range p.linked(x, known, extract.Cites(r), func(*traced) bool { return true }) {
		for _, k := range known {
			if k.ID == c.To {
				out = append(out, Found{c, *k.Report})
			}
		}
	}
	return out, nil
}
