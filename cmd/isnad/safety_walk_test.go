package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/casework"
	"isnad/internal/export"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/site"
	"isnad/internal/site/copies"
	"isnad/internal/store"
)

// shownHouse is a server with one strike that is told of by a report with a name, a
// place and an address that speak of a person; by a copy of it; and by another report.
// People have decided and complained about it, so that there is something on every
// kind of page.
type shownHouse struct {
	t        *testing.T
	h        *house
	srv      *httptest.Server
	people   map[isnad.Role]isnad.Person
	cookies  map[isnad.Role]*http.Cookie
	report   isnad.Report
	incident string
	token    string // of who complained
}

// Spellings in which the witness and her street stand in the reports.
const (
	witnessName = "Salma Qabbaniyeh"
	witnessHome = "(35.951234, 36.712345)"
)

func openShown(t *testing.T, database string) *shownHouse {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	cmds := commands{Data: t.TempDir(), Database: database}
	h, err := cmds.open(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	finish := h.workOn(ctx, log)
	keepLog := h.keepLog(ctx)
	x := &shownHouse{t: t, h: h, people: map[isnad.Role]isnad.Person{}, cookies: map[isnad.Role]*http.Cookie{}}
	x.srv = httptest.NewUnstartedServer(nil)
	t.Cleanup(func() {
		x.srv.Close()
		stop()
		finish()
		keepLog()
		if err := h.close(); err != nil {
			t.Error(err)
		}
	})
	all := people.New(h.store)
	handler, err := h.handler(site.Options{BaseURL: "http://isnad.example", Logger: log, Republish: copies.Silent, Desk: h.desk(all, nil)})
	if err != nil {
		t.Fatal(err)
	}
	x.srv.Config.Handler = handler
	x.srv.Start()
	for _, role := range []isnad.Role{isnad.RoleContributor, isnad.RoleEditor} {
		p, err := all.Add(t.Context(), string(role), role, deskPassword)
		if err != nil {
			t.Fatal(err)
		}
		in, err := all.SignIn(t.Context(), string(role), deskPassword, people.Visit{})
		if err != nil {
			t.Fatal(err)
		}
		x.people[role], x.cookies[role] = p, &http.Cookie{Name: "isnad-desk", Value: in.Session}
	}
	x.fill()
	return x
}

func (x *shownHouse) keep(address, source, body string, headers map[string]string) string {
	x.t.Helper()
	c, _, err := x.h.pipeline.Keep(x.t.Context(), isnad.Capture{Address: address, MediaType: "text/html", Source: source, Headers: headers, Status: 200,
		Final: address + "/read?by=SALMA+QABBANIYEH", Redirects: []string{address, "https://short.example/%53alma%20Qabbaniyeh/100%"}}, strings.NewReader(body), pipeline.MaxLocal)
	if err != nil {
		x.t.Fatal(err)
	}
	return c.ID
}

func (x *shownHouse) settle() {
	x.t.Helper()
	if err := x.h.settle(x.t.Context()); err != nil {
		x.t.Fatal(err)
	}
}

func page(title, text, picture string) string {
	return fmt.Sprintf(`<!doctype html><html lang="en"><head><title>%s</title><meta property="article:published_time" content="2024-03-05T08:00:00Z"></head><body><article><h1>%s</h1>
<figure><img src="https://pictures.example/Salma_Qabbaniyeh.jpg" alt="%s"><figcaption>%s</figcaption></figure><p>%s</p>
<p>See <a href="https://maps.example/?q=35.951234,36.712345">the map</a> and <a href="https://social.example/salma-qabbaniyeh">her words</a>.</p></article></body></html>`, title, title, picture, picture, strings.ReplaceAll(text, "\n\n", "</p><p>"))
}

func (x *shownHouse) fill() {
	t, h := x.t, x.h
	text := "BINNISH, March 5, 2024 - Four workers were killed on Monday when shelling hit a mill in Binnish, Salma Qabbaniyeh said.\n\n" +
		"SALMA QABBANIYEH, who lives beside it at " + witnessHome + ", had counted the shells. Sálma  Qabbaniyeh spoke by telephone; Salma-Qabbaniyeh is her account.\n\n" +
		"The mill had worked for forty years and stood near the eastern road, where lorries wait for flour every morning before the bread is baked for the whole town."
	x.keep("https://hill.example/2024/salma-qabbaniyeh-tells", "Hill Post", page("Salma Qabbaniyeh tells of strike", text, "Salma Qabbaniyeh at the mill"),
		map[string]string{"content-disposition": `inline; filename*=UTF-8''Salma%20Qabbaniyeh.html`, "link": `</2024/salma-qabbaniyeh-tells>; rel="canonical"`, "x-title": "Salma Qabbaniyeh"})
	x.settle()
	x.keep("https://river.example/77-salma-qabbaniyeh", "River News", page("Witness Salma Qabbaniyeh tells of strike", strings.Replace(text, "Four workers", "Five workers", 1), "Salma Qabbaniyeh"), nil)
	x.keep("https://lake.example/1", "Lake Daily", page("Shells fall on Binnish", "BINNISH, March 5, 2024 - Shelling of a mill in Binnish on Monday killed six workers, residents said.", "A mill"), nil)
	x.settle()
	rows, _, err := h.store.Reports(t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Source == "Hill Post" {
			if x.report, err = h.store.Report(t.Context(), r.ID, 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	claims := x.claims()
	x.incident = claims[0].Incident
	editor := x.people[isnad.RoleEditor]
	if _, err := h.pipeline.Decide(t.Context(), isnad.Act{Kind: isnad.ActAcceptClaim, About: claims[0].ID, Reason: "Salma Qabbaniyeh says so", Person: editor.ID, Name: editor.Name}); err != nil {
		t.Fatal(err)
	}
	x.settle()
	x.complain(isnad.CaseForm{Kind: isnad.CaseCorrection, About: x.report.ID, Span: x.spanOf("Salma Qabbaniyeh said"), Text: "Salma Qabbaniyeh says three.", Right: "Salma Qabbaniyeh says three workers.",
		Evidence: []isnad.Evidence{{Address: "https://nowhere.invalid/salma-qabbaniyeh"}}},
		isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "Salma Qabbaniyeh is right.", Effect: isnad.EffectCorrection, Body: strings.Replace(x.report.Text, "Four workers", "Three workers", 1)})
	x.complain(isnad.CaseForm{Kind: isnad.CaseComplaint, About: x.report.ID, Text: "Of Salma Qabbaniyeh too much is told."},
		isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "What Salma Qabbaniyeh said was said twice.", Effect: isnad.EffectClarification, Body: "Salma Qabbaniyeh said so by telephone."})
}

func (x *shownHouse) claims() []isnad.Claim {
	x.t.Helper()
	claims, _, err := x.h.store.Claims(x.t.Context(), store.ClaimQuery{Report: x.report.ID})
	if err != nil || len(claims) == 0 {
		x.t.Fatalf("no claim is read: %v\n%s", err, x.report.Text)
	}
	return claims
}

func (x *shownHouse) spanOf(words string) *isnad.Span {
	x.t.Helper()
	at := strings.Index(x.report.Text, words)
	if at < 0 {
		x.t.Fatalf("%q does not stand in %q", words, x.report.Text)
	}
	s := isnad.RuneSpan(x.report.Text, at, at+len(words))
	return &s
}

// complain opens a case and has it decided and carried out.
func (x *shownHouse) complain(f isnad.CaseForm, r isnad.Ruling) {
	x.t.Helper()
	by := casework.By{Actor: isnad.ActorOperator}
	c, token, err := x.h.pipeline.OpenCase(x.t.Context(), f, nil, by)
	if err != nil {
		x.t.Fatal(err)
	}
	for _, a := range []isnad.CaseAct{{Kind: isnad.CaseDecide, Ruling: &r}, {Kind: isnad.CaseCarryOut}} {
		if _, err := x.h.pipeline.ActOnCase(x.t.Context(), c.ID, a, nil, by); err != nil {
			x.t.Fatal(err)
		}
	}
	x.token = token
	x.settle()
}

// seeds are where a walk begins: what is linked from nowhere, and questions for words.
func (x *shownHouse) seeds(words ...string) []string {
	out := []string{"/", "/openapi.json", "/openapi.yaml", "/api/", "/sitemap.xml", "/log/entries.jsonl", "/reports", "/incidents", "/map", "/timeline", "/sources", "/places", "/corrections", "/corrections/statements.json",
		"/cases/new?about=" + x.report.ID, "/reports/" + x.report.ID, "/incidents/" + x.incident, "/captures/" + x.report.Capture}
	for _, w := range words {
		q := url.QueryEscape(w)
		out = append(out, "/search?q="+q, "/reports?q="+q, "/incidents?q="+q, "/sources?q="+q, "/api/v1/search?q="+q, "/api/v1/reports?q="+q, "/api/v1/sources?q="+q, "/api/v1/incidents?q="+q, "/feeds/reports.atom?q="+q)
	}
	return out
}

// asked is where a page tells what was asked for.
var asked = regexp.MustCompile(`(?is)(value="[^"]*"|[?&;]q=[^"&\s<>]*|“[^”]*”|<title>Search:[^<]*)`)

// found walks over everything as somebody and returns where each word stands.
func (x *shownHouse) found(as *http.Cookie, words []*regexp.Regexp, seeds []string) (where [][]string, pages int) {
	x.t.Helper()
	where = make([][]string, len(words))
	look := func(path, text string) {
		for i, word := range words {
			if at := word.FindStringIndex(text); at != nil {
				where[i] = append(where[i], fmt.Sprintf("%s: …%s…", path, strings.ToValidUTF8(text[max(0, at[0]-60):min(len(text), at[1]+40)], "")))
			}
		}
	}
	w := walker{t: x.t, url: x.srv.URL, cookie: as}
	pages = w.walk(seeds, func(a answer) {
		text := a.text
		if strings.Contains(a.path, "q=") {
			text = asked.ReplaceAllString(text, "")
		}
		if a.status >= 500 {
			x.t.Errorf("%s: %d", a.path, a.status)
		}
		look(a.path, text)
	})
	for name, doc := range everyExport(x.t, x.h.store) {
		look("export "+name, doc)
	}
	return where, pages
}

// everyExport is what isnad export prints, of every kind in every format.
func everyExport(t *testing.T, st *store.Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range []export.Format{export.JSONL, export.CSV, export.GeoJSON, export.Atom, export.RSS, export.JSONFeed, export.UCDP, export.Airwars} {
		var b bytes.Buffer
		x := exporter{st, &b, f, export.Options{BaseURL: "http://isnad.example", Title: "isnad", Place: func(id string) (isnad.Place, bool) {
			p, err := st.Place(t.Context(), id)
			return p, err == nil
		}}}
		prints := map[string]func(context.Context) error{
			"reports": x.reports, "sources": x.sources, "claims": x.claims, "incidents": x.incidents, "acts": x.acts, "notices": x.notices,
			"citations": func(ctx context.Context) error { return x.citations(ctx, store.CitationQuery{}) },
			"cases":     func(ctx context.Context) error { return x.cases(ctx, false) },
			"records":   func(ctx context.Context) error { return x.records(ctx, &b) },
		}
		for name, print := range prints {
			if (name == "records") != (f == export.UCDP || f == export.Airwars) {
				continue
			}
			b.Reset()
			if err := print(t.Context()); err != nil && !errors.Is(err, errUse) && !strings.Contains(err.Error(), "format") {
				t.Fatalf("export %s as %s: %v", name, f, err)
			}
			out[name+" as "+string(f)] = b.String()
		}
	}
	return out
}

// protect takes a measure as the editor, by the form.
func (x *shownHouse) protect(fields url.Values) string {
	x.t.Helper()
	fields.Set("reason", "a person is in danger")
	r, err := http.NewRequestWithContext(x.t.Context(), http.MethodPost, x.srv.URL+"/desk/safety", strings.NewReader(fields.Encode()))
	if err != nil {
		x.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.AddCookie(x.cookies[isnad.RoleEditor])
	res, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		x.t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusSeeOther {
		body, err := io.ReadAll(res.Body)
		x.t.Fatalf("the measure: %d %v\n%s", res.StatusCode, err, regexp.MustCompile(`Nothing was done[^<]*`).Find(body))
	}
	to, err := url.Parse(res.Header.Get("Location"))
	if err != nil {
		x.t.Fatal(err)
	}
	return to.Query().Get("done")
}

// least is how many answers a walk goes over at least: else it has lost its way.
const least = 200 // a quarter where nearly nothing is shown

// After an editor has hidden something for the safety of people, it is nowhere in
// what is shown: on no page that leads from the front page or that the API
// describes, in no feed, file, header or export. Before, it is on very many. One
// house serves for all measures, one after the other.
func TestHiddenIsNowhere(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) { hiddenIsNowhere(t, "") })
	t.Run("postgres", func(t *testing.T) { hiddenIsNowhere(t, schema.New(t)) })
}

func hiddenIsNowhere(t *testing.T, database string) {
	x := openShown(t, database)
	name := regexp.MustCompile(`(?i)s[aá]lma([\s_+-]|%20)*qabbaniyeh|qabbaniyeh|%53alma`)
	point := regexp.MustCompile(`35\.951|36\.712`)
	report := regexp.MustCompile(x.report.ID + "|" + x.report.Capture + "|" + x.incident)
	outlet := regexp.MustCompile(`(?i)hill\.example|Hill Post`)
	seeds := x.seeds(witnessName, "mill")
	before, pages := x.found(nil, []*regexp.Regexp{name, point, report, outlet}, seeds)
	if len(before[0]) < 60 || len(before[1]) < 30 || len(before[2]) < 60 || pages < least {
		t.Fatalf("of %d answers the name stands in %d, the point in %d, the report is named in %d", pages, len(before[0]), len(before[1]), len(before[2]))
	}
	hidden := func(what string, as *http.Cookie, words []*regexp.Regexp, seeds []string) {
		t.Helper()
		after, pages := x.found(as, words, seeds)
		if pages < least/4 {
			t.Errorf("%s: only %d answers", what, pages)
		}
		for _, list := range after {
			for _, w := range list {
				t.Errorf("%s is found at %s", what, w)
			}
		}
	}

	// Of what is held back nobody learns anything before its time, not that it is
	// there either; then it is where it would have been.
	until := time.Now().Add(48 * time.Hour)
	x.protect(url.Values{"about": {x.incident}, "kind": {"hold"}, "until": {until.UTC().Format("2006-01-02T15:04")}})
	x.settle()
	hidden("what is held", nil, []*regexp.Regexp{name, point, outlet}, seeds)
	hidden("what is held, by who knows no address of it,", nil, []*regexp.Regexp{report}, []string{"/"})
	if err := x.h.pipeline.LiftHolds(t.Context(), until.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	x.settle()
	// What an engine does is seen by two walks; the others are done on one of them.
	if w := (&walker{t: t, url: x.srv.URL, known: map[string]bool{}}); !name.MatchString(w.get("/reports/" + x.report.ID).body) {
		t.Error("after its time it is not under its old address")
	}
	if database == "" {
		x.coarse(hidden, name, point, report, before, seeds)
	}

	// A name stands nowhere in any of its spellings, for contributors neither.
	x.protect(url.Values{"about": {x.claims()[0].Incident}, "kind": {"redact"}, "names": {witnessName}})
	x.settle()
	hidden("the name", nil, []*regexp.Regexp{name}, seeds)
	if database == "" {
		hidden("the name, by a contributor,", x.cookies[isnad.RoleContributor], []*regexp.Regexp{name},
			append(seeds, "/desk", "/desk/claims", "/desk/incidents", "/desk/cases", "/desk/cases?list=all", "/desk/acts", "/desk/submissions"))
	}
	x.entitled(name)
	x.ownCase()
}

// coarse holds that after its time what was held is wherever it was, and that
// coordinates told less closely stand nowhere as they were: not in a text, a link, the
// data of a map.
func (x *shownHouse) coarse(hidden func(string, *http.Cookie, []*regexp.Regexp, []string), name, point, report *regexp.Regexp, before [][]string, seeds []string) {
	t := x.t
	t.Helper()
	again, _ := x.found(nil, []*regexp.Regexp{name, report}, seeds)
	if len(again[0]) < len(before[0])*9/10 || !strings.Contains(strings.Join(again[1], "\n"), "/reports/"+x.report.ID+":") {
		t.Errorf("after its time it is in %d answers, before the hold it was in %d", len(again[0]), len(before[0]))
	}

	measure := x.protect(url.Values{"about": {x.claims()[0].Incident}, "kind": {"coarsen"}, "degrees": {"0.5"}})
	x.settle()
	hidden("the point", nil, []*regexp.Regexp{point}, seeds)
	x.entitled(point)
	if err := x.h.pipeline.Lift(t.Context(), measure, "editor"); err != nil {
		t.Fatal(err)
	}
	x.settle()
}

// entitled holds that the original can be read by editors, and that each look is recorded.
func (x *shownHouse) entitled(word *regexp.Regexp) {
	x.t.Helper()
	earlier, _, err := x.h.store.Accesses(x.t.Context(), store.AccessQuery{About: x.report.ID})
	if err != nil {
		x.t.Fatal(err)
	}
	path := "/desk/originals/" + x.report.ID
	for role, cookie := range x.cookies {
		w := walker{t: x.t, url: x.srv.URL, cookie: cookie, known: map[string]bool{}}
		a := w.get(path)
		if may := role == isnad.RoleEditor; word.MatchString(a.body) != may || (a.status == http.StatusOK) != may {
			x.t.Errorf("the original, for a %s: %d", role, a.status)
		}
	}
	seen, _, err := x.h.store.Accesses(x.t.Context(), store.AccessQuery{About: x.report.ID})
	if err != nil || len(seen) != len(earlier)+1 || seen[0].Person != x.people[isnad.RoleEditor].ID || seen[0].What != isnad.AccessOriginal {
		x.t.Errorf("the record of who looked: %+v %v", seen, err)
	}
}

// ownCase holds that who complained sees at their secret address what they wrote
// themselves, and of what others wrote no more than others.
func (x *shownHouse) ownCase() {
	x.t.Helper()
	w := walker{t: x.t, url: x.srv.URL, known: map[string]bool{}}
	body := w.get("/cases/" + x.token).body
	if !strings.Contains(body, "Of Salma Qabbaniyeh too much is told.") || strings.Contains(body, "What Salma Qabbaniyeh said") || !strings.Contains(body, "said was said twice.") {
		x.t.Errorf("one's own case:\n%s", body)
	}

	by := casework.By{Actor: isnad.ActorOperator}
	c, token, err := x.h.pipeline.OpenCase(x.t.Context(), isnad.CaseForm{Kind: isnad.CaseComplaint, About: x.report.ID, Text: "It was said by another."}, nil, by)
	if err != nil {
		x.t.Fatal(err)
	}
	if _, err := x.h.pipeline.ActOnCase(x.t.Context(), c.ID, isnad.CaseAct{Kind: isnad.CaseAsk, Text: "Did Salma Qabbaniyeh tell you so?"}, nil, by); err != nil {
		x.t.Fatal(err)
	}
	if body := w.get("/cases/" + token).body; strings.Contains(body, "Qabbaniyeh") || !strings.Contains(body, "tell you so?") {
		x.t.Errorf("what the desk asks:\n%s", body)
	}
}
