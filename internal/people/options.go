package people

import (
	"fmt"
	"net"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"isnad"
	"isnad/internal/store"
)

// Options say with what people prove who they are. The zero value has passwords
// and one-time codes.
type Options struct {
	// Origin is where people reach the site: https://reports.example. Passkeys are bound to its host, so
	// there are none without it, for an address in numbers, or without TLS except on localhost.
	Origin string
	Title  string // name of the site, as apps and devices show it; "isnad" when empty
	// Second are the roles that need a second factor.
	Second []isnad.Role
	// Provider is a provider of sign-ins (OpenID Connect); nil for none.
	Provider *Provider
}

// People is everybody at the desk. It is safe for concurrent use.
type People struct {
	st     *store.Store
	o      Options
	now    func() time.Time
	nobody func() (string, error)    // hash for names that are not there, made when first needed
	keys   func() *webauthn.WebAuthn // nil where there are no passkeys
	found  provider
}

// New returns the people of a store, who sign in with passwords and codes.
func New(st *store.Store) *People {
	p, err := Open(st, Options{})
	if err != nil { // nothing that could be wrong
		panic(err)
	}
	return p
}

// Open returns the people of a store. It fails when the options make no sense.
func Open(st *store.Store, o Options) (*People, error) {
	if o.Title == "" {
		o.Title = "isnad"
	}
	o.Origin = strings.TrimSuffix(o.Origin, "/")
	for _, r := range o.Second {
		if !r.Valid() {
			return nil, fmt.Errorf("a second factor for %.40q: there is no such role", r)
		}
	}
	p := &People{st: st, o: o, now: func() time.Time { return time.Now().UTC() }, nobody: sync.OnceValues(nobodys)}
	if o.Provider != nil {
		if err := o.Provider.check(o.Origin); err != nil {
			return nil, err
		}
	}
	keys, err := relyingParty(o)
	if err != nil {
		return nil, fmt.Errorf("setting up passkeys: %w", err)
	}
	p.keys = func() *webauthn.WebAuthn { return keys }
	return p, nil
}

// relyingParty is the site as devices know it, nil where there can be no passkeys.
func relyingParty(o Options) (*webauthn.WebAuthn, error) {
	u, err := url.Parse(o.Origin)
	if err != nil || u.Host == "" || net.ParseIP(strings.Trim(u.Hostname(), "[]")) != nil {
		return nil, nil
	}
	host := strings.ToLower(u.Hostname())
	local := host == "localhost" || strings.HasSuffix(host, ".localhost")
	if u.Scheme != "https" && !(u.Scheme == "http" && local) {
		return nil, nil
	}
	return webauthn.New(&webauthn.Config{
		RPID: host, RPDisplayName: o.Title, RPOrigins: []string{u.Scheme + "://" + u.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: protocol.ResidentKeyRequired(),
			UserVerification: protocol.VerificationRequired, // by the device: so that a passkey alone is two factors
		},
	})
}

// Passkeys tells whether the site can have passkeys.
func (p *People) Passkeys() bool { return p.keys() != nil }

// Provider is the name of the provider of sign-ins, empty for none.
func (p *People) Provider() string {
	if p.o.Provider == nil {
		return ""
	}
	return p.o.Provider.Name
}

// Needs tells whether people of a role need a second factor.
func (p *People) Needs(role isnad.Role) bool {
	for _, r := range p.o.Second {
		if r == role {
			return true
		}
	}
	return false
}

// Visit is where a request comes from, for the record.
type Visit struct {
	Address string // IP address
	Browser string // what it says it is
}

// By is who does something about an account: nobody for who runs the program.
type By struct {
	isnad.Person
	Visit
}

// event is one line of the record about a person.
func (p *People) event(kind store.PersonEventKind, about string, by By, detail string) store.PersonEvent {
	return store.PersonEvent{Time: p.now(), Kind: kind, Person: about, By: by.ID, Detail: detail, Address: by.Address, Browser: by.Browser}
}
