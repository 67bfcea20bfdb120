package site_test

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"isnad/internal/isnadtest/browser"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/site"
	"isnad/internal/store"
)

// TestBrowser looks at every kind of page over the made-up world in a real
// Chromium. SITE_PICTURES names a folder for a picture of each.
func TestBrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	h, err := site.New(st, site.Options{Title: "isnad"})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	browser.Check(t, srv.URL, browser.Options{Arabic: "قصف", English: "strike", Pictures: os.Getenv("SITE_PICTURES")})
}

// emptyStore opens a store of its own for one test.
func emptyStore(t testing.TB) *store.Store {
	t.Helper()
	st, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "site.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}
