package pipeline

import (
	"context"
	"fmt"

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
// latest of all, since it was seen here just now; where it claims to be the
// earlier one, no citation is held to be missing.
func (p *Pipeline) Find(ctx context.Context, r *isnad.Report) ([]Found, error) {
	t := p.tracer
	if err := t.take(ctx); err != nil {
		return nil, err
	}
	defer t.give()
	// What was read of a large index stays even if whoever asked has gone.
	err := t.catchUp(func(n int64, fn func(store.SketchRow) error) error {
		return p.Store.SketchesAfter(context.WithoutCancel(ctx), n, fn)
	})
	if err != nil {
		return nil, err
	}
	x := newTraced(-1, r)
	known := map[int64]*traced{}
	var hidden func(doc uint32) bool
	if self, kept := t.indexed[r.ID]; kept { // it is read anew, and must not find itself
		hidden = func(doc uint32) bool { return int64(doc) == self.doc }
	}
	err = t.look(x, hidden, known, func(docs []int64, fn func(int64, *isnad.Report)) error { return p.Store.ReportsByDoc(ctx, docs, fn) })
	if err != nil {
		return nil, err
	}
	cites, err := p.linked(x, known, reader{ctx, p.Store, r})
	if err != nil {
		return nil, fmt.Errorf("finding what a text draws on: %w", err)
	}
	var out []Found
	for _, c := range cites {
		c.Order = isnad.OrderReceived
		for _, k := range known {
			if k.ID == c.To {
				c.Missing = c.Missing && k.before(x)
				out = append(out, Found{c, *k.Report})
			}
		}
	}
	return out, nil
}

// reader is the library of a text that is not kept.
type reader struct {
	ctx   context.Context
	store *store.Store
	text  *isnad.Report
}

func (l reader) seen(x, _ *traced) (*traced, error) { return x, nil }

func (l reader) declared(report string) ([]isnad.Citation, error) {
	if report == l.text.ID {
		return extract.Cites(l.text), nil
	}
	return l.cites(store.CitationQuery{From: report, Basis: isnad.CitationDeclared})
}

func (l reader) traced(x *traced) ([]isnad.Citation, error) {
	return l.cites(store.CitationQuery{From: x.ID, Basis: isnad.CitationDetected})
}

func (l reader) cites(q store.CitationQuery) ([]isnad.Citation, error) {
	q.Page.Limit = 1000
	cites, _, err := l.store.Citations(l.ctx, q)
	return cites, err
}
