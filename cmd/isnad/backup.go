package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"isnad/internal/backup"
	"isnad/internal/pipeline"
)

type backupCommand struct {
	File string `arg:"" help:"File to write; - for standard output. One that is there is replaced once the new one is whole."`

	WithoutKey bool `help:"Leave the private key of the log out. What is restored from it goes on with the log only once the key is put back."`
}

// erasurePatience is how long a backup waits for a step that destroys bytes, and
// backupTries how often it begins again where something was erased meanwhile.
const (
	erasurePatience = 30 * time.Second
	backupTries     = 3
)

// Run writes database, archive and log of one moment into one file.
func (b *backupCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if err := h.erasuresDone(ctx); err != nil {
		return err
	}
	h.writeLog(ctx, log)
	bar := newProgress(c.err)
	from := backup.House{Store: h.store, Archive: h.archive, LogDir: h.pipeline.Ledger.Dir, Program: programVersion(), WithoutKey: b.WithoutKey, Progress: bar.copied}
	var m backup.Manifest
	if b.File == "-" {
		m, err = backup.Write(ctx, c.out, from)
		bar.end()
		return err // standard output holds the backup, so nothing is said there
	}
	for try := 1; ; try++ {
		err = replaceFile(b.File, func(w io.Writer) (err error) {
			m, err = backup.Write(ctx, w, from)
			return err
		})
		if !errors.Is(err, backup.ErrErased) || try == backupTries {
			break
		}
		bar.clear()
		fmt.Fprintln(c.err, "isnad: something was erased by a decision meanwhile; the backup is begun anew")
		if err := h.erasuresDone(ctx); err != nil {
			return err
		}
	}
	bar.end()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s: %s\n", plain(b.File), manifestWords(&m))
	return err
}

// erasuresDone waits until no bytes wait to be destroyed.
func (h *house) erasuresDone(ctx context.Context) error {
	for end := time.Now().Add(erasurePatience); ; {
		e, err := h.store.Erasing(ctx)
		if err != nil || e.Waiting == 0 {
			return err
		}
		if time.Now().After(end) {
			return backup.ErrErasing
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func manifestWords(m *backup.Manifest) string {
	s := fmt.Sprintf("%d captures", m.Captures)
	if m.Log == nil {
		return s + ", no log yet"
	}
	s += fmt.Sprintf(", log of %d entries", m.Log.Size)
	if !m.Log.Key {
		s += " without its private key"
	}
	return s
}

type restoreCommand struct {
	File string `arg:"" help:"File that isnad backup wrote; - for standard input."`

	Log      string `help:"Folder of the same log in a later state, that is gone on with instead of the one in the backup." type:"existingdir" placeholder:"DIR"`
	Removals string `help:"Carry over what was removed, erased, hidden or held back since the backup was made: from a data folder, a postgres:// address, or a file that isnad export removals wrote." placeholder:"FROM"`
}

// Run puts a backup into an empty data folder and an empty database, and verifies it.
func (r *restoreCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	since, err := readRemovals(ctx, r.Removals)
	if err != nil {
		return err
	}
	m, err := r.put(ctx, c, cmds)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "restored as of %s: %s\n", m.Made.Format(time.RFC3339), manifestWords(&m))
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	if r.Log != "" {
		if err := h.adopt(ctx, c); err != nil {
			return err
		}
	}
	if r.Removals != "" {
		if err := h.carryOver(ctx, c, since); err != nil {
			return err
		}
		h.writeLog(ctx, log)
	}
	return h.verify(ctx, c, nil)
}

// put reads the file.
func (r *restoreCommand) put(ctx context.Context, c console, cmds *commands) (backup.Manifest, error) {
	in := c.in
	if r.File != "-" {
		f, err := os.Open(r.File)
		if err != nil {
			return backup.Manifest{}, fmt.Errorf("reading the backup: %w", err)
		}
		defer f.Close() // only read
		in = f
	}
	if _, err := cmds.dsn(); err != nil {
		return backup.Manifest{}, err
	}
	bar := newProgress(c.err)
	defer bar.end()
	return backup.Read(ctx, in, backup.Target{Data: cmds.Data, Database: cmds.Database, Log: r.Log, Progress: bar.copied})
}

// whole refuses a data folder into which a restore was cut short.
func (c *commands) whole() error {
	if backup.Unfinished(c.Data) {
		return fmt.Errorf("a restore into %s was cut short: what is in it is not whole; empty it and restore again", c.Data)
	}
	return nil
}

// adopt has the log, which is ahead of the database, gone on with.
func (h *house) adopt(ctx context.Context, c console) error {
	a, err := h.pipeline.AdoptLog(ctx)
	if errors.Is(err, pipeline.ErrNothingAhead) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, adoptionWords(&a))
	return err
}

func adoptionWords(a *pipeline.Ahead) string {
	return fmt.Sprintf("entries %d to %d of the log were not in the database: %d found their content there, of %d nothing is left; that stands in the log now", a.From, a.To-1, a.Found, a.Lost())
}
