package site_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/places"
	"isnad/internal/site"
	"isnad/internal/site/api"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// everything is a newsroom in which all is switched on, and somebody at its desk
// who may do all. It stands on PostgreSQL, which refuses what SQLite lets through:
// NUL, and bytes that are no UTF-8.
type everything struct {
	*desk
	db      *sql.DB
	in, out sender // somebody at the desk, and a stranger
	gate    *gate.Gate
	pressed map[string]bool // addresses that something was sent to
	secret  []string        // addresses of the cases that were opened
	done    []string        // desk pages of cases in which all was done
	counts  string          // the query of rows
}

type gazetteer struct{ p *pipeline.Pipeline }

func (g gazetteer) Add(ctx context.Context, p site.PlaceProposal, who isnad.PlaceAct) (isnad.AddedPlace, error) {
	return g.p.AddPlace(ctx, places.Proposal(p), who)
}

func (g gazetteer) Withdraw(ctx context.Context, id string, who isnad.PlaceAct) error {
	return g.p.WithdrawPlace(ctx, id, who)
}

func (g gazetteer) Find(ctx context.Context, name string, n int) ([]isnad.Place, error) {
	return g.p.FindPlaces(ctx, name, n)
}

const everybody = "Rima Haddad"

func openEverything(t *testing.T) *everything {
	t.Helper()
	dsn := schema.New(t)
	st, err := store.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	ar, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	wide := gate.Pace{Burst: 1 << 20, Every: time.Microsecond}
	e := &everything{pressed: map[string]bool{}, desk: &desk{t: t, p: pipeline.New(st, ar, slog.New(slog.DiscardHandler)), people: people.New(st)},
		gate: gate.New(gate.Options{Bits: 2, Worked: wide, Bare: wide, All: wide, Tries: wide})}
	if e.db, err = sql.Open("pgx", dsn); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.db.Close() })
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- e.p.Work(ctx, 1) }()
	t.Cleanup(func() { stop(); <-ended })

	log := slog.New(slog.NewTextHandler(failingLog{t}, nil))
	srv := httptest.NewUnstartedServer(nil)
	t.Cleanup(srv.Close)
	e.url = "http://" + srv.Listener.Addr().String()
	h, err := site.New(st, site.Options{Logger: log, BaseURL: e.url,
		API:   api.New(st, api.Options{Logger: log, BaseURL: e.url, Cases: api.Cases{Open: e.p.OpenCase, Gate: e.gate}}),
		Trace: func(context.Context, string) ([]site.Traced, error) { return nil, nil },
		Desk:  site.DeskOptions{People: e.people, Decide: e.p.Decide, Similar: e.similar, Gazetteer: gazetteer{e.p}},
		Cases: site.CaseOptions{Open: e.p.OpenCase, Act: e.p.ActOnCase, By: e.p.CaseBy, Rules: e.p.Casework, Gate: e.gate, Mail: true},
		Safety: site.SafetyOptions{Protect: e.p.Protect, Lift: e.p.Lift, Original: e.p.Original, HandIn: e.p.HandIn, Accept: e.p.AcceptOffer, Refuse: e.p.RefuseOffer, Public: true,
			Bytes: func(h isnad.Hash) (io.ReadCloser, error) { return ar.Open(h) }},
	})
	if err != nil {
		t.Fatal(err)
	}
	srv.Config.Handler = h
	srv.Start()
	e.in.h, e.out.h = h, h
	e.add(mills()...)
	e.person(everybody, isnad.RoleAdmin)
	e.person("Omar Said", isnad.RoleReviewer)
	e.signIn()
	return e
}

func (e *everything) signIn() {
	e.t.Helper()
	w := e.out.send(e.t, &form{method: "POST", action: "/desk/sign-in"}, url.Values{"name": {everybody}, "password": {deskPassword}}, nil)
	for _, c := range w.Result().Cookies() {
		if c.Value != "" {
			e.in.cookie = c
		}
	}
	if w.Code != http.StatusSeeOther || e.in.cookie == nil {
		e.t.Fatalf("signing in: %d", w.Code)
	}
}

// rows counts what is kept. What is written about those who only try is left out.
func (e *everything) rows() map[string]int {
	e.t.Helper()
	if e.counts == "" {
		e.counts = e.counting()
	}
	out := map[string]int{}
	rows, err := e.db.Query(e.counts)
	if err != nil {
		e.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			e.t.Fatal(err)
		}
		out[name] = n
	}
	if err := rows.Err(); err != nil {
		e.t.Fatal(err)
	}
	return out
}

// counting is a query that counts the rows of each table. The tables stay the same
// while the test runs, and it counts thousands of times.
func (e *everything) counting() string {
	e.t.Helper()
	var q []string
	list, err := e.db.Query(`SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`)
	if err != nil {
		e.t.Fatal(err)
	}
	defer list.Close()
	for list.Next() {
		var name string
		if err := list.Scan(&name); err != nil {
			e.t.Fatal(err)
		}
		switch name {
		case "sessions", "person_events", "accesses", "ceremonies", "attempts": // of those who try
		case "jobs", "readings", "reports", "versions", "report_words", "sketches", "citations", "claims", "claim_refs", "tolls",
			"incidents", "incident_refs", "incident_words", "decided_incidents", "compiled_places", "names", "entries": // of steps that run meanwhile
		default:
			q = append(q, fmt.Sprintf("SELECT '%s', count(*) FROM %q", name, name))
		}
	}
	if err := list.Err(); err != nil {
		e.t.Fatal(err)
	}
	return strings.Join(q, " UNION ALL ")
}

func more(before, after map[string]int) (out []string) {
	for name, n := range after {
		if n != before[name] {
			out = append(out, fmt.Sprintf("%s %+d", name, n-before[name]))
		}
	}
	sort.Strings(out)
	return out
}

// walk follows links and finds the pages and the forms of a site, at most so many of each shape.
func (e *everything) walk(s *sender, each int, seeds []string, visit func(address string, w *httptest.ResponseRecorder)) (found []form) {
	e.t.Helper()
	seen, shapes := map[string]bool{}, map[string]int{}
	queue := slices.Clone(seeds)
	for len(queue) > 0 {
		address := queue[0]
		queue = queue[1:]
		shape := shapeOf(address)
		if seen[address] || shapes[shape] >= each && !slices.Contains(seeds, address) || anAsset.MatchString(address) {
			continue
		}
		seen[address] = true
		shapes[shape]++
		w := s.get(address)
		visit(address, w)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		n, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			e.t.Fatal(err)
		}
		found = append(found, formsOf(address, n)...)
		base, _ := url.Parse(address)
		for c := range n.Descendants() {
			if c.Type != html.ElementNode || c.Data != "a" && c.Data != "link" {
				continue
			}
			href, ok := attrOf(c, "href")
			if to, err := base.Parse(href); ok && err == nil && (to.Host == "" || "http://"+to.Host == e.url) {
				queue = append(queue, to.RequestURI())
			}
		}
	}
	return found
}

// seed is what somebody types into a field that stands empty.
func seed(f *field) string {
	known := map[string]string{"email": "mira@harbour.example", "addresses": "https://records.example/list", "names": "Qasr al-Hawa", "in": "Idlib, Syria", "at": "35.93, 36.63",
		"source": "Hill Post", "passage": "", "body": "", "link": "", "ordered": "2031-06-02", "published": "2031-06-02", "until": "", "passages": "", "captions": "", "password": "five plain words stand here", "present": "wrong words stand here",
		"again": "five plain words stand here", "not_for": "", "version": "", "code": "123456", "phone": "+963 11 555 010"}
	if strings.HasPrefix(f.name, "st-") {
		return ""
	}
	if s, ok := known[f.name]; ok {
		return s
	}
	switch f.kind {
	case "textarea":
		return "It is not so."
	case "", "text":
		return "Some words"
	}
	return ""
}

// exact are fields whose words mean something to the program: with anything else
// in them nothing comes as far as being kept.
var exact = regexp.MustCompile(`^(about|email|link|addresses|at|in|report|not_for|passage|passages|captions|of|to|name|password|present|again|code|kind|degrees|q|place|party|source_id|st-.*|.*-id|from|to|killed|injured|casualties|c\d.*|victims.*|place-name|place-within|.*precision|zoom|url)$`)

// signsOff are forms that end what the test stands on.
var signsOff = regexp.MustCompile(`/desk/(sign-out|account/sessions/end|people/\*/(remove|reset|role|sessions/end))\?`)

// TestEveryField puts what is meant to harm into every field of every form that
// any page serves, to strangers and at the desk, and then looks at every page,
// feed, table and document for what came of it. Forms and fields are found in the
// pages, so what is added is tried without anybody thinking of it; and every
// address that takes something in must have been reached.
func TestEveryField(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short")
	}
	e := openEverything(t)
	r := e.reportWith("Shells fall on Binnish")
	mill := e.incidentWith("Four workers")
	claim := mill.Claims[0]
	public := []string{"/", "/submit", "/trace", "/search?q=mill", "/cases/new", "/reports/" + r.ID, "/incidents", "/reports", "/timeline", "/map", "/corrections", "/log"}
	for _, k := range isnad.CaseKinds() {
		public = append(public, "/cases/new?"+url.Values{"kind": {string(k)}, "about": {r.ID}, "passage": {"killed five workers"}}.Encode())
	}
	inside := []string{"/desk", "/desk/account", "/desk/account/codes", "/desk/claims", "/desk/claims/" + claim, "/desk/claims/" + claim + "/edit", "/desk/claims/" + claim + "/split", "/desk/acts", "/desk/incidents", "/desk/incidents/" + mill.ID,
		"/desk/cases", "/desk/submissions", "/desk/submissions?state=all", "/desk/safety?about=" + r.ID, "/desk/safety?about=" + mill.ID, "/desk/places", "/desk/people", "/desk/accesses", "/submit"}

	for _, x := range []struct {
		kind    isnad.CaseKind
		about   string
		effect  isnad.Effect
		passage string
	}{{isnad.CaseComplaint, r.ID, isnad.EffectClarification, ""}, {isnad.CaseRightOfReply, claim, isnad.EffectReply, ""},
		{isnad.CaseCorrection, e.reportWith("Mine kills").ID, isnad.EffectCorrection, "killed one driver"}, {isnad.CaseCopyright, e.reportWith("Strike on Ariha").ID, isnad.EffectRemoval, ""}} {
		e.through(x.kind, x.about, x.effect, x.passage)
	}
	tried, taken := map[string]string{}, map[string]int{}
	for round := range 6 { // what was taken shows forms that were not there before
		fresh := 0
		for _, side := range []struct {
			s     *sender
			seeds []string
		}{{&e.out, append(slices.Clone(public), "/desk/sign-in")}, {&e.in, inside}} {
			seeds := slices.Concat(side.seeds, e.secret)
			if side.s == &e.in {
				seeds = append(seeds, e.deskCases()...)
			}
			forms := e.walk(side.s, 2, seeds, func(string, *httptest.ResponseRecorder) {})
			slices.SortStableFunc(forms, func(a, b form) int { // what ends sessions comes last
				return strings.Compare(fmt.Sprint(signsOff.MatchString(shapeOf(a.action))), fmt.Sprint(signsOff.MatchString(shapeOf(b.action))))
			})
			for i := range forms {
				f := &forms[i]
				if tried[f.shape()] != "" {
					continue
				}
				tried[f.shape()] = f.page
				fresh++
				e.attack(side.s, f, taken)
			}
		}
		t.Logf("round %d: %d forms", round, fresh)
		if fresh == 0 {
			break
		}
		e.settle()
	}
	reached := e.pressed
	for shape := range tried {
		if at, ok := strings.CutPrefix(shape, "POST "); ok {
			at, _, _ = strings.Cut(at, "?")
			reached[at] = true
		}
	}
	for _, at := range append(site.DeskPosts(), "/submit", "/trace", "/cases", "/cases/*/add", "/cases/*/answer", "/cases/*/withdraw", "/cases/*/appeal") {
		if !reached[at] {
			if !slices.Contains(unseen, at) {
				t.Errorf("POST %s: no page that was found has a form for it", at)
			}
			e.blind(strings.ReplaceAll(at, "*", mill.ID))
		}
	}
	var took []string
	for k, n := range taken {
		took = append(took, fmt.Sprintf("%s ×%d", k, n))
	}
	sort.Strings(took)
	e.showsNoHarm(public, inside)
	t.Logf("%d forms; taken: %s", len(tried), strings.Join(took, "\n"))
}

// unseen are addresses whose forms are not there in this newsroom: they need a second
// factor, a login elsewhere, a second session, or a script that talks to a key.
var unseen = []string{"/desk/sign-in/passkey/begin", "/desk/sign-in/passkey", "/desk/sign-in/second", "/desk/sign-in/second/passkey/begin", "/desk/sign-in/second/passkey",
	"/desk/account/codes/remove", "/desk/account/recovery", "/desk/account/passkeys/begin", "/desk/account/passkeys", "/desk/account/passkeys/remove", "/desk/account/logins", "/desk/account/logins/remove",
	"/desk/account/sessions/end", "/desk/acts/*/second"}

// blind sends to an address whose form is not seen what may be in it, as a form and as JSON.
func (e *everything) blind(at string) {
	e.t.Helper()
	for _, b := range blows {
		v := url.Values{}
		for _, name := range []string{"code", "recovery", "session", "login", "passkey", "reason", "next", "name", "id"} {
			v.Set(name, b.value)
		}
		if b.large {
			v = url.Values{"code": {b.value}}
		}
		e.judge(at+": "+b.name, e.in.send(e.t, &form{method: "POST", action: at}, v, nil))
	}
	for _, doc := range badJSON {
		r := httptest.NewRequest(http.MethodPost, at, strings.NewReader(doc))
		r.Header.Set("Content-Type", "application/json")
		e.judge(fmt.Sprintf("%s: %.30q", at, doc), e.in.do(r))
	}
}

// badJSON is what no honest program sends.
var badJSON = []string{"", "null", "[", `{"id":"\ud800"}`, `{"id":"\u0000"}`, "{\"id\":\"\xff\xfe\"}", strings.Repeat("[", 100_000), strings.Repeat(`{"response":`, 50_000), `{"id":1e999}`, `{"id":"` + megabyte + `"}`}

// deskCases are the pages of cases at the desk: those that are due first, and those
// that are done, which come behind all that the test opens.
func (e *everything) deskCases() []string {
	e.t.Helper()
	out := slices.Clone(e.done)
	all, _, err := e.p.Store.Cases(e.t.Context(), store.CaseQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		e.t.Fatal(err)
	}
	for _, c := range all {
		out = append(out, "/desk/cases/"+c.ID, "/desk/cases/"+c.ID+"/decide")
	}
	return out
}

// press sends the form of a page whose action ends so, with what is changed in it.
func (e *everything) press(s *sender, page, action string, change url.Values) *httptest.ResponseRecorder {
	e.t.Helper()
	w := s.get(page)
	n, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		e.t.Fatal(err)
	}
	return e.pressIn(s, page, action, n, change)
}

func (e *everything) pressIn(s *sender, page, action string, n *html.Node, change url.Values) *httptest.ResponseRecorder {
	e.t.Helper()
	forms := formsOf(page, n)
	i := slices.IndexFunc(forms, func(f form) bool { at, _, _ := strings.Cut(f.action, "?"); return strings.HasSuffix(at, action) })
	if i < 0 {
		e.t.Errorf("%s: no form leads to %s", page, action)
		return httptest.NewRecorder()
	}
	sentTo, _, _ := strings.Cut(shapeOf(forms[i].action), "?")
	e.pressed[sentTo] = true
	v := forms[i].values(seed, e.gate.Bits())
	for name, values := range change {
		v[name] = values
	}
	w := s.send(e.t, &forms[i], v, nil)
	e.judge(page+" "+action, w)
	return w
}

// showsNoHarm looks at everything that shows what was taken: pages for readers, for
// those who opened cases and for the desk, feeds, tables, data and documents; then at
// one page of each kind in a browser, on the narrowest of telephones.
func (e *everything) showsNoHarm(public, inside []string) {
	t := e.t
	kinds, pages := map[string]int{}, map[string]string{}
	marked := 0
	visit := func(address string, w *httptest.ResponseRecorder) {
		e.judge("GET "+address, w)
		kind, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
		kinds[kind]++
		if strings.Contains(w.Body.String(), "zqx") {
			marked++
		}
		if n := w.Body.Len(); n > 3_000_000 {
			t.Errorf("%s: %d bytes", address, n)
		}
		if kind == "text/html" && w.Code == http.StatusOK && w.Header().Get("Content-Disposition") == "" && (pages[shapeOf(address)] == "" || strings.Contains(w.Body.String(), "zqx")) {
			pages[shapeOf(address)] = address
		}
	}
	var doc struct{ Paths map[string]any }
	if err := json.Unmarshal(e.out.get("/openapi.json").Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	seeds := slices.Concat(public, e.secret)
	for path := range doc.Paths {
		if !strings.Contains(path, "{") {
			seeds = append(seeds, path)
		}
	}
	all, _, err := e.p.Store.Cases(t.Context(), store.CaseQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		seeds = append(seeds, "/corrections/"+c.ID, "/corrections/"+c.ID+"/statement.json", "/api/v1/cases/"+c.ID)
		for _, n := range c.Notices {
			seeds = append(seeds, "/api/v1/notices/"+n)
		}
	}
	rows, _, err := e.p.Store.Reports(t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		seeds = append(seeds, "/reports/"+r.ID, "/api/v1/reports/"+r.ID, "/reports/"+r.ID+"/republish", "/reports/"+r.ID+"/republish.html", "/reports/"+r.ID+"/citation.json")
	}
	seeds = append(seeds, "/corrections/statements.json", "/corrections/figures.csv", "/corrections/figures")
	e.walk(&e.out, 6, seeds, visit)
	e.walk(&e.in, 6, slices.Concat(inside, e.deskCases()), visit)
	t.Logf("looked at %v, %d with hostile words, %d kinds of pages", kinds, marked, len(pages))
	for _, kind := range []string{"text/html", "application/atom+xml", "text/csv", "application/json"} {
		if kinds[kind] == 0 {
			t.Errorf("nothing of the kind %s was looked at", kind)
		}
	}
	if marked < 40 {
		t.Errorf("only %d answers show what was typed", marked)
	}

	e.b = browser.Start(t)
	p := e.open(e.url, everybody, "/desk", browser.Window{Width: 390, Height: 844})
	for _, address := range slices.Sorted(maps.Values(pages)) {
		p.Go(t, e.url+address, false)
		for _, s := range append(p.Wrong(), p.Overflow()...) {
			t.Errorf("in a browser, %s: %s", address, s)
		}
		if s := browser.Eval[string](p, `[...document.querySelectorAll("script:not([src]):not([type$=json]), img[src='x'], [onerror], [onload], [href^='javascript:' i], svg[onload]")].map(e => e.outerHTML.slice(0, 100)).join(" ")`); s != "" {
			t.Errorf("in a browser, %s: %s", address, s)
		}
	}
}

// through brings a case from its form to the end with hostile words at every step:
// opened, asked, answered, decided with an effect, carried out, appealed.
func (e *everything) through(k isnad.CaseKind, about string, effect isnad.Effect, passage string) {
	t := e.t
	t.Helper()
	evil := url.Values{}
	for _, name := range []string{"text", "right", "reply", "work", "postal"} {
		evil.Set(name, "Words of a person. "+evilText)
	}
	for _, name := range []string{"name", "owner", "signature", "court", "reference", "on_behalf"} {
		evil.Set(name, "Mira "+evilLine)
	}
	evil.Set("named", "yes")
	at := "/cases/new?" + url.Values{"kind": {string(k)}, "about": {about}, "passage": {passage}}.Encode()
	w := e.press(&e.out, at, "/cases", evil)
	token, _, _ := strings.Cut(w.Header().Get("Location"), "?")
	if w.Code != http.StatusSeeOther { // nothing to follow
		t.Errorf("a %s is not opened: %d %s", k, w.Code, problemsOf(w))
		return
	}
	if k != isnad.CaseCopyright { // nobody appeals that one: it can be closed
		e.secret = append(e.secret, token)
	}
	c, err := e.p.Store.CaseOf(t.Context(), isnad.HashOf([]byte(strings.TrimPrefix(token, "/cases/"))))
	if err != nil {
		t.Fatal(err)
	}
	desk := "/desk/cases/" + c.ID
	done := func(step string, w *httptest.ResponseRecorder) {
		t.Helper()
		if w.Code != http.StatusSeeOther {
			t.Errorf("%s, %s: %d %s", k, step, w.Code, problemsOf(w))
		}
	}
	words := url.Values{"text": {"Words of the desk. " + evilText}}
	done("take up", e.press(&e.in, desk, "/take-up", nil))
	done("ask", e.press(&e.in, desk, "/ask", words))
	done("answer", e.press(&e.out, token, "/answer", url.Values{"text": {"An answer. " + evilText}, "addresses": {"https://x.example/" + url.PathEscape(evilLine)}}))
	change := url.Values{"decision": {"upheld"}, "reasons": {"Reasons. " + evilText}, "effect": {string(effect)}, "words": {"Beside it. " + evilText}, "reply": {"A reply. " + evilText}}
	if effect == isnad.EffectCorrection {
		change.Set("title", "A title "+evilLine)
		change.Set("body", "A text.\n\n"+evilText)
	}
	w = e.press(&e.in, desk+"/decide", "/decide", change)
	for range 3 { // what is to be recorded is shown first
		if w.Code != http.StatusOK {
			break
		}
		n, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		w = e.pressIn(&e.in, desk+"/decide", "/decide", n, url.Values{"do": {"record"}})
	}
	done("decide", w)
	if effect != "" {
		done("carry out", e.press(&e.in, desk, "/carry-out", nil))
	}
	if k == isnad.CaseCopyright {
		e.done = append(e.done, desk)
		e.settle()
		return
	}
	done("appeal", e.press(&e.out, token, "/appeal", url.Values{"text": {"It is still wrong. " + evilText}}))
	e.settle()
}

// again finds a form as its page serves it now; false where it is no longer there.
func (e *everything) again(s *sender, f *form) bool {
	w := s.get(f.page)
	n, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		e.t.Fatal(err)
	}
	for _, g := range formsOf(f.page, n) {
		if g.shape() == f.shape() {
			*f = g
			return true
		}
	}
	return false
}

// blow is something that is put into one field.
type blow struct {
	name  string
	value string
	large bool
}

var (
	megabyte = strings.Repeat("x", 1<<20)
	blows    = []blow{
		{"a megabyte", megabyte, true},
		{"bytes", "a\x00b\xff\xfe\xc0\xaf\xed\xa0\x80\r\nX-Injected: yes\r\nSet-Cookie: a=b\r\n\r\n" + evilText, false},
		{"a number", "-" + strings.Repeat("9", 400), false},
	}
)

// blowsFor are those that a field is tried with: all of them where people type, one
// where they choose, and one where each try takes the time of a password.
func blowsFor(f *form, x *field) []blow {
	switch {
	case slices.ContainsFunc(f.fields, func(y field) bool { return y.kind == "password" }):
		return blows[:1]
	case f.method == "GET", !x.typed():
		return blows[1:2]
	}
	return blows
}

// attack sends a form with each of its fields spoilt in each way, then as a whole
// with hostile words wherever words are taken.
func (e *everything) attack(s *sender, f *form, taken map[string]int) {
	t := e.t
	t.Helper()
	shape := f.shape()
	e.fits(f)
	fields := slices.Clone(f.fields)
	spent, kept := false, e.rows()
	like := map[string]bool{} // of rows with the same fields one is tried
	for _, x := range fields {
		if name := aNumber.ReplaceAllString(x.name, "#"); like[name] {
			continue
		} else {
			like[name] = true
		}
		for _, b := range blowsFor(f, &x) {
			if f.method == "GET" && b.large {
				b.value = b.value[:20_000]
			}
			if spent && !e.again(s, f) {
				break
			}
			spent = false
			v := f.values(seed, e.gate.Bits())
			v.Set(x.name, b.value)
			w := s.send(t, f, v, nil)
			what := fmt.Sprintf("%s: %s in %s", shape, b.name, x.name)
			e.judge(what, w)
			if f.method == "GET" {
				continue
			}
			spent = w.Code < 400
			if w.Code >= 400 {
				now := e.rows()
				if m := more(kept, now); len(m) > 0 {
					t.Errorf("%s: refused with %d, and kept: %v", what, w.Code, m)
				}
				kept = now
				e.told(what, f, &x, &b, w)
			} else if b.large && x.typed() && w.Code == http.StatusSeeOther && !strings.Contains(f.action, "/sign-out") {
				t.Errorf("%s: taken, or cut in silence; leads to %s", what, w.Header().Get("Location"))
			}
			if s == &e.in && w.Code == http.StatusUnauthorized || signsOff.MatchString(shapeOf(f.action)) {
				e.signIn()
			}
			if spent {
				kept = e.rows()
			}
		}
	}
	if !e.again(s, f) {
		return
	}
	v := f.values(seed, e.gate.Bits())
	for _, x := range f.fields {
		if !x.wordy() || exact.MatchString(x.name) {
			continue
		}
		add := evilLine
		if x.name == "names" { // of a place: 120 bytes at most
			add = evilLine[:60]
		} else if x.kind == "textarea" {
			add = evilText
		}
		v.Set(x.name, v.Get(x.name)+" "+add)
	}
	var files map[string][]byte
	if f.multi && slices.ContainsFunc(f.fields, func(x field) bool { return x.kind == "file" }) {
		files = map[string][]byte{"../../zqx<script>alert(6)</script>\u202Egnp.txt": []byte("a list\n")}
	}
	w := s.send(t, f, v, files)
	e.judge(shape+": all at once", w)
	for range 2 { // what is shown once more before it is recorded
		if w.Code != http.StatusOK || f.method == "GET" {
			break
		}
		n, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		shown := formsOf(f.page, n)
		i := slices.IndexFunc(shown, func(g form) bool { return g.method == "POST" && shapeOf(g.action) == shapeOf(f.action) })
		if i < 0 {
			break
		}
		v := shown[i].values(seed, e.gate.Bits())
		for _, x := range shown[i].fields {
			if x.kind == "submit" && slices.Contains(x.others, "record") {
				v.Set(x.name, "record")
			}
		}
		w = s.send(t, &shown[i], v, nil)
		e.judge(shape+": recorded", w)
	}
	if w.Code == http.StatusSeeOther {
		taken[f.method+" "+shapeOf(f.action)+" "+v.Get("kind")]++
		if to := w.Header().Get("Location"); strings.HasPrefix(to, "/cases/") {
			e.secret = append(e.secret, to)
		}
	} else if f.method == "POST" {
		t.Logf("not taken: %s: %d %s", shape, w.Code, problemsOf(w))
	}
	e.secret = append(e.secret, joinLink.FindAllString(w.Body.String(), -1)...)
	if s == &e.in && s.get("/desk").Code != http.StatusOK {
		e.signIn()
	}
}

var joinLink = regexp.MustCompile(`/desk/join/[A-Za-z0-9_-]{16,}`)

// judge holds an answer to what every answer must be.
func (e *everything) judge(what string, w *httptest.ResponseRecorder) {
	e.t.Helper()
	if w.Code >= 500 {
		e.t.Errorf("%s: %d", what, w.Code)
	}
	for name, values := range w.Header() {
		if name == "X-Injected" || strings.ContainsAny(strings.Join(values, ""), "\r\n\x00") {
			e.t.Errorf("%s: a header %s: %q", what, name, values)
		}
	}
	for _, s := range harmIn(w.Header().Get("Content-Type"), w.Body.Bytes()) {
		e.t.Errorf("%s: %s", what, s)
	}
}

// told holds a refusal to saying why. Where the form is shown again, what was
// typed stands in it; where it is not, the page says that the browser has it still.
func (e *everything) told(what string, f *form, x *field, b *blow, w *httptest.ResponseRecorder) {
	e.t.Helper()
	n, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		e.t.Fatal(err)
	}
	said := problemsOf(w) != `""`
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "p" {
			if class, _ := attrOf(c, "class"); class == "kicker" || class == "standfirst" {
				said = true
			}
		}
	}
	if !said {
		e.t.Errorf("%s: %d without a word: %.200q", what, w.Code, wordsOf(n))
	}
	if !b.large || !x.wordy() || exact.MatchString(x.name) {
		return
	}
	for _, g := range formsOf(f.page, n) {
		for _, y := range g.fields {
			if g.method == "POST" && shapeOf(g.action) == shapeOf(f.action) && y.name == x.name && !strings.Contains(y.value, b.value[:1000]) {
				e.t.Errorf("%s: what was typed is lost: %d characters are left", what, len(y.value))
			}
		}
	}
}

// fits holds a form to taking what its own fields let a person type: the bounds of
// its fields, as bytes on the wire, keep within the bound of the desk.
func (e *everything) fits(f *form) {
	e.t.Helper()
	if f.method != "POST" {
		return
	}
	each, bound := 9, 1<<20 // bytes of a letter beyond ASCII, as forms write it
	if f.multi {
		each = 3
	}
	if strings.Contains(f.action, "/decide") {
		bound = 8 << 20
	} else if !strings.HasPrefix(f.action, "/desk") {
		bound = 2 << 20
	}
	all := 0
	for _, x := range f.fields {
		if !x.typed() {
			continue
		}
		if x.most == 0 && !slices.Contains([]string{"date", "datetime-local", "number"}, x.kind) && !(x.name == "body" && strings.Contains(f.action, "/decide")) {
			e.t.Errorf("%s: %s has no bound", f.shape(), x.name)
		}
		all += x.most * each
	}
	if all > bound {
		e.t.Errorf("%s: its fields take %d bytes, the address %d", f.shape(), all, bound)
	}
}
