package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"isnad"
	"isnad/internal/export"
	"isnad/internal/extract"
	"isnad/internal/fetch"
	"isnad/internal/pipeline"
)

// maxTraced is the size, in bytes, of a text that is traced without being kept.
const maxTraced = 32 << 20

// what traces one report: by its ID when it is kept here, otherwise a file, an
// address or standard input, which is not kept.
func (t *traceCommand) what(ctx context.Context, c console, cmds *commands, log *slog.Logger) (err error) {
	h, err := cmds.existing(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	if r, err := h.store.Report(ctx, t.What, 0); err == nil {
		return h.tellChain(ctx, c, r.ID, cmds.Format == "jsonl")
	} else if !errors.Is(err, isnad.ErrNotFound) {
		return err
	}
	capture, body, err := t.bytes(ctx, c)
	if err != nil {
		return err
	}
	capture.SHA256, capture.Received = isnad.HashOf(body), time.Now().UTC()
	res, err := extract.Read(ctx, &capture, bytes.NewReader(body), 0, 1000)
	if err != nil {
		return fmt.Errorf("reading %s: %w", t.What, err)
	}
	for _, n := range res.Notes {
		fmt.Fprintf(c.err, "isnad: %s: %s\n", plain(t.What), plain(n))
	}
	for i := range res.Reports {
		found, err := h.pipeline.Find(ctx, &res.Reports[i])
		if err != nil {
			return fmt.Errorf("tracing %s: %w", t.What, err)
		}
		if err := tellFound(c.out, &res.Reports[i], found, cmds.Format == "jsonl"); err != nil {
			return err
		}
	}
	return nil
}

// bytes reads what is to be traced.
func (t *traceCommand) bytes(ctx context.Context, c console) (isnad.Capture, []byte, error) {
	if u, err := url.Parse(t.What); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		f, err := fetch.New(fetch.Options{Allow: t.Allow, IgnoreRobots: t.IgnoreRobots})
		if err != nil {
			return isnad.Capture{}, nil, fmt.Errorf("%w: %w", errUse, err)
		}
		defer f.Close()
		res, err := f.Get(ctx, t.What, fetch.Validators{})
		if err != nil {
			return isnad.Capture{}, nil, fmt.Errorf("fetching %s: %w", t.What, err)
		}
		return isnad.Capture{Address: t.What, Place: t.What, MediaType: res.MediaType, Status: res.Status, Headers: res.Headers}, res.Body, nil
	}
	r, name := c.in, "stdin:"
	if t.What != "-" {
		f, err := os.Open(t.What)
		if err != nil {
			return isnad.Capture{}, nil, fmt.Errorf("%q is no report here, and no file: %w", t.What, err)
		}
		defer f.Close() // only read
		r, name = f, "file:"+filepath.Base(t.What)
	}
	body, err := io.ReadAll(io.LimitReader(r, maxTraced+1))
	if err == nil && len(body) > maxTraced {
		err = fmt.Errorf("more than %d bytes: %w", maxTraced, isnad.ErrTooLarge)
	}
	if err != nil {
		return isnad.Capture{}, nil, fmt.Errorf("reading %s: %w", t.What, err)
	}
	return isnad.Capture{Address: name, Place: name}, body, nil
}

// tellChain prints the chain of a report that is kept.
func (h *house) tellChain(ctx context.Context, c console, report string, lines bool) error {
	chain, err := h.store.Chain(ctx, report, 500)
	if err != nil {
		return err
	}
	if lines {
		enc := json.NewEncoder(c.out)
		for _, l := range chain.Links {
			if err := enc.Encode(export.CitationOf(l)); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
		}
		return nil
	}
	var b strings.Builder
	me := chain.Reports[report]
	fmt.Fprintf(&b, "%s  %s\n", report, line(&me.Report))
	for _, l := range chain.Links {
		copied, original := chain.Reports[l.From], chain.Reports[l.To]
		fmt.Fprintf(&b, "  %s\n    %s of it stands in %s  %s (%s)%s\n", line(&copied.Report), percent(l.Copied), l.To, line(&original.Report), orderWords(l.Order), uncited(&l))
		tellChanges(&b, l.Changes)
	}
	if len(chain.Links) == 0 {
		b.WriteString("  no other report kept here shares its text\n")
	}
	if chain.More {
		b.WriteString("  and more; export citations has all\n")
	}
	_, err = io.WriteString(c.out, b.String())
	return err
}

// tellFound prints what a text that is not kept draws on.
func tellFound(w io.Writer, r *isnad.Report, found []pipeline.Found, lines bool) error {
	if lines {
		enc := json.NewEncoder(w)
		for _, f := range found {
			f.Basis = isnad.CitationDetected // the store says so of those that are kept
			if err := enc.Encode(export.CitationOf(f.Citation)); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
		}
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", line(r))
	if len(found) == 0 {
		b.WriteString("  no report kept here shares its text\n")
	}
	for _, f := range found {
		fmt.Fprintf(&b, "  %s of it stands in %s  %s, first seen here %s%s\n", percent(f.Copied), f.To, line(&f.Original), f.Original.Received.Format(time.DateTime), uncited(&f.Citation))
		tellChanges(&b, f.Changes)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// line is a report on one line, fit for a terminal.
func line(r *isnad.Report) string {
	s := r.Source
	if r.Title != "" {
		s += ": " + r.Title
	}
	if !r.Published.IsZero() {
		s += r.Published.Format(" (2006-01-02 15:04)")
	}
	return plain(s)
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

func uncited(c *isnad.Citation) string {
	switch {
	case c.Kind == isnad.CiteQuote:
		return "; the same words of a speaker, no copy"
	case c.Missing:
		return "; no citation of it found"
	}
	return ""
}

func orderWords(o isnad.OrderBasis) string {
	switch o {
	case isnad.OrderPublished:
		return "earlier as both claim to have been published"
	case isnad.OrderObserved:
		return "observed earlier"
	}
	return "first seen here"
}

func tellChanges(b *strings.Builder, changes []isnad.Change) {
	for _, c := range changes {
		mark := " "
		if c.Meaning {
			mark = "!"
		}
		fmt.Fprintf(b, "    %s %s: %q → %q\n", mark, c.Kind, short(c.Was), short(c.Now))
	}
}

// short is a text on one line.
func short(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 120 {
		return string(r[:117]) + "…"
	}
	return string(r)
}
