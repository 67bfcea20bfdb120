package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"isnad/internal/export"
)

type forgetCommand struct {
	DryRun bool `name:"dry-run" help:"Only say what would be forgotten."`

	forgetFlags
}

// Run forgets what is due, or says what would be.
func (f *forgetCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	h.pipeline.Retention = f.retention()
	now := time.Now().UTC()
	old, err := h.pipeline.Old(ctx, now)
	if err != nil {
		return err
	}
	if !f.DryRun {
		if err := h.pipeline.Forget(ctx, now); err != nil {
			return err
		}
	}
	if cmds.Format == string(export.JSONL) {
		return json.NewEncoder(c.out).Encode(map[string]any{"dry_run": f.DryRun, "cases": append([]string{}, old.Cases...), "submissions": append([]string{}, old.Offers...),
			"accesses": old.Accesses, "sessions": old.Sessions, "sign_ins": old.SignIns})
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
	_, err = fmt.Fprintf(c.out, "%s: who opened %d cases, who handed in %d reports, %d looks at originals, %d sessions, %d sign-ins\n",
		said, len(old.Cases), len(old.Offers), old.Accesses, old.Sessions, old.SignIns)
	return err
}
