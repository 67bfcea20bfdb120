package site

import (
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"isnad"
	"isnad/internal/isnadtest/idp"
	"isnad/internal/people"
)

// cookieOf is what an answer hands to the browser under a name.
func cookieOf(w *httptest.ResponseRecorder, name string) *http.Cookie {
	for _, c := range w.Result().Cookies() {
		if c.Name == name && c.Value != "" {
			return c
		}
	}
	return nil
}

// firstMatch is the first group of what is found in a page.
func firstMatch(t *testing.T, page, re string) string {
	t.Helper()
	m := regexp.MustCompile(re).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("no %s in %.2000s", re, page)
	}
	return m[1]
}

func code(t *testing.T, key string, at time.Time) string {
	t.Helper()
	c, err := totp.GenerateCode(strings.ReplaceAll(key, " ", ""), at)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// setUpCodes walks through the pages and returns the key and the recovery codes.
func (f *office) setUpCodes(cookie *http.Cookie) (key string, recovery []string) {
	f.t.Helper()
	page := f.do("GET", "/desk/account/codes", cookie, nil).Body.String()
	offer := firstMatch(f.t, page, `name="offer" value="(\w+)"`)
	key = firstMatch(f.t, page, `class="codekey" dir="ltr">([A-Z2-7 ]+)<`)
	if w := f.do("POST", "/desk/account/codes", cookie, url.Values{"offer": {offer}, "code": {"12"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), key) {
		f.t.Errorf("a wrong code loses the key: %d", w.Code)
	}
	w := f.do("POST", "/desk/account/codes", cookie, url.Values{"offer": {offer}, "code": {code(f.t, key, time.Now())}})
	if w.Code != http.StatusOK {
		f.t.Fatalf("setting up codes: %d", w.Code)
	}
	for _, m := range regexp.MustCompile(`<li><code>([A-Z2-7 ]+)</code>`).FindAllStringSubmatch(w.Body.String(), -1) {
		recovery = append(recovery, m[1])
	}
	if len(recovery) != people.RecoveryCodes {
		f.t.Fatalf("%d recovery codes on the page", len(recovery))
	}
	return key, recovery
}

// Codes in plain forms: set up, asked for after the password, recovery codes, and
// nothing of the desk before the second step.
func TestCodesInForms(t *testing.T) {
	f := newOffice(t, Options{})
	editor := f.as(isnad.RoleEditor)
	_, recovery := f.setUpCodes(editor)
	mustHave(t, "account", f.do("GET", "/desk/account", editor, nil).Body.String(), "asked for after your password", "10 recovery codes are left", "one-time codes were set up")

	w := f.do("POST", "/desk/sign-in", nil, url.Values{"name": {"The editor"}, "password": {password}, "next": {"/desk/claims?kind=shelling"}})
	second := cookieOf(w, "isnad-second")
	to := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || second == nil || cookieOf(w, "isnad-desk") != nil || to != "/desk/sign-in/second?next=%2Fdesk%2Fclaims%3Fkind%3Dshelling" {
		t.Fatalf("after the password: %d to %s, %v", w.Code, to, w.Result().Cookies())
	}
	if !second.HttpOnly || second.SameSite != http.SameSiteLaxMode || second.MaxAge > 600 {
		t.Errorf("%+v", second)
	}
	half := &http.Cookie{Name: "isnad-desk", Value: second.Value}
	if w := f.do("GET", "/desk", half, nil); w.Code != http.StatusSeeOther {
		t.Errorf("what waits opens the desk: %d", w.Code)
	}
	page := f.do("GET", to, second, nil)
	mustHave(t, "second", page.Body.String(), "The editor", "or a recovery code", `value="/desk/claims?kind=shelling"`)
	if strings.Contains(page.Body.String(), "desk-bar") {
		t.Error("the desk is shown before the second step")
	}
	w = f.do("POST", "/desk/sign-in/second", second, url.Values{"code": {"000000"}, "next": {"/desk/claims?kind=shelling"}})
	if w.Code != http.StatusUnauthorized {
		t.Errorf("a wrong code: %d", w.Code)
	}
	mustHave(t, "second", w.Body.String(), "That code is not right", `role="alert"`)
	w = f.do("POST", "/desk/sign-in/second", second, url.Values{"code": {recovery[0]}, "next": {"https://evil.example"}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk" || cookieOf(w, "isnad-desk") == nil {
		t.Fatalf("a recovery code: %d to %s", w.Code, w.Header().Get("Location"))
	}
	if w := f.do("POST", "/desk/sign-in/second", second, url.Values{"code": {recovery[1]}}); w.Code != http.StatusUnauthorized || cookieOf(w, "isnad-desk") != nil {
		t.Errorf("one sign-in goes on twice: %d", w.Code)
	}
	if w := f.do("GET", "/desk/sign-in/second", nil, nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk/sign-in" {
		t.Errorf("the second step without the first: %d to %s", w.Code, w.Header().Get("Location"))
	}

	// Removing them.
	if w := f.do("POST", "/desk/account/codes/remove", editor, nil); w.Code != http.StatusSeeOther {
		t.Errorf("%d", w.Code)
	}
	if w := f.do("POST", "/desk/account/recovery", editor, nil); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("recovery codes for nothing: %d", w.Code)
	}
	if w := f.do("POST", "/desk/sign-in", nil, url.Values{"name": {"The editor"}, "password": {password}}); cookieOf(w, "isnad-desk") == nil {
		t.Errorf("the password alone: %d", w.Code)
	}
}

// Whose role needs a second factor sees nothing but their account until they have
// one: not the desk, not what the public pages show to people of the desk.
func TestSecondFactorIsNeeded(t *testing.T) {
	f := newOffice(t, Options{})
	all, err := people.Open(f.st, people.Options{Origin: "https://reports.example", Second: []isnad.Role{isnad.RoleReviewer}})
	if err != nil {
		t.Fatal(err)
	}
	f.h = serve(t, f.st, Options{Desk: DeskOptions{People: all}})
	reviewer := f.as(isnad.RoleReviewer)
	for _, route := range (&site{}).deskRoutes() {
		if route.least == "" || strings.HasPrefix(route.pattern, "/desk/account") {
			continue
		}
		address := strings.NewReplacer("{id}", "nothing").Replace(route.pattern)
		w := f.do(route.method, address, reviewer, url.Values{})
		if route.method == "GET" && (w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk/account") || route.method == "POST" && w.Code != http.StatusForbidden {
			t.Errorf("%s %s without the second factor: %d to %s", route.method, address, w.Code, w.Header().Get("Location"))
		}
	}
	mustHave(t, "account", f.do("GET", "/desk/account", reviewer, nil).Body.String(), "Your role needs a second factor", "Set up one-time codes")
	f.setUpCodes(reviewer)
	if w := f.do("GET", "/desk", reviewer, nil); w.Code != http.StatusOK {
		t.Errorf("with it: %d", w.Code)
	}
	w := f.do("POST", "/desk/account/codes/remove", reviewer, nil)
	if w.Code != http.StatusUnprocessableEntity {
		t.Errorf("removing the last one: %d", w.Code)
	}
	mustHave(t, "account", w.Body.String(), "this is the last one you have")
	if w := f.do("GET", "/desk", f.as(isnad.RoleEditor), nil); w.Code != http.StatusOK {
		t.Errorf("another role: %d", w.Code)
	}
}

// Where one is signed in is listed and ended from there; an admin sees the same
// of others, resets them, and sees what was done.
func TestSessionsAndReset(t *testing.T) {
	f := newOffice(t, Options{BaseURL: "https://reports.example"})
	here := f.as(isnad.RoleEditor)
	delete(f.cookies, isnad.RoleEditor)
	there := f.as(isnad.RoleEditor)
	page := f.do("GET", "/desk/account", here, nil).Body.String()
	mustHave(t, "account", page, "this one", "Sign out everywhere else")
	hash := string(isnad.HashOf([]byte(there.Value)))
	mustHave(t, "account", page, `name="session" value="`+hash+`"`)
	if strings.Contains(page, there.Value) || strings.Contains(page, here.Value) {
		t.Error("a token of a session stands in the page")
	}
	reviewer := f.as(isnad.RoleReviewer)
	if w := f.do("POST", "/desk/account/sessions/end", reviewer, url.Values{"session": {hash}}); w.Code != http.StatusNotFound {
		t.Errorf("another's session: %d", w.Code)
	}
	if w := f.do("POST", "/desk/account/sessions/end", here, url.Values{"session": {hash}}); w.Code != http.StatusSeeOther {
		t.Errorf("%d", w.Code)
	}
	if w := f.do("GET", "/desk", there, nil); w.Code != http.StatusSeeOther {
		t.Errorf("it goes on: %d", w.Code)
	}

	admin := f.as(isnad.RoleAdmin)
	address := "/desk/people/" + f.persons[isnad.RoleEditor].ID
	mustHave(t, "person", f.do("GET", address, admin, nil).Body.String(), "Signs in with", "a password", "signed in with password")
	w := f.do("POST", address+"/reset", admin, nil)
	link := firstMatch(t, w.Body.String(), `value="https://reports.example(/desk/join/\w+)"`)
	if w := f.do("GET", "/desk", here, nil); w.Code != http.StatusSeeOther {
		t.Errorf("the session of who was reset goes on: %d", w.Code)
	}
	join := f.do("GET", link, nil, nil)
	mustHave(t, "join", join.Body.String(), "Set a new password", "The editor")
	w = f.do("POST", link, nil, url.Values{"name": {"Another"}, "password": {password + "9"}, "again": {password + "9"}})
	c := cookieOf(w, "__Host-isnad-desk")
	if c == nil {
		t.Fatalf("the link signs nobody in: %d", w.Code)
	}
	mustHave(t, "desk", f.do("GET", "/desk/account", c, nil).Body.String(), "The editor", "got a new password by a link", "all they signed in with was taken away")
	if w := f.do("POST", "/desk/people/"+f.persons[isnad.RoleAdmin].ID+"/reset", admin, nil); w.Code != http.StatusConflict {
		t.Errorf("resetting oneself: %d", w.Code)
	}
	record := f.do("GET", "/desk/people/record", admin, nil).Body.String()
	mustHave(t, "record", record, "The editor", "The admin", "all they signed in with was taken away")
	if w := f.do("GET", "/desk/people/record?after=nonsense", admin, nil); w.Code != http.StatusBadRequest {
		t.Errorf("a page that there is not: %d", w.Code)
	}
	if w := f.do("POST", address+"/sessions/end", admin, nil); w.Code != http.StatusSeeOther {
		t.Errorf("%d", w.Code)
	}
	if w := f.do("GET", "/desk", c, nil); w.Code != http.StatusSeeOther {
		t.Errorf("signed out by an admin, and in: %d", w.Code)
	}
}

// What browsers and passkeys are called is text of strangers: it is escaped, and
// cut.
func TestHostileBrowser(t *testing.T) {
	f := newOffice(t, Options{})
	w := f.doWith("POST", "/desk/sign-in", nil, url.Values{"name": {"The admin"}, "password": {password}},
		map[string]string{"Sec-Fetch-Site": "same-origin", "User-Agent": evil + strings.Repeat("x", 5000) + "\u202e"})
	c := cookieOf(w, "isnad-desk")
	if c == nil {
		t.Fatal(w.Code)
	}
	for _, address := range []string{"/desk/account", "/desk/people/record", "/desk/people/" + f.persons[isnad.RoleAdmin].ID} {
		body := f.do("GET", address, c, nil).Body.String()
		if strings.Contains(body, "<script>alert") || strings.Contains(body, strings.Repeat("x", 400)) || strings.Contains(body, "\u202e") {
			t.Errorf("%s shows what a browser says as it is", address)
		}
	}
}

// A device's answer that proves nothing gets a page that says so; where there can
// be no passkeys nothing is offered.
func TestPasskeyForms(t *testing.T) {
	f := newOffice(t, Options{})
	if strings.Contains(f.do("GET", "/desk/sign-in", nil, nil).Body.String(), "Sign in with a passkey") {
		t.Error("a site without a name offers passkeys")
	}
	if w := f.do("POST", "/desk/sign-in/passkey/begin", nil, nil); w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), `"problem"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	all, err := people.Open(f.st, people.Options{Origin: "https://reports.example"})
	if err != nil {
		t.Fatal(err)
	}
	f.h = serve(t, f.st, Options{Desk: DeskOptions{People: all}, BaseURL: "https://reports.example"})
	mustHave(t, "sign-in", f.do("GET", "/desk/sign-in", nil, nil).Body.String(), "Sign in with a passkey", `data-passkey="get" hidden`)
	w := f.do("POST", "/desk/sign-in/passkey/begin", nil, nil)
	if h := w.Header(); w.Code != http.StatusOK || h.Get("Cache-Control") != "no-store" || !strings.Contains(w.Body.String(), `"rpId":"reports.example"`) || !strings.Contains(w.Body.String(), `"userVerification":"required"`) {
		t.Errorf("%d %v %s", w.Code, h, w.Body)
	}
	token := firstMatch(t, w.Body.String(), `"token":"(\w+)"`)
	for _, answer := range []string{"", "{", `{"id":"x"}`, strings.Repeat("[", 60_000)} {
		w := f.do("POST", "/desk/sign-in/passkey", nil, url.Values{"challenge": {token}, "answer": {answer}})
		if w.Code != http.StatusUnauthorized || len(w.Result().Cookies()) > 0 {
			t.Errorf("%.20q: %d", answer, w.Code)
		}
	}
	if w := f.doWith("POST", "/desk/sign-in/passkey/begin", nil, nil, map[string]string{"Sec-Fetch-Site": "cross-site"}); w.Code != http.StatusForbidden {
		t.Errorf("another site asks for passkeys: %d", w.Code)
	}
}

// Through a provider over real HTTP: tied to an account, then signing in, with
// the desk's own rules on where to go and whose browser it is.
func TestProviderInForms(t *testing.T) {
	f := newOffice(t, Options{})
	s := idp.Start(t)
	s.SignIn(map[string]any{"sub": "4711", "name": evil})
	all, err := people.Open(f.st, people.Options{Origin: "https://reports.example", Provider: &people.Provider{Issuer: s.URL, Client: idp.Client, Secret: idp.Secret, Name: "The Newsroom"}})
	if err != nil {
		t.Fatal(err)
	}
	f.h = serve(t, f.st, Options{Desk: DeskOptions{People: all}})
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	walk := func(address string) string {
		t.Helper()
		r, err := browser.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		u, err := url.Parse(r.Header.Get("Location"))
		if err != nil || u.Host != "reports.example" {
			t.Fatalf("%s leads to %q, %v", address, r.Header.Get("Location"), err)
		}
		return u.RequestURI()
	}
	back := func(address string, cookies ...*http.Cookie) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", address, nil)
		for _, c := range cookies {
			r.AddCookie(c)
		}
		w := httptest.NewRecorder()
		f.h.ServeHTTP(w, r)
		return w
	}
	mustHave(t, "sign-in", f.do("GET", "/desk/sign-in", nil, nil).Body.String(), "Sign in through <bdi>The Newsroom</bdi>")
	w := f.do("GET", "/desk/sign-in/provider?next=/desk/claims", nil, nil)
	journey := cookieOf(w, "isnad-provider")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), s.URL+"/authorize?") || journey == nil || strings.Contains(w.Header().Get("Location"), journey.Value) {
		t.Fatalf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	w = back(walk(w.Header().Get("Location")), journey)
	if w.Code != http.StatusUnauthorized || cookieOf(w, "isnad-desk") != nil {
		t.Errorf("a stranger: %d", w.Code)
	}
	mustHave(t, "sign-in", w.Body.String(), "Nobody at this desk goes by that login")

	editor := f.as(isnad.RoleEditor)
	w = f.do("POST", "/desk/account/logins", editor, nil)
	journey = cookieOf(w, "isnad-provider")
	to := html.UnescapeString(firstMatch(t, w.Body.String(), `class="way" href="([^"]+)"`))
	address := walk(to)
	if w := back(address, journey, f.as(isnad.RoleReviewer)); w.Code != http.StatusUnauthorized {
		t.Errorf("ended by somebody else: %d", w.Code)
	}
	w = f.do("POST", "/desk/account/logins", editor, nil)
	journey = cookieOf(w, "isnad-provider")
	address = walk(html.UnescapeString(firstMatch(t, w.Body.String(), `class="way" href="([^"]+)"`)))
	if w = back(address, journey, editor); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk/account?note=login" {
		t.Fatalf("tying it: %d to %s", w.Code, w.Header().Get("Location"))
	}
	page := f.do("GET", "/desk/account", editor, nil).Body.String()
	mustHave(t, "account", page, "Logins elsewhere", "a login was added")
	if strings.Contains(page, "<script>alert") {
		t.Error("the name of the provider's is shown as it is")
	}

	w = f.do("GET", "/desk/sign-in/provider?next=https://evil.example/", nil, nil)
	journey = cookieOf(w, "isnad-provider")
	address = walk(w.Header().Get("Location"))
	if w := back(address); w.Code != http.StatusUnauthorized {
		t.Errorf("in a browser that began nothing: %d", w.Code)
	}
	if w = back(address, journey); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/desk" || cookieOf(w, "isnad-desk") == nil {
		t.Errorf("signing in: %d to %s", w.Code, w.Header().Get("Location"))
	}
	plain := newOffice(t, Options{})
	for _, address := range []string{"/desk/sign-in/provider", "/desk/sign-in/provider/back"} {
		if w := plain.do("GET", address, nil, nil); w.Code != http.StatusNotFound {
			t.Errorf("%s where there is no provider: %d", address, w.Code)
		}
	}
}

// A QR code has its quiet zone and its three corners.
func TestQRCode(t *testing.T) {
	q, err := qrCode("otpauth://totp/x")
	if err != nil || q.Side < 29 {
		t.Fatalf("%+v, %v", q, err)
	}
	last := q.Side - 11
	for _, corner := range []string{"M4 4h7v1h-7z", "M4 10h7v1h-7z"} {
		if !strings.Contains(q.Path, corner) {
			t.Errorf("%s is missing", corner)
		}
	}
	if !strings.Contains(q.Path, "M"+number(last)+" 4h7v1h-7z") {
		t.Error("the right corner is missing")
	}
	if _, err := qrCode(strings.Repeat("x", 5000)); err == nil {
		t.Error("more than a code holds")
	}
}
