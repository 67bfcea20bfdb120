package people

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"isnad"
	"isnad/internal/store"
)

// ProviderBack is the path that a provider sends people back to.
const ProviderBack = "/desk/sign-in/provider/back"

// Errors of signing in through a provider.
var (
	// ErrProvider says that the provider did not answer, or not as it should.
	ErrProvider = errors.New("the provider of sign-ins")
	// ErrStranger says that nobody here has the login.
	ErrStranger = errors.New("nobody has that login")
)

// Provider is a provider of sign-ins that speaks OpenID Connect. It is asked for
// its addresses when somebody first signs in through it.
type Provider struct {
	Issuer string // its address, exactly as it calls itself
	Client string // what it calls this site
	Secret string // shared with it; may be empty, since every way has a proof of its own (PKCE)
	Name   string // for the button; the issuer's host when empty
	// NewRole is the role of whoever it knows and nobody here does; empty lets in only people who have tied
	// their login to their account.
	NewRole isnad.Role
}

func (o *Provider) check(origin string) error {
	u, err := url.Parse(o.Issuer)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%w: %.200q is no address of an issuer", ErrProvider, o.Issuer)
	}
	if o.Client == "" || origin == "" {
		return fmt.Errorf("%w: the name of the client and the address of this site have to be set", ErrProvider)
	}
	if o.NewRole != "" && !o.NewRole.Valid() {
		return fmt.Errorf("%w: there is no role %.40q", ErrProvider, o.NewRole)
	}
	if o.Name == "" {
		o.Name = u.Hostname()
	}
	return nil
}

// provider is a provider once it was found.
type provider struct {
	mu     sync.Mutex
	client *oidc.Provider
}

// maxDocument bounds what a provider answers.
const maxDocument = 1 << 20

// boundedAnswers cuts off answers that are too long.
type boundedAnswers struct{ http.RoundTripper }

func (b boundedAnswers) RoundTrip(r *http.Request) (*http.Response, error) {
	w, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		w.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(w.Body, maxDocument), w.Body}
	}
	return w, err
}

// asking is a context that asks providers under bounds.
func asking(ctx context.Context) context.Context {
	return oidc.ClientContext(ctx, &http.Client{
		Timeout: 10 * time.Second, Transport: boundedAnswers{http.DefaultTransport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	})
}

func (p *People) provider(ctx context.Context) (*oidc.Provider, *oauth2.Config, error) {
	o := p.o.Provider
	if o == nil {
		return nil, nil, fmt.Errorf("signing in through a provider: %w", isnad.ErrNotFound)
	}
	p.found.mu.Lock()
	defer p.found.mu.Unlock()
	if p.found.client == nil {
		found, err := oidc.NewProvider(asking(ctx), o.Issuer)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: finding it: %w", ErrProvider, err)
		}
		p.found.client = found
	}
	return p.found.client, &oauth2.Config{ClientID: o.Client, ClientSecret: o.Secret, Endpoint: p.found.client.Endpoint(),
		RedirectURL: p.o.Origin + ProviderBack, Scopes: []string{oidc.ScopeOpenID, oidc.ScopeProfile}}, nil
}

// journey is what is remembered of somebody who went to the provider.
type journey struct {
	State    string     `json:"state"`
	Nonce    string     `json:"nonce"`
	Verifier string     `json:"verifier"`
	Next     string     `json:"next"`
	Session  isnad.Hash `json:"session,omitempty"` // in which a login is tied to an account
}

// GoToProvider returns the address at the provider where somebody signs in, and a
// token for their browser. seat is who ties a login to their account, nil for a
// sign-in. next comes back at the end.
func (p *People) GoToProvider(ctx context.Context, seat *Seat, next string) (address, token string, err error) {
	_, c, err := p.provider(ctx)
	if err != nil {
		return "", "", err
	}
	j := journey{State: rand.Text(), Nonce: rand.Text(), Verifier: oauth2.GenerateVerifier(), Next: next}
	person := ""
	options := []oauth2.AuthCodeOption{oidc.Nonce(j.Nonce), oauth2.S256ChallengeOption(j.Verifier)}
	if seat != nil {
		person, j.Session = seat.Person.ID, seat.Session.Token
	}
	token, err = p.put(ctx, "provider", person, j, answer)
	return c.AuthCodeURL(j.State, options...), token, err
}

// BackFromProvider ends what GoToProvider began: a sign-in, or where Tied is set
// a login that was tied to its person. state and code are what the provider sent
// along, token what the browser held. session is the hash of the token of the
// browser's present session. [ErrLate], [ErrProvider], [ErrStranger] or
// [store.ErrLoginTaken] when it cannot be done.
func (p *People) BackFromProvider(ctx context.Context, token, state, code string, session isnad.Hash, v Visit) (in Entered, tied bool, next string, err error) {
	var j journey
	c, err := p.take(ctx, "provider", token, &j, true)
	if err != nil {
		return in, false, "", err
	}
	if subtle.ConstantTimeCompare([]byte(state), []byte(j.State)) != 1 || c.Person != "" && session != j.Session {
		return in, false, "", ErrLate
	}
	who, err := p.ask(ctx, code, j)
	if err != nil {
		return in, false, j.Next, err
	}
	login := store.Login{Issuer: p.o.Provider.Issuer, Subject: who.Subject, Name: who.called(), Added: p.now()}
	if c.Person != "" {
		x, err := p.st.Person(ctx, c.Person)
		if err != nil {
			return in, true, j.Next, err
		}
		login.Person = x.ID
		return Entered{Person: x}, true, j.Next, p.st.AddLogin(ctx, login, p.event(store.EventLoginAdded, x.ID, By{x, v}, login.Name))
	}
	in, err = p.enterWith(ctx, login, who.strong(), v)
	return in, false, j.Next, err
}

// known is what a provider says of somebody.
type known struct {
	Subject string   `json:"sub"`
	Name    string   `json:"name"`
	User    string   `json:"preferred_username"`
	Means   []string `json:"amr"`
}

// called is a name of theirs that can be used here, empty for none.
func (k known) called() string {
	for _, s := range []string{k.Name, k.User} {
		if s, err := CheckName(s); err == nil {
			return s
		}
	}
	return ""
}

// strong tells whether the provider says that it asked for several factors
// (RFC 8176).
func (k known) strong() bool {
	for _, m := range k.Means {
		if m == "mfa" {
			return true
		}
	}
	return false
}

// ask exchanges a code for what the provider says about who came with it.
func (p *People) ask(ctx context.Context, code string, j journey) (k known, err error) {
	found, c, err := p.provider(ctx)
	if err != nil {
		return k, err
	}
	if code == "" || len(code) > 4000 {
		return k, fmt.Errorf("%w: it sent no code", ErrProvider)
	}
	ctx = asking(ctx)
	got, err := c.Exchange(ctx, code, oauth2.VerifierOption(j.Verifier))
	if err != nil {
		return k, fmt.Errorf("%w: exchanging the code: %w", ErrProvider, err)
	}
	raw, ok := got.Extra("id_token").(string)
	if !ok || len(raw) > 64<<10 {
		return k, fmt.Errorf("%w: it sent no ID token", ErrProvider)
	}
	token, err := found.Verifier(&oidc.Config{ClientID: p.o.Provider.Client}).Verify(ctx, raw)
	if err != nil {
		return k, fmt.Errorf("%w: reading the ID token: %w", ErrProvider, err)
	}
	if subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(j.Nonce)) != 1 {
		return k, fmt.Errorf("%w: the ID token answers another question", ErrProvider)
	}
	if err := token.Claims(&k); err != nil {
		return k, fmt.Errorf("%w: reading the ID token: %w", ErrProvider, err)
	}
	if k.Subject == "" || len(k.Subject) > 255 || strings.ContainsRune(k.Subject, 0) {
		return k, fmt.Errorf("%w: it does not say who it is", ErrProvider)
	}
	return k, nil
}

// enterWith begins a session of whoever has a login, and makes an account where
// that is allowed.
func (p *People) enterWith(ctx context.Context, l store.Login, strong bool, v Visit) (Entered, error) {
	x, err := p.st.Login(ctx, l.Issuer, l.Subject)
	if errors.Is(err, isnad.ErrNotFound) {
		role := p.o.Provider.NewRole
		if role == "" || l.Name == "" {
			return Entered{}, p.failed(ctx, ErrStranger, "", wayProvider, v)
		}
		if x, err = p.newPerson(l.Name, role); err != nil {
			return Entered{}, err
		}
		l.Person = x.ID
		err = p.st.AddPersonWith(ctx, x, Fold(x.Name), l, p.event(store.EventAdded, x.ID, By{x, v}, string(role)))
	}
	if err != nil {
		return Entered{}, err
	}
	secret, err := p.st.Secret(ctx, x.ID)
	if err != nil {
		return Entered{}, err
	}
	if !strong {
		return p.enter(ctx, x, wayProvider, secret, v)
	}
	session, err := p.begin(ctx, x, wayProvider, true, store.Proof{Secret: secret}, v)
	return Entered{Person: x, Session: session}, err
}

// RemoveLogin unties a login of a person. The error wraps [store.ErrLastWay] where
// it is all they have.
func (p *People) RemoveLogin(ctx context.Context, x isnad.Person, subject string, v Visit) error {
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return err
	}
	for _, l := range f.Logins {
		if l.Subject == subject {
			return p.st.RemoveLogin(ctx, x.ID, l.Issuer, l.Subject, p.event(store.EventLoginRemoved, x.ID, By{x, v}, l.Name))
		}
	}
	return fmt.Errorf("removing a login: %w", isnad.ErrNotFound)
}
