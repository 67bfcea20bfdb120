package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"isnad/internal/archive"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// maxRemovalLine is in bytes.
const maxRemovalLine = 4 << 20

// readRemovals reads what is removed, hidden or held back elsewhere: in the
// database of a data folder, at a postgres:// address, or in a file that isnad
// export removals wrote. Nothing where from is empty.
func readRemovals(ctx context.Context, from string) (list []pipeline.Protection, err error) {
	add := func(x pipeline.Protection) error { list = append(list, x); return nil }
	switch info, missing := os.Stat(from); {
	case from == "":
	case strings.HasPrefix(from, "postgres://"), strings.HasPrefix(from, "postgresql://"):
		err = protectionsIn(ctx, from, add)
	case missing != nil:
		err = missing
	case info.IsDir():
		db := filepath.Join(from, "isnad.db")
		if _, err = os.Stat(db); err == nil {
			err = protectionsIn(ctx, db, add)
		}
	default:
		err = protectionsOf(from, add)
	}
	if err != nil {
		return nil, fmt.Errorf("reading what was removed since: %w", err)
	}
	return list, nil
}

func protectionsIn(ctx context.Context, dsn string, add func(pipeline.Protection) error) (err error) {
	st, err := store.Open(ctx, dsn)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return pipeline.New(st, (*archive.Archive)(nil), slog.New(slog.DiscardHandler)).Protections(ctx, add)
}

func protectionsOf(name string, add func(pipeline.Protection) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // only read
	s := bufio.NewScanner(f)
	s.Buffer(nil, maxRemovalLine)
	for n := 1; s.Scan(); n++ {
		var x pipeline.Protection
		d := json.NewDecoder(strings.NewReader(s.Text()))
		d.DisallowUnknownFields()
		if err := d.Decode(&x); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if (x.Removed == nil) == (x.Measure == nil) {
			return fmt.Errorf("line %d is neither a removal nor a measure", n)
		}
		if err := add(x); err != nil {
			return err
		}
	}
	return s.Err()
}

// removals prints what is removed, hidden or held back now. It is for who keeps the
// archive: the words that measures hide stand in it.
func (x exporter) removals(ctx context.Context, p *pipeline.Pipeline) error {
	if x.format != "jsonl" {
		return fmt.Errorf("%w: removals are exported as jsonl", errUse)
	}
	e := json.NewEncoder(x.out)
	return p.Protections(ctx, func(y pipeline.Protection) error { return e.Encode(y) })
}

// carryOver puts into force what was removed, hidden or held back since the backup
// was made. Steps that wait are done before, since what nobody has read yet cannot be
// removed, and those that follow after it.
func (h *house) carryOver(ctx context.Context, c console, list []pipeline.Protection) error {
	steps := func() error {
		working, finish := h.work(ctx, true)
		return outcome(h.settle(working), finish())
	}
	err := steps()
	var done pipeline.Carried
	if err == nil {
		done, err = h.pipeline.CarryOver(ctx, list)
		err = errors.Join(err, tellCarried(c.out, &done), steps())
	}
	if err != nil {
		return fmt.Errorf("%w (not all that was removed elsewhere is removed here: do not serve it; isnad removals carries over once more)", err)
	}
	return nil
}

type removalsCommand struct {
	From string `arg:"" help:"A data folder, a postgres:// address, or a file that isnad export removals wrote."`
}

// Run carries over what was removed elsewhere, as restore --removals does.
func (r *removalsCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	list, err := readRemovals(ctx, r.From)
	if err != nil {
		return err
	}
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if err := h.carryOver(ctx, c, list); err != nil {
		return err
	}
	h.writeLog(ctx, log)
	return nil
}

func tellCarried(w io.Writer, d *pipeline.Carried) error {
	_, err := fmt.Fprintf(w, "carried over: %d removals, %d erasures, %d measures; %d were in force already, %d are about what the backup does not hold\n",
		d.Removed, d.Erased, d.Measures, d.Known, d.Absent)
	return err
}
