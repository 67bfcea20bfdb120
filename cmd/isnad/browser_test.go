package main

import (
	"log/slog"
	"net/http/httptest"
	"os"
	"testing"

	"isnad/internal/isnadtest/browser"
	"isnad/internal/site/copies"
)

// The demo in a real browser: the map, filters, an incident, search in Arabic,
// the keyboard, no errors in the console, no request to other hosts, nothing that
// axe-core objects to.
func TestDemoInABrowser(t *testing.T) {
	h := demoHouse(t, "")
	server := httptest.NewUnstartedServer(nil)
	handler, err := h.handler("isnad demo", "http://"+server.Listener.Addr().String(), copies.Allowed, slog.New(slog.NewTextHandler(os.Stderr, nil)))
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = handler
	server.Start()
	defer server.Close()
	browser.Check(t, server.URL, browser.Options{Arabic: "سوق", English: "market"})
}
