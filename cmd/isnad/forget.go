package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"isnad/internal/export"
	"isnad/internal/pipeline"
)

type forgetCommand struct {
	DryRun bool `name:"dry-run" help:"Only say what would be forgotten."`

	forgetFlags
}

// Run forgets what is due, or says what would be. What was forgotten is said also
// where something else failed.
func (f *forgetCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	h.pipeline.Retention = f.retention()
	now := time.Now().UTC()
	if f.DryRun {
		old, err := h.pipeline.Old(ctx, now)
		return errors.Join(err, f.say(c, cmds, old))
	}
	all, err := forgetAll(func() (pipeline.Old, error) { return h.pipeline.Forget(ctx, now) })
	return errors.Join(err, f.say(c, cmds, all))
}

// forgetAll calls forget until nothing more is due, or something fails, and returns
// all that was forgotten.
func forgetAll(forget func() (pipeline.Old, error)) (all pipeline.Old, err error) {
	for {
		did, err := forget()
		all.Cases, all.Offers = append(all.Cases, did.Cases...), append(all.Offers, did.Offers...)
		all.Accesses, all.Sessions, all.SignIns = all.Accesses+did.Accesses, all.Sessions+did.Sessions, all.SignIns+did.SignIns
		all.More = did.More
		if err != nil || !did.More || len(did.Cases)+len(did.Offers) == 0 {
			return all, err
		}
	}
}

// say says what was forgotten, or would be.
func (f *forgetCommand) say(c console, cmds *commands, old pipeline.Old) error {
	if cmds.Format == string(export.JSONL) {
		return json.NewEncoder(c.out).Encode(map[string]any{"dry_run": f.DryRun, "cases": append([]string{}, old.Cases...), "submissions": append([]string{}, old.Offers...),
			"accesses": old.Accesses, "sessions": old.Sessions, "sign_ins": old.SignIns, "more": old.More})
	}
	said := "forgotten"
	if f.DryRun {
		said = "would be forgotten"
	}
	for _, id := range old.Cases {
		fmt.Fprintf(c.out, "case %s: who opened it\n", id)
	}
	for _, id := range old.Offers {
		fmt.Fprintf(c.out, "submission %s: who handed it in\n", id)
	}
	if old.More {
		fmt.Fprintln(c.out, "there may be more cases and submissions: not all were looked at")
	}
	_, err := fmt.Fprintf(c.out, "%s: who opened %d cases, who handed in %d reports, %d looks at originals, %d sessions, %d sign-ins\n",
		said, len(old.Cases), len(old.Offers), old.Accesses, old.Sessions, old.SignIns)
	return err
}
