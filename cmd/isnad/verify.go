package main

import (
	"context"
	"fmt"
	"log/slog"

	"isnad/internal/store"
)

type verifyCommand struct {
	Checkpoint string `help:"A checkpoint of the log that was seen elsewhere, which the log must hold: a file, or the address of a published one (https://…/log/checkpoint)." placeholder:"FILE|URL"`
}

// Run names everything that does not agree.
func (v *verifyCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	var seen []byte
	if v.Checkpoint != "" {
		if seen, err = h.seenCheckpoint(ctx, v.Checkpoint); err != nil {
			return err
		}
	}
	return h.verify(ctx, c, seen)
}

// verify names everything that does not agree; seen is a checkpoint of the log from
// elsewhere, nil for none.
func (h *house) verify(ctx context.Context, c console, seen []byte) error {
	faults, captures := 0, 0
	bar := newProgress(c.err)
	fault := func(what string) {
		faults++
		bar.clear()
		fmt.Fprintln(c.err, "isnad:", plain(what))
	}
	if seen != nil {
		if err := h.pipeline.CheckSeen(ctx, seen); err != nil {
			fault(err.Error())
		}
	}
	err := h.pipeline.Verify(ctx, fault,
		func(what string) { bar.clear(); fmt.Fprintln(c.err, "isnad: note:", plain(what)) },
		func() { captures++; bar.kept(captures) })
	bar.end()
	if err != nil {
		return err
	}
	if faults > 0 {
		fmt.Fprintf(c.err, "isnad: %d faults\n", faults)
		return errReported
	}
	_, err = fmt.Fprintf(c.out, "%d captures checked: archive, database and log agree\n", captures)
	return err
}

type rebuildCommand struct {
	Stage string `arg:"" optional:"" enum:"extract,attribute,ask,trace,reconcile" default:"extract" help:"First step to do again: extract, attribute, trace or reconcile; or ask, to ask the model what it has not answered yet."`
}

// Run derives again. Until it is done the site shows what there is so far.
func (r rebuildCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if r.Stage == string(store.StepAsk) && h.pipeline.Model == nil {
		return fmt.Errorf("%w: there is nobody to ask without --model-url", errUse)
	}
	bar := newProgress(c.err)
	h.pipeline.Progress = bar.done
	if err := h.store.Clear(ctx, store.StepKind(r.Stage)); err != nil {
		return fmt.Errorf("clearing what was derived: %w", err)
	}
	working, finish := h.work(ctx, true)
	err = h.settle(working)
	bar.end()
	err = outcome(err, finish())
	h.writeLog(ctx, log)
	if err != nil {
		return err
	}
	t, err := h.store.Totals(ctx)
	if err != nil {
		return fmt.Errorf("counting: %w", err)
	}
	_, err = fmt.Fprintf(c.out, "%d reports, %d claims, %d incidents\n", t.Reports, t.Claims, t.Incidents)
	return err
}
