package site_test

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isnad/internal/isnadtest/browser"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/ledger"
	"isnad/internal/site"
)

// The pages of the log in a real Chromium, on desk and phone, light and dark.
func TestLogInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	ctx := t.Context()
	st := emptyStore(t)
	if _, err := fixture.Fill(ctx, st); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Create(filepath.Join(t.TempDir(), "log"), "courier.example/log")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.PlaceEntries(ctx, 1000); err != nil {
		t.Fatal(err)
	}
	es, err := st.EntriesFrom(ctx, 0, 1000)
	if err == nil {
		err = l.Append(ctx, es)
	}
	if err == nil {
		_, err = l.Publish(ctx, ledger.Publishing{})
	}
	if err == nil {
		err = l.KeepHour(ctx, time.Now(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	h, err := site.New(st, site.Options{Log: func() (*ledger.Log, error) { return l, nil }})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	b := browser.Start(t)
	for _, w := range []browser.Window{{Width: 1400, Height: 900}, {Width: 390, Height: 844, Dark: true}, {Width: 360, Height: 740}} {
		p := b.Open(t, "about:blank", w)
		for _, path := range []string{"/log", "/log/entries?to=20"} {
			p.Go(t, srv.URL+path, false)
			for _, s := range append(append(p.Axe(), p.Wrong()...), p.Overflow()...) {
				t.Errorf("%s at %s: %s", path, w, s)
			}
			if dir := os.Getenv("SITE_PICTURES"); dir != "" {
				name, _, _ := strings.Cut(strings.ReplaceAll(path[1:], "/", "-"), "?")
				p.Shot(filepath.Join(dir, name+"-"+w.String()+".png"))
			}
		}
	}
}
