package site

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"isnad/internal/isnadtest/fixture"

	"golang.org/x/net/html"
)

// An incident's page holds the whole disagreement: every claimant with a range
// of its own, the denial, the words, and no figure without who says it.
func TestIncidentPage(t *testing.T) {
	h := world(t, Options{})
	n := page(t, h, "/incidents/"+fixture.ID("market"))
	all := text(n)
	mustHave(t, "market", all, "14–20 killed and 40 injured, as claimed by 3 sources", "2 March 2031", "known to the day",
		"near or within Ar Raqqah", "Contested", "Claimants name different parties", "suggested by machine")
	rows := map[string]string{}
	for _, tr := range find(find(n, "table", "who-says")[0], "tr", "")[1:] {
		rows[text(find(tr, "a", "")[0])] = text(tr)
	}
	mustHave(t, "office", rows["the Qasr health office"], "14", "40", "Harbour Post", "Plains Courier", "fourteen people were killed")
	mustHave(t, "command", rows["Coastal Air Command"], "denies", "not stated", "had not flown")
	if len(rows) != 3 {
		t.Errorf("%d claimants: %v", len(rows), rows)
	}
	if len(find(n, "svg", "plot")) != 1 {
		t.Error("two sources differ and no plot shows it")
	}
	// An unknown number is never nought; nought is shown where it is claimed.
	mine := text(page(t, h, "/incidents/"+fixture.ID("mine")))
	mustHave(t, "mine", mine, "0 killed and 1 injured, as claimed by 1 source")
	convoy := text(page(t, h, "/incidents/"+fixture.ID("convoy")))
	mustHave(t, "convoy", convoy, "reported by 1 source, without figures", "not stated", "15 January – 15 April 2031", "somewhere in the country")
	if strings.Contains(convoy, "0 killed") {
		t.Error("a figure that nobody gave is shown as nought")
	}
}

// A report's page marks every claim in the text, beside a note that leads to
// the incident, and every link of an incident into it lands on a mark.
func TestReportPage(t *testing.T) {
	h := world(t, Options{BaseURL: "https://isnad.example/"})
	n := page(t, h, "/incidents/"+fixture.ID("market"))
	followed := 0
	for _, a := range find(find(n, "table", "who-says")[0], "a", "") {
		address, id, ok := strings.Cut(attr(a, "href"), "#")
		if !ok {
			continue
		}
		followed++
		r := page(t, h, address)
		found := false
		for _, s := range find(r, "span", "here") {
			found = found || attr(s, "id") == id
		}
		if !found {
			t.Errorf("%s has no passage %s", address, id)
		}
		for _, m := range find(r, "mark", "") {
			if text(m) == "" {
				t.Errorf("%s: an empty mark", address)
			}
		}
	}
	if followed < 4 {
		t.Errorf("%d links into reports", followed)
	}
	var raqqa string
	for _, a := range find(page(t, h, "/reports"), "a", "") {
		if strings.Contains(text(a), "Fourteen dead") {
			raqqa = attr(a, "href")
		}
	}
	r := page(t, h, raqqa)
	all := text(r)
	mustHave(t, "report", all, "Harbour Post", "Cedar News Agency", "By Mira Tolan", "RAQQA, March 3 (Cedar)", "3 March 2031", "Received here", "1 June 2031, 08:00 UTC",
		"SHA-256", "the Qasr health office asserts", "14 killed, at least 40 injured", "Coastal Air Command denies", "Version 1, shown", "https://harbour.example/2031/raqqa")
	if marks := find(r, "mark", ""); len(marks) != 2 || !strings.HasPrefix(text(marks[0]), "The Qasr health office said") {
		t.Errorf("%d marks", len(marks))
	}
	for _, s := range find(r, "script", "") {
		if attr(s, "type") != "application/ld+json" {
			continue
		}
		var ld map[string]any
		if err := json.Unmarshal([]byte(s.FirstChild.Data), &ld); err != nil {
			t.Fatalf("JSON-LD: %v", err)
		}
		if ld["@type"] != "NewsArticle" || ld["isBasedOn"] != "https://harbour.example/2031/raqqa" || ld["headline"] != "Fourteen dead in strike on al-Mashlab" {
			t.Errorf("JSON-LD: %v", ld)
		}
		if !strings.HasPrefix(ld["@id"].(string), "https://isnad.example/reports/") {
			t.Errorf("@id %v", ld["@id"])
		}
	}
}

// A corrected report shows its present version, says that there are others, and
// an old version says that it is old.
func TestVersions(t *testing.T) {
	h := world(t, Options{})
	var address string
	for _, a := range find(page(t, h, "/reports"), "a", "") {
		if strings.Contains(text(a), "Correction: five shot") {
			address = attr(a, "href")
		}
	}
	now := text(page(t, h, address))
	mustHave(t, "present", now, "Five people, not six", "Version 2, shown", "Version 1")
	for _, old := range []string{address + "/v/1", address + "?version=1"} {
		was := text(page(t, h, old))
		mustHave(t, old, was, "Six people were killed", "This is version 1.", "The present version is 2.")
	}
	for _, none := range []string{"/v/3", "/v/0", "/v/x", "/v/-1", "/v/99999999999999999999", "?version=7"} {
		if code, _ := get(t, h, address+none); code != http.StatusNotFound {
			t.Errorf("%s: %d", none, code)
		}
	}
}

// Arabic reads from right to left and is found as it is written.
func TestArabic(t *testing.T) {
	h := world(t, Options{})
	n := page(t, h, "/search?q="+url.QueryEscape("قصف"))
	reports := find(n, "article", "report")
	if len(reports) < 2 {
		t.Fatalf("%d reports", len(reports))
	}
	marked := 0
	for _, m := range find(n, "mark", "") {
		if strings.Contains(text(m), "قصف") {
			marked++
		}
	}
	if marked == 0 {
		t.Error("nothing marked")
	}
	r := page(t, h, attr(find(find(reports[0], "h3", "")[0], "a", "")[0], "href"))
	if b := find(r, "div", "body")[0]; attr(b, "lang") != "ar" {
		t.Errorf("lang %q", attr(b, "lang"))
	}
	for _, p := range find(r, "p", "text") {
		if attr(p, "dir") != "rtl" {
			t.Errorf("dir %q", attr(p, "dir"))
		}
	}
	for _, note := range find(r, "ol", "notes") {
		if attr(note, "dir") != "ltr" || attr(note, "lang") != "en" {
			t.Error("the notes are in English and must say so")
		}
	}
}

// A place of precision 4 or wider is never a point, with script or without.
func TestMapNeverPointsAtAnArea(t *testing.T) {
	h := world(t, Options{})
	n := page(t, h, "/map")
	svg := find(find(n, "div", "frame")[0], "svg", "")[0]
	linked := map[string]bool{}
	for _, a := range find(svg, "a", "") {
		if len(find(a, "circle", "")) > 0 {
			linked[attr(a, "href")] = true
		}
	}
	for _, key := range []string{"port", "camp", "square", "valley"} {
		if !linked["/incidents/"+fixture.ID(key)] {
			t.Errorf("%s has no point", key)
		}
	}
	var data mapData
	if err := json.Unmarshal([]byte(find(n, "script", "map-data")[0].FirstChild.Data), &data); err != nil {
		t.Fatal(err)
	}
	for _, s := range data.Spots {
		linked[s.Href] = true
	}
	for _, key := range []string{"front", "road", "convoy", "boat", "nowhere", "mine"} {
		if linked["/incidents/"+fixture.ID(key)] {
			t.Errorf("%s is known only as an area and stands as a point", key)
		}
	}
	if len(data.Areas) != 2 || len(data.Countries) < 1 {
		t.Errorf("%d areas, %d countries", len(data.Areas), len(data.Countries))
	}
	// Everything is in the list, drawn or not.
	list := text(find(n, "ol", "places-list")[0])
	mustHave(t, "list", list, "Aid convoys held in Mali", "Attack at a place not named", "Clash in Idlib province", "Shelling of the port")
	mustHave(t, "wide", text(find(n, "section", "wide")[0]), "Somewhere in Mali", "On the water or in the air", "Place unknown", "Somewhere in Idlib, Syria")
}

// Filters narrow list, map and count alike; what cannot be understood is told.
func TestFilters(t *testing.T) {
	h := world(t, Options{})
	for _, tt := range []struct {
		query string
		want  []string // keys of incidents
	}{
		{"kind=shelling", []string{"port"}},
		{"kind=shelling&kind=bombing", []string{"port", "checkpoint"}},
		{"country=SY", []string{"market", "front"}},
		{"party=p-dawn-column", []string{"checkpoint", "front"}},
		{"status=declared", []string{"checkpoint"}},
		{"min_killed=9", []string{"market", "front"}},
		{"from=2031-03-06&to=2031-03-07", []string{"boat", "camp", "square"}},
		{"place=g169387", []string{"front"}},
		{"q=boat", []string{"boat"}},
		{"grading=fair&country=YE", []string{"port"}},
	} {
		n := page(t, h, "/incidents?"+tt.query)
		got := map[string]bool{}
		for _, th := range find(find(n, "table", "incidents")[0], "th", "") {
			for _, a := range find(th, "a", "") {
				got[attr(a, "href")] = true
			}
		}
		for _, key := range tt.want {
			if !got["/incidents/"+fixture.ID(key)] {
				// The convoy's months reach over every day of the spring.
				t.Errorf("%s: %s is missing", tt.query, key)
			}
			delete(got, "/incidents/"+fixture.ID(key))
		}
		delete(got, "/incidents/"+fixture.ID("convoy"))
		if len(got) > 0 {
			t.Errorf("%s: also %v", tt.query, got)
		}
	}
	body := text(page(t, h, "/incidents?from=2031-02-30&country=SY&kind=nonsense"))
	mustHave(t, "mistakes", body, "2031-02-30", "nonsense", "It was left out", "2 incidents of those asked for")
	if code, _ := get(t, h, "/incidents?after=nonsense"); code != http.StatusBadRequest {
		t.Errorf("a broken mark of the page: %d", code)
	}
	empty := text(page(t, h, "/incidents?q=zzzz"))
	mustHave(t, "empty", empty, "No incident answers to these filters", "Show all incidents")
}

// Lists go on: every incident is reached by following "next page", once.
func TestPaging(t *testing.T) {
	h := world(t, Options{})
	seen := map[string]int{}
	address := "/incidents?limit=5"
	for pages := 0; address != ""; pages++ {
		if pages > 10 {
			t.Fatal("the list never ends")
		}
		n := page(t, h, address)
		for _, th := range find(find(n, "table", "incidents")[0], "th", "") {
			for _, a := range find(th, "a", "") {
				seen[attr(a, "href")]++
			}
		}
		address = ""
		for _, a := range find(n, "a", "") {
			if attr(a, "rel") == "next" {
				address = attr(a, "href") + "&limit=5"
			}
		}
	}
	if len(seen) != 12 {
		t.Errorf("%d incidents", len(seen))
	}
	for a, n := range seen {
		if n != 1 {
			t.Errorf("%s was seen %d times", a, n)
		}
	}
}

// Every link within the site leads somewhere, from the front page on; all ids
// of a page are its own, and every label has its field.
func TestEveryLink(t *testing.T) {
	t.Parallel()
	h := world(t, Options{})
	todo, seen := []string{"/"}, map[string]bool{"/": true}
	for len(todo) > 0 {
		address := todo[0]
		todo = todo[1:]
		code, body := get(t, h, address)
		if code != http.StatusOK {
			t.Errorf("%s: %d", address, code)
			continue
		}
		if strings.HasPrefix(address, "/assets/") {
			continue
		}
		n, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		ids, fors, fragments := map[string]bool{}, []string{}, []string{}
		for c := range n.Descendants() {
			if c.Type != html.ElementNode {
				continue
			}
			if id := attr(c, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: the id %s stands twice", address, id)
				}
				ids[id] = true
			}
			if f := attr(c, "for"); f != "" {
				fors = append(fors, f)
			}
			for _, name := range []string{"href", "src"} {
				l := attr(c, name)
				switch {
				case strings.HasPrefix(l, "#"):
					fragments = append(fragments, l[1:])
				case strings.HasPrefix(l, "/"):
					l, _, _ = strings.Cut(l, "#")
					if !seen[l] {
						seen[l] = true
						todo = append(todo, l)
					}
				case name == "src" && l != "":
					t.Errorf("%s loads %s", address, l)
				}
			}
		}
		for _, f := range append(fors, fragments...) {
			if f, err = url.PathUnescape(f); err != nil || !ids[f] {
				t.Errorf("%s: nothing has the id %s", address, f)
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d addresses were found", len(seen))
	}
}

func TestErrorsAndHeaders(t *testing.T) {
	h := world(t, Options{})
	for address, want := range map[string]int{"/nope": 404, "/reports/none": 404, "/incidents/%00": 404, "/sources/x": 404, "/places/x": 404, "/parties/x": 404,
		"/captures/x": 404, "/assets/none.css": 404, "/assets/../site.go": 307, "/basemap/x/light/1/0/0.svg": 404, "/api/v1/reports": 404, "/reports/%ff%fe": 404} {
		code, body := get(t, h, address)
		if code != want {
			t.Errorf("%s: %d, want %d", address, code, want)
		}
		if code == 404 {
			mustHave(t, address, body, "There is no such page", "/search")
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/reports", strings.NewReader("x=1")))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	w = httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	csp := w.Header().Get("Content-Security-Policy")
	mustHave(t, "policy", csp, "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
	if strings.Contains(csp, "unsafe") {
		t.Error(csp)
	}
	if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Referrer-Policy") == "" {
		t.Error("headers are missing")
	}
	body := w.Body.String()
	if strings.Contains(body, " style=") || strings.Contains(body, "<style") || strings.Contains(body, " onclick") {
		t.Error("inline style or script, which the policy forbids")
	}
}

// A page is packed for whoever takes it, and an asset comes once.
func TestGzipAndCaching(t *testing.T) {
	h := world(t, Options{})
	ask := func(address string, header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	plain, packed := ask("/incidents"), ask("/incidents", "Accept-Encoding", "br, gzip;q=0.8")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() > plain.Body.Len()/2 {
		t.Errorf("%d bytes packed of %d", packed.Body.Len(), plain.Body.Len())
	}
	if w := ask("/incidents", "Accept-Encoding", "gzip;q=0"); w.Header().Get("Content-Encoding") != "" {
		t.Error("gzip was refused and sent")
	}
	css := attr(find(page(t, h, "/about"), "link", "")[1], "href")
	w := ask(css)
	if w.Code != 200 || w.Header().Get("Cache-Control") != forever || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%s: %d %v", css, w.Code, w.Header())
	}
	if w := ask(css, "If-None-Match", w.Header().Get("ETag")); w.Code != http.StatusNotModified {
		t.Errorf("asked again: %d", w.Code)
	}
	tile := "/basemap/" + baseHash() + "/dark/3/4/3.svg"
	w = ask(tile, "Accept-Encoding", "gzip")
	if w.Code != 200 || w.Header().Get("Content-Type") != "image/svg+xml" || w.Header().Get("Content-Encoding") != "gzip" {
		t.Errorf("%s: %d %v", tile, w.Code, w.Header())
	}
	if w := ask(tile, "If-None-Match", w.Header().Get("ETag"), "Accept-Encoding", "gzip"); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("tile asked again: %d", w.Code)
	}
}

// The pages of an empty store say so, and none fails.
func TestEmptyStore(t *testing.T) {
	h := serve(t, newStore(t), Options{Title: "The Empty Record"})
	for _, address := range []string{"/", "/incidents", "/map", "/timeline", "/reports", "/sources", "/places", "/parties", "/search", "/search?q=x", "/about"} {
		mustHave(t, address, text(page(t, h, address)), "The Empty Record")
	}
	mustHave(t, "front", text(page(t, h, "/")), "Nothing has been added yet")
}

// The API is mounted where it belongs, and only there.
func TestAPI(t *testing.T) {
	api := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := w.Write([]byte("api:" + r.URL.Path)); err != nil {
			t.Error(err)
		}
	})
	h := serve(t, newStore(t), Options{API: api})
	for _, p := range []string{"/api/v1/reports", "/openapi.json", "/feeds/reports.atom"} {
		if _, body := get(t, h, p); body != "api:"+p {
			t.Errorf("%s: %.60q", p, body)
		}
	}
	mustHave(t, "front", func() string { _, b := get(t, h, "/"); return b }(), `href="/feeds/incidents.atom"`)
	for _, bad := range []string{"isnad.example", "ftp://isnad.example", "://"} {
		if _, err := New(newStore(t), Options{BaseURL: bad}); err == nil {
			t.Errorf("%q was taken as an address", bad)
		}
	}
	if _, err := New(nil, Options{}); err == nil {
		t.Error("a site without a store")
	}
}
