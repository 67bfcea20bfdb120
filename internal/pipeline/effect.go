package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"isnad"
	"isnad/internal/store"
)

// effect does to what is shown what a ruling says, within the transaction that
// carries the decision out, and returns the notices that tell the world; to record
// them is the caller's. c and act are as they will be recorded after it: an
// erasure blots out words in them too. The transaction must have asked for
// LockEffects before every other lock.
//
// Errors wrap isnad.ErrRefused, with words for the person, where the effect makes
// no sense as things stand now.
func (p *Pipeline) effect(ctx context.Context, tx *store.Tx, c *isnad.Case, r *isnad.Ruling, act *isnad.CaseAct) ([]isnad.Notice, error) {
	if r == nil || r.Effect == "" {
		return nil, nil
	}
	e := effect{p: p, ctx: ctx, tx: tx, c: c, r: r, act: act, report: cmp.Or(r.Report, c.Report)}
	if err := e.look(); err != nil {
		return nil, fmt.Errorf("carrying out %s of case %s: %w", r.Effect, c.ID, err)
	}
	notices, err := e.do()
	if err != nil {
		return nil, fmt.Errorf("carrying out %s of case %s: %w", r.Effect, c.ID, err)
	}
	return notices, nil
}

// checkEffect tells whether a ruling could be carried out as things stand now; the
// error is as that of effect. Nothing is written.
func (p *Pipeline) checkEffect(ctx context.Context, tx *store.Tx, c *isnad.Case, r *isnad.Ruling) error {
	if r == nil || r.Effect == "" {
		return nil
	}
	e := effect{p: p, ctx: ctx, tx: tx, c: c, r: r, act: &isnad.CaseAct{}, report: cmp.Or(r.Report, c.Report)}
	return e.look()
}

// effect is one effect under way.
type effect struct {
	p      *Pipeline
	ctx    context.Context
	tx     *store.Tx
	c      *isnad.Case
	r      *isnad.Ruling
	act    *isnad.CaseAct
	report string

	stands   *isnad.Report // the present version; nil where the report is removed
	removed  *store.Removal
	standing isnad.Standing
	of       *isnad.Notice // of a restoration
}

func refuse(format string, args ...any) error {
	return fmt.Errorf(format+": %w", append(args, isnad.ErrRefused)...)
}

// look finds how the report stands and refuses what makes no sense then.
func (e *effect) look() error {
	if e.report == "" {
		return refuse("the case is about no one report, and the decision names none")
	}
	removed, err := e.tx.Removed([]string{e.report})
	if err != nil {
		return err
	}
	if m, ok := removed[e.report]; ok {
		e.removed = &m
	} else if e.stands, err = e.present(); err != nil {
		return err
	}
	all, err := e.tx.Standings([]string{e.report})
	if err != nil {
		return err
	}
	e.standing = all[e.report]
	switch e.r.Effect {
	case isnad.EffectRestoration:
		return e.lookBack()
	case isnad.EffectErasure:
		if e.removed != nil && e.removed.Erased {
			return refuse("report %s was erased by notice %s; nothing of it is left", e.report, e.removed.Notice)
		}
		return nil
	case isnad.EffectRemoval:
		if e.removed != nil && (e.removed.Erased || e.removed.Legal || !e.r.Legal) {
			return refuse("report %s was removed before, by notice %s", e.report, e.removed.Notice)
		}
		return nil
	}
	if e.removed != nil {
		return refuse("report %s was removed by notice %s; it must be restored before anything can be said of it", e.report, e.removed.Notice)
	}
	if e.r.Effect == isnad.EffectRetraction && e.standing.Retracted != "" {
		return refuse("report %s was retracted before, by notice %s", e.report, e.standing.Retracted)
	}
	if e.r.Effect == isnad.EffectCorrection {
		if fixed := e.corrected(); fixed.Title == e.stands.Title && fixed.Text == e.stands.Text {
			return refuse("the corrected text is the one that is shown: nothing would change")
		}
	}
	return nil
}

// present is the present version of the report.
func (e *effect) present() (*isnad.Report, error) {
	refs, err := e.tx.Present([]string{e.report})
	if err != nil {
		return nil, err
	}
	for ref := range refs {
		list, err := e.tx.Reports([]store.ReportRef{ref})
		if err != nil {
			return nil, err
		}
		return &list[0], nil
	}
	return nil, refuse("there is no report %s", e.report)
}

// lookBack finds the notice that a restoration ends.
func (e *effect) lookBack() error {
	open := func(n *isnad.Notice) bool { return n.Kind != isnad.NoticeRestoration && n.Undone == "" }
	for i := range e.standing.Notices {
		n := &e.standing.Notices[i]
		if e.r.Of == "" && open(n) || e.r.Of == n.ID {
			e.of = n
		}
	}
	switch {
	case e.of == nil && e.r.Of != "":
		return refuse("report %s has no notice %s", e.report, e.r.Of)
	case e.of == nil:
		return refuse("report %s has no notice in force that could be undone", e.report)
	case !open(e.of):
		return refuse("notice %s holds no longer", e.of.ID)
	case e.of.Erased:
		return refuse("the bytes of report %s were destroyed by notice %s; they cannot be brought back", e.report, e.of.ID)
	}
	return nil
}

func (e *effect) do() ([]isnad.Notice, error) {
	n := e.notice(e.report)
	var err error
	switch e.r.Effect {
	case isnad.EffectCorrection:
		n.Kind, n.Text = isnad.NoticeCorrection, e.r.Reasons
		err = e.correct(&n)
	case isnad.EffectClarification:
		n.Kind, n.Text = isnad.NoticeClarification, e.r.Body
	case isnad.EffectRetraction:
		n.Kind, n.Text = isnad.NoticeRetraction, e.r.Reasons
	case isnad.EffectReply:
		n.Kind, n.Text = isnad.NoticeReply, cmp.Or(e.r.Body, e.c.Form.Reply)
		if len(e.c.About) > 0 && e.c.About[0] == 'k' {
			n.Claim = e.c.About
		}
	case isnad.EffectRestoration:
		n.Kind, n.Text, n.Of = isnad.NoticeRestoration, e.r.Reasons, e.of.ID
		err = e.restore(&n)
	case isnad.EffectRemoval:
		n = e.removal(e.report)
		err = e.remove(&n)
	case isnad.EffectErasure:
		return e.erase()
	default:
		err = refuse("%.40q is no effect", string(e.r.Effect))
	}
	if err != nil {
		return nil, err
	}
	return []isnad.Notice{n}, nil
}

// notice is what all notices about a report have in common.
func (e *effect) notice(report string) isnad.Notice {
	n := isnad.Notice{
		ID: NoticeID(e.c.ID, e.act.Number, report), Report: report,
		Issued: e.act.Time, Case: e.c.ID, Act: e.act.Number, By: e.act.Name,
	}
	if e.stands != nil {
		n.Source, n.Title, n.From = e.stands.Source, e.stands.Title, e.stands.Version
	} else if e.removed != nil {
		n.Source = e.removed.Source
	}
	if report == e.c.Report && e.stands != nil && e.c.Span != nil {
		span := *e.c.Span
		n.Span, n.From = &span, cmp.Or(e.c.Version, n.From)
	}
	return n
}

// removal is a notice that says nothing of what was removed but where it stood.
func (e *effect) removal(report string) isnad.Notice {
	n := e.notice(report)
	n.Kind, n.Text, n.Legal = isnad.NoticeRemoval, e.r.Reasons, e.r.Legal
	n.Title, n.Span, n.From = "", nil, 0
	return n
}

// remove takes a report out of all that is shown. Its bytes stay.
func (e *effect) remove(n *isnad.Notice) error {
	left, err := e.tx.Remove(store.Removal{Report: n.Report, Notice: n.ID, Since: n.Issued, Legal: n.Legal, Erased: n.Erased})
	if err != nil {
		return err
	}
	n.Source = cmp.Or(left.Source, n.Source)
	return e.settle(left)
}

// settle sums up again what a report leaves behind, and has its copies traced again.
func (e *effect) settle(left store.Left) error {
	if len(left.Incidents) > 0 {
		if err := e.p.sumAgain(e.tx, left.Incidents); err != nil {
			return err
		}
	}
	refs := slices.Clone(left.Copies)
	slices.SortFunc(refs, func(a, b store.ReportRef) int { return cmp.Compare(a.ID, b.ID) })
	for part := range slices.Chunk(refs, batch) {
		copies, err := e.tx.Reports(part)
		if err != nil {
			return err
		}
		if err := e.tx.Queue(store.Step{Kind: store.StepTrace, Capture: copies[0].Capture, Reports: part}); err != nil {
			return err
		}
	}
	return nil
}

// restore ends what an earlier notice did.
func (e *effect) restore(n *isnad.Notice) error {
	switch e.of.Kind {
	case isnad.NoticeRemoval:
		return e.bringBack()
	case isnad.NoticeCorrection:
		present, capture, err := e.tx.Uncorrect(e.of.ID)
		if errors.Is(err, isnad.ErrNotFound) && e.removed != nil { // its versions are not read now
			return nil
		}
		if err != nil {
			return err
		}
		n.To = present.Version
		return e.tx.Queue(store.Step{Kind: store.StepAttribute, Capture: capture, Reports: []store.ReportRef{present}})
	}
	return nil // the notice itself is all there is
}

// bringBack has a removed report read again, unless an earlier removal still holds.
func (e *effect) bringBack() error {
	for i := range e.standing.Notices {
		x := &e.standing.Notices[i]
		if x.ID == e.of.ID || x.Kind != isnad.NoticeRemoval || x.Undone != "" {
			continue
		}
		_, err := e.tx.Remove(store.Removal{Report: e.report, Notice: x.ID, Since: x.Issued, Legal: x.Legal, Erased: x.Erased})
		return err
	}
	from, err := e.tx.Restore(e.report)
	if err != nil {
		return err
	}
	steps := make([]store.Step, len(from))
	for i, r := range from {
		steps[i] = store.Step{Kind: store.StepExtract, Capture: r.Capture, Offset: r.Place, Only: e.report}
	}
	return e.tx.Queue(steps...)
}
