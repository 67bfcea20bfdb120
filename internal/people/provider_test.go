package people

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/idp"
	"isnad/internal/store"
)

// withProvider is a house that lets people in through a provider, and the way of
// a browser to it and back.
func withProvider(t *testing.T, role isnad.Role) (p *People, s *idp.Server, walk func(address string) (state, code string)) {
	t.Helper()
	plain, _ := house(t)
	s = idp.Start(t)
	p, err := Open(plain.st, Options{Origin: site, Provider: &Provider{Issuer: s.URL, Client: idp.Client, Secret: idp.Secret, NewRole: role}})
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return p, s, func(address string) (state, code string) {
		t.Helper()
		r, err := browser.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		back, err := url.Parse(r.Header.Get("Location"))
		if err != nil || r.StatusCode != http.StatusFound || back.Host != siteHost || back.Path != ProviderBack {
			t.Fatalf("%d to %q, %v", r.StatusCode, r.Header.Get("Location"), err)
		}
		return back.Query().Get("state"), back.Query().Get("code")
	}
}

// A login has to be tied to an account by its owner; from then on it signs in, as
// one factor or as two where the provider says so.
func TestProvider(t *testing.T) {
	p, s, walk := withProvider(t, "")
	ctx := t.Context()
	x := add(t, p, "Rima", isnad.RoleEditor)
	session := enter(t, p)
	seat := seatOf(t, p, session)
	s.SignIn(map[string]any{"sub": "4711", "name": "Rima H."})

	signIn := func() (Entered, error) {
		t.Helper()
		address, token, err := p.GoToProvider(ctx, nil, "/desk/claims")
		if err != nil {
			t.Fatal(err)
		}
		state, code := walk(address)
		in, tied, next, err := p.BackFromProvider(ctx, token, state, code, "", Visit{})
		if err == nil && (tied || next != "/desk/claims") {
			t.Errorf("tied %v, on to %q", tied, next)
		}
		return in, err
	}
	if _, err := signIn(); !errors.Is(err, ErrStranger) {
		t.Errorf("a login that nobody tied: %v", err)
	}
	tie := func(session isnad.Hash) error {
		t.Helper()
		address, token, err := p.GoToProvider(ctx, &seat, "/desk/account")
		if err != nil {
			t.Fatal(err)
		}
		state, code := walk(address)
		_, tied, _, err := p.BackFromProvider(ctx, token, state, code, session, Visit{})
		if err == nil && !tied {
			t.Error("it was a sign-in")
		}
		return err
	}
	// Somebody else's browser cannot end what was begun in this one.
	if err := tie(isnad.HashOf([]byte("another session"))); !errors.Is(err, ErrLate) {
		t.Errorf("in another browser: %v", err)
	}
	if err := tie(seat.Session.Token); err != nil {
		t.Fatal(err)
	}
	if err := tie(seat.Session.Token); !errors.Is(err, store.ErrLoginTaken) {
		t.Errorf("twice: %v", err)
	}
	in, err := signIn()
	if err != nil || in.Person.ID != x.ID || in.Session == "" {
		t.Fatalf("%+v, %v", in, err)
	}
	if s := seatOf(t, p, in.Session); s.Session.Strong || s.Session.Way != "provider" {
		t.Errorf("%+v", s.Session)
	}
	s.SignIn(map[string]any{"sub": "4711", "amr": []string{"pwd", "mfa"}})
	if in, err = signIn(); err != nil || !seatOf(t, p, in.Session).Session.Strong {
		t.Errorf("with two factors there: %+v, %v", in, err)
	}
	f, err := p.Factors(ctx, x)
	if err != nil || len(f.Logins) != 1 || f.Logins[0].Name != "Rima H." {
		t.Errorf("%+v, %v", f, err)
	}
	if err := p.RemoveLogin(ctx, x, "4711", Visit{}); err != nil {
		t.Fatal(err)
	}
	if _, err := signIn(); !errors.Is(err, ErrStranger) {
		t.Errorf("a login that was removed: %v", err)
	}
}

// Where it is allowed whoever the provider knows gets an account, once; such an
// account has no password, and keeps its only way in.
func TestProviderMakesAccounts(t *testing.T) {
	p, s, walk := withProvider(t, isnad.RoleContributor)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleAdmin)
	signIn := func() (Entered, error) {
		t.Helper()
		address, token, err := p.GoToProvider(ctx, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		state, code := walk(address)
		in, _, _, err := p.BackFromProvider(ctx, token, state, code, "", Visit{})
		return in, err
	}
	s.SignIn(map[string]any{"sub": "1", "name": "RIMA"})
	if _, err := signIn(); !errors.Is(err, store.ErrNameTaken) {
		t.Errorf("another's name: %v", err)
	}
	s.SignIn(map[string]any{"sub": "2", "name": "\u202eamiR", "preferred_username": "samir"})
	a, err := signIn()
	if err != nil || a.Person.Name != "samir" || a.Person.Role != isnad.RoleContributor {
		t.Fatalf("%+v, %v", a, err)
	}
	b, err := signIn()
	if err != nil || b.Person.ID != a.Person.ID {
		t.Errorf("a second account: %+v, %v", b, err)
	}
	if _, err := p.SignIn(ctx, "samir", "", Visit{}); !errors.Is(err, ErrWrong) {
		t.Errorf("with an empty password: %v", err)
	}
	if err := p.RemoveLogin(ctx, a.Person, "2", Visit{}); !errors.Is(err, store.ErrLastWay) {
		t.Errorf("the only way in: %v", err)
	}
	// Who has no password sets one without a present one.
	if _, err := p.ChangePassword(ctx, seatOf(t, p, a.Session), "", "four plain words more", Visit{}); err != nil {
		t.Error(err)
	}
	s.SignIn(map[string]any{"sub": "3"})
	if _, err := signIn(); !errors.Is(err, ErrStranger) {
		t.Errorf("who has no name: %v", err)
	}
}

// Tokens that are not what they should be let nobody in, and neither do answers
// that belong to another question.
func TestProviderThatLies(t *testing.T) {
	p, s, walk := withProvider(t, isnad.RoleEditor)
	ctx := t.Context()
	s.SignIn(map[string]any{"sub": "1", "name": "Samir"})
	for what, bend := range map[string]func(c map[string]any){
		"another site's":     func(c map[string]any) { c["aud"] = "someone else" },
		"another provider's": func(c map[string]any) { c["iss"] = "https://other.example" },
		"old":                func(c map[string]any) { c["exp"] = time.Now().Add(-time.Hour).Unix() },
		"another question's": func(c map[string]any) { c["nonce"] = "x" },
		"nobody's":           func(c map[string]any) { delete(c, "sub") },
		"long":               func(c map[string]any) { c["sub"] = strings.Repeat("x", 300) },
		"very long":          func(c map[string]any) { c["name"] = strings.Repeat("x", 2<<20) },
	} {
		s.Bend(bend)
		address, token, err := p.GoToProvider(ctx, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		state, code := walk(address)
		if _, _, _, err := p.BackFromProvider(ctx, token, state, code, "", Visit{}); !errors.Is(err, ErrProvider) {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.Bend(nil)
	address, token, err := p.GoToProvider(ctx, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	state, code := walk(address)
	if _, _, _, err := p.BackFromProvider(ctx, token, state+"x", code, "", Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("another state: %v", err)
	}
	if _, _, _, err := p.BackFromProvider(ctx, token, state, code, "", Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("a second try: %v", err)
	}
	if _, _, err = p.GoToProvider(ctx, nil, ""); err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := p.BackFromProvider(ctx, "", state, code, "", Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("a browser that began nothing: %v", err)
	}
	all, err := p.All(ctx)
	if err != nil || len(all) != 0 {
		t.Errorf("somebody came in: %+v, %v", all, err)
	}
}

// A provider that is not there is found when it comes; what is no provider is
// named at the start.
func TestProviderThatIsNotThere(t *testing.T) {
	down := httptest.NewServer(http.NotFoundHandler())
	defer down.Close()
	p, err := Open(nil, Options{Origin: site, Provider: &Provider{Issuer: down.URL, Client: "x"}})
	if err != nil {
		t.Fatal(err)
	}
	if p.Provider() != "127.0.0.1" {
		t.Errorf("it is called %q", p.Provider())
	}
	if _, _, err := p.GoToProvider(t.Context(), nil, ""); !errors.Is(err, ErrProvider) {
		t.Errorf("%v", err)
	}
	for _, o := range []Options{
		{Origin: site, Provider: &Provider{Issuer: "nonsense", Client: "x"}}, {Origin: site, Provider: &Provider{Issuer: down.URL}},
		{Provider: &Provider{Issuer: down.URL, Client: "x"}}, {Origin: site, Provider: &Provider{Issuer: down.URL, Client: "x", NewRole: "king"}},
	} {
		if _, err := Open(nil, o); err == nil {
			t.Errorf("%+v makes sense", o)
		}
	}
}
