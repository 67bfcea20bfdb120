package api

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"isnad/internal/site/query"
)

// Parameters that are read and those that are described are the same.
func TestParametersAreDescribed(t *testing.T) {
	doc := describe()
	for path, want := range map[string][]string{"/api/v1/incidents": query.IncidentParams(), "/api/v1/reports.csv": query.ReportParams(),
		"/api/v1/claims": query.ClaimParams(), "/api/v1/places": query.NameParams(), "/api/v1/citations": query.CitationParams(),
		"/feeds/incidents.atom": query.IncidentParams()} {
		var got []string
		for _, p := range doc.Paths[path].Get.Parameters {
			got = append(got, p.Name)
			if p.Description == "" || p.Schema == nil {
				t.Errorf("%s: %s has no words", path, p.Name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

// The description is whole: every operation has words, a name of its own and
// its mistakes, and every $ref leads somewhere.
func TestOpenAPI(t *testing.T) {
	w := open(t)
	rec := w.ask("GET", "/openapi.json")
	var doc map[string]any
	if err := json.Unmarshal(rec.Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc["openapi"] != "3.1.0" || rec.Header().Get("Content-Type") != "application/openapi+json" {
		t.Errorf("%v %v", doc["openapi"], rec.Header())
	}
	names := map[string]bool{}
	for path, item := range doc["paths"].(map[string]any) {
		for method, op := range item.(map[string]any) {
			op := op.(map[string]any)
			name, _ := op["operationId"].(string)
			if method != "get" && path != tracePath && path != casesPath || name == "" || names[name] || op["summary"] == "" {
				t.Errorf("%s %s: %q", method, path, name)
			}
			names[name] = true
			for _, status := range []string{"200", "400", "500"} {
				if op["responses"].(map[string]any)[status] == nil {
					t.Errorf("%s says nothing of %s", path, status)
				}
			}
		}
	}
	if len(names) < 34 {
		t.Errorf("%d operations", len(names))
	}
	schemas := doc["components"].(map[string]any)["schemas"].(map[string]any)
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if ref, ok := v["$ref"].(string); ok {
				if name, ok := strings.CutPrefix(ref, "#/components/schemas/"); !ok || schemas[name] == nil {
					t.Errorf("%s leads nowhere", ref)
				}
			}
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		}
	}
	walk(doc)
	if rec := w.ask("GET", "/openapi.yaml"); rec.Code != 200 || !strings.Contains(rec.Body.String(), "openapi: 3.1.0") {
		t.Errorf("YAML: %d", rec.Code)
	}
}

// The page lists every operation and loads nothing from elsewhere.
func TestListing(t *testing.T) {
	w := open(t)
	body := w.ask("GET", "/api/").Body.String()
	for path := range w.doc.Paths {
		if !strings.Contains(body, operationOf(w.doc.Paths[path]).Method+" "+path+"<") {
			t.Errorf("%s is not listed", path)
		}
	}
	if strings.Contains(body, "<script") || strings.Contains(body, "//cdn") || strings.Contains(body, `src="`) {
		t.Error("it loads something")
	}
}
