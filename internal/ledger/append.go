package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/api/layout"

	"isnad"
)

// Size is how many entries the tree has, those included that no checkpoint
// vouches for yet.
func (l *Log) Size() (int64, error) {
	raw, err := os.ReadFile(filepath.Join(l.files.Root, ".state", "treeState"))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	var state struct {
		Size uint64 `json:"size"`
	}
	if err == nil {
		err = json.Unmarshal(raw, &state)
	}
	if err == nil && state.Size >= 1<<40 {
		err = errors.New("that is no size of a log")
	}
	if err != nil {
		return 0, fmt.Errorf("reading the size of the log: %w", err)
	}
	return int64(state.Size), nil
}

// Append adds entries, in order; the index of the first must be Size. They are on
// the disk when it returns nil. It is to be called by who holds Lock.
func (l *Log) Append(ctx context.Context, entries []isnad.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	size, err := l.Size()
	if err != nil {
		return err
	}
	for i := range entries {
		if entries[i].Index != size+int64(i) {
			return fmt.Errorf("appending to the log: entry %d has index %d in the database", size+int64(i), entries[i].Index)
		}
	}
	// What was begun is ended: the writer of the tree would leave who waits waiting.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	opts, err := l.options(len(entries))
	if err != nil {
		return err
	}
	driver, err := l.driver(ctx)
	if err != nil {
		return fmt.Errorf("appending to the log: %w", err)
	}
	if err := os.MkdirAll(l.files.Root, 0o755); err != nil {
		return fmt.Errorf("appending to the log: %w", err)
	}
	appender, _, _, err := tessera.NewAppender(ctx, driver, opts)
	if err != nil {
		return fmt.Errorf("appending to the log: %w", err)
	}
	places := make([]tessera.IndexFuture, len(entries))
	for i := range entries { // with the last the batch is full and is written
		places[i] = appender.Add(ctx, tessera.NewEntry(Leaf(&entries[i])))
	}
	for i, place := range places {
		at, err := place()
		if err != nil {
			return fmt.Errorf("appending entry %d to the log: %w", entries[i].Index, err)
		}
		if int64(at.Index) != entries[i].Index {
			return fmt.Errorf("entry %d stands in the log at %d", entries[i].Index, at.Index)
		}
	}
	return nil
}

// tidy takes away partial tiles below what became full between two sizes.
func (l *Log) tidy(from, to uint64) error {
	var errs []error
	for level := uint64(0); to>>(layout.TileHeight*level) > 0; level++ {
		for i := from >> (layout.TileHeight * (level + 1)); i < to>>(layout.TileHeight*(level+1)); i++ {
			errs = append(errs, os.RemoveAll(filepath.Join(l.files.Root, layout.TilePath(level, i, 0)+".p")))
			if level == 0 {
				errs = append(errs, os.RemoveAll(filepath.Join(l.files.Root, layout.EntriesPath(i, 0)+".p")))
			}
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("tidying up the log: %w", err)
	}
	return nil
}
