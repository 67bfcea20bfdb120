package site

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"isnad"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/places"
	"isnad/internal/store"
)

const password = "four plain words here"

// hire adds somebody as [people.People.Add] does, whose password is hashed at next to
// no cost. A hash carries its own cost, so signing in takes no time either: passwords
// are slow by design, and the tests sign in hundreds of times. What hashing costs is
// tested where it is done, and so is Add.
func hire(t testing.TB, st *store.Store, name string, role isnad.Role) isnad.Person {
	t.Helper()
	secret, err := argon2id.CreateHash(password, &argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
	if err != nil {
		t.Fatal(err)
	}
	x := isnad.Person{ID: isnad.MakeID('u', name), Name: name, Role: role, Added: time.Now().UTC()}
	added := store.PersonEvent{Time: x.Added, Kind: store.EventAdded, Person: x.ID, Detail: string(role)}
	if err := st.AddPerson(t.Context(), x, people.Fold(name), secret, added); err != nil {
		t.Fatal(err)
	}
	return x
}

// office is a desk over the made-up world, with a person of every role.
type office struct {
	t        *testing.T
	st       *store.Store
	people   *people.People
	h        http.Handler
	pipeline *pipeline.Pipeline
	persons  map[isnad.Role]isnad.Person
	cookies  map[isnad.Role]*http.Cookie
	from     string // address and port that requests come from; httptest's when empty
}

// gazetteer is that of a pipeline, as the command hands it to the desk.
type gazetteer struct{ p *pipeline.Pipeline }

func (g gazetteer) Add(ctx context.Context, p PlaceProposal, who isnad.PlaceAct) (isnad.AddedPlace, error) {
	return g.p.AddPlace(ctx, places.Proposal(p), who)
}

func (g gazetteer) Withdraw(ctx context.Context, id string, who isnad.PlaceAct) error {
	return g.p.WithdrawPlace(ctx, id, who)
}

func (g gazetteer) Find(ctx context.Context, name string, n int) ([]isnad.Place, error) {
	return g.p.FindPlaces(ctx, name, n)
}

func newOffice(t *testing.T, o Options) *office {
	t.Helper()
	st := newStore(t)
	if _, err := fixture.Fill(context.Background(), st); err != nil {
		t.Fatal(err)
	}
	f := &office{t: t, st: st, people: people.New(st), persons: map[isnad.Role]isnad.Person{}, cookies: map[isnad.Role]*http.Cookie{}}
	o.Desk.People = f.people
	if o.Desk.Decide == nil {
		p := pipeline.New(st, nil, slog.New(slog.DiscardHandler))
		p.Rules.Second = o.Desk.Second
		o.Desk.Decide = p.Decide
		o.Desk.Gazetteer = gazetteer{p}
		o.Safety.Protect, o.Safety.Lift, o.Safety.Accept, o.Safety.Refuse = p.Protect, p.Lift, p.AcceptOffer, p.RefuseOffer
		if o.Cases.Act == nil {
			o.Cases = CaseOptions{Open: p.OpenCase, Act: p.ActOnCase, By: p.CaseBy, Rules: p.Casework, Mail: true}
		}
		f.pipeline = p
	}
	f.h = serve(t, st, o)
	for _, role := range isnad.Roles() {
		f.persons[role] = hire(t, st, "The "+string(role), role)
	}
	return f
}

// as is the cookie of somebody of a role, nil of nobody.
func (f *office) as(role isnad.Role) *http.Cookie {
	f.t.Helper()
	if role == "" {
		return nil
	}
	if c := f.cookies[role]; c != nil {
		return c
	}
	w := f.do("POST", "/desk/sign-in", nil, url.Values{"name": {f.persons[role].Name}, "password": {password}})
	for _, c := range w.Result().Cookies() {
		if c.Value != "" {
			f.cookies[role] = c
			return c
		}
	}
	f.t.Fatalf("signing in as %s: %d", role, w.Code)
	return nil
}

// do asks for an address as a browser on the site's own pages would.
func (f *office) do(method, address string, cookie *http.Cookie, form url.Values) *httptest.ResponseRecorder {
	return f.doWith(method, address, cookie, form, map[string]string{"Sec-Fetch-Site": "same-origin"})
}

func (f *office) doWith(method, address string, cookie *http.Cookie, form url.Values, header map[string]string) *httptest.ResponseRecorder {
	f.t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if f.from != "" {
		r.RemoteAddr = f.from
	}
	for k, v := range header {
		r.Header.Set(k, v)
	}
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	f.h.ServeHTTP(w, r)
	return w
}

// Who may use which address, all of it in one table. An address that is not in
// it fails the test, and so does one in it that there is not.
func TestEveryRouteForEveryRole(t *testing.T) {
	const no, yes = false, true
	// In the order none, contributor, editor, reviewer, admin.
	table := map[string][5]bool{
		"GET /desk/sign-in":                       {yes, yes, yes, yes, yes},
		"POST /desk/sign-in":                      {yes, yes, yes, yes, yes},
		"POST /desk/sign-out":                     {yes, yes, yes, yes, yes},
		"GET /desk/join/{token}":                  {yes, yes, yes, yes, yes},
		"POST /desk/join/{token}":                 {yes, yes, yes, yes, yes},
		"GET /desk":                               {no, yes, yes, yes, yes},
		"GET /desk/account":                       {no, yes, yes, yes, yes},
		"POST /desk/account":                      {no, yes, yes, yes, yes},
		"GET /desk/claims":                        {no, yes, yes, yes, yes},
		"GET /desk/claims/{id}":                   {no, yes, yes, yes, yes},
		"POST /desk/claims/{id}/accept":           {no, yes, yes, yes, yes}, // of contributors a proposal: TestProposals
		"POST /desk/claims/{id}/reject":           {no, yes, yes, yes, yes},
		"GET /desk/acts":                          {no, yes, yes, yes, yes},
		"POST /desk/acts/{id}/undo":               {no, yes, yes, yes, yes}, // of others: TestUndoOfOthers
		"POST /desk/acts/{id}/second":             {no, no, yes, yes, yes},
		"GET /desk/incidents":                     {no, yes, yes, yes, yes},
		"GET /desk/incidents/{id}":                {no, yes, yes, yes, yes},
		"POST /desk/incidents/{id}/find":          {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/confirm":       {no, no, no, yes, yes},
		"POST /desk/incidents/{id}/grade":         {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/split":         {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/merge":         {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/take-in":       {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/link":          {no, no, yes, yes, yes},
		"POST /desk/incidents/{id}/move":          {no, no, yes, yes, yes},
		"GET /desk/incidents/{id}/dossier.zip":    {no, yes, yes, yes, yes},
		"GET /desk/cases":                         {no, yes, yes, yes, yes},
		"GET /desk/cases/{id}":                    {no, yes, yes, yes, yes},
		"POST /desk/account/letters":              {no, yes, yes, yes, yes},
		"POST /desk/cases/{id}/note":              {no, yes, yes, yes, yes},
		"POST /desk/cases/{id}/acknowledge":       {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/take-up":           {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/assign":            {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/ask":               {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/write-down":        {no, no, yes, yes, yes},
		"GET /desk/cases/{id}/decide":             {no, no, yes, yes, yes}, // what asks for a reviewer: TestCaseRights
		"POST /desk/cases/{id}/decide":            {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/carry-out":         {no, no, yes, yes, yes},
		"POST /desk/cases/{id}/close":             {no, no, yes, yes, yes},
		"GET /desk/submissions":                   {no, yes, yes, yes, yes}, // of contributors their own
		"GET /desk/submissions/{id}":              {no, yes, yes, yes, yes},
		"POST /desk/submissions/{id}/accept":      {no, no, yes, yes, yes},
		"POST /desk/submissions/{id}/refuse":      {no, no, yes, yes, yes},
		"GET /desk/safety":                        {no, no, yes, yes, yes},
		"POST /desk/safety":                       {no, no, yes, yes, yes},
		"POST /desk/safety/{id}/lift":             {no, no, yes, yes, yes},
		"GET /desk/originals/{id}":                {no, no, yes, yes, yes},
		"GET /desk/evidence/{id}":                 {no, no, yes, yes, yes},
		"GET /desk/evidence/{id}/picture":         {no, no, yes, yes, yes},
		"GET /desk/accesses":                      {no, no, no, no, yes},
		"GET /desk/places":                        {no, yes, yes, yes, yes},
		"POST /desk/places":                       {no, no, yes, yes, yes},
		"POST /desk/places/{id}/withdraw":         {no, no, yes, yes, yes},
		"GET /desk/people":                        {no, no, no, no, yes},
		"POST /desk/people/invite":                {no, no, no, no, yes},
		"POST /desk/people/{id}/role":             {no, no, no, no, yes},
		"POST /desk/people/{id}/remove":           {no, no, no, no, yes},
		"GET /desk/claims/{id}/edit":              {no, yes, yes, yes, yes},
		"POST /desk/claims/{id}/edit":             {no, yes, yes, yes, yes},
		"GET /desk/claims/{id}/split":             {no, yes, yes, yes, yes},
		"POST /desk/claims/{id}/split":            {no, yes, yes, yes, yes},
		"GET /desk/people/record":                 {no, no, no, no, yes},
		"GET /desk/people/{id}":                   {no, no, no, no, yes},
		"POST /desk/people/{id}/reset":            {no, no, no, no, yes},
		"POST /desk/people/{id}/sessions/end":     {no, no, no, no, yes},
		"POST /desk/sign-in/passkey/begin":        {yes, yes, yes, yes, yes},
		"POST /desk/sign-in/passkey":              {yes, yes, yes, yes, yes},
		"GET /desk/sign-in/second":                {yes, yes, yes, yes, yes},
		"POST /desk/sign-in/second":               {yes, yes, yes, yes, yes},
		"POST /desk/sign-in/second/passkey/begin": {yes, yes, yes, yes, yes},
		"POST /desk/sign-in/second/passkey":       {yes, yes, yes, yes, yes},
		"GET /desk/sign-in/provider":              {yes, yes, yes, yes, yes},
		"GET /desk/sign-in/provider/back":         {yes, yes, yes, yes, yes},
		"GET /desk/account/codes":                 {no, yes, yes, yes, yes},
		"POST /desk/account/codes":                {no, yes, yes, yes, yes},
		"POST /desk/account/codes/remove":         {no, yes, yes, yes, yes},
		"POST /desk/account/recovery":             {no, yes, yes, yes, yes},
		"POST /desk/account/passkeys/begin":       {no, yes, yes, yes, yes},
		"POST /desk/account/passkeys":             {no, yes, yes, yes, yes},
		"POST /desk/account/passkeys/remove":      {no, yes, yes, yes, yes},
		"POST /desk/account/logins":               {no, yes, yes, yes, yes},
		"POST /desk/account/logins/remove":        {no, yes, yes, yes, yes},
		"POST /desk/account/sessions/end":         {no, yes, yes, yes, yes},
		"GET /desk/account/record":                {no, yes, yes, yes, yes},
	}
	f := newOffice(t, Options{})
	routes := (&site{}).deskRoutes()
	if len(routes) != len(table) {
		t.Errorf("%d routes, %d in the table", len(routes), len(table))
	}
	for n, route := range routes {
		f.from = fmt.Sprintf("10.0.0.%d:1000", n) // so many tries do not come from one
		name := route.method + " " + route.pattern
		may, ok := table[name]
		if !ok {
			t.Errorf("%s is in no row of the table", name)
			continue
		}
		address := strings.NewReplacer("{token}", "NOTOKEN", "{id}", "nothing").Replace(route.pattern)
		for i, role := range append([]isnad.Role{""}, isnad.Roles()...) {
			cookie := f.as(role)
			w := f.do(route.method, address, cookie, url.Values{})
			refused := w.Code == http.StatusForbidden || role == "" && route.least != "" && (w.Code == http.StatusUnauthorized || w.Code == http.StatusSeeOther && strings.HasPrefix(w.Header().Get("Location"), "/desk/sign-in"))
			if refused == may[i] {
				t.Errorf("%s as %q: %d to %q, may: %v", name, role, w.Code, w.Header().Get("Location"), may[i])
			}
			if w.Code >= 500 {
				t.Errorf("%s as %q: %d", name, role, w.Code)
			}
			if h := w.Header(); h.Get("Cache-Control") != "no-store" || h.Get("X-Robots-Tag") != "noindex, nofollow" || h.Get("Content-Encoding") != "" {
				t.Errorf("%s as %q may be kept, found or packed: %v", name, role, h)
			}
			if name == "POST /desk/sign-out" {
				delete(f.cookies, role)
			}
		}
	}
}

// What another site's page sends changes nothing, whoever is signed in.
func TestOtherSites(t *testing.T) {
	f := newOffice(t, Options{BaseURL: "https://reports.example"})
	admin := f.as(isnad.RoleAdmin)
	for _, route := range (&site{}).deskRoutes() {
		if route.method != http.MethodPost {
			continue
		}
		address := "https://reports.example" + strings.NewReplacer("{token}", "NOTOKEN", "{id}", "nothing").Replace(route.pattern)
		for _, header := range []map[string]string{{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}} {
			w := f.doWith("POST", address, admin, url.Values{}, header)
			if w.Code != http.StatusForbidden || len(w.Result().Cookies()) > 0 || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%s with %v: %d", address, header, w.Code)
			}
		}
	}
	if w := f.do("GET", "https://reports.example/desk", admin, nil); w.Code != http.StatusOK {
		t.Errorf("what was refused ended the session: %d", w.Code)
	}
	// Behind a web server the host may be another: the configured address counts.
	w := f.doWith("POST", "http://127.0.0.1:8400/desk/sign-out", nil, url.Values{}, map[string]string{"Origin": "https://reports.example"})
	if w.Code != http.StatusSeeOther {
		t.Errorf("our own page behind a web server: %d", w.Code)
	}
}

// The cookie is for this host, not for scripts, not for other sites' forms; with
// TLS never without it. Each sign-in gives a new one and ends the one before.
func TestCookie(t *testing.T) {
	f := newOffice(t, Options{BaseURL: "https://reports.example"})
	first := f.as(isnad.RoleEditor)
	if !first.HttpOnly || !first.Secure || first.SameSite != http.SameSiteLaxMode || first.Name != "__Host-isnad-desk" || first.Path != "/" || first.Domain != "" {
		t.Errorf("cookie %+v", first)
	}
	w := f.do("POST", "/desk/sign-in", first, url.Values{"name": {"the EDITOR"}, "password": {password}, "next": {"/desk/account"}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk/account" {
		t.Fatalf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	second := w.Result().Cookies()[0]
	if second.Value == first.Value {
		t.Error("the session keeps its name over a sign-in")
	}
	if w := f.do("GET", "/desk", first, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the session before the sign-in goes on: %d", w.Code)
	}
	w = f.do("POST", "/desk/sign-out", second, nil)
	if c := w.Result().Cookies(); len(c) != 1 || c[0].MaxAge >= 0 {
		t.Errorf("signing out leaves the cookie: %v", c)
	}
	if w := f.do("GET", "/desk", second, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the session goes on after signing out: %d", w.Code)
	}
	plain := newOffice(t, Options{})
	if c := plain.as(isnad.RoleEditor); c.Secure || c.Name != "isnad-desk" || !c.HttpOnly {
		t.Errorf("without TLS: %+v", c)
	}
}

// After signing in nobody is sent to another site.
func TestNext(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "/desk",
		"/desk":                              "/desk",
		"/desk/claims?kind=shelling":         "/desk/claims?kind=shelling",
		"/reports":                           "/desk",
		"/deskevil":                          "/desk",
		"//evil.example/desk/":               "/desk",
		"https://evil.example/desk/":         "/desk",
		"/desk/../reports":                   "/desk",
		"/desk/\\evil.example":               "/desk",
		"/desk/sign-out":                     "/desk",
		"javascript:alert(1)":                "/desk",
		"/desk/x\r\nSet-Cookie: a=b":         "/desk",
		"/desk/" + strings.Repeat("x", 3000): "/desk",
	} {
		if got := local(in); got != want {
			t.Errorf("local(%.60q) = %q, want %q", in, got, want)
		}
	}
}

// A wrong name and a wrong password get the same answer, and after a few the name
// waits; from one address only so many are tried at all.
func TestSignInFails(t *testing.T) {
	f := newOffice(t, Options{})
	try := func(name, password string) *httptest.ResponseRecorder {
		return f.do("POST", "/desk/sign-in", nil, url.Values{"name": {name}, "password": {password}})
	}
	a, b := try("The editor", "wrong"), try("Nobody", "wrong")
	if a.Code != http.StatusUnauthorized || b.Code != a.Code || strings.ReplaceAll(a.Body.String(), "The editor", "") != strings.ReplaceAll(b.Body.String(), "Nobody", "") {
		t.Errorf("the answers tell whether there is such a name: %d and %d", a.Code, b.Code)
	}
	mustHave(t, "sign-in", a.Body.String(), "Name and password do not belong together.", `role="alert"`, `value="The editor"`)
	w := a
	for n := 0; n < 2*people.FreeFailures && w.Code != http.StatusTooManyRequests; n++ { // on a slow machine the first waits are over at once
		w = try("The editor", "wrong")
	}
	w = try("The editor", password)
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
		t.Errorf("after %d failures: %d", people.FreeFailures, w.Code)
	}
	for range burst {
		w = try("someone", "wrong")
	}
	if w.Code != http.StatusTooManyRequests {
		t.Errorf("so many from one address: %d", w.Code)
	}
	mustHave(t, "sign-in", w.Body.String(), "from your address")
}

func TestTries(t *testing.T) {
	at := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
	x := newTries()
	x.now = func() time.Time { return at }
	a := netip.MustParseAddr("192.0.2.1")
	take := func(n int) (let int) {
		for range n {
			if x.take(a) {
				let++
			}
		}
		return let
	}
	if n := take(100); n != burst {
		t.Errorf("%d at once, want %d", n, burst)
	}
	at = at.Add(3 * pace)
	if n := take(100); n != 3 {
		t.Errorf("%d after three paces", n)
	}
	at = at.Add(time.Hour)
	if n := take(100); n != burst {
		t.Errorf("%d after an hour", n)
	}
	for i := range mostAddresses + 1000 {
		x.take(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}))
	}
	if len(x.seen) > mostAddresses {
		t.Errorf("%d addresses are remembered", len(x.seen))
	}
}

// Only a web server of ours is believed about the address of a visitor.
func TestVisitor(t *testing.T) {
	s := &site{o: Options{Desk: DeskOptions{Proxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.0.0.0/8")}}}}
	for _, c := range []struct{ remote, forwarded, want string }{
		{"192.0.2.1:5000", "", "192.0.2.1"},
		{"192.0.2.1:5000", "198.51.100.7", "192.0.2.1"},
		{"127.0.0.1:5000", "198.51.100.7", "198.51.100.7"},
		{"127.0.0.1:5000", "203.0.113.5, 198.51.100.7", "198.51.100.7"}, // the first is what the visitor made up
		{"127.0.0.1:5000", "198.51.100.7, 10.1.1.1", "198.51.100.7"},
		{"127.0.0.1:5000", "nonsense", "127.0.0.1"},
		{"127.0.0.1:5000", "198.51.100.7, nonsense", "127.0.0.1"},
		{"[2001:db8:1:2:3:4:5:6]:5000", "", "2001:db8:1:2::"},
		{"[::ffff:192.0.2.1]:5000", "", "192.0.2.1"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.remote
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := s.visitor(r).String(); got != c.want {
			t.Errorf("%s forwarded for %q: %s, want %s", c.remote, c.forwarded, got, c.want)
		}
	}
}

// The link for the first admin: a form, once, then gone.
func TestJoin(t *testing.T) {
	st := newStore(t)
	p := people.New(st)
	f := &office{t: t, st: st, people: p, h: serve(t, st, Options{Desk: DeskOptions{People: p}})}
	token, err := p.InviteFounder(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	address := "/desk/join/" + token
	w := f.do("GET", address, nil, nil)
	if w.Code != http.StatusOK || strings.Contains(w.Body.String(), token) || w.Header().Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("the form: %d; the token stands in it: %v", w.Code, strings.Contains(w.Body.String(), token))
	}
	for _, bad := range []url.Values{
		{"name": {"Rima"}, "password": {"short"}, "again": {"short"}},
		{"name": {"Rima"}, "password": {password}, "again": {"another four plain words"}},
		{"name": {evil}, "password": {password}, "again": {password}},
	} {
		w := f.do("POST", address, nil, bad)
		if w.Code != http.StatusUnprocessableEntity || strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%v: %d", bad, w.Code)
		}
	}
	good := url.Values{"name": {"Rima"}, "password": {password}, "again": {password}}
	w = f.do("POST", address, nil, good)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk" || len(w.Result().Cookies()) != 1 {
		t.Fatalf("joining: %d to %q", w.Code, w.Header().Get("Location"))
	}
	mustHave(t, "desk", f.do("GET", "/desk", w.Result().Cookies()[0], nil).Body.String(), "Rima", "admin")
	for _, method := range []string{"GET", "POST"} {
		if w := f.do(method, address, nil, good); w.Code != http.StatusNotFound {
			t.Errorf("%s of a link that was used: %d", method, w.Code)
		}
	}
}

// An admin's page: inviting, changing, removing, and the last admin stays.
func TestPeoplePage(t *testing.T) {
	f := newOffice(t, Options{BaseURL: "https://reports.example"})
	admin := f.as(isnad.RoleAdmin)
	w := f.do("POST", "/desk/people/invite", admin, url.Values{"role": {"reviewer"}})
	_, link, _ := strings.Cut(w.Body.String(), `value="https://reports.example/desk/join/`)
	token, _, _ := strings.Cut(link, `"`)
	if i, err := f.people.Invitation(t.Context(), token); err != nil || i.Role != isnad.RoleReviewer || i.Inviter != f.persons[isnad.RoleAdmin].ID {
		t.Errorf("the link %q makes %+v, %v", token, i, err)
	}
	if w := f.do("POST", "/desk/people/invite", admin, url.Values{"role": {"king"}}); w.Code != http.StatusBadRequest {
		t.Errorf("a role that there is not: %d", w.Code)
	}
	editor := f.as(isnad.RoleEditor)
	id := f.persons[isnad.RoleEditor].ID
	if w := f.do("POST", "/desk/people/"+id+"/role", admin, url.Values{"role": {"reviewer"}}); w.Code != http.StatusSeeOther {
		t.Errorf("another role: %d", w.Code)
	}
	if w := f.do("GET", "/desk", editor, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the session outlives the role: %d", w.Code)
	}
	w = f.do("POST", "/desk/people/"+f.persons[isnad.RoleAdmin].ID+"/remove", admin, nil)
	if w.Code != http.StatusConflict {
		t.Errorf("removing the last admin: %d", w.Code)
	}
	mustHave(t, "people", w.Body.String(), "last admin")
	if w := f.do("POST", "/desk/people/"+id+"/remove", admin, nil); w.Code != http.StatusSeeOther {
		t.Errorf("removing: %d", w.Code)
	}
	mustHave(t, "people", f.do("GET", "/desk/people", admin, nil).Body.String(), "No longer here", "The editor")
}

// Changing the password needs the present one, and goes on in this browser only.
func TestAccount(t *testing.T) {
	f := newOffice(t, Options{})
	here, there := f.as(isnad.RoleEditor), (*http.Cookie)(nil)
	delete(f.cookies, isnad.RoleEditor)
	there = f.as(isnad.RoleEditor)
	form := func(present, a, b string) url.Values {
		return url.Values{"present": {present}, "password": {a}, "again": {b}}
	}
	for _, bad := range []url.Values{form("wrong", password+"2", password+"2"), form(password, "short", "short"), form(password, password+"2", password+"3")} {
		if w := f.do("POST", "/desk/account", here, bad); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", bad, w.Code)
		}
	}
	w := f.do("POST", "/desk/account", here, form(password, password+"2", password+"2"))
	if w.Code != http.StatusSeeOther || len(w.Result().Cookies()) != 1 {
		t.Fatalf("changing it: %d", w.Code)
	}
	for name, c := range map[string]*http.Cookie{"here": here, "there": there} {
		if w := f.do("GET", "/desk", c, nil); w.Code != http.StatusSeeOther {
			t.Errorf("the old session %s goes on: %d", name, w.Code)
		}
	}
	if w := f.do("GET", "/desk", w.Result().Cookies()[0], nil); w.Code != http.StatusOK {
		t.Errorf("one is signed out by changing one's password: %d", w.Code)
	}
}

// A person says on their account's page where letters about cases go, and that they
// want none any more.
func TestWishLetters(t *testing.T) {
	f := newOffice(t, Options{})
	me := f.as(isnad.RoleEditor)
	for _, q := range []struct {
		form   url.Values
		status int
		shown  string // as the address, once the page is opened again; empty for none
	}{
		{url.Values{"on": {"yes"}, "address": {"rim@news.example"}}, http.StatusSeeOther, "rim@news.example"},
		{url.Values{"on": {"yes"}, "address": {"rim@news.example\r\nBcc: x@y.example"}}, http.StatusUnprocessableEntity, "rim@news.example"},
		{url.Values{"on": {"yes"}, "address": {""}}, http.StatusUnprocessableEntity, "rim@news.example"},
		{url.Values{"on": {"yes"}, "address": {" desk@news.example "}}, http.StatusSeeOther, "desk@news.example"},
		{url.Values{"address": {"desk@news.example"}}, http.StatusSeeOther, ""},
	} {
		if w := f.do("POST", "/desk/account/letters", me, q.form); w.Code != q.status {
			t.Errorf("%v: %d", q.form, w.Code)
		}
		page := f.do("GET", "/desk/account", me, nil).Body.String()
		if !strings.Contains(page, `name="address" type="email" dir="ltr" autocomplete="email" maxlength="254" value="`+q.shown+`"`) || strings.Contains(page, `name="on" value="yes" checked`) != (q.shown != "") {
			t.Errorf("%v: the page does not show %q", q.form, q.shown)
		}
	}
}

// A form larger than the bound is refused, not read.
func TestFormTooLarge(t *testing.T) {
	f := newOffice(t, Options{})
	w := f.do("POST", "/desk/sign-in", nil, url.Values{"name": {strings.Repeat("x", 2*maxDeskForm)}, "password": {"x"}})
	if w.Code == http.StatusOK || w.Code >= 500 {
		t.Errorf("%d", w.Code)
	}
}

// Without people there is no desk.
func TestNoDesk(t *testing.T) {
	h := world(t, Options{})
	for _, address := range []string{"/desk", "/desk/sign-in"} {
		if code, _ := get(t, h, address); code != http.StatusNotFound {
			t.Errorf("%s: %d", address, code)
		}
	}
	if _, body := get(t, h, "/"); strings.Contains(body, "/desk") {
		t.Error("the front page leads to a desk that is not there")
	}
}
