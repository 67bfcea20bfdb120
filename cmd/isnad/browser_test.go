package main

import (
	"log/slog"
	"net/http/httptest"
	"os"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/site"
	"isnad/internal/site/copies"
	"isnad/internal/store"
)

// The demo in a real browser: the map, filters, an incident, search in Arabic,
// copies beside their originals, a pasted text, the keyboard, no errors in the console, no request to other hosts, nothing that
// axe-core objects to.
func TestDemoInABrowser(t *testing.T) {
	t.Parallel()
	h := demoHouse(t, "")
	server := httptest.NewUnstartedServer(nil)
	handler, err := h.handler(site.Options{Title: "isnad demo", BaseURL: "http://" + server.Listener.Addr().String(), Republish: copies.Allowed, Logger: slog.New(slog.NewTextHandler(os.Stderr, nil))})
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = handler
	server.Start()
	t.Cleanup(server.Close)
	o := browser.Options{Arabic: "سوق", English: "market", Pictures: os.Getenv("SITE_PICTURES")}
	cites, _, err := h.store.Citations(t.Context(), store.CitationQuery{Basis: isnad.CitationDetected, Kind: isnad.CiteCopy})
	if err != nil || len(cites) == 0 {
		t.Fatalf("the samples hold no copy: %v", err)
	}
	copied, err := h.store.Report(t.Context(), cites[0].From, 0)
	if err != nil {
		t.Fatal(err)
	}
	o.Copy, o.Paste = "/reports/"+cites[0].From, copied.Text
	o.Compare = o.Copy + "/from/" + cites[0].To
	browser.Check(t, server.URL, o)
}
