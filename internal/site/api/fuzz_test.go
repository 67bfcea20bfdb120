package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"testing"

	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"
)

// Whatever stands in an address, the answer is whole and is never a failure of ours.
func FuzzAddress(f *testing.F) {
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(f.TempDir(), "isnad.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := st.Close(); err != nil {
			f.Error(err)
		}
	})
	if _, err := fixture.Fill(ctx, st); err != nil {
		f.Fatal(err)
	}
	h := New(st, Options{Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})
	f.Add("/api/v1/incidents", "q=Kirkuk&kind=bombing&bbox=1,2,3,4&limit=3")
	f.Add("/api/v1/reports/r%00", "version=1")
	f.Add("/api/v1/search", "q=%22a+b*%22-c")
	f.Add("/feeds/incidents.atom", "after=MTIz")
	f.Add("/feeds/missing-citations.rss", "after=eyJvIjoibWlzc2luZyIsImsiOlstMV19")
	f.Add("/api/v1/citations.csv", "basis=detected&kind=copy&missing=true")
	f.Add("/api/v1/reports/r%00/chain", "limit=500")
	f.Add("/api/v1/timeline", "unit=day&from=1800-01-01&to=2200-12-31")
	f.Fuzz(func(t *testing.T, path, raw string) {
		r := httptest.NewRequest("GET", "/api/v1/incidents", nil)
		r.URL = &url.URL{Path: path, RawQuery: raw}
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		if rec.Code >= 500 {
			t.Fatalf("%q ? %q: %d %s", path, raw, rec.Code, rec.Body)
		}
		if ct := rec.Header().Get("Content-Type"); (ct == "application/json" || ct == "application/problem+json") && !json.Valid(rec.Body.Bytes()) {
			t.Fatalf("%q ? %q: broken JSON: %s", path, raw, rec.Body)
		}
	})
}
