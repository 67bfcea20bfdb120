package ledger

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isnad"
)

// hourName is how an hour is written in addresses and names of files, in UTC.
const hourName = "2006-01-02T15Z"

// Hour is the first checkpoint of an hour in which the log grew. It is never
// changed, so that people can note it down, print it, have it stamped.
type Hour struct {
	Name string // 2026-03-04T05Z
	Checkpoint
	Stamp []byte // RFC 3161 response for Text, nil for none
}

// KeepHour keeps the last checkpoint under its hour where none is kept, and has it
// stamped. An authority that cannot be reached is asked again by the next call. It
// is to be called by who holds Lock.
func (l *Log) KeepHour(ctx context.Context, now time.Time, stamps *Stamps) error {
	c, err := l.Checkpoint()
	if errors.Is(err, isnad.ErrNotFound) || err == nil && c.Size == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	names, err := l.Hours()
	if err != nil {
		return err
	}
	name := now.UTC().Format(hourName)
	kept := ""
	if len(names) > 0 {
		kept = names[0]
	}
	if kept != name {
		var old []byte
		if kept != "" {
			if old, err = readSmall(l.hour(kept)); err != nil {
				return fmt.Errorf("reading the checkpoint of an hour: %w", err)
			}
		}
		if !sameNote(old, c.Text) {
			err := os.MkdirAll(filepath.Join(l.dir, "hourly"), 0o755)
			if err == nil {
				err = writeFile(l.hour(name), c.Text, 0o644)
			}
			if err != nil {
				return fmt.Errorf("keeping the checkpoint of an hour: %w", err)
			}
			kept = name
		}
	}
	if stamps == nil || kept == "" {
		return nil
	}
	if _, err := os.Stat(l.hour(kept) + ".tsr"); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	text, err := readSmall(l.hour(kept))
	if err != nil {
		return fmt.Errorf("reading the checkpoint of an hour: %w", err)
	}
	stamp, err := stamps.stamp(ctx, text)
	if err == nil {
		err = writeFile(l.hour(kept)+".tsr", stamp, 0o644)
	}
	if err != nil {
		return fmt.Errorf("having the checkpoint of %s stamped: %w", kept, err)
	}
	return nil
}

func (l *Log) hour(name string) string { return filepath.Join(l.dir, "hourly", name) }

// Hours are the names of the hours whose checkpoint is kept, the last one first.
func (l *Log) Hours() ([]string, error) {
	files, err := os.ReadDir(filepath.Join(l.dir, "hourly"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("listing the checkpoints of hours: %w", err)
	}
	var out []string
	for _, f := range files {
		if _, err := time.Parse(hourName, f.Name()); err == nil {
			out = append(out, f.Name())
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out, nil
}

// Hour returns the checkpoint of an hour; isnad.ErrNotFound where none is kept.
func (l *Log) Hour(name string) (Hour, error) {
	h := Hour{Name: name}
	if _, err := time.Parse(hourName, name); err != nil || strings.ContainsAny(name, "/\\") {
		return h, fmt.Errorf("%.40q is no hour: %w", name, isnad.ErrNotFound)
	}
	text, err := readSmall(l.hour(name))
	if errors.Is(err, fs.ErrNotExist) {
		return h, fmt.Errorf("the log did not grow in the hour %s: %w", name, isnad.ErrNotFound)
	}
	if err == nil {
		h.Checkpoint, err = l.ReadCheckpoint(text)
	}
	if err != nil {
		return h, fmt.Errorf("reading the checkpoint of %s: %w", name, err)
	}
	h.Stamp, err = readSmall(l.hour(name) + ".tsr")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return h, fmt.Errorf("reading the time stamp of %s: %w", name, err)
	}
	return h, nil
}
