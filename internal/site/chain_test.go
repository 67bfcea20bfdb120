package site

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// Texts of the reports of chained.
const (
	wireText   = "Shells struck the ferry at noon, and six people were killed."
	arabicText = "سقطت قذائف على العبارة ظهرا وقتل ستة اشخاص كانوا على متنها."
)

// chained fills a store with a report in Arabic that copies another, and with one
// that gives the same words of a speaker as it.
func chained(t *testing.T) (st *store.Store, wire, copied, quoting isnad.Report) {
	t.Helper()
	st = newStore(t)
	ctx := context.Background()
	c := isnad.Capture{ID: isnad.MakeID('c', "chain"), SHA256: isnad.HashOf([]byte("chain")), Size: 5, Place: "p", Received: time.Date(2031, 5, 1, 8, 0, 0, 0, time.UTC)}
	if _, _, err := st.AddCapture(ctx, c); err != nil {
		t.Fatal(err)
	}
	report := func(source, language, text string, day int) isnad.Report {
		return isnad.Report{ID: isnad.MakeID('r', source), Capture: c.ID, SHA256: c.SHA256, Key: source, Source: source, SourceID: isnad.MakeID('s', source), Title: "Title of " + source,
			Language: language, Text: text, Published: time.Date(2031, 4, day, 8, 0, 0, 0, time.UTC), Received: c.Received, Version: 1}
	}
	wire, copied, quoting = report("Ferry Wire", "ar", arabicText, 1), report("Copper Gate", "ar", arabicText, 2), report("Saltmarsh News", "en", wireText, 3)
	link := func(to isnad.Report, kind isnad.CitationKind) isnad.Citation {
		return isnad.Citation{To: to.ID, ToVer: 1, ToName: to.Source, Kind: kind, Copied: .4, Order: isnad.OrderPublished, Missing: kind == isnad.CiteCopy,
			Passages: []isnad.Passage{{Span: isnad.Span{Start: 0, End: 30}, Original: &isnad.Span{Start: 0, End: 30}}},
			Changes:  []isnad.Change{{Kind: isnad.ChangeNumber, Copy: isnad.Span{Start: 6, End: 11}, Original: isnad.Span{Start: 6, End: 11}, Now: "سبعة", Was: "ستة", Meaning: true}}}
	}
	err := st.Begin(ctx, func(tx *store.Tx) error {
		refs, err := tx.PutReports([]isnad.Report{wire, copied, quoting})
		if err != nil {
			return err
		}
		_, err = tx.PutTraced(refs, map[store.ReportRef][]isnad.Citation{refs[1]: {link(wire, isnad.CiteCopy)}, refs[2]: {link(copied, isnad.CiteQuote)}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return st, wire, copied, quoting
}

// accuses are words that a shared quotation does not bear out.
var accuses = []string{"copy", "original", "earlier", "first seen here, which", "citation", "%", "draws on"}

// A shared quotation is told as one, from either side: who, when, and both side
// by side, with no word of a copy or of who was first.
func TestQuotationIsNoCopy(t *testing.T) {
	st, wire, copied, quoting := chained(t)
	h := serve(t, st, Options{})
	for me, other := range map[string]isnad.Report{copied.ID: quoting, quoting.ID: copied} {
		n := find(page(t, h, "/reports/"+me), "section", "chain-section")[0]
		var rows []string
		for _, li := range find(n, "li", "") {
			for _, a := range find(li, "a", "") {
				if attr(a, "href") == "/reports/"+other.ID {
					rows = append(rows, text(li))
				}
			}
		}
		if len(rows) != 1 {
			t.Fatalf("%q", rows)
		}
		mustHave(t, "quotation", rows[0], other.Source, other.Title, "April 2031", "side by side")
		mustNot(t, "quotation", rows[0], accuses...)
		if other.ID == copied.ID { // what the other copied is none of its own chain
			mustNot(t, "chain", text(n), wire.Source, "What its text draws on")
		}
	}
	address := "/reports/" + quoting.ID + "/from/" + copied.ID
	n := page(t, h, address)
	head := text(find(n, "header", "head")[0])
	mustHave(t, "compare", head, "Shared quotation", "The same words in Saltmarsh News and Copper Gate")
	mustNot(t, "compare", head, accuses...)
	mustHave(t, "compare", text(find(n, "title", "")[0]), "The same words in Saltmarsh News and Copper Gate")
	if rows := find(n, "ul", "changes"); len(rows) > 0 {
		t.Errorf("%s tells what became what: %q", address, text(rows[0]))
	}
	n = page(t, h, "/reports/"+copied.ID+"/from/"+wire.ID)
	mustHave(t, "a copy", text(find(n, "title", "")[0]), "What Copper Gate has from Ferry Wire")
	mustHave(t, "a copy", text(n), "40 % of the report on the left", "No citation of it was found.", "What differs")
}

func mustNot(t testing.TB, where, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(strings.ToLower(body), strings.ToLower(w)) {
			t.Errorf("%s: %q stands in %q", where, w, body)
		}
	}
}

// Passages and changes are in the language of their report, for who has them read out.
func TestLanguageOfPassages(t *testing.T) {
	st, wire, copied, quoting := chained(t)
	h := serve(t, st, Options{Trace: func(_ context.Context, text string) ([]Traced, error) {
		cites, _, err := st.Citations(t.Context(), store.CitationQuery{From: copied.ID})
		return []Traced{{cites[0], wire}}, err
	}})
	check := func(where string, nodes []*html.Node, languages ...string) {
		t.Helper()
		if len(nodes) != len(languages) {
			t.Fatalf("%s: %d of %d", where, len(nodes), len(languages))
		}
		for i, n := range nodes {
			dir := map[string]string{"ar": "rtl", "en": "ltr"}[languages[i]]
			if attr(n, "lang") != languages[i] || attr(n, "dir") != dir {
				t.Errorf("%s: %q is lang=%q dir=%q", where, text(n), attr(n, "lang"), attr(n, "dir"))
			}
		}
	}
	changes := func(n *html.Node) (out []*html.Node) {
		for _, ul := range find(n, "ul", "changes") {
			out = append(append(out, find(ul, "del", "")...), find(ul, "ins", "")...)
		}
		return out
	}
	n := page(t, h, "/reports/"+quoting.ID+"/from/"+copied.ID)
	check("quotation", find(n, "p", "text"), "en", "ar")
	n = page(t, h, "/reports/"+copied.ID+"/from/"+wire.ID)
	check("copy", find(n, "p", "text"), "ar", "ar")
	check("copy", changes(n), "ar", "ar")
	check("chain", changes(page(t, h, "/reports/"+copied.ID)), "ar", "ar")
	code, body := paste(h, url.Values{"text": {arabicText}}.Encode())
	n, err := html.Parse(strings.NewReader(body))
	if code != 200 || err != nil {
		t.Fatal(code, err)
	}
	check("trace", find(n, "p", "text"), "ar", "ar")
	check("trace", changes(n), "ar", "ar")
}

// paste posts a form to the page where texts are traced.
func paste(h http.Handler, form string) (int, string) {
	r := httptest.NewRequest(http.MethodPost, "/trace", strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// What was found, or what is wrong, is where the form leads: the focus goes there,
// and nothing waits for a change that never comes.
func TestTraceLeadsToWhatWasFound(t *testing.T) {
	h := serve(t, newStore(t), Options{Trace: func(context.Context, string) ([]Traced, error) { return nil, nil }})
	n := page(t, h, "/trace")
	action, fragment, _ := strings.Cut(attr(find(n, "form", "paste")[0], "action"), "#")
	if action != "/trace" || fragment == "" {
		t.Fatalf("the form leads to %q, %q", action, fragment)
	}
	for form, want := range map[string]string{"text=x": "No report kept here", "text=": "Paste the text"} {
		_, body := paste(h, form)
		n, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		led := 0
		for c := range n.Descendants() {
			if attr(c, "id") == fragment {
				led++
				mustHave(t, form, text(c), want)
				if attr(c, "tabindex") != "-1" {
					t.Errorf("%s: the focus cannot go to %q", form, text(c))
				}
			}
			if attr(c, "aria-live") != "" {
				t.Errorf("%s: %s is live and never changes", form, c.Data)
			}
		}
		if led != 1 {
			t.Errorf("%s: %d elements have the id %q", form, led, fragment)
		}
	}
}

// The size of a pasted text is that of its letters, not of the form they come in.
func TestPastedSize(t *testing.T) {
	var got string
	h := serve(t, newStore(t), Options{Trace: func(_ context.Context, text string) ([]Traced, error) { got = text; return nil, nil }})
	const tooLong, noForm = "longer than can be traced", "is no form"
	line := strings.Repeat("ب", 49) + " "
	for _, tt := range []struct {
		name, form string
		status     int
		words      string
	}{
		{"the longest in Arabic", url.Values{"text": {strings.Repeat("ب", maxPasted/2)}}.Encode(), 200, ""},
		{"the longest in lines", url.Values{"text": {strings.Repeat(line[:98]+"\r\n", maxPasted/99)}}.Encode(), 200, ""},
		{"one letter more", url.Values{"text": {strings.Repeat("ب", maxPasted/2) + "x"}}.Encode(), 413, tooLong},
		{"letters that take one byte in the form", "text=" + strings.Repeat("x", maxPasted+1), 413, tooLong},
		{"a form without an end", "text=" + strings.Repeat("x", 10*maxPasted), 413, tooLong},
		{"broken escapes", "text=%zz", 400, noForm},
		{"an odd separator", "text=a;b=c", 400, noForm},
		{"nothing", "text=+%0D%0A", 400, "Paste the text"},
		{"another field", "words=x", 400, "Paste the text"},
	} {
		got = ""
		status, body := paste(h, tt.form)
		if status != tt.status || !strings.Contains(body, tt.words) || (got != "") != (status == 200) {
			t.Errorf("%s: %d, %d bytes traced, %.200q", tt.name, status, len(got), body[strings.Index(body, "<main"):])
		}
		if len(got) > maxPasted {
			t.Errorf("%s: %d bytes are traced", tt.name, len(got))
		}
	}
}

// Only some texts are traced at once; who comes too much is told so at once and
// keeps the text. The bound is shared with who else has the same channel.
func TestTracedAtOnce(t *testing.T) {
	inside, gate := make(chan struct{}), make(chan struct{})
	trace := func(context.Context, string) ([]Traced, error) {
		inside <- struct{}{}
		<-gate
		return nil, nil
	}
	h := serve(t, newStore(t), Options{Trace: trace})
	done := make(chan int, atATime)
	for range atATime {
		go func() { code, _ := paste(h, "text=x"); done <- code }()
	}
	for range atATime {
		select {
		case <-inside:
		case <-time.After(10 * time.Second):
			t.Fatal("they do not get in")
		}
	}
	refused := make(chan int, 1)
	go func() {
		code, body := paste(h, "text=mine+too")
		mustHave(t, "refused", body, "mine too", "Try again")
		refused <- code
	}()
	select {
	case code := <-refused:
		if code != 503 {
			t.Errorf("one too many: %d", code)
		}
	case <-inside:
		t.Error("one too many is let in")
	}
	close(gate)
	for range atATime {
		if code := <-done; code != 200 {
			t.Errorf("who was in: %d", code)
		}
	}

	shared := make(chan struct{}, 1)
	h = serve(t, newStore(t), Options{Tracing: shared, Trace: func(context.Context, string) ([]Traced, error) { return nil, nil }})
	shared <- struct{}{}
	if code, _ := paste(h, "text=x"); code != 503 {
		t.Errorf("while another has the only turn: %d", code)
	}
	<-shared
	if code, _ := paste(h, "text=x"); code != 200 || len(shared) != 0 {
		t.Errorf("when it is free again: %d, %d turns held", code, len(shared))
	}
}
