package api

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/store"

	"github.com/danielgtaylor/huma/v2"
)

// world is a real SQLite store with the fixture in it, and the API over it.
type world struct {
	*testing.T
	fixture.Data
	st   *store.Store
	h    http.Handler
	doc  *huma.OpenAPI
	seen map[string]bool // paths of operations whose answers were checked
}

func open(t *testing.T) *world {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), "isnad.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	d, err := fixture.Fill(ctx, st)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{BaseURL: "https://reports.example.org", Title: "Example record", Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Cases: Cases{Open: func(context.Context, isnad.CaseForm, []isnad.Upload, casework.By) (isnad.Case, string, error) {
			return isnad.Case{}, "", isnad.ErrRefused
		}}}
	return &world{T: t, Data: d, st: st, h: New(st, o), doc: describe(), seen: map[string]bool{}}
}

// describe is the description alone, as Go values, to check answers with.
func describe() *huma.OpenAPI {
	a := &api{o: Options{Title: "Example record"}}
	h := humagoNew(a)
	a.routes(h)
	return h.OpenAPI()
}

func (w *world) ask(method, target string, header ...string) *httptest.ResponseRecorder {
	w.Helper()
	r := httptest.NewRequest(method, target, nil)
	for n := 0; n+1 < len(header); n += 2 {
		r.Header.Set(header[n], header[n+1])
	}
	rec := httptest.NewRecorder()
	w.h.ServeHTTP(rec, r)
	return rec
}

// get asks for JSON, demands the status and checks the answer against the
// description of the operation.
func (w *world) get(target string, status int) map[string]any {
	w.Helper()
	rec := w.ask("GET", target)
	if rec.Code != status {
		w.Fatalf("GET %s: %d %s", target, rec.Code, rec.Body)
	}
	return w.conforms(target, rec)
}

// conforms checks an answer in JSON against the schema of its operation, by
// huma's own validator, which also refuses fields that are not described.
func (w *world) conforms(target string, rec *httptest.ResponseRecorder) map[string]any {
	w.Helper()
	path, op := w.operation(target)
	w.seen[path] = true
	response := op.Responses[itoa(rec.Code)]
	if response == nil {
		w.Fatalf("GET %s: status %d is not described", target, rec.Code)
	}
	mediaType := plain(rec.Header().Get("Content-Type"))
	content := response.Content[mediaType]
	if content == nil {
		w.Fatalf("GET %s: %q is not described", target, mediaType)
	}
	var v any
	if err := json.Unmarshal(rec.Body.Bytes(), &v); err != nil {
		w.Fatalf("GET %s: %v", target, err)
	}
	result := &huma.ValidateResult{}
	huma.Validate(w.doc.Components.Schemas, content.Schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, v, result)
	for _, err := range result.Errors {
		w.Errorf("GET %s: the answer is not as described: %v", target, err)
	}
	m, _ := v.(map[string]any)
	return m
}

// operation finds what describes an address.
func (w *world) operation(target string) (string, *huma.Operation) {
	w.Helper()
	path, _, _ := strings.Cut(target, "?")
	parts := strings.Split(path, "/")
	for described, item := range w.doc.Paths {
		want := strings.Split(described, "/")
		if described == path || len(want) == len(parts) && slices.EqualFunc(want, parts, func(a, b string) bool { return a == b || strings.HasPrefix(a, "{") }) &&
			w.doc.Paths[path] == nil {
			return described, operationOf(item)
		}
	}
	w.Fatalf("no operation describes %s", target)
	return "", nil
}

func items(m map[string]any) []map[string]any {
	var list []map[string]any
	for _, v := range m["items"].([]any) {
		list = append(list, v.(map[string]any))
	}
	return list
}

func ids(m map[string]any) []string {
	var list []string
	for _, i := range items(m) {
		list = append(list, i["id"].(string))
	}
	slices.Sort(list)
	return list
}
