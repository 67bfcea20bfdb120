package pipeline

import (
	"context"
	"errors"
	"fmt"

	"isnad"
	"isnad/internal/store"
)

// Verify reads the archive and the database whole and calls fault for everything
// that does not agree: a capture whose bytes are gone or altered, and whatever
// Store.Check finds, a log that is not what the database has. note is told what is odd but harmless: a blob that nothing
// speaks of is what a crash between archive and database leaves. step is told after
// each capture. The error is for what kept it from reading, not for what it found.
func (p *Pipeline) Verify(ctx context.Context, fault, note func(string), step func()) error {
	spoken := map[isnad.Hash]bool{}
	checked := map[isnad.Hash]bool{}
	cut := map[isnad.Hash]store.CutBlob{}
	if err := p.Store.CutBlobs(ctx, func(b store.CutBlob) error { cut[b.SHA256] = b; return nil }); err != nil {
		return err
	}
	waiting, err := p.Store.WaitingCuts(ctx)
	if err != nil {
		return err
	}
	waits := map[isnad.Hash]bool{}
	for _, k := range waiting {
		waits[k.SHA256] = true
	}
	if len(waits) > 0 {
		note(fmt.Sprintf("the bytes of %d files wait for the step that destroys what was erased of them", len(waits)))
	}
	err = p.Store.Captures(ctx, func(c isnad.Capture) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		spoken[c.SHA256] = true
		if c.Container != "" {
			spoken[c.Container] = true
		}
		if !checked[c.SHA256] {
			checked[c.SHA256] = true
			kept := c.SHA256
			if b, some := cut[c.SHA256]; some {
				if kept = b.Now; kept != "" {
					spoken[kept] = true
				}
				if err := p.Archive.Check(c.SHA256); c.SHA256 != kept && !errors.Is(err, isnad.ErrNotFound) && !waits[c.SHA256] {
					fault(fmt.Sprintf("capture %s: bytes %s were erased and are in the archive", c.ID, c.SHA256))
				}
			}
			switch err := p.Archive.Check(kept); {
			case kept == "":
			case errors.Is(err, isnad.ErrNotFound):
				fault(fmt.Sprintf("capture %s: its bytes %s are not in the archive", c.ID, kept))
			case err != nil:
				fault(fmt.Sprintf("capture %s: %v", c.ID, err))
			}
		}
		step()
		return nil
	})
	if err != nil {
		return fmt.Errorf("reading the captures: %w", err)
	}
	orphans := 0
	err = p.Archive.Walk(func(h isnad.Hash, size int64) error {
		if !spoken[h] {
			orphans++
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("walking the archive: %w", err)
	}
	if orphans > 0 {
		note(fmt.Sprintf("%d blobs in the archive that no capture speaks of (kept; they harm nothing)", orphans))
	}
	if err := p.Store.Check(ctx, fault); err != nil {
		return fmt.Errorf("checking the database: %w", err)
	}
	return p.checkLog(ctx, fault, note)
}
