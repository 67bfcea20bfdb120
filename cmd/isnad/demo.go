package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"isnad"
	"isnad/internal/pipeline"
)

// sampleFiles are reports of our own writing, about made-up incidents told by
// made-up outlets; see demo/README.txt.
//
//go:embed demo
var sampleFiles embed.FS

type demoCommand struct {
	Listen string `help:"Address to listen on." default:"localhost:8400" placeholder:"HOST:PORT"`
	Serve  bool   `help:"Serve the site; --no-serve ends when all steps are done." default:"true" negatable:""`
}

// sample is one line of demo/demo.json: what a server would have said of the file.
type sample struct {
	File      string    `json:"file"`
	Address   string    `json:"address"`
	Minutes   int       `json:"minutes"` // after the first, in which it was received
	MediaType string    `json:"media_type"`
	Source    string    `json:"source"`
	Published isnad.Day `json:"published"`
}

// Run makes a house in a folder of its own, puts the sample reports in, does all
// steps and serves. The folder goes when it ends; with --data given it stays.
func (d *demoCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) (err error) {
	dir, err := os.MkdirTemp("", "isnad-demo-")
	if err != nil {
		return fmt.Errorf("making a folder for the demo: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	throwAway := *cmds
	throwAway.Data, throwAway.Database = filepath.Join(dir, "data"), ""
	h, err := throwAway.open(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()

	bar := newProgress(c.err)
	h.pipeline.Progress = bar.done
	working, finish := h.work(ctx, true)
	err = h.addSamples(working, bar)
	if err == nil {
		err = h.addCases(working)
	}
	if err == nil {
		err = h.settle(working)
	}
	bar.end()
	if err == nil {
		err = h.tellTotals(ctx, c)
	}
	if err == nil && d.Serve {
		defer h.keepLog(ctx)()
		fmt.Fprintln(c.out, "All of it is made up, and gone when you press Ctrl-C.")
		err = h.serve(ctx, c, &serveCommand{Listen: d.Listen, Title: "isnad demo"}, log)
	}
	return outcome(err, finish())
}

// addSamples keeps every sample as if it had just been fetched, in their order,
// and waits for all steps. Each is done before the next is kept, as reports come
// in life: which words came first decides what is a version of what.
func (h *house) addSamples(ctx context.Context, bar *progress) error {
	list, err := samples()
	if err != nil {
		return err
	}
	start := time.Now().Add(-2 * time.Hour)
	for n, s := range list {
		body, err := fs.ReadFile(sampleFiles, "demo/"+s.File)
		if err != nil {
			return fmt.Errorf("reading a sample: %w", err)
		}
		c, _, err := h.pipeline.Keep(ctx, isnad.Capture{
			Address: s.Address, MediaType: s.MediaType, Status: 200,
			Received: start.Add(time.Duration(s.Minutes) * time.Minute),
			Source:   s.Source, Published: s.Published,
		}, bytes.NewReader(body), pipeline.MaxLocal)
		if err != nil {
			return fmt.Errorf("keeping sample %s: %w", s.File, err)
		}
		if err := h.settle(ctx, c.ID); err != nil {
			return err
		}
		bar.kept(n + 1)
	}
	return nil
}

func samples() ([]sample, error) {
	b, err := fs.ReadFile(sampleFiles, "demo/demo.json")
	if err != nil {
		return nil, fmt.Errorf("reading the list of samples: %w", err)
	}
	var list struct {
		Captures []sample `json:"captures"`
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("reading the list of samples: %w", err)
	}
	return list.Captures, nil
}

func (h *house) tellTotals(ctx context.Context, c console) error {
	t, err := h.store.Totals(ctx)
	if err != nil {
		return fmt.Errorf("counting: %w", err)
	}
	_, err = fmt.Fprintf(c.out, "%d reports of %d outlets, %d claims, %d incidents\n", t.Reports, t.Outlets, t.Claims, t.Incidents)
	return err
}
