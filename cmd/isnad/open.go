package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"isnad/internal/archive"
	"isnad/internal/casework"
	"isnad/internal/fetch"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// house is what the commands work on.
type house struct {
	store    *store.Store
	archive  *archive.Archive
	pipeline *pipeline.Pipeline
}

// open opens the database and the archive, and makes them where there are none.
func (c *commands) open(ctx context.Context, log *slog.Logger) (*house, error) {
	if err := c.whole(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("making the data folder: %w", err)
	}
	dsn, err := c.dsn()
	if err != nil {
		return nil, err
	}
	model, err := c.model()
	if err != nil {
		return nil, err
	}
	rules, err := c.caseRules()
	if err != nil {
		return nil, err
	}
	fetcher, err := fetch.New(fetch.Options{Allow: c.EvidenceAllow})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUse, err)
	}
	written, err := c.ledger()
	if err != nil {
		return nil, err
	}
	ar, err := archive.Open(filepath.Join(c.Data, "archive"))
	if err != nil {
		return nil, fmt.Errorf("opening the archive: %w", err)
	}
	st, err := store.Open(ctx, dsn)
	if err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	p := pipeline.New(st, ar, log)
	p.Model, p.Fetcher, p.Casework, p.Ledger = model, fetcher, rules, written
	return &house{st, ar, p}, nil
}

// caseRules are the rules of cases: those of the file, else those that hold where
// nothing is set.
func (c *commands) caseRules() (casework.Rules, error) {
	if c.CaseRules == "" {
		return casework.Default(), nil
	}
	doc, err := os.ReadFile(c.CaseRules)
	if err != nil {
		return casework.Rules{}, fmt.Errorf("reading the rules of cases: %w", err)
	}
	rules, err := casework.ParseRules(doc)
	if err != nil {
		return rules, fmt.Errorf("%w: %s: %w", errUse, c.CaseRules, err)
	}
	return rules, nil
}

// existing is open for commands that only read: they do not make a new house
// where the name of the folder was mistyped.
func (c *commands) existing(ctx context.Context, log *slog.Logger) (*house, error) {
	if _, err := os.Stat(c.Data); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no data folder %s (isnad add makes it; --data names another)", c.Data)
	} else if err != nil {
		return nil, fmt.Errorf("looking at the data folder: %w", err)
	}
	return c.open(ctx, log)
}

func (c *commands) dsn() (string, error) {
	switch {
	case c.Database == "":
		return filepath.Join(c.Data, "isnad.db"), nil
	case strings.HasPrefix(c.Database, "postgres://"), strings.HasPrefix(c.Database, "postgresql://"):
		return c.Database, nil
	}
	return "", fmt.Errorf("%w: --database takes a postgres:// address", errUse)
}

func (h *house) close() error { return h.store.Close() }
