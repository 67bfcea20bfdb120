package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"isnad"
	"isnad/internal/extract"
	"isnad/internal/store"
)

// extract reads reports out of a capture from the job's offset on. Those that were
// removed are passed over when they are recorded.
func (p *Pipeline) extract(ctx context.Context, j *store.Job) (Done, error) {
	c, _, err := p.Store.Capture(ctx, j.Capture)
	if err != nil {
		return Done{}, fmt.Errorf("finding the capture: %w", err)
	}
	size := batch
	if j.Only != "" { // one report that comes back
		size = 1
	}
	res, err := p.readCapture(ctx, &c, j.Offset, size)
	if err != nil && (ctx.Err() != nil || isDisk(err) || errors.Is(err, errBytes)) {
		return Done{}, fmt.Errorf("reading reports: %w", err)
	}
	if err != nil { // what stands in the bytes: trying again would not help
		res = extract.Result{Notes: []string{err.Error()}}
	}
	if j.Only != "" {
		res.Reports = slices.DeleteFunc(res.Reports, func(r isnad.Report) bool { return r.ID != j.Only })
		res.Next, res.Notes = 0, nil
	}
	notice, corrected, _, err := p.Store.Correction(ctx, c.ID)
	if err != nil {
		return Done{}, err
	}
	for i := range res.Reports {
		if r := &res.Reports[i]; r.Submitter == "" {
			r.Submitter = c.Submitter
		}
	}
	done := Done{Reports: len(res.Reports), Offset: c.Size, Size: c.Size}
	if res.Next > 0 {
		done.Offset = res.Next
	}
	return done, j.Complete(ctx, func(tx *store.Tx) error {
		shown, err := unremoved(tx, res.Reports)
		if err != nil {
			return err
		}
		if err := tx.PutSources(p.outlets(shown)); err != nil {
			return err
		}
		refs, err := tx.PutReports(res.Reports)
		if err != nil {
			return err
		}
		for _, ref := range refs {
			if ref.ID == corrected {
				if err := tx.NoticeVersion(notice, ref.Version); err != nil {
					return err
				}
			}
		}
		for _, n := range res.Notes {
			if err := tx.Note(c.ID, n); err != nil {
				return err
			}
		}
		return tx.Queue(after(j, refs, res.Next)...)
	})
}

// unremoved leaves out reports that were removed, or are held.
func unremoved(tx *store.Tx, reports []isnad.Report) ([]isnad.Report, error) {
	ids := make([]string, len(reports))
	for i := range reports {
		ids[i] = reports[i].ID
	}
	removed, err := tx.Removed(ids)
	if err != nil {
		return nil, err
	}
	held, err := tx.Held(ids)
	if err != nil || len(removed)+len(held) == 0 {
		return reports, err
	}
	return slices.DeleteFunc(slices.Clone(reports), func(r isnad.Report) bool { _, gone := removed[r.ID]; return gone || held[r.ID] }), nil
}

// after is what follows an extract step: claims of what was read, and the rest
// of the capture.
func after(j *store.Job, refs []store.ReportRef, next int64) []store.Step {
	var steps []store.Step
	if len(refs) > 0 {
		steps = append(steps, store.Step{Kind: store.StepAttribute, Capture: j.Capture, Reports: refs})
	}
	if next > 0 {
		steps = append(steps, store.Step{Kind: store.StepExtract, Capture: j.Capture, Offset: next})
	}
	return steps
}

// outlets is the publishing sources of reports, each once. What a report prints
// as its terms of republication is kept with its source, the latest last.
func (p *Pipeline) outlets(reports []isnad.Report) []isnad.Source {
	var out []isnad.Source
	at := map[string]int{}
	for i := range reports {
		r := &reports[i]
		n, seen := at[r.SourceID]
		if !seen {
			s, known := p.Sources.Lookup(r.Source)
			if !known { // whoever publishes is an outlet, whatever the words of its name
				s.Kind = isnad.SourceOutlet
			}
			s.ID = r.SourceID
			n = len(out)
			at[r.SourceID] = n
			out = append(out, s)
		}
		if r.Terms != "" && !isCopy(r) {
			out[n].Terms = r.Terms
		}
	}
	return out
}

// isCopy tells whether a report names the original that it was taken from: the
// terms it prints are then those of the original, not of its outlet.
func isCopy(r *isnad.Report) bool {
	return slices.ContainsFunc(r.Links, func(l isnad.Link) bool { return l.Rel == "original" })
}

func isDisk(err error) bool {
	var pe *fs.PathError
	return errors.As(err, &pe)
}
