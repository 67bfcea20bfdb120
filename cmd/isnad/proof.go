package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/ledger"
)

type proofCommand struct {
	ID     string `arg:"" help:"ID of a report, capture, case, notice or act."`
	Output string `short:"o" help:"File to write; standard output when left out." type:"path" placeholder:"FILE"`
}

// Run writes what a stranger needs to check, without isnad, that a thing stands in the log.
func (p proofCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	h.writeLog(ctx, log)
	l, err := ledger.Open(h.pipeline.Ledger.Dir)
	if err != nil {
		return err
	}
	entries, err := h.store.Provable(ctx, p.ID)
	if err != nil {
		return err
	}
	b, err := l.Bundle(ctx, p.ID, entries)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the proof: %w", err)
	}
	text = append(text, '\n')
	if p.Output == "" {
		_, err := c.out.Write(text)
		return err
	}
	if err := writeWhole(p.Output, text); err != nil {
		return fmt.Errorf("writing the proof: %w", err)
	}
	_, err = fmt.Fprintf(c.out, "%d entries of the log %s prove %s\n", len(b.Entries), b.Log.Origin, plain(p.ID))
	return err
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".isnad-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// log prints the entries as they stand in the log: what anybody may see.
func (x exporter) log(ctx context.Context, dir string) error {
	if x.format != "text" && x.format != export.JSONL {
		return fmt.Errorf("%w: the log is printed as text or jsonl", errUse)
	}
	l, err := ledger.Open(dir)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(x.out)
	for from := int64(0); ; {
		es, err := l.Entries(ctx, from, 1000)
		if errors.Is(err, isnad.ErrNotFound) || err == nil && len(es) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		for _, e := range es {
			if x.format == "text" {
				_, err = fmt.Fprintf(x.out, "%d  %s  %s  %s\n", e.Index, e.Time.Format("2006-01-02T15:04:05Z"), e.Digest, e.Kind)
			} else {
				err = enc.Encode(ledger.LineOf(e))
			}
			if err != nil {
				return err
			}
		}
		from += int64(len(es))
	}
}
