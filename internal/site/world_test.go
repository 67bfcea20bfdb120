package site

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// newStore opens an empty store that closes with the test.
func newStore(t testing.TB) *store.Store {
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

// serve makes the site over a store. A page that fails is an error of the test,
// unless the options have a log.
func serve(t testing.TB, st *store.Store, o Options) http.Handler {
	t.Helper()
	if o.Logger == nil {
		o.Logger = slog.New(slog.NewTextHandler(failing{t}, nil))
	}
	h, err := New(st, o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

type failing struct{ t testing.TB }

func (f failing) Write(b []byte) (int, error) {
	f.t.Errorf("logged: %s", b)
	return len(b), nil
}

// world is the site over the made-up world.
func world(t testing.TB, o Options) http.Handler {
	t.Helper()
	st := newStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	return serve(t, st, o)
}

// get asks for an address and returns status and body.
func get(t testing.TB, h http.Handler, address string) (int, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	b, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, string(b)
}

// page asks for an address that must be there, and parses it.
func page(t testing.TB, h http.Handler, address string) *html.Node {
	t.Helper()
	code, body := get(t, h, address)
	if code != http.StatusOK {
		t.Fatalf("%s: %d", address, code)
	}
	n, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return n
}

// find returns the elements of a name that have a class ("" for any).
func find(n *html.Node, name, class string) []*html.Node {
	var out []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name && (class == "" || strings.Contains(" "+attr(c, "class")+" ", " "+class+" ")) {
			out = append(out, c)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is all text within n, spaces run together.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func mustHave(t testing.TB, where, body string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(body, w) {
			t.Errorf("%s: %q is missing", where, w)
		}
	}
}
