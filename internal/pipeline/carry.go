package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/store"
)

// Protection is what keeps things from being shown: a report that was removed, or a
// measure for the safety of people. It is what a database that was put back from a
// copy has to learn of, since the copy still holds the words.
type Protection struct {
	Removed *Removed       `json:"removed,omitempty"`
	Measure *isnad.Measure `json:"measure,omitempty"` // with the words that it hides
}

// Removed is a report that was removed or erased by a decision.
type Removed struct {
	Report string    `json:"report"`
	Notice string    `json:"notice"` // ID
	Case   string    `json:"case"`   // ID
	Since  time.Time `json:"since"`  // UTC
	Legal  bool      `json:"legal,omitempty"`
	Erased bool      `json:"erased,omitempty"`
	Text   string    `json:"text"` // of the notice
}

// Protections calls fn for everything that is removed, hidden or held back now.
func (p *Pipeline) Protections(ctx context.Context, fn func(Protection) error) error {
	removed, err := p.Store.LastRemoved(ctx, 1<<31-1)
	if err != nil {
		return err
	}
	erased := map[string]bool{}
	slices.Reverse(removed) // the oldest first
	for _, m := range removed {
		erased[m.Report] = m.Erased
		n, err := p.Store.Notice(ctx, m.Notice)
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		if err := fn(Protection{Removed: &Removed{m.Report, m.Notice, n.Case, m.Since, m.Legal, m.Erased, n.Text}}); err != nil {
			return err
		}
	}
	var measures []isnad.Measure
	for page := (store.Page{Limit: 1000}); ; {
		list, next, err := p.Store.Measures(ctx, store.MeasureQuery{Page: page})
		if err != nil {
			return err
		}
		measures = append(measures, list...)
		if page.After = next; next == "" {
			break
		}
	}
	slices.Reverse(measures)
	for i := range measures {
		if erased[measures[i].About] {
			continue // nothing is left that it could hide
		}
		if err := fn(Protection{Measure: &measures[i]}); err != nil {
			return err
		}
	}
	return nil
}

// Carried is what CarryOver did.
type Carried struct {
	Removed, Erased, Measures int
	Known                     int // were in force here
	Absent                    int // are about what is not here
}

// CarryOver puts into force what protects people and was not in force here: each
// removal as a decision of the operator in a case of its own, which names the notice
// that it carries over; each measure as it was. Steps that follow are queued. Where
// one fails the others are carried over all the same, and the error names it; it may
// be called again. Reports that wait to be read are not known yet: steps that wait
// are to be done before.
func (p *Pipeline) CarryOver(ctx context.Context, list []Protection) (done Carried, err error) {
	var errs []error
	for i := range list {
		x := &list[i]
		about, carry := "", func() error { return nil }
		switch {
		case x.Removed != nil:
			about, carry = x.Removed.Report, func() error { return p.carryRemoval(ctx, x.Removed, &done) }
		case x.Measure != nil:
			about, carry = x.Measure.About, func() error { return p.carryMeasure(ctx, x.Measure, &done) }
		}
		if err := carry(); err != nil {
			errs = append(errs, fmt.Errorf("carrying over what was decided about %.40q: %w", about, err))
		}
		if err := ctx.Err(); err != nil {
			return done, errors.Join(append(errs, err)...)
		}
	}
	return done, errors.Join(errs...)
}

// absent counts what is about a report or an incident that is not here. One that is
// here and held back is not shown now, and would be later: that is an error.
func (p *Pipeline) absent(ctx context.Context, about string, done *Carried) error {
	held := false
	err := p.Store.Begin(ctx, func(tx *store.Tx) error {
		at, err := tx.ReadAt(about)
		held = len(at) > 0
		return err
	})
	if err == nil && held {
		return fmt.Errorf("the report is held back here, and nothing of it can be removed or hidden; lift that, and carry over once more: %w", isnad.ErrConflict)
	}
	if err == nil {
		done.Absent++
	}
	return err
}

func (p *Pipeline) carryRemoval(ctx context.Context, m *Removed, done *Carried) error {
	is, err := p.Store.Removed(ctx, []string{m.Report})
	if err != nil {
		return err
	}
	if now, some := is[m.Report]; some && (now.Erased || !m.Erased) && (now.Legal || !m.Legal) {
		done.Known++
		return nil
	}
	// A removal of which the copy knows, and which holds no more there, was undone.
	if _, err := p.Store.Notice(ctx, m.Notice); !errors.Is(err, isnad.ErrNotFound) {
		if err == nil {
			done.Known++
		}
		return err
	}
	reasons := fmt.Sprintf("Carried over from notice %s of %s, case %s, after the archive was put back from a copy that is older than it.",
		m.Notice, m.Since.UTC().Format("2006-01-02"), cmp.Or(m.Case, "unknown"))
	if m.Text != "" {
		reasons += "\n\n" + m.Text
	}
	if r := []rune(reasons); len(r) > casework.MaxText {
		reasons = string(r[:casework.MaxText])
	}
	by := casework.By{Actor: isnad.ActorOperator}
	c, _, err := p.OpenCase(ctx, isnad.CaseForm{Kind: isnad.CasePrivacy, About: m.Report, Text: "Carried over: see the decision."}, nil, by)
	if errors.Is(err, isnad.ErrNotFound) {
		return p.absent(ctx, m.Report, done)
	}
	if err != nil {
		return err
	}
	ruling := &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: reasons, Effect: isnad.EffectRemoval, Legal: m.Legal}
	if m.Erased {
		ruling.Effect = isnad.EffectErasure
	}
	for _, a := range []isnad.CaseAct{{Kind: isnad.CaseDecide, Ruling: ruling}, {Kind: isnad.CaseCarryOut}} {
		if c, err = p.ActOnCase(ctx, c.ID, a, nil, by); err != nil {
			return err
		}
	}
	if m.Erased {
		done.Erased++
	} else {
		done.Removed++
	}
	return nil
}

func (p *Pipeline) carryMeasure(ctx context.Context, m *isnad.Measure, done *Carried) error {
	if _, _, err := p.Store.Measure(ctx, m.ID); err == nil || !errors.Is(err, isnad.ErrNotFound) {
		if err == nil {
			done.Known++
		}
		return err
	}
	if m.Kind == isnad.MeasureHold && !m.Until.After(now()) {
		return nil // its time has come
	}
	same := *m
	same.Marks = slices.Clone(m.Marks)
	switch err := p.protect(ctx, &same); {
	case errors.Is(err, isnad.ErrNotFound):
		return p.absent(ctx, m.About, done)
	case err != nil:
		return err
	}
	done.Measures++
	return nil
}
