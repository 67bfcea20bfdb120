package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"

	"github.com/mmcdole/gofeed"
)

// traced puts detected links among the first reports of the fixture: the second
// copies the first without a citation, the third copies the second and says so,
// the fourth gives the same words of a speaker as the first. The last is linked to
// its own earlier version.
func (w *world) traced() {
	w.Helper()
	link := func(from, to int, kind isnad.CitationKind, missing bool) isnad.Citation {
		f, t := w.Reports[from], w.Reports[to]
		return isnad.Citation{From: f.ID, Version: f.Version, To: t.ID, ToVer: t.Version, ToName: t.Source, Basis: isnad.CitationDetected, Kind: kind,
			Passages: []isnad.Passage{{Span: isnad.Span{Start: 0, End: 9}, Original: &isnad.Span{Start: 1, End: 10}}},
			Changes:  []isnad.Change{{Kind: isnad.ChangeNumber, Copy: isnad.Span{Start: 3, End: 5}, Original: isnad.Span{Start: 4, End: 6}, Now: "41", Was: "14", Meaning: true}},
			Copied:   0.8, Order: isnad.OrderReceived, Missing: missing}
	}
	last := len(w.Reports) - 1
	links := []isnad.Citation{link(last, last-1, isnad.CiteVersion, false), link(1, 0, isnad.CiteCopy, true), link(2, 1, isnad.CiteCopy, false), link(3, 0, isnad.CiteQuote, false)}
	err := w.st.Begin(w.Context(), func(tx *store.Tx) error {
		by := map[store.ReportRef][]isnad.Citation{}
		var refs []store.ReportRef
		for _, l := range links {
			ref := store.ReportRef{ID: l.From, Version: l.Version}
			refs, by[ref] = append(refs, ref), append(by[ref], l)
		}
		_, err := tx.PutTraced(refs, by)
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
}

// The filters of citations select what they say, in JSON and in the file alike.
func TestCitationFilters(t *testing.T) {
	w := open(t)
	w.traced()
	declared := len(w.Citations)
	past := 0 // citations of versions that are not the present ones
	for _, c := range w.Citations {
		if last := w.Reports[len(w.Reports)-1]; c.From == last.ID && c.Version < last.Version {
			past++
		}
	}
	declared -= past
	agencies := 0
	for _, c := range w.Citations {
		if c.Kind == isnad.CiteAgency {
			agencies++
		}
	}
	if agencies == 0 || declared == 0 {
		t.Fatal("the fixture cites nobody")
	}
	first, second := w.Reports[0].ID, w.Reports[1].ID
	for filter, want := range map[string]int{
		"": declared + 4, "basis=declared": declared, "basis=detected": 4, "kind=version": 1, "kind=copy": 2, "kind=quote": 1, "kind=agency": agencies, "kind=link": 0,
		"missing=true": 1, "missing=true&basis=declared": 0, "kind=copy&missing=true&report=" + second: 1, "cited=" + first: 2, "cited=" + first + "&kind=copy": 1,
		"basis=&kind=&missing=": declared + 4,
	} {
		rows := items(w.get("/api/v1/citations?"+filter, 200))
		file := table(w, "/api/v1/citations.csv?"+filter)
		if len(rows) != want || len(file) != want {
			t.Errorf("%q: %d in JSON, %d in the file, want %d", filter, len(rows), len(file), want)
			continue
		}
		for n, r := range rows {
			if r["from"] != file[n]["from"] || r["kind"] != file[n]["kind"] || fmt.Sprint(r["missing"]) != file[n]["missing"] {
				t.Errorf("%q: %v in JSON, %v in the file", filter, r, file[n])
			}
		}
	}
	c := items(w.get("/api/v1/citations?missing=true", 200))[0]
	passage := c["passages"].([]any)[0].(map[string]any)
	change := c["changes"].([]any)[0].(map[string]any)
	if c["from"] != second || c["to"] != first || c["to_version"] != 1.0 || c["order"] != "received" || c["missing"] != true ||
		passage["end"] != 9.0 || passage["original"].(map[string]any)["end"] != 10.0 || change["now"] != "41" || change["was"] != "14" || change["alters_meaning"] != true {
		t.Errorf("%v", c)
	}
	last := w.Reports[len(w.Reports)-1]
	if v := items(w.get("/api/v1/citations?kind=version", 200))[0]; v["from"] != last.ID || v["to"] != last.ID || v["version"] != 2.0 || v["to_version"] != 1.0 {
		t.Errorf("a version: %v", v)
	}
	if m := w.get("/api/v1/reports/"+last.ID+"/chain", 200); len(m["links"].([]any)) != 0 || len(m["reports"].([]any)) != 1 {
		t.Errorf("the chain of a report leads to itself: %v", m)
	}
	if d := items(w.get("/api/v1/citations?basis=declared&limit=1", 200))[0]; d["order"] != nil || d["to_version"] != nil || d["missing"] != false {
		t.Errorf("a declared link: %v", d)
	}
	for target, param := range map[string]string{"kind=shelling": "query.kind", "basis=guessed": "query.basis", "missing=false": "query.missing", "kind=copy&kind=quote": "query.kind"} {
		if m := w.get("/api/v1/citations?"+target, 400); !strings.Contains(m["detail"].(string), param) {
			t.Errorf("%s: %v", target, m)
		}
	}
}

// A chain goes both ways from the report asked for, and says how far each one is.
func TestChain(t *testing.T) {
	w := open(t)
	w.traced()
	depths := func(m map[string]any) map[string]int {
		out := map[string]int{}
		for _, r := range m["reports"].([]any) {
			r := r.(map[string]any)
			if _, has := r["text"]; has {
				t.Errorf("the text of %s is given", r["id"])
			}
			out[r["id"].(string)] = int(r["depth"].(float64))
		}
		return out
	}
	id := func(n int) string { return w.Reports[n].ID }
	m := w.get("/api/v1/reports/"+id(1)+"/chain", 200)
	if got := depths(m); len(got) != 3 || got[id(0)] != -1 || got[id(1)] != 0 || got[id(2)] != 1 {
		t.Errorf("of the middle: %v", got)
	}
	m = w.get("/api/v1/reports/"+id(0)+"/chain", 200)
	if got := depths(m); len(got) != 4 || got[id(2)] != 2 || got[id(3)] != 1 || len(m["links"].([]any)) != 3 || m["more"] != false {
		t.Errorf("of the first: %v %v", got, m["more"])
	}
	m = w.get("/api/v1/reports/"+id(0)+"/chain?limit=2", 200)
	if got := depths(m); len(got) != 2 || len(m["links"].([]any)) != 1 || m["more"] != true {
		t.Errorf("two of them: %v %v", got, m)
	}
	m = w.get("/api/v1/reports/"+id(5)+"/chain", 200)
	if len(m["reports"].([]any)) != 1 || len(m["links"].([]any)) != 0 {
		t.Errorf("of one that stands alone: %v", m)
	}
	w.get("/api/v1/reports/r00/chain", 404)
	for _, q := range []string{"limit=501", "limit=0", "version=1"} {
		w.get("/api/v1/reports/"+id(0)+"/chain?"+q, 400)
	}
}

func TestNetwork(t *testing.T) {
	w := open(t)
	w.traced()
	first, second := w.Reports[0], w.Reports[1]
	if first.SourceID == second.SourceID {
		t.Fatal("the fixture's first reports are of one outlet")
	}
	find := func(m map[string]any, side, source string) map[string]any {
		for _, x := range m[side].([]any) {
			if x := x.(map[string]any); x["source"] == source {
				return x
			}
		}
		t.Fatalf("%s of %v lacks %s", side, m, source)
		return nil
	}
	up := find(w.get("/api/v1/sources/"+second.SourceID+"/network", 200), "draws_on", first.SourceID)
	if up["copies"] != 1.0 || up["missing"] != 1.0 || up["quotes"] != 0.0 || up["name"] != first.Source {
		t.Errorf("%v", up)
	}
	down := find(w.get("/api/v1/sources/"+first.SourceID+"/network", 200), "drawn_on_by", second.SourceID)
	if down["copies"] != 1.0 || down["missing"] != 1.0 {
		t.Errorf("%v", down)
	}
	w.get("/api/v1/sources/s00/network", 404)
}

// The feed for the desk leads to both reports side by side and goes on in pages.
func TestMissingCitationsFeed(t *testing.T) {
	w := open(t)
	for _, format := range []string{"atom", "rss", "json"} {
		if rec := w.ask("GET", "/feeds/missing-citations."+format); rec.Code != 200 {
			t.Errorf("%s without entries: %d", format, rec.Code)
		}
	}
	w.traced()
	first, second := w.Reports[0], w.Reports[1]
	for _, format := range []string{"atom", "rss", "json"} {
		target := "/feeds/missing-citations." + format
		rec := w.ask("GET", target)
		f, err := gofeed.NewParser().Parse(bytes.NewReader(rec.Body.Bytes()))
		if err != nil || len(f.Items) != 1 || f.FeedLink != "https://reports.example.org"+target || f.Title != "Example record: missing citations" {
			t.Fatalf("%s: %v %s", target, err, rec.Body)
		}
		i := f.Items[0]
		if want := "https://reports.example.org/reports/" + second.ID + "/from/" + first.ID; i.GUID != want || i.Link != want {
			t.Errorf("%s: %q %q", target, i.GUID, i.Link)
		}
		if body := i.Content + i.Description; !strings.Contains(body, first.Source) || !strings.Contains(body, second.Source) || !strings.Contains(body, "seen by no person") {
			t.Errorf("%s: %q", target, body)
		}
	}
	for _, q := range []string{"limit=101", "country=YE", "after=nonsense"} {
		if rec := w.ask("GET", "/feeds/missing-citations.atom?"+q); rec.Code != 400 {
			t.Errorf("%s: %d", q, rec.Code)
		}
	}
}

// post sends a body to be traced.
func (w *world) post(body, kind string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", tracePath, strings.NewReader(body))
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	rec := httptest.NewRecorder()
	w.h.ServeHTTP(rec, r)
	return rec
}

func asJSON(t *testing.T, text string) string {
	t.Helper()
	b, err := json.Marshal(map[string]string{"text": text})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A text that is traced is handed on as it was sent, answered as described and
// never kept, not even in a cache on the way.
func TestTrace(t *testing.T) {
	w := open(t)
	w.traced()
	var got string
	w.h = New(w.st, Options{Trace: func(_ context.Context, text string) ([]Traced, error) {
		got = text
		cites, _, err := w.st.Citations(t.Context(), store.CitationQuery{Missing: true})
		if err != nil || !strings.Contains(text, "market") {
			return nil, err
		}
		c := cites[0]
		c.From, c.Version, c.Basis = "", 0, "" // as the pipeline gives it, which keeps nothing
		return []Traced{{c, w.Reports[0]}}, nil
	}})
	for _, kind := range []string{"application/json", "application/json; charset=utf-8", ""} {
		rec := w.post(asJSON(t, "The market\r\n\n قصف السوق 😀"), kind)
		if rec.Code != 200 || rec.Header().Get("Cache-Control") != "no-store" || rec.Header().Get("ETag") != "" {
			t.Fatalf("%d %v %s", rec.Code, rec.Header(), rec.Body)
		}
		if got != "The market\r\n\n قصف السوق 😀" {
			t.Errorf("traced %q", got)
		}
		found := w.conforms(tracePath, rec)["found"].([]any)
		if len(found) != 1 {
			t.Fatalf("%v", found)
		}
		x := found[0].(map[string]any)
		if x["citation"].(map[string]any)["to"] != w.Reports[0].ID || x["citation"].(map[string]any)["basis"] != "detected" || x["original"].(map[string]any)["id"] != w.Reports[0].ID {
			t.Errorf("%v", x)
		}
	}
	if found := w.conforms(tracePath, w.post(asJSON(t, "nothing known"), ""))["found"].([]any); len(found) != 0 {
		t.Errorf("%v", found)
	}
	if rec := w.post(asJSON(t, strings.Repeat("ب", maxText/2)), ""); rec.Code != 200 {
		t.Errorf("the longest text: %d %s", rec.Code, rec.Body)
	}
	for _, tt := range []struct {
		body, kind string
		status     int
	}{
		{asJSON(t, strings.Repeat("ب", maxText/2)+"x"), "", 413},
		{asJSON(t, strings.Repeat("x", maxPosted)), "", 413},
		{"", "", 400}, {"{}", "", 400}, {`{"text":null}`, "", 400}, {`{"text":" \n"}`, "", 400}, {`{"text":3}`, "", 400}, {`["x"]`, "", 400},
		{`{"text":"x","keep":true}`, "", 400}, {`{"text":"x"}{"text":"y"}`, "", 400}, {`{"text":"x`, "", 400}, {strings.Repeat("[", 100_000), "", 400},
		{"text=x", "application/x-www-form-urlencoded", 415}, {asJSON(t, "x"), "text/plain", 415}, {asJSON(t, "x"), "?;", 415},
	} {
		rec := w.post(tt.body, tt.kind)
		if rec.Code != tt.status || rec.Header().Get("Content-Type") != "application/problem+json" || rec.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%.60q as %q: %d %v", tt.body, tt.kind, rec.Code, rec.Header())
		}
		w.conforms(tracePath, rec)
	}
	if rec := w.ask("GET", tracePath); rec.Code != 405 || rec.Header().Get("Allow") != "POST, OPTIONS" {
		t.Errorf("GET: %d %v", rec.Code, rec.Header())
	}
	if rec := w.ask("OPTIONS", tracePath); rec.Code != 204 || rec.Header().Get("Access-Control-Allow-Methods") != "POST" || !strings.Contains(rec.Header().Get("Access-Control-Allow-Headers"), "Content-Type") {
		t.Errorf("OPTIONS: %d %v", rec.Code, rec.Header())
	}
}

// Where no texts are traced that is told; a failure does not tell strangers why.
func TestTraceAbsentAndFailed(t *testing.T) {
	w := open(t)
	if rec := w.post(asJSON(t, "x"), ""); rec.Code != 404 {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
	w.h = New(w.st, Options{Logger: slog.New(slog.NewTextHandler(io.Discard, nil)), Trace: func(context.Context, string) ([]Traced, error) { return nil, errors.New("secret path") }})
	if rec := w.post(asJSON(t, "x"), ""); rec.Code != 500 || strings.Contains(rec.Body.String(), "secret") {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
}

// Texts that are traced never fill the turns that everyone else needs: only some
// at once, and who comes too much is sent away at once.
func TestTraceLeavesRoom(t *testing.T) {
	w := open(t)
	inside, gate := make(chan struct{}), make(chan struct{})
	w.h = New(w.st, Options{AtOnce: atATime + 1, Trace: func(context.Context, string) ([]Traced, error) {
		inside <- struct{}{}
		<-gate
		return nil, nil
	}})
	done := make(chan int, atATime)
	for range atATime {
		go func() { done <- w.post(`{"text":"x"}`, "").Code }()
	}
	for range atATime {
		select {
		case <-inside:
		case <-time.After(10 * time.Second):
			t.Fatal("they do not get in")
		}
	}
	if rec := w.post(`{"text":"x"}`, ""); rec.Code != 503 || rec.Header().Get("Retry-After") == "" {
		t.Errorf("one too many: %d %v", rec.Code, rec.Header())
	}
	if rec := w.ask("GET", "/api/v1/totals"); rec.Code != 200 {
		t.Errorf("another reader: %d", rec.Code)
	}
	close(gate)
	codes := []int{<-done, <-done}
	if !slices.Equal(codes, []int{200, 200}) {
		t.Errorf("%v", codes)
	}

	shared := make(chan struct{}, 1) // with the page, whose text holds the only turn
	shared <- struct{}{}
	w.h = New(w.st, Options{Tracing: shared, Trace: func(context.Context, string) ([]Traced, error) { return nil, nil }})
	if rec := w.post(`{"text":"x"}`, ""); rec.Code != 503 {
		t.Errorf("while another has the only turn: %d", rec.Code)
	}
}
