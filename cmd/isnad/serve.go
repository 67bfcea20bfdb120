package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"isnad"
	"isnad/internal/site"
	"isnad/internal/site/api"
	"isnad/internal/site/copies"
)

type serveCommand struct {
	Listen string `help:"Address to listen on." default:"localhost:8400" placeholder:"HOST:PORT"`
	URL    string `help:"Address that readers use, for feeds and links that leave the site." placeholder:"URL"`
	Title  string `help:"Name of the site." default:"isnad"`

	Republish string `help:"Whose texts are handed out as copies: allowed (the terms allow it), silent (also those without terms)." enum:"allowed,silent" default:"allowed"`
}

// Run serves until it is interrupted.
func (s *serveCommand) Run(ctx context.Context, c console, cmds *commands, log *slog.Logger) error {
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	defer h.workOn(ctx, log)()
	return h.serve(ctx, c, s, log)
}

type workerCommand struct{}

// Run does steps until it is interrupted.
func (workerCommand) Run(ctx context.Context, cmds *commands, log *slog.Logger) error {
	h, err := cmds.open(ctx, log)
	if err != nil {
		return err
	}
	defer h.close()
	working, finish := h.work(ctx, true)
	<-working.Done()
	return finish()
}

// serve answers requests until ctx ends, then lets those under way finish.
func (h *house) serve(ctx context.Context, c console, s *serveCommand, log *slog.Logger) error {
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	base := s.URL
	if base == "" {
		base = "http://" + listener.Addr().String()
	}
	handler, err := h.handler(s.Title, base, copies.Policy(s.Republish), log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	fmt.Fprintf(c.out, "%s is at http://%s\n", s.Title, listener.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return fmt.Errorf("ending: %w", err)
	}
	return nil
}

// handler answers for the pages, the API and the feeds.
func (h *house) handler(title, base string, republish copies.Policy, log *slog.Logger) (http.Handler, error) {
	tracing := make(chan struct{}, 2) // at once, of the page and the API together: each text holds the index of sketches
	handler, err := site.New(h.store, site.Options{
		Title: title, BaseURL: base, Logger: log, Republish: republish,
		API:   api.New(h.store, api.Options{BaseURL: base, Title: title, Republish: republish, Trace: h.traceForAPI, Tracing: tracing}),
		Trace: h.traceText, Tracing: tracing,
	})
	if err != nil {
		return nil, fmt.Errorf("making the site: %w", err)
	}
	return handler, nil
}

// traceForAPI is traceText in the words of the API.
func (h *house) traceForAPI(ctx context.Context, text string) ([]api.Traced, error) {
	found, err := h.traceText(ctx, text)
	out := make([]api.Traced, len(found))
	for i, f := range found {
		out[i] = api.Traced(f)
	}
	return out, err
}

// traceText tells what a text draws on that is not kept.
func (h *house) traceText(ctx context.Context, text string) ([]site.Traced, error) {
	found, err := h.pipeline.Find(ctx, &isnad.Report{Text: text, Received: time.Now().UTC()})
	if err != nil {
		return nil, fmt.Errorf("tracing a text: %w", err)
	}
	out := make([]site.Traced, len(found))
	for i, f := range found {
		out[i] = site.Traced{Citation: f.Citation, Original: f.Original}
	}
	return out, nil
}
