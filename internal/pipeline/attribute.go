package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/ask"
	"isnad/internal/extract"
	"isnad/internal/store"
)

// reading is what attribute found in one version of a report.
type reading struct {
	ref    store.ReportRef
	report *isnad.Report
	claims []isnad.Claim
	tolls  []isnad.Toll
	cites  []isnad.Citation
	asked  []ask.Question // about the claims as the reader read them
}

// attribute reads the claims of the job's reports.
func (p *Pipeline) attribute(ctx context.Context, j *store.Job) (Done, error) {
	refs, err := p.standingRefs(ctx, j.Reports)
	if err != nil {
		return Done{}, err
	}
	reports, err := p.Store.ReportsAt(ctx, refs)
	if err != nil {
		return Done{}, fmt.Errorf("getting the reports: %w", err)
	}
	k, err := p.know(ctx)
	if err != nil {
		return Done{}, err
	}
	names := p.newNamed(k.places)
	done := Done{Reports: len(reports)}
	readings, err := p.readAll(ctx, k, reports)
	if err != nil {
		return Done{}, err
	}
	q, err := p.question(ctx, k, readings)
	if err != nil {
		return Done{}, err
	}
	steps := append(p.askSteps(j.Capture, readings, q), store.Step{Kind: store.StepTrace, Capture: j.Capture, Reports: refs})
	for i := range readings {
		r := &readings[i]
		done.Filled += k.fill(r, q.answers)
		names.claims(r.claims)
		names.cites(r.cites)
		done.Claims += len(r.claims)
	}
	return done, j.Complete(ctx, func(tx *store.Tx) error {
		if err := p.putReadings(tx, readings, names); err != nil {
			return err
		}
		return tx.Queue(steps...)
	})
}

// standingRefs leaves out the versions of reports that were removed since the step
// was queued.
func (p *Pipeline) standingRefs(ctx context.Context, refs []store.ReportRef) ([]store.ReportRef, error) {
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	removed, err := p.Store.Removed(ctx, ids)
	if err != nil || len(removed) == 0 {
		return refs, err
	}
	return slices.DeleteFunc(slices.Clone(refs), func(r store.ReportRef) bool { _, gone := removed[r.ID]; return gone }), nil
}

// errRemovedMeanwhile has a step done again without a report that was removed while it was read.
var errRemovedMeanwhile = errors.New("a report was removed meanwhile")

// readAll reads the claims of reports, and the links of the chain that they declare.
func (p *Pipeline) readAll(ctx context.Context, k *knowledge, reports []isnad.Report) ([]reading, error) {
	readings := make([]reading, 0, len(reports))
	for i := range reports {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r := &reports[i]
		claims, tolls := k.reader.Read(r)
		cites := append(extract.Cites(r), p.claimed(r, claims)...)
		readings = append(readings, reading{ref: store.ReportRef{ID: r.ID, Version: r.Version}, report: r, claims: claims, tolls: tolls, cites: cites})
	}
	return readings, nil
}

// putReadings records claims as they stand after what people decided about them.
func (p *Pipeline) putReadings(tx *store.Tx, readings []reading, names *named) error {
	refs := make([]store.ReportRef, len(readings))
	ids := make([]string, len(readings))
	for i := range readings {
		refs[i], ids[i] = readings[i].ref, readings[i].ref.ID
	}
	removed, err := tx.Removed(ids)
	if err != nil {
		return err
	}
	if len(removed) > 0 {
		return errRemovedMeanwhile
	}
	if err := names.put(tx); err != nil {
		return err
	}
	acts, present, err := actsOn(tx, refs)
	if err != nil {
		return err
	}
	again, err := tx.HaveClaims(ids)
	if err == nil && again {
		err = tx.LockIncidents()
	}
	if err != nil {
		return err
	}
	var touched []string
	for _, x := range readings {
		stands := standing(x.report, present[x.ref], x.claims, acts[x.ref.ID])
		t, err := tx.PutReviewed(x.ref, stands, x.tolls, x.cites)
		if err != nil {
			return fmt.Errorf("claims of report %s: %w", x.ref.ID, err)
		}
		touched = append(touched, t...)
	}
	if len(touched) > 0 { // they lost a claim; what is left is summed up again
		return p.sumAgain(tx, touched)
	}
	return nil
}

// actsOn is people's acts by the report whose claims they name, and which of
// the versions are present.
func actsOn(tx *store.Tx, refs []store.ReportRef) (map[string][]isnad.Act, map[store.ReportRef]bool, error) {
	if err := tx.LockActs(true); err != nil {
		return nil, nil, err
	}
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	present, err := tx.Present(ids)
	if err != nil {
		return nil, nil, err
	}
	acts := map[string][]isnad.Act{}
	some, err := tx.ActsOfReports(ids)
	if err != nil || len(some) == 0 {
		return acts, present, err
	}
	for _, id := range ids {
		if acts[id] == nil { // each sees all acts, since one about an act names no claim
			acts[id] = some
		}
	}
	return acts, present, nil
}

// claimed is the links of the chain that the claims of a report declare: whom it
// credits, and through whom it had it. Each is named once, with every passage.
func (p *Pipeline) claimed(r *isnad.Report, claims []isnad.Claim) []isnad.Citation {
	var out []isnad.Citation
	at := map[string]int{}
	add := func(kind isnad.CitationKind, name string, span isnad.Span) {
		s, _ := p.Sources.Lookup(name)
		key := string(kind) + s.ID
		n, seen := at[key]
		if !seen {
			n = len(out)
			at[key] = n
			out = append(out, isnad.Citation{
				From: r.ID, Version: r.Version, To: s.ID, ToName: name,
				Basis: isnad.CitationDeclared, Kind: kind,
			})
		}
		for _, have := range out[n].Passages {
			if have.Span == span {
				return
			}
		}
		out[n].Passages = append(out[n].Passages, isnad.Passage{Span: span})
	}
	for i := range claims {
		c := &claims[i]
		for _, name := range c.Attribution {
			add(isnad.CiteAttribution, name, c.Span)
		}
		for _, name := range c.Via {
			add(isnad.CiteVia, name, c.Span)
		}
	}
	return out
}
