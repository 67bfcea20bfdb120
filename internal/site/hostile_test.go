package site

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// evil is what may stand in every field that comes from outside.
const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>` + "\u202Edrowkcab\u2066 {{.}} ]]> --> \x01 &lt; ${1} `x` javascript:alert(3)"

// hostile fills a store with one report whose every field is hostile.
func hostile(t *testing.T) (*store.Store, isnad.Report, isnad.Incident) {
	t.Helper()
	st := newStore(t)
	ctx := context.Background()
	e := func(field string) string { return field + evil }
	day, _ := isnad.NewDay(2031, 1, 2)
	capture := isnad.Capture{Origin: e("origin"), SHA256: isnad.HashOf([]byte("x")), Size: 1, MediaType: e("type"), Submitter: e("submitter"), Address: "javascript:alert(4)//" + evil, Final: e("https://x.example/"), Redirects: []string{e("http://a.example/")},
		Headers: map[string]string{e("name"): e("value")}, Status: 200, Container: isnad.HashOf([]byte("warc")), Source: e("s"), Published: day,
		Observed: time.Date(2031, 1, 2, 0, 0, 1, 0, time.UTC), Received: time.Date(2031, 1, 3, 0, 0, 1, 0, time.UTC)}
	capture.ID = isnad.MakeID('c', string(capture.SHA256), "p")
	capture.Place = "p"
	lat, lon := 35.0, 40.0
	src := isnad.Source{ID: isnad.MakeID('s', "evil"), Name: e("source"), Kind: "outlet", Names: []isnad.Name{{Text: e("name"), Language: `"><script>`}}, Home: "javascript:alert(5)", Terms: e("terms")}
	place := isnad.Place{ID: "g1", Name: e("place"), Kind: isnad.KindTown, Country: "SY", Lat: lat, Lon: lon, RadiusKM: 3, Population: 1 << 30, Province: "g1", District: "g1", Area: [][2]float64{{40, 35}, {41, 35}, {41, 36}, {40, 35}}, Names: []isnad.Name{{Text: e("nom")}}}
	party := isnad.Party{ID: "p-evil", Name: e("party"), Names: []isnad.Name{{Text: e("n")}}, Country: "SY", Kind: "x_" + evil, Parent: "p-evil"}
	text := e("First ") + "\n\n" + e("Second ")
	r := isnad.Report{ID: isnad.MakeID('r', "evil"), Capture: capture.ID, SHA256: capture.SHA256, Key: "k", Source: src.Name, SourceID: src.ID, Title: strings.Repeat(e("headline "), 12000), Bylines: []string{e("by")},
		Agency: e("agency"), Dateline: isnad.Dateline{Place: e("dl"), Words: e("dateline"), Date: day}, Published: day.Time(), Received: capture.Received, Observed: capture.Observed, Language: `ar"><script>`, Submitter: e("sub"), Terms: e("t"),
		Notes: []string{e("note")}, Canonical: "javascript:alert(6)", Address: "data:text/html," + evil, Links: []isnad.Link{{URL: "javascript:alert(7)", Text: e("l")}, {URL: "https://ok.example/" + `"onmouseover=alert(8)`, Text: e("m"), Rel: "map", Lat: &lat, Lon: &lon}},
		Media: []isnad.Media{{URL: "https://pics.example/evil.png", Kind: e("image"), Caption: e("cap")}}, Version: 1, Bytes: &isnad.Bytes{Offset: 1 << 40, Length: 7}, Changed: capture.Received, Text: text, Reader: e("reader"), Doubts: []string{e("doubt")}}
	if len(r.Title) < 1_000_000 {
		t.Fatal("the title is not large enough to be hostile")
	}
	where := isnad.Where{ID: "g1", Name: e("where"), Within: []string{e("within")}, At: e("at"), Country: "SY", Province: "g1", District: "g1", Lat: &lat, Lon: &lon, Precision: isnad.PlaceExact}
	n := 3
	c := isnad.Claim{ID: isnad.MakeID('k', "evil"), Event: isnad.EventAirStrike, Stage: isnad.StageAttempted, Polarity: isnad.Affirmed, When: isnad.Period{From: day, To: day, Precision: isnad.DateDay, Basis: isnad.BasisWeekday, Words: e("words")},
		Place: where, Actors: []isnad.Actor{{ID: party.ID, Name: e("actor")}, {Name: e("other")}}, Targets: []string{e("target")}, Counts: []isnad.Count{{Outcome: isnad.Killed, Category: "all", Min: &n, Max: &n, Words: e("count"), Scope: isnad.ScopeRunning}},
		Killed: &isnad.Range{Min: &n, Max: &n}, Injured: &isnad.Range{Min: &n}, Casualties: &isnad.Range{Max: &n}, Victims: map[isnad.Category]int{"children": 1}, Background: true, Beside: []isnad.Beside{{Claim: e("beside"), Same: 2}},
		Report: r.ID, Version: 1, Incident: "i", Slots: map[string]float64{"date": 1}, Reader: e("reader"), Review: isnad.Suggested, Weapon: e("weapon"), Attribution: []string{e("who"), e("whom")}, Claimant: src.ID, Via: []string{e("via")}, Stance: isnad.StanceHedged,
		Span: isnad.Span{Start: 2, End: 40}, Quote: e("quote"), Confidence: 1,
		Filled:   map[string]isnad.Filled{"place": {By: e("model"), Words: e("filled"), Instead: e("instead"), Time: day.Time()}, e("slot"): {By: e("model")}},
		Decision: &isnad.Decision{Act: e("act"), Kind: isnad.ActAcceptClaim, Person: e("person"), Name: e("decider"), Time: capture.Received, Slots: []string{e("slot")}, Seconds: []string{e("second")}, Waiting: []string{e("waiting")}, Reading: isnad.ReadOtherwise}}
	over := c
	over.ID, over.Span = isnad.MakeID('k', "over"), isnad.Span{Start: 20, End: 5000}
	head := c
	head.ID, head.Span = isnad.MakeID('k', "head"), isnad.Span{Start: 0, End: 8, InTitle: true}
	beyond := c
	beyond.ID, beyond.Span = isnad.MakeID('k', "beyond"), isnad.Span{Start: 1 << 40, End: 1<<40 + 5}
	i := isnad.Incident{ID: isnad.MakeID('i', "evil"), Title: e("incident"), Event: isnad.EventAirStrike, When: c.When, Place: where, Actors: c.Actors, Killed: isnad.Bounds{Low: 3, High: 3, Known: true},
		BySource: []isnad.SourceFigures{{Source: src.ID, Name: e("name"), Killed: isnad.Bounds{Low: 3, High: 3, Known: true}, Stance: isnad.StanceHedged, Claims: []string{c.ID}, Outlets: []string{src.ID}, Carried: []string{c.ID},
			ByCategory: []isnad.CategoryFigures{{Category: isnad.Category(e("category")), Killed: isnad.Bounds{Low: 1, High: 2, Known: true}, Injured: isnad.Bounds{High: 1 << 40, Known: true}}}},
			{Source: "s2", Name: e("two"), Killed: isnad.Bounds{Low: 1, High: 1 << 40, Known: true}, Claims: []string{over.ID}, Outlets: []string{src.ID}}},
		ByCategory: []isnad.CategoryFigures{{Category: isnad.Category(e("category")), Killed: isnad.Bounds{Low: 1, High: 2, Known: true}, Injured: isnad.Bounds{High: 1 << 40, Known: true}}},
		Injured:    isnad.Bounds{Low: 0, High: 9, Known: true}, Status: isnad.StrikeContested, Grading: isnad.GradeWeak, Origins: 1, Roots: []isnad.Root{{Source: src.ID, Name: e("root"), Report: r.ID}},
		StatusReason: isnad.Reason{Rule: isnad.RuleDifferentParties, Claims: []string{c.ID, e("claim")}, Against: []string{over.ID}}, GradingReason: isnad.Reason{Rule: isnad.RuleHarmOwnedUp, Claims: []string{c.ID}, Against: []string{over.ID}}, Figures: []isnad.Figure{{Outcome: isnad.Killed, Low: 1, High: 1 << 40, Outlets: 1, Origins: 1}}, Review: isnad.Confirmed, Outlets: 1, Claims: []string{c.ID, over.ID, head.ID, beyond.ID}, Maker: e("maker"), Decision: c.Decision}
	cites := []isnad.Citation{{From: r.ID, To: src.ID, ToName: e("to"), Basis: isnad.CitationDeclared, Kind: isnad.CiteAgency}, {From: r.ID, ToName: e("link"), ToURL: "javascript:alert(9)", Basis: isnad.CitationDeclared, Kind: isnad.CiteLink}}
	twin := r
	twin.ID, twin.Key, twin.Bytes, twin.SourceID, twin.Source = isnad.MakeID('r', "twin"), "k2", nil, "s2", e("second")
	copied := []isnad.Citation{{To: r.ID, ToVer: 1, ToName: e("to"), ToURL: "javascript:alert(10)", Kind: isnad.CiteCopy, Copied: 7, Missing: true, Order: isnad.OrderReceived,
		Passages: []isnad.Passage{{Span: isnad.Span{Start: 0, End: 1 << 40}, Original: &isnad.Span{Start: 3, End: 1 << 40}}, {Span: isnad.Span{Start: 90, End: 3}}},
		Changes: []isnad.Change{{Kind: isnad.ChangeNumber, Copy: isnad.Span{Start: 1, End: 9}, Original: isnad.Span{Start: 4, End: 6}, Now: e("now"), Was: e("was"), Meaning: true},
			{Kind: isnad.ChangeHeadline, Copy: isnad.Span{Start: 0, End: 4, InTitle: true}, Now: e("head"), Was: ""}}}}
	// A template fails on a field of the wrong type only where the field is there.
	for _, x := range []any{capture, src, place, party, r, *r.Bytes, c, i, where, c.When} {
		v := reflect.ValueOf(x)
		for k := range v.NumField() {
			if v.Field(k).IsZero() {
				t.Fatalf("the hostile %T has no %s, so no page is tried with it", x, v.Type().Field(k).Name)
			}
		}
	}
	if _, _, err := st.AddCapture(ctx, capture); err != nil {
		t.Fatal(err)
	}
	err := st.Begin(ctx, func(tx *store.Tx) error {
		if err := tx.PutSources([]isnad.Source{src}); err != nil {
			return err
		}
		if err := tx.PutPlaces([]isnad.Place{place}); err != nil {
			return err
		}
		if err := tx.PutParties([]isnad.Party{party}); err != nil {
			return err
		}
		refs, err := tx.PutReports([]isnad.Report{r, twin})
		if err != nil {
			return err
		}
		if _, err := tx.PutClaims(refs[0], []isnad.Claim{c, over, head, beyond}, []isnad.Toll{{Killed: &n, Period: e("period"), Attribution: e("a"), Quote: e("q")}}, cites); err != nil {
			return err
		}
		if _, err := tx.PutTraced(refs[1:], map[store.ReportRef][]isnad.Citation{refs[1]: copied}); err != nil {
			return err
		}
		if err := tx.Note(capture.ID, e("noted")); err != nil {
			return err
		}
		return tx.PutIncident(i)
	})
	if err != nil {
		t.Fatal(err)
	}
	return st, r, i
}

// What comes from outside stays text on every page: it makes no element, no
// attribute and no address, is cut where it is long, and cannot turn the text around it.
func TestHostileText(t *testing.T) {
	st, r, i := hostile(t)
	h := serve(t, st, Options{BaseURL: "https://isnad.example"})
	for _, address := range []string{"/", "/reports", "/reports/" + r.ID, "/captures/" + r.Capture,
		"/reports/" + isnad.MakeID('r', "twin"), "/reports/" + isnad.MakeID('r', "twin") + "/from/" + r.ID, "/sources/s2", "/trace", "/incidents", "/incidents/" + i.ID, "/map", "/timeline", "/sources", "/sources/" + r.SourceID,
		"/places", "/places/g1", "/parties", "/parties/p-evil", "/search?q=First", "/search?q=%3Cscript%3E%22%E2%80%AE", "/incidents?q=%3Cscript%3E&from=%3Cscript%3E&kind=%22%3E%3Cscript%3E", "/nope/%3Cscript%3Ealert(1)%3C/script%3E"} {
		code, body := get(t, h, address)
		if code != 200 && code != 404 {
			t.Errorf("%s: %d", address, code)
		}
		if len(body) > 600_000 {
			t.Errorf("%s: %d bytes for one report", address, len(body))
		}
		if strings.Contains(body, "\x00") || strings.Contains(body, "ZgotmplZ") {
			t.Errorf("%s: a NUL, or an address that had to be blotted out", address)
		}
		n, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		checkTree(t, address, n)
	}
}

func checkTree(t *testing.T, address string, n *html.Node) {
	t.Helper()
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.ContainsAny(c.Data, "\u202E\u2066") {
			isolated := false
			for up := c.Parent; up != nil; up = up.Parent {
				switch up.Data {
				case "bdi", "p", "li", "dd", "td", "th", "h1", "h2", "h3", "script":
					isolated = true
				}
			}
			if !isolated {
				t.Errorf("%s: %.40q can turn the text around it", address, c.Data)
			}
		}
		if c.Type != html.ElementNode {
			continue
		}
		if c.Data == "img" || c.Data == "iframe" || c.Data == "object" || c.Data == "base" || c.Data == "style" {
			t.Errorf("%s: an element %s", address, c.Data)
		}
		if c.Data == "script" && attr(c, "src") == "" && !strings.HasSuffix(attr(c, "type"), "json") {
			t.Errorf("%s: a script of its own", address)
		}
		if c.Data == "script" && c.FirstChild != nil && strings.Contains(c.FirstChild.Data, "<") {
			t.Errorf("%s: markup within data", address)
		}
		for _, a := range c.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("%s: an attribute %s", address, a.Key)
			}
			if (a.Key == "href" || a.Key == "src" || a.Key == "action") && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
				t.Errorf("%s: %s=%.60q", address, a.Key, a.Val)
			}
			if (a.Key == "aria-label" || a.Key == "title" || a.Key == "content") && strings.ContainsRune(a.Val, '\u202E') {
				t.Errorf("%s: %s can turn the text around it", address, a.Key)
			}
			if a.Key == "lang" && a.Val != "en" && a.Val != "ar" && c.Data != "option" { // an option names a language in itself
				t.Errorf("%s: lang=%q", address, a.Val)
			}
		}
	}
}

// Query parameters are bounded before they are looked at.
func TestHostileQueries(t *testing.T) {
	h := world(t, Options{})
	for _, q := range []string{strings.Repeat("a", 100_000), strings.Repeat("kind=x&", 3000), "%ff%fe", "%00", "a%20AND%20b%20OR%20(", `"`, "*", strings.Repeat("(", 190), "'; DROP TABLE reports; --", "NEAR(a b)", "\u202e"} {
		for _, path := range []string{"/search?q=", "/incidents?q=", "/reports?q=", "/sources?q=", "/map?bbox=", "/timeline?by=", "/incidents?place=", "/reports?language=", "/reports?after="} {
			code, body := get(t, h, path+strings.ReplaceAll(strings.ReplaceAll(q, " ", "+"), `"`, "%22"))
			if code >= 500 {
				t.Errorf("%s%.30q: %d", path, q, code)
			}
			if len(body) > 400_000 {
				t.Errorf("%s%.30q: %d bytes", path, q, len(body))
			}
		}
	}
	for _, box := range []string{"0,0,0,0", "-180,-90,180,90", "179.9,84,180,90", "10,10,10.00001,10.00001"} {
		if code, _ := get(t, h, fmt.Sprintf("/map?bbox=%s", box)); code != 200 {
			t.Errorf("bbox %s: %d", box, code)
		}
	}
}
