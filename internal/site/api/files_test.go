package api

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"isnad/internal/isnadtest/fixture"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/mmcdole/gofeed"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func itoa(n int) string         { return strconv.Itoa(n) }
func esc(s string) string       { return url.QueryEscape(s) }
func humagoNew(a *api) huma.API { return humago.New(http.NewServeMux(), a.config()) }

func features(w *world, filter string) []*geojson.Feature {
	w.Helper()
	target := "/api/v1/incidents.geojson?" + filter
	rec := w.ask("GET", target)
	w.conforms(target, rec)
	fc, err := geojson.UnmarshalFeatureCollection(rec.Body.Bytes())
	if err != nil {
		w.Fatal(err)
	}
	return fc.Features
}

func table(w *world, target string) []map[string]string {
	w.Helper()
	rec := w.ask("GET", target)
	if rec.Code != 200 || !strings.HasPrefix(rec.Header().Get("Content-Disposition"), "attachment") {
		w.Fatalf("%s: %d %v", target, rec.Code, rec.Header())
	}
	rows, err := csv.NewReader(rec.Body).ReadAll()
	if err != nil {
		w.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for n, cell := range row {
			m[rows[0][n]] = cell
		}
		list = append(list, m)
	}
	return list
}

// No place of precision 4 or wider is ever a point; every point has a radius and
// every polygon runs counter-clockwise.
func TestMapNeverLies(t *testing.T) {
	w := open(t)
	got := map[float64]string{}
	for _, f := range features(w, "") {
		precision := f.Properties["place_precision"].(float64)
		radius, hasRadius := f.Properties["radius_km"].(float64)
		switch g := f.Geometry.(type) {
		case orb.Point:
			got[precision] = "Point"
			if precision < 1 || precision > 3 || !hasRadius || radius <= 0 {
				t.Errorf("%v: a point at precision %v, radius %v", f.Properties["title"], precision, radius)
			}
		case orb.Polygon:
			got[precision] = "Polygon"
			if precision < 4 || g[0].Orientation() != orb.CCW || hasRadius {
				t.Errorf("%v: %v", f.Properties["title"], g)
			}
		case nil:
			got[precision] = "none"
		default:
			t.Errorf("%T", g)
		}
	}
	for precision, want := range map[float64]string{0: "none", 1: "Point", 2: "Point", 3: "Point", 4: "Polygon", 5: "Polygon", 6: "none", 7: "none"} {
		if got[precision] != want {
			t.Errorf("precision %v: %q, want %q", precision, got[precision], want)
		}
	}
}

// Every feed parses, says who says so, and is as new as the last capture.
func TestFeeds(t *testing.T) {
	w := open(t)
	newest := fixture.Received().Add(16 * 60e9)
	for _, format := range []string{"atom", "rss", "json"} {
		for kind, want := range map[string]int{"incidents": 12, "reports": 16} {
			target := "/feeds/" + kind + "." + format
			rec := w.ask("GET", target)
			f, err := gofeed.NewParser().Parse(bytes.NewReader(rec.Body.Bytes()))
			if err != nil {
				t.Fatalf("%s: %v", target, err)
			}
			if len(f.Items) != want || f.FeedLink != "https://reports.example.org"+target || f.Link != "https://reports.example.org/" {
				t.Errorf("%s: %d items, self %q, home %q", target, len(f.Items), f.FeedLink, f.Link)
			}
			seen := map[string]bool{}
			for _, i := range f.Items {
				if seen[i.GUID] || !strings.HasPrefix(i.GUID, "https://reports.example.org/"+kind+"/") || i.Title == "" {
					t.Errorf("%s: entry %q %q", target, i.GUID, i.Title)
				}
				seen[i.GUID] = true
				if body := i.Content + i.Description; !strings.Contains(body, "Who says so:") && !strings.Contains(body, "Published by ") || strings.Contains(body, "<script") {
					t.Errorf("%s: %q", target, body)
				}
			}
			if format == "atom" && kind == "incidents" && !f.UpdatedParsed.Equal(newest) {
				t.Errorf("%s: updated %v, want %v", target, f.UpdatedParsed, newest)
			}
		}
		rec := w.ask("GET", "/feeds/incidents."+format+"?country=YE&limit=1")
		f, err := gofeed.NewParser().Parse(rec.Body)
		if err != nil || len(f.Items) != 1 || !strings.Contains(rec.Header().Get("Link"), "after=") {
			t.Errorf("%s: %v %v", format, err, rec.Header())
		}
		if want := "https://reports.example.org/feeds/incidents." + format + "?country=YE&limit=1"; f != nil && f.FeedLink != want {
			t.Errorf("self is %q", f.FeedLink)
		}
	}
}

// Without an address of its own the site takes the one asked for, if it can be one.
func TestAddressAskedFor(t *testing.T) {
	w := open(t)
	h := New(w.st, Options{})
	for host, want := range map[string]string{"192.0.2.7:8080": "http://192.0.2.7:8080/", "[::1]:80": "http://[::1]:80/", `x"><script>`: "http://localhost/", "": "http://localhost/"} {
		r, err := http.NewRequest("GET", "/feeds/reports.json", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		rec := newRecorder()
		h.ServeHTTP(rec, r)
		f, err := gofeed.NewParser().Parse(rec.Body)
		if err != nil {
			t.Fatal(err)
		}
		if f.Link != want {
			t.Errorf("Host %q: %q", host, f.Link)
		}
	}
}

// New is cheap: what takes time is built at the first request, since the command
// must start at once.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(nil, Options{})
	}
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		(&api{o: Options{Title: "x"}}).mux()
	}
}

func newRecorder() *httptest.ResponseRecorder { return httptest.NewRecorder() }
