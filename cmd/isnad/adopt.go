package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/internal/pipeline"
)

type logCommand struct {
	Adopt logAdopt `cmd:"" help:"Go on with a log that is ahead of its database, as after a copy of the database was put back: show what the database lacks, and with --yes enter into the log that nobody knows any more what those entries vouch for."`
}

type logAdopt struct {
	Yes bool `help:"Do it. Without it, it is only shown what would be done."`
}

// Run shows what the log holds that the database lacks, and goes on with the log.
func (a *logAdopt) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	ahead, err := h.pipeline.LogAhead(ctx)
	if errors.Is(err, pipeline.ErrNothingAhead) {
		_, err := fmt.Fprintln(c.out, "the database knows of every entry of the log; there is nothing to do")
		return err
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "The log has %d entries, the database knows of %d.\nIt lacks those from %d on, written from %s to %s: %s.\n", ahead.To, ahead.From, ahead.From,
		ahead.First.Format(time.RFC3339), ahead.Last.Format(time.RFC3339), kindsWords(ahead.Kinds))
	if !a.Yes {
		_, err := fmt.Fprintln(c.out, "If a newer copy of the database exists, restore that instead. If not, isnad log adopt --yes goes on with the log:\nit enters that nothing is left of what these entries vouch for. What was removed since must be removed again (docs/operating.md, Backup).")
		return err
	}
	return h.adopt(ctx, c)
}

func kindsWords(kinds map[isnad.EntryKind]int64) string {
	var out []string
	for _, k := range isnad.EntryKinds() {
		if kinds[k] > 0 {
			out = append(out, fmt.Sprintf("%d %s", kinds[k], k))
		}
	}
	return strings.Join(slices.Clip(out), ", ")
}

// tellAhead says loudly that the database is older than its log.
func (h *house) tellAhead(ctx context.Context, c console) error {
	ahead, err := h.pipeline.LogAhead(ctx)
	if errors.Is(err, pipeline.ErrNothingAhead) || errors.Is(err, pipeline.ErrOtherLog) || errors.Is(err, isnad.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.err, "isnad: WARNING: the log has %d entries, the database knows of %d: %v.\nisnad: What was removed or erased since may be shown again. Nothing is appended to the log until that is settled.\n", ahead.To, ahead.From, pipeline.ErrAhead)
	return nil
}

// maxCheckpoint is in bytes.
const maxCheckpoint = 64 << 10

// seenCheckpoint reads a checkpoint from a file or an address.
func (h *house) seenCheckpoint(ctx context.Context, from string) ([]byte, error) {
	var in io.ReadCloser
	if strings.HasPrefix(from, "https://") || strings.HasPrefix(from, "http://") {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, from, nil)
		if err != nil {
			return nil, fmt.Errorf("%w: --checkpoint: %w", errUse, err)
		}
		res, err := (&http.Client{Timeout: 30 * time.Second}).Do(req)
		if err != nil {
			return nil, fmt.Errorf("reading the published checkpoint: %w", err)
		}
		if in = res.Body; res.StatusCode != http.StatusOK {
			return nil, errors.Join(fmt.Errorf("reading the published checkpoint: %s answers %s", from, res.Status), in.Close())
		}
	} else {
		f, err := os.Open(from)
		if err != nil {
			return nil, fmt.Errorf("reading the checkpoint: %w", err)
		}
		in = f
	}
	b, err := io.ReadAll(io.LimitReader(in, maxCheckpoint+1))
	if err = errors.Join(err, in.Close()); err == nil && len(b) > maxCheckpoint {
		err = isnad.ErrTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("reading the checkpoint: %w", err)
	}
	return b, nil
}
