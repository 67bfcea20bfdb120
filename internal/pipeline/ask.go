package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
	"isnad/internal/ask"
	"isnad/internal/store"
)

// Model is asked about slots of claims that the reader left empty or is not sure
// of. Ask sends instructions and a question; an [ask.ErrNoAnswer] is of this one
// question, after any other error no more are asked for now.
type Model interface {
	Name() string
	Ask(ctx context.Context, instructions, question string) (string, error)
}

// questions holds the answers that are known to what may be asked about the
// claims of a reading.
type questions struct {
	answers map[string]store.Answer
}

// question finds the questions about readings and the answers kept to them. Where no
// model is set up and none ever was, that costs one look into the database.
func (p *Pipeline) question(ctx context.Context, k *knowledge, readings []reading) (questions, error) {
	q := questions{}
	if p.Model == nil {
		if some, err := p.Store.Answered(ctx); err != nil || !some {
			return q, err
		}
	}
	var ids []string
	for i := range readings {
		r := &readings[i]
		r.asked = k.asker.Questions(r.report, r.claims)
		for i := range r.asked {
			ids = append(ids, r.asked[i].ID)
		}
	}
	var err error
	if q.answers, err = p.Store.Answers(ctx, ids); err != nil {
		return q, fmt.Errorf("looking for answers: %w", err)
	}
	return q, nil
}

// fill gives the claims of a reading what the answers fill, and tells how many slots that
// is. Answers are judged each time: what is taken follows the rules of today.
func (k *knowledge) fill(r *reading, answers map[string]store.Answer) (filled int) {
	read := r.claims
	for i := range r.asked {
		q := &r.asked[i]
		kept, ok := answers[q.ID]
		if !ok {
			continue
		}
		answer, err := ask.Parse(kept.Text)
		if err != nil {
			continue // it was nonsense when it came, and a note says so
		}
		c, _ := k.asker.Fill(r.report, read, q, answer, ask.Asked{Model: kept.Model, Time: kept.Time})
		if len(c.Filled) == 0 {
			continue
		}
		if filled == 0 {
			r.claims = slices.Clone(read)
		}
		r.claims[q.Index] = c
		filled += len(c.Filled)
	}
	return filled
}

// unanswered tells whether a question about the reading has no answer.
func (r *reading) unanswered(answers map[string]store.Answer) bool {
	return slices.ContainsFunc(r.asked, func(q ask.Question) bool { _, ok := answers[q.ID]; return !ok })
}

// askSteps are the steps that ask about readings, a few reports each.
func (p *Pipeline) askSteps(capture string, readings []reading, q questions) []store.Step {
	var steps []store.Step
	if p.Model == nil {
		return nil
	}
	for i := range readings {
		r := &readings[i]
		if !r.unanswered(q.answers) {
			continue
		}
		if n := len(steps); n == 0 || len(steps[n-1].Reports) >= store.AskReports {
			steps = append(steps, store.Step{Kind: store.StepAsk, Capture: capture})
		}
		last := &steps[len(steps)-1]
		last.Reports = append(last.Reports, r.ref)
	}
	return steps
}

// ask asks the model what is not answered yet about the claims of the job's
// reports, and gives those claims what its answers fill. A model that is not there or talks
// nonsense leaves the claims as they were read, a note says so, and the step is done.
func (p *Pipeline) ask(ctx context.Context, j *store.Job) (Done, error) {
	refs, err := p.standingRefs(ctx, j.Reports)
	if err != nil {
		return Done{}, err
	}
	reports, err := p.Store.ReportsAt(ctx, refs)
	if err != nil {
		return Done{}, fmt.Errorf("getting the reports: %w", err)
	}
	done := Done{Reports: len(reports)}
	know, err := p.know(ctx)
	if err != nil {
		return Done{}, err
	}
	readings, err := p.readAll(ctx, know, reports)
	if err != nil {
		return Done{}, err
	}
	q, err := p.question(ctx, know, readings)
	if err != nil {
		return Done{}, err
	}
	var fresh []store.Answer
	var notes []string
	changed := readings[:0]
	open := true
	for i := range readings {
		r := &readings[i]
		before := len(fresh)
		if open && r.unanswered(q.answers) {
			var said []store.Answer
			said, notes, open, err = p.askAbout(ctx, r, q.answers, notes)
			if err != nil {
				return Done{}, err
			}
			fresh = append(fresh, said...)
			for _, a := range said {
				q.answers[a.Question] = a
			}
		}
		done.Asked += len(fresh) - before
		if n := know.fill(r, q.answers); n > 0 && len(fresh) > before {
			done.Filled += n
			changed = append(changed, *r)
		}
	}
	names := p.newNamed(know.places)
	for i := range changed {
		names.claims(changed[i].claims)
	}
	return done, j.Complete(ctx, func(tx *store.Tx) error {
		ids := make([]string, len(reports))
		for i := range reports {
			ids[i] = reports[i].ID
		}
		removed, err := tx.Removed(ids)
		if err != nil {
			return err
		}
		if len(removed) > 0 {
			return errRemovedMeanwhile
		}
		if err := tx.PutAnswers(fresh); err != nil {
			return err
		}
		for _, n := range notes {
			if err := tx.Note(j.Capture, n); err != nil {
				return err
			}
		}
		if len(changed) == 0 {
			return nil
		}
		if err := p.putReadings(tx, changed, names); err != nil {
			return err
		}
		refs := make([]store.ReportRef, len(changed))
		for i := range changed {
			refs[i] = changed[i].ref
		}
		// By way of trace: these may not have been traced yet, and incidents are
		// found after copies.
		return tx.Queue(store.Step{Kind: store.StepTrace, Capture: j.Capture, Reports: refs})
	})
}

// askAbout asks what is open about one reading. It is not open any more when the
// model cannot be asked for now.
func (p *Pipeline) askAbout(ctx context.Context, r *reading, answers map[string]store.Answer, notes []string) (fresh []store.Answer, all []string, open bool, err error) {
	note := func(format string, args ...any) {
		if n := fmt.Sprintf(format, args...) + "; the claims stay as they were read"; !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	if p.Model == nil {
		note("no model is set up where the step was done that asks one")
		return nil, notes, false, nil
	}
	decided, err := p.decided(ctx, r.ref)
	if err != nil {
		return nil, nil, false, err
	}
	for k := range r.asked {
		q := &r.asked[k]
		span := r.claims[q.Index].Span
		if _, ok := answers[q.ID]; ok || slices.ContainsFunc(decided, span.Overlaps) {
			continue
		}
		text, err := p.Model.Ask(ctx, ask.Instructions, q.Text)
		switch {
		case ctx.Err() != nil:
			return nil, nil, false, ctx.Err()
		case errors.Is(err, ask.ErrNoAnswer):
			note("model %s: %v", p.Model.Name(), err)
			continue
		case err != nil:
			note("model %s: %v", p.Model.Name(), err)
			p.Log.Warn("the model cannot be asked", "model", p.Model.Name(), "error", err)
			return fresh, notes, false, nil
		case len(text) > store.MaxAnswer:
			note("model %s: %v", p.Model.Name(), isnad.ErrTooLarge)
			continue
		}
		if _, err := ask.Parse(text); err != nil { // kept all the same: it would be said again
			note("model %s: %v", p.Model.Name(), err)
		}
		fresh = append(fresh, store.Answer{Question: q.ID, Report: r.ref.ID, Model: p.Model.Name(), Time: time.Now().UTC().Truncate(time.Microsecond), Text: text})
	}
	return fresh, notes, true, nil
}

// decided are the passages of a report's version that people decided about: nobody
// else is asked about those.
func (p *Pipeline) decided(ctx context.Context, ref store.ReportRef) ([]isnad.Span, error) {
	var out []isnad.Span
	q := store.ClaimQuery{Report: ref.ID, Version: ref.Version, Page: store.Page{Limit: 500}}
	for {
		claims, next, err := p.Store.Claims(ctx, q)
		if err != nil {
			return nil, fmt.Errorf("looking for decided claims: %w", err)
		}
		for i := range claims {
			if d := claims[i].Decision; d != nil && d.Act != "" {
				out = append(out, claims[i].Span)
			}
		}
		if next == "" {
			return out, nil
		}
		q.After = next
	}
}
