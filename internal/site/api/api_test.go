package api

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/fixture"
)

// Every route of the description answers, and as described.
func TestEveryRoute(t *testing.T) {
	w, decided, _ := caseWorld(t)
	w.traced()
	r, i := w.Reports[0], w.Incidents[0]
	for _, target := range []string{
		"/api/v1/incidents", "/api/v1/incidents/" + i.ID, "/api/v1/claims", "/api/v1/reports", "/api/v1/reports/" + r.ID,
		"/api/v1/reports/" + r.ID + "/versions", "/api/v1/citations", "/api/v1/citations?report=" + r.ID,
		"/api/v1/sources", "/api/v1/sources/" + w.Sources[0].ID, "/api/v1/places", "/api/v1/places/g172955", "/api/v1/places/g169387",
		"/api/v1/parties", "/api/v1/parties/p-dawn-column", "/api/v1/search?q=bakery", "/api/v1/timeline", "/api/v1/totals",
		"/api/v1/incidents.geojson", "/feeds/incidents.json", "/feeds/reports.json",
		"/api/v1/reports/" + r.ID + "/republish", "/api/v1/reports/" + r.ID + "/citation?form=json&version=1",
		"/api/v1/reports/" + r.ID + "/chain", "/api/v1/sources/" + r.SourceID + "/network", "/feeds/missing-citations.json",
		casesPath, casesPath + "/" + decided.ID, casesPath + "/task", "/api/v1/notices", "/api/v1/notices/" + isnad.MakeID('n', decided.ID), "/feeds/corrections.json",
	} {
		w.get(target, 200)
	}
	for target, mediaType := range map[string]string{
		"/api/v1/incidents.csv": "text/csv", "/api/v1/claims.csv": "text/csv", "/api/v1/reports.csv": "text/csv",
		"/api/v1/citations.csv": "text/csv", "/feeds/missing-citations.atom": "application/atom+xml", "/feeds/missing-citations.rss": "application/rss+xml",
		"/feeds/incidents.atom": "application/atom+xml", "/feeds/incidents.rss": "application/rss+xml",
		"/api/v1/reports/" + r.ID + "/republish?form=html": "text/html", "/api/v1/reports/" + r.ID + "/republish?form=md": "text/markdown", "/api/v1/reports/" + r.ID + "/citation?form=txt": "text/plain",
		"/api/v1/notices.csv": "text/csv", "/feeds/corrections.atom": "application/atom+xml", "/feeds/corrections.rss": "application/rss+xml",
		"/feeds/reports.atom": "application/atom+xml", "/feeds/reports.rss": "application/rss+xml",
	} {
		rec := w.ask("GET", target)
		path, op := w.operation(target)
		w.seen[path] = true
		if got := plain(rec.Header().Get("Content-Type")); rec.Code != 200 || got != mediaType || op.Responses["200"].Content[mediaType] == nil {
			t.Errorf("%s: %d %s", target, rec.Code, got)
		}
	}
	w.conforms(tracePath, w.post(`{"text":"x"}`, ""))
	for path := range w.doc.Paths {
		if !w.seen[path] {
			t.Errorf("%s was not asked for", path)
		}
	}
}

// What is absent is 404, in the form of RFC 9457; a failure of the store is 500
// and does not tell what failed.
func TestAbsentAndFailed(t *testing.T) {
	w := open(t)
	for _, target := range []string{
		"/api/v1/incidents/i00", "/api/v1/reports/r00", "/api/v1/reports/" + w.Reports[0].ID + "?version=9", "/api/v1/reports/r00/versions",
		"/api/v1/sources/s00", "/api/v1/places/g0", "/api/v1/parties/p-none", "/api/v1/incidents/%00", "/api/v1/sources/%ff%fe",
		"/api/v1/reports/" + strings.Repeat("r", 5000),
	} {
		m := w.get(target, 404)
		if m["status"] != 404.0 || !strings.HasPrefix(m["detail"].(string), "there is no") {
			t.Errorf("%s: %v", target, m)
		}
	}
	for _, target := range []string{"/api/v1/nothing", "/feeds/claims.atom", "/api/x"} {
		if rec := w.ask("GET", target); rec.Code != 404 || rec.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", target, rec.Code, rec.Header())
		}
	}
	if err := w.st.Close(); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"/api/v1/incidents", "/api/v1/incidents/i00", "/api/v1/reports", "/api/v1/claims", "/api/v1/citations", "/api/v1/citations?missing=true", "/api/v1/reports/r00/chain", "/api/v1/sources", "/api/v1/sources/s00/network",
		"/api/v1/search?q=x", "/api/v1/timeline", "/api/v1/totals", "/api/v1/incidents.geojson", "/feeds/reports.atom", "/api/v1/claims.csv"} {
		m := w.get(target, 500)
		if s := m["detail"].(string); strings.Contains(s, "sql") || strings.Contains(s, "closed") {
			t.Errorf("%s tells strangers %q", target, s)
		}
	}
}

// Every filter selects what it says, in JSON and in files alike.
func TestIncidentFilters(t *testing.T) {
	w := open(t)
	all := []string{"market", "port", "camp", "checkpoint", "mine", "front", "road", "convoy", "boat", "valley", "nowhere", "square"}
	tests := []struct {
		filter string
		want   []string
	}{
		{"", all},
		{"kind=air_strike", []string{"market"}},
		{"kind=air_strike&kind=drone_strike", []string{"market", "camp"}},
		{"country=YE", []string{"port", "mine"}},
		{"country=ye", []string{"port", "mine"}},
		{"place=g70222", []string{"mine"}}, // a district lies within its province
		{"place=g172955", []string{"market"}},
		{"party=p-dawn-column", []string{"checkpoint", "front"}},
		{"source=" + w.Sources[8].ID, []string{"market", "port", "convoy"}}, // a claimant
		{"source=" + w.Sources[2].ID, []string{"port", "mine", "boat"}},     // an outlet
		{"status=declared", []string{"checkpoint"}},
		{"status=contested", []string{"market", "boat"}},
		{"grading=no_harm", []string{"road", "convoy"}},
		{"min_killed=5", []string{"market", "checkpoint", "front", "square"}},
		{"from=2031-03-07", []string{"camp", "square", "convoy"}},
		{"to=2030-12-31", []string{"valley"}},
		{"from=2031-03-02&to=2031-03-02", []string{"market", "front", "convoy"}},
		{"bbox=38,35,45,37", []string{"market", "checkpoint"}},
		{"bbox=-80,-20,-70,-10", []string{"valley"}},
		{"q=Kirkuk", []string{"checkpoint"}},
		{"q=" + esc("أطفال"), []string{"market"}}, // in a quote
		{"q=" + esc("الرقة"), []string{"market"}}, // a name of its place
		{"kind=shelling&country=SY", nil},
	}
	for _, tt := range tests {
		want := []string{}
		for _, key := range tt.want {
			want = append(want, fixture.ID(key))
		}
		slices.Sort(want)
		m := w.get("/api/v1/incidents?"+tt.filter, 200)
		if got := ids(m); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%s: %d incidents %v, want %v", tt.filter, len(got), titles(w, got), tt.want)
		}
		if m["total"] != float64(len(want)) {
			t.Errorf("%s: total %v, want %d", tt.filter, m["total"], len(want))
		}
		if f := features(w, tt.filter); len(f) != len(want) {
			t.Errorf("%s: %d features", tt.filter, len(f))
		}
		if rows := table(w, "/api/v1/incidents.csv?"+tt.filter); len(rows) != len(want) {
			t.Errorf("%s: %d records", tt.filter, len(rows))
		}
	}
}

func titles(w *world, ids []string) []string {
	var list []string
	for _, i := range w.Incidents {
		if slices.Contains(ids, i.ID) {
			list = append(list, i.Title)
		}
	}
	return list
}

func TestIncidentOrder(t *testing.T) {
	w := open(t)
	killed := items(w.get("/api/v1/incidents?order=killed&limit=2", 200))
	if killed[0]["id"] != fixture.ID("market") || killed[1]["id"] != fixture.ID("front") {
		t.Errorf("%v %v", killed[0]["title"], killed[1]["title"])
	}
	var days []string
	for _, i := range items(w.get("/api/v1/incidents", 200)) {
		if d, ok := i["date"].(map[string]any); ok {
			days = append(days, d["from"].(string))
		}
	}
	if len(days) != 11 {
		t.Errorf("%d incidents with a day", len(days))
	}
}

func TestReportAndClaimFilters(t *testing.T) {
	w := open(t)
	for filter, want := range map[string]int{
		"": 16, "language=ar": 4, "source=" + w.Sources[0].ID: 4, "place=g79415": 2, "party=p-river-guard": 3,
		"incident=" + fixture.ID("market"): 3, "from=2031-03-08&to=2031-03-09": 3, "capture=" + w.Captures[2].ID: 1,
		"q=bakery": 2, "q=" + esc("قصف"): 2, "q=nothingofthekind": 0,
	} {
		if got := len(items(w.get("/api/v1/reports?"+filter, 200))); got != want {
			t.Errorf("reports?%s: %d, want %d", filter, got, want)
		}
		if got := len(table(w, "/api/v1/reports.csv?"+filter)); got != want {
			t.Errorf("reports.csv?%s: %d, want %d", filter, got, want)
		}
	}
	square := w.Reports[len(w.Reports)-1]
	for filter, want := range map[string]int{
		"report=" + w.Reports[0].ID: 2, "incident=" + fixture.ID("market"): 4, "report=" + square.ID + "&version=1": 1, "report=" + square.ID: 1,
		"source=" + w.Sources[9].ID: 2, "party=p-coastal-air": 4, "place=g172955": 4,
	} {
		if got := len(items(w.get("/api/v1/claims?"+filter, 200))); got != want {
			t.Errorf("claims?%s: %d, want %d", filter, got, want)
		}
		if got := len(table(w, "/api/v1/claims.csv?"+filter)); got != want {
			t.Errorf("claims.csv?%s: %d, want %d", filter, got, want)
		}
	}
	if got := len(items(w.get("/api/v1/citations?report="+w.Reports[0].ID, 200))); got != 3 {
		t.Errorf("%d citations of the first report", got)
	}
	if got := len(items(w.get("/api/v1/citations?cited="+w.Sources[6].ID, 200))); got != 2 {
		t.Errorf("%d citations of the agency", got)
	}
}

// A figure leads back to the very characters it was read from.
func TestClaimLeadsToItsPassage(t *testing.T) {
	w := open(t)
	for _, c := range items(w.get("/api/v1/claims", 200)) {
		r := w.get("/api/v1/reports/"+c["report"].(string)+"?version="+itoa(int(c["version"].(float64))), 200)
		span := c["span"].(map[string]any)
		if got := (isnad.Span{Start: int(span["start"].(float64)), End: int(span["end"].(float64))}).Of(r["text"].(string)); got != c["quote"] {
			t.Errorf("%q stands where %q should", got, c["quote"])
		}
		if len(r["sha256"].(string)) != 64 {
			t.Errorf("hash %v", r["sha256"])
		}
	}
}

func TestVersions(t *testing.T) {
	w := open(t)
	id := w.Reports[len(w.Reports)-1].ID
	if m := w.get("/api/v1/reports/"+id, 200); m["version"] != 2.0 || !strings.HasPrefix(m["title"].(string), "Correction") {
		t.Errorf("present: %v", m["title"])
	}
	if m := w.get("/api/v1/reports/"+id+"?version=1", 200); m["version"] != 1.0 || !strings.HasPrefix(m["text"].(string), "Six") {
		t.Errorf("first: %v", m["text"])
	}
	if all := items(w.get("/api/v1/reports/"+id+"/versions", 200)); len(all) != 2 || all[0]["version"] != 2.0 {
		t.Errorf("%v", all)
	}
	mine := w.get("/api/v1/reports/"+w.Reports[7].ID, 200)
	if tolls := mine["tolls"].([]any); len(tolls) != 1 || tolls[0].(map[string]any)["killed"] != 31.0 {
		t.Errorf("%v", mine["tolls"])
	}
}

// Following next meets every row once, by the body and by the Link header.
func TestPaging(t *testing.T) {
	w := open(t)
	for path, want := range map[string]int{"/api/v1/incidents": 12, "/api/v1/incidents?order=killed": 12, "/api/v1/incidents?order=added": 12,
		"/api/v1/reports": 16, "/api/v1/claims": 18, "/api/v1/sources": 0, "/api/v1/places": 0, "/api/v1/parties": 3, "/api/v1/reports?q=killed": 0, "/api/v1/citations": 0} {
		one := len(items(w.get(path, 200)))
		if want > 0 && one != want {
			t.Errorf("%s: %d rows, want %d", path, one, want)
		}
		seen, pages := map[string]bool{}, 0
		next := path + "?limit=5"
		if strings.Contains(path, "?") {
			next = path + "&limit=5"
		}
		for next != "" {
			if pages++; pages > 20 {
				t.Fatalf("%s never ends", path)
			}
			rec := w.ask("GET", next)
			m := w.conforms(next, rec)
			for _, i := range items(m) {
				raw, err := json.Marshal(i)
				if err != nil {
					t.Fatal(err)
				}
				if seen[string(raw)] {
					t.Errorf("%s: twice: %s", path, raw)
				}
				seen[string(raw)] = true
			}
			link := rec.Header().Get("Link")
			if (link == "") != (m["next"] == nil) {
				t.Fatalf("%s: Link %q, next %v", path, link, m["next"])
			}
			next = strings.TrimSuffix(strings.TrimPrefix(link, "<"), `>; rel="next"`)
		}
		if len(seen) != one {
			t.Errorf("%s: %d rows in pages, %d in one", path, len(seen), one)
		}
	}
}

// Mistakes come back as 400 and name the parameter, also one that is not known.
func TestBadParameters(t *testing.T) {
	w := open(t)
	for target, want := range map[string]string{
		"/api/v1/incidents?kind=bomb":                           "query.kind",
		"/api/v1/incidents?min_kiled=3":                         "query.min_kiled",
		"/api/v1/incidents?limit=100000":                        "query.limit",
		"/api/v1/incidents?after=nonsense":                      "query.after",
		"/api/v1/incidents?order=size":                          "query.order",
		"/api/v1/incidents?q=a&q=b":                             "query.q",
		"/api/v1/incidents?q=%zz":                               "query.?",
		"/api/v1/incidents?from=2031-13-01":                     "query.from",
		"/api/v1/incidents.geojson?bbox=1":                      "query.bbox",
		"/api/v1/incidents.csv?limit=1001":                      "query.limit",
		"/feeds/incidents.json?limit=101":                       "query.limit",
		"/feeds/reports.json?language=%27":                      "query.language",
		"/api/v1/incidents/i00?x=1":                             "query.x",
		"/api/v1/reports?after=%00":                             "query.after",
		"/api/v1/reports/r00?version=x":                         "query.version",
		"/api/v1/claims?version=-1":                             "query.version",
		"/api/v1/sources?kind=outlet":                           "query.kind",
		"/api/v1/timeline?unit=decade":                          "query.unit",
		"/api/v1/timeline?limit=3":                              "query.limit",
		"/api/v1/search":                                        "query.q",
		"/api/v1/search?q=x&limit=101":                          "query.limit",
		"/api/v1/totals?from=2031-01-01":                        "query.from",
		"/api/v1/citations?report=a+b":                          "query.report",
		"/api/v1/incidents?source=" + strings.Repeat("s", 9000): "query.source",
	} {
		m := w.get(target, 400)
		first := m["errors"].([]any)[0].(map[string]any)
		if first["location"] != want || !strings.Contains(m["detail"].(string), want) {
			t.Errorf("%s: %v in %v", clip(target), first["location"], m["detail"])
		}
	}
}

// Hostile strings are data: whatever is sent, nothing fails and nothing is markup.
func TestHostileStrings(t *testing.T) {
	w := open(t)
	for _, s := range []string{"'; DROP TABLE reports; --", `"`, `""`, "*", "a*", "NEAR(a b)", "(", "AND", "-a", ":", "<script>", "\u202E", "قصف*", "%", "_", "\\", "a\x01b", strings.Repeat("a ", 99), "😀", "title:x"} {
		for _, path := range []string{"/api/v1/incidents?q=", "/api/v1/reports?q=", "/api/v1/places?q=", "/api/v1/sources?q=", "/api/v1/parties?q=", "/api/v1/search?q="} {
			rec := w.ask("GET", path+esc(s))
			if rec.Code != 200 && !(rec.Code == 400 && path == "/api/v1/search?q=") {
				t.Errorf("%s%q: %d %s", path, s, rec.Code, rec.Body)
			}
		}
	}
	mirror := w.Reports[14]
	rec := w.ask("GET", "/api/v1/reports/"+mirror.ID)
	if got := rec.Header().Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("X-Content-Type-Options %q", got)
	}
	for _, row := range table(w, "/api/v1/reports.csv") {
		if strings.HasPrefix(row["title"], "=") {
			t.Errorf("a formula got out: %q", row["title"])
		}
	}
	if rec := w.ask("GET", "/api/v1/incidents", "Host", "x"); rec.Code != 200 {
		t.Error(rec.Code)
	}
}

func TestSearchTimelineTotals(t *testing.T) {
	w := open(t)
	m := w.get("/api/v1/search?q=Kirkuk", 200)
	for kind, want := range map[string]int{"incidents": 1, "reports": 1, "places": 1, "parties": 0, "sources": 0} {
		if got := len(m[kind].([]any)); got != want {
			t.Errorf("search: %d %s, want %d", got, kind, want)
		}
	}
	months := w.get("/api/v1/timeline", 200)
	incidents, killed := 0.0, 0.0
	for _, b := range months["bins"].([]any) {
		b := b.(map[string]any)
		incidents += b["incidents"].(float64)
		if k, ok := b["killed"].(map[string]any); ok {
			killed += k["high"].(float64)
		}
	}
	if incidents != 11 || killed != 20+5+2+7+9+1+5 { // one has no day
		t.Errorf("%v incidents, %v killed at most", incidents, killed)
	}
	if days := w.get("/api/v1/timeline?unit=day&country=SD", 200)["bins"].([]any); len(days) != 1 {
		t.Errorf("%d days", len(days))
	}
	totals := w.get("/api/v1/totals", 200)
	if totals["incidents"] != 12.0 || totals["reports"] != 16.0 || totals["versions"] != 17.0 || totals["first"] != "2030-12-24" || !strings.Contains(totals["note"].(string), "Not the total") {
		t.Errorf("%v", totals)
	}
}
