package people

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"isnad"
	"isnad/internal/store"
)

const site, siteHost = "https://reports.example", "reports.example"

// second is a house whose people have passkeys, and where these roles need a
// second factor.
func second(t *testing.T, roles ...isnad.Role) (*People, *clock) {
	t.Helper()
	p, c := house(t)
	q, err := Open(p.st, Options{Origin: site, Title: "The Reports", Second: roles})
	if err != nil {
		t.Fatal(err)
	}
	q.now = p.now
	return q, c
}

// codeAt is what an app shows that has a key.
func codeAt(t *testing.T, key string, at time.Time) string {
	t.Helper()
	code, err := totp.GenerateCode(strings.ReplaceAll(key, " ", ""), at)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// withCodes sets up codes for whoever has a session.
func withCodes(t *testing.T, p *People, c *clock, session string) (key string, recovery []string) {
	t.Helper()
	seat := seatOf(t, p, session)
	o, err := p.OfferCodes(t.Context(), seat.Person)
	if err != nil {
		t.Fatal(err)
	}
	recovery, err = p.SetCodes(t.Context(), seat, o.Token, codeAt(t, o.Key, c.at), Visit{})
	if err != nil {
		t.Fatal(err)
	}
	return o.Key, recovery
}

// withPasskey adds a passkey.
func withPasskey(t *testing.T, p *People, session, name string) *device {
	t.Helper()
	seat := seatOf(t, p, session)
	ch, err := p.OfferPasskey(t.Context(), seat.Person)
	if err != nil {
		t.Fatal(err)
	}
	d := newDevice(t, site, siteHost)
	if err := p.AddPasskey(t.Context(), seat, ch.Token, d.create(ch.Options), name, Visit{}); err != nil {
		t.Fatal(err)
	}
	return d
}

// Where there can be passkeys: on a name, with TLS or on this machine.
func TestWhereThereArePasskeys(t *testing.T) {
	for origin, want := range map[string]bool{
		"": false, "https://reports.example": true, "https://reports.example:8443/": true, "http://reports.example": false,
		"http://localhost:8400": true, "http://127.0.0.1:8400": false, "https://192.0.2.1": false, "https://[2001:db8::1]:8400": false, "nonsense": false,
	} {
		p, err := Open(nil, Options{Origin: origin})
		if err != nil || p.Passkeys() != want {
			t.Errorf("%q: %v, %v", origin, p.Passkeys(), err)
		}
	}
	if _, err := Open(nil, Options{Second: []isnad.Role{"king"}}); err == nil {
		t.Error("a second factor for a role that there is not")
	}
}

// After the password a code is asked for: the right one, once, and none of an
// hour ago. A recovery code stands in for one, once.
func TestCodes(t *testing.T) {
	p, c := second(t)
	ctx := t.Context()
	x := add(t, p, "Rima", isnad.RoleEditor)
	first := enter(t, p)
	o, err := p.OfferCodes(ctx, x)
	if err != nil || !strings.HasPrefix(o.Address, "otpauth://totp/The%20Reports:Rima?") || !strings.Contains(o.Address, "issuer=The%20Reports") {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := p.SetCodes(ctx, seatOf(t, p, first), o.Token, "000000", Visit{}); !errors.Is(err, ErrCode) {
		t.Errorf("a code that shows nothing: %v", err)
	}
	if f, err := p.Factors(ctx, x); err != nil || f.Second() {
		t.Errorf("a key counts before a code was seen: %+v, %v", f, err)
	}
	var key string
	_, recovery := withCodes(t, p, c, first)
	if len(recovery) != RecoveryCodes {
		t.Errorf("%d recovery codes", len(recovery))
	}
	if s := seatOf(t, p, first); !s.Session.Strong {
		t.Error("the session in which codes were set up has shown one")
	}
	if _, err := p.SetCodes(ctx, seatOf(t, p, first), o.Token, codeAt(t, o.Key, c.at), Visit{}); err != nil {
		t.Errorf("another offer still stands: %v", err) // it takes the place of the key
	}
	key = o.Key

	wait := func() string {
		t.Helper()
		in, err := p.SignIn(ctx, "Rima", good, Visit{})
		if err != nil || in.Session != "" || in.Second == "" {
			t.Fatalf("the password alone: %+v, %v", in, err)
		}
		return in.Second
	}
	token := wait()
	if _, err := p.Session(ctx, token); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("what waits is a session: %v", err)
	}
	if _, err := p.Second(ctx, token, codeAt(t, key, c.at), Visit{}); !errors.Is(err, ErrCode) {
		t.Errorf("the code that set it up is taken again: %v", err)
	}
	c.at = c.at.Add(time.Minute)
	for _, bad := range []string{"", "123", codeAt(t, key, c.at.Add(-time.Hour)), strings.Repeat("1", 10_000)} {
		if _, err := p.Second(ctx, token, bad, Visit{}); !errors.Is(err, ErrCode) {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
	c.at = c.at.Add(30 * time.Second)
	code := codeAt(t, key, c.at.Add(-30*time.Second)) // a clock half a minute late
	in, err := p.Second(ctx, token, code[:3]+" "+code[3:], Visit{})
	if err != nil || in.Person != x {
		t.Fatalf("the right one: %+v, %v", in, err)
	}
	if s := seatOf(t, p, in.Session); !s.Session.Strong || s.Session.Way != "password and code" {
		t.Errorf("%+v", s.Session)
	}
	if _, err := p.Second(ctx, token, codeAt(t, key, c.at), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("one sign-in ends twice: %v", err)
	}
	token = wait()
	if _, err := p.Second(ctx, token, code, Visit{}); !errors.Is(err, ErrCode) {
		t.Errorf("a code is taken twice: %v", err)
	}

	// Those handed out first went with the key they came with.
	if _, err := p.Second(ctx, token, recovery[0], Visit{}); !errors.Is(err, ErrCode) {
		t.Errorf("an old recovery code: %v", err)
	}
	if recovery, err = p.NewRecovery(ctx, x, Visit{}); err != nil {
		t.Fatal(err)
	}
	typed := strings.ToLower(strings.ReplaceAll(recovery[3], " ", "-"))
	if _, err := p.Second(ctx, token, typed, Visit{}); err != nil {
		t.Errorf("a recovery code: %v", err)
	}
	token = wait()
	if _, err := p.Second(ctx, token, recovery[3], Visit{}); !errors.Is(err, ErrCode) {
		t.Errorf("a recovery code is taken twice: %v", err)
	}
	if f, err := p.Factors(ctx, x); err != nil || f.Recovery != RecoveryCodes-1 {
		t.Errorf("%d are left, %v", f.Recovery, err)
	}

	// What waits ends with its time, and with the password it began with.
	token = wait()
	c.at = c.at.Add(answer)
	if _, err := p.Second(ctx, token, codeAt(t, key, c.at), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("after its time: %v", err)
	}
	token = wait()
	if err := p.SetPassword(ctx, x, "another four plain words", By{}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Second(ctx, token, codeAt(t, key, c.at), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("after the password was changed: %v", err)
	}
}

// Codes that are wrong make the person wait as passwords do; nobody without the
// password can make them wait.
func TestWaitingForCodes(t *testing.T) {
	p, c := second(t)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleEditor)
	key, _ := withCodes(t, p, c, enter(t, p))
	c.at = c.at.Add(time.Hour)
	in, err := p.SignIn(ctx, "Rima", good, Visit{})
	if err != nil {
		t.Fatal(err)
	}
	for range FreeFailures {
		if _, err := p.Second(ctx, in.Second, "999999", Visit{}); !errors.Is(err, ErrCode) {
			t.Fatal(err)
		}
	}
	var w *WaitError
	if _, err := p.Second(ctx, in.Second, codeAt(t, key, c.at), Visit{}); !errors.As(err, &w) {
		t.Errorf("after %d wrong codes: %v", FreeFailures, err)
	}
	c.at = c.at.Add(2 * time.Second)
	if _, err := p.Second(ctx, in.Second, codeAt(t, key, c.at), Visit{}); err != nil {
		t.Errorf("after the wait: %v", err)
	}
}

// A passkey signs in alone, and is two factors. What a device answers to another
// challenge, for another site, without its owner, or twice, proves nothing.
func TestPasskeys(t *testing.T) {
	p, c := second(t, isnad.RoleAdmin)
	ctx := t.Context()
	x := add(t, p, "Rima", isnad.RoleEditor)
	session := enter(t, p)
	d := withPasskey(t, p, session, "  Rima’s   telephone ")
	f, err := p.Factors(ctx, x)
	if err != nil || len(f.Passkeys) != 1 || f.Passkeys[0].Name != "Rima’s telephone" || strings.Contains(f.Passkeys[0].Doc, "attestationObject") && strings.Contains(f.Passkeys[0].Doc, "bm9uZQ") {
		t.Fatalf("%+v, %v", f, err)
	}
	ask := func() Challenge {
		t.Helper()
		ch, err := p.AskPasskey(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return ch
	}
	ch := ask()
	in, err := p.SignInWithPasskey(ctx, ch.Token, d.get(ch.Options), Visit{"192.0.2.9", "x"})
	if err != nil || in.Person != x {
		t.Fatalf("%+v, %v", in, err)
	}
	if s := seatOf(t, p, in.Session); !s.Session.Strong || s.Session.Way != "passkey" || s.Session.Address != "192.0.2.9" {
		t.Errorf("%+v", s.Session)
	}
	if f, err := p.Factors(ctx, x); err != nil || !f.Passkeys[0].Used.Equal(c.at) {
		t.Errorf("its use is not written down: %+v, %v", f.Passkeys, err)
	}
	if _, err := p.SignInWithPasskey(ctx, ch.Token, d.get(ch.Options), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("a challenge is answered twice: %v", err)
	}
	other := newDevice(t, site, siteHost)
	other.handle = []byte(x.ID)
	for what, answer := range map[string]func(o Challenge) []byte{
		"another challenge": func(Challenge) []byte { return d.get(ask().Options) },
		"another site": func(o Challenge) []byte {
			e := *d
			e.origin = "https://reports.example.evil.example"
			return e.get(o.Options)
		},
		"another host":         func(o Challenge) []byte { e := *d; e.host = "evil.example"; return e.get(o.Options) },
		"nobody unlocked it":   func(o Challenge) []byte { e := *d; e.verified = false; return e.get(o.Options) },
		"another device":       func(o Challenge) []byte { return other.get(o.Options) },
		"a counter goes back":  func(o Challenge) []byte { e := *d; e.counter = 0; return e.get(o.Options) },
		"nobody's":             func(o Challenge) []byte { e := *d; e.handle = []byte("u00000000000000000000"); return e.get(o.Options) },
		"no JSON":              func(Challenge) []byte { return []byte("{") },
		"nothing":              func(Challenge) []byte { return nil },
		"much":                 func(Challenge) []byte { return []byte(`"` + strings.Repeat("x", MaxAnswer) + `"`) },
		"deep":                 func(Challenge) []byte { return []byte(strings.Repeat("[", 60_000)) },
		"an answer to make it": func(o Challenge) []byte { e := *d; return e.create(o.Options) },
	} {
		ch := ask()
		if _, err := p.SignInWithPasskey(ctx, ch.Token, answer(ch), Visit{}); !errors.Is(err, ErrPasskey) {
			t.Errorf("%s: %v", what, err)
		}
	}
	d.counter = 100
	ch = ask()
	c.at = c.at.Add(challenge)
	if _, err := p.SignInWithPasskey(ctx, ch.Token, d.get(ch.Options), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("after its time: %v", err)
	}

	// The password still works without it: this role does not need two factors.
	if in, err := p.SignIn(ctx, "Rima", good, Visit{}); err != nil || in.Session == "" {
		t.Errorf("the password: %+v, %v", in, err)
	}
	session = in.Session
	seat := seatOf(t, p, session)
	ch, err = p.OfferPasskey(ctx, x)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.AddPasskey(ctx, seat, ch.Token, d.create(ch.Options), "again", Visit{}); !errors.Is(err, ErrPasskey) {
		t.Errorf("one passkey twice: %v", err)
	}
	if err := p.RemovePasskey(ctx, x, f.Passkeys[0].ID+"x", Visit{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("one that there is not: %v", err)
	}
	if err := p.RemovePasskey(ctx, x, f.Passkeys[0].ID, Visit{}); err != nil {
		t.Fatal(err)
	}
	ch = ask()
	if _, err := p.SignInWithPasskey(ctx, ch.Token, d.get(ch.Options), Visit{}); !errors.Is(err, ErrPasskey) {
		t.Errorf("one that was removed: %v", err)
	}
}

// Nobody answers for another: a passkey made in one account is no use in another.
func TestAnothersPasskey(t *testing.T) {
	p, _ := second(t, isnad.RoleAdmin)
	ctx := t.Context()
	add(t, p, "Rima", isnad.RoleAdmin)
	add(t, p, "Samir", isnad.RoleAdmin)
	in, err := p.SignIn(ctx, "Samir", good, Visit{})
	if err != nil {
		t.Fatal(err)
	}
	theirs := withPasskey(t, p, in.Session, "Samir’s")
	session := enter(t, p)
	own := withPasskey(t, p, session, "Rima’s")

	in, err = p.SignIn(ctx, "Rima", good, Visit{})
	if err != nil || in.Second == "" {
		t.Fatalf("%+v, %v", in, err)
	}
	ch, err := p.AskSecondPasskey(ctx, in.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.SecondPasskey(ctx, in.Second, ch.Token, theirs.get(ch.Options), Visit{}); !errors.Is(err, ErrPasskey) {
		t.Errorf("another's passkey as the second factor: %v", err)
	}
	if ch, err = p.AskSecondPasskey(ctx, in.Second); err != nil {
		t.Fatal(err)
	}
	if _, err := p.SignInWithPasskey(ctx, ch.Token, own.get(ch.Options), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("a challenge for a second factor is answered as a first: %v", err)
	}
	if ch, err = p.AskSecondPasskey(ctx, in.Second); err != nil {
		t.Fatal(err)
	}
	got, err := p.SecondPasskey(ctx, in.Second, ch.Token, own.get(ch.Options), Visit{})
	if err != nil || got.Person.Name != "Rima" {
		t.Fatalf("%+v, %v", got, err)
	}
	// An offer for one person is not taken up by another.
	offer, err := p.OfferPasskey(ctx, got.Person)
	if err != nil {
		t.Fatal(err)
	}
	if in, err = p.SignIn(ctx, "Samir", good, Visit{}); err != nil {
		t.Fatal(err)
	}
	ch, err = p.AskSecondPasskey(ctx, in.Second)
	if err != nil {
		t.Fatal(err)
	}
	if in, err = p.SecondPasskey(ctx, in.Second, ch.Token, theirs.get(ch.Options), Visit{}); err != nil {
		t.Fatal(err)
	}
	d := newDevice(t, site, siteHost)
	if err := p.AddPasskey(ctx, seatOf(t, p, in.Session), offer.Token, d.create(offer.Options), "", Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("another's offer: %v", err)
	}
}

// A role that needs a second factor: without one nothing but adding it; the last
// stays; a session of before the rule ends.
func TestNeeded(t *testing.T) {
	p, c := second(t, isnad.RoleAdmin, isnad.RoleReviewer)
	ctx := t.Context()
	x := add(t, p, "Rima", isnad.RoleAdmin)
	session := enter(t, p)
	if _, err := p.Session(ctx, session); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("without a second factor: %v", err)
	}
	if s := seatOf(t, p, session); !s.Enrol || !s.Fresh {
		t.Errorf("%+v", s)
	}
	withCodes(t, p, c, session)
	if _, err := p.Session(ctx, session); err != nil {
		t.Errorf("once it was added: %v", err)
	}
	if err := p.RemoveCodes(ctx, x, Visit{}); !errors.Is(err, store.ErrLastFactor) {
		t.Errorf("the last one: %v", err)
	}
	withPasskey(t, p, session, "key")
	if err := p.RemoveCodes(ctx, x, Visit{}); err != nil {
		t.Errorf("there is another: %v", err)
	}
	// Where the rule came later, what began with a password alone ends.
	lax := New(p.st)
	lax.now = p.now
	in, err := lax.SignIn(ctx, "Rima", good, Visit{})
	if err != nil || in.Session == "" {
		t.Fatalf("%+v, %v", in, err)
	}
	if _, err := p.Seat(ctx, in.Session); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a session that never showed the second factor: %v", err)
	}
	if _, err := lax.Session(ctx, in.Session); err != nil {
		t.Errorf("where there is no such rule: %v", err)
	}
	c.at = c.at.Add(fresh)
	if s := seatOf(t, p, session); s.Fresh {
		t.Error("a session is fresh for ever")
	}
}

// A reset takes everything away and leaves one link, that works once and sets a
// password for the same person.
func TestReset(t *testing.T) {
	p, c := second(t)
	ctx := t.Context()
	boss := add(t, p, "Boss", isnad.RoleAdmin)
	x := add(t, p, "Rima", isnad.RoleEditor)
	session := enter(t, p)
	key, _ := withCodes(t, p, c, session)
	d := withPasskey(t, p, session, "key")
	in, err := p.SignIn(ctx, "Rima", good, Visit{})
	if err != nil {
		t.Fatal(err)
	}
	token, err := p.Reset(ctx, x, By{Person: boss})
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.Reset(ctx, x, By{Person: boss})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Accept(ctx, token, "", good, Visit{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the link before: %v", err)
	}
	token = again
	if _, err := p.Seat(ctx, session); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the session goes on: %v", err)
	}
	if _, err := p.SignIn(ctx, "Rima", good, Visit{}); !errors.Is(err, ErrWrong) {
		t.Errorf("the old password: %v", err)
	}
	if _, err := p.Second(ctx, in.Second, codeAt(t, key, c.at.Add(time.Minute)), Visit{}); !errors.Is(err, ErrLate) {
		t.Errorf("what waited goes on: %v", err)
	}
	ch, err := p.AskPasskey(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.SignInWithPasskey(ctx, ch.Token, d.get(ch.Options), Visit{}); !errors.Is(err, ErrPasskey) {
		t.Errorf("the old passkey: %v", err)
	}
	if _, _, err := p.Accept(ctx, token, "Another Name", "short", Visit{}); !errors.Is(err, ErrPassword) {
		t.Errorf("a password that will not do: %v", err)
	}
	got, session, err := p.Accept(ctx, token, "Another Name", "another four plain words", Visit{})
	if err != nil || got != x {
		t.Fatalf("%+v, %v", got, err)
	}
	if who, err := p.Session(ctx, session); err != nil || who != x {
		t.Errorf("%+v, %v", who, err)
	}
	if _, _, err := p.Accept(ctx, token, "", "another four plain words", Visit{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("the link works twice: %v", err)
	}
	if f, err := p.Factors(ctx, x); err != nil || f.Second() || f.Recovery != 0 || !f.Password {
		t.Errorf("%+v, %v", f, err)
	}
}

// What happens about accounts is recorded with who did it and from where, and
// nothing of it opens anything.
func TestRecord(t *testing.T) {
	p, c := second(t)
	ctx := t.Context()
	boss := add(t, p, "Boss", isnad.RoleAdmin)
	x := add(t, p, "Rima", isnad.RoleEditor)
	v := Visit{"192.0.2.7", strings.Repeat("Browser ", 100)}
	if _, err := p.SignIn(ctx, "Rima", "not the password", v); !errors.Is(err, ErrWrong) {
		t.Fatal(err)
	}
	if _, err := p.SignIn(ctx, "my password typed as a name", "x", v); !errors.Is(err, ErrWrong) {
		t.Fatal(err)
	}
	session := enter(t, p)
	c.at = c.at.Add(time.Second)
	withCodes(t, p, c, session)
	c.at = c.at.Add(time.Second)
	if err := p.SetRole(ctx, x, isnad.RoleReviewer, By{boss, v}); err != nil {
		t.Fatal(err)
	}
	list, _, err := p.Events(ctx, store.PersonEventQuery{Person: x.ID})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, fmt.Sprintf("%s/%s/%s", e.Kind, e.ByName, e.Detail))
		if len(e.Browser) > 300 {
			t.Errorf("a browser of %d bytes is kept", len(e.Browser))
		}
	}
	if s := strings.Join(got[:2], " "); s != "role/Boss/reviewer codes_added/Rima/" || len(got) != 5 {
		t.Errorf("%q", got)
	}
	all, _, err := p.Events(ctx, store.PersonEventQuery{})
	if err != nil || len(all) != 7 { // two accounts, a name nobody has
		t.Errorf("%d events, %v", len(all), err)
	}
	for _, e := range all {
		if strings.Contains(fmt.Sprint(e), "typed as a name") {
			t.Errorf("what somebody typed is kept: %+v", e)
		}
	}
	// Sign-ins are forgotten in time, changes of accounts stay without addresses.
	c.at = c.at.Add(store.KeepSignIns + time.Hour)
	if _, err := p.SignIn(ctx, "Boss", good, Visit{}); err != nil {
		t.Fatal(err)
	}
	all, _, err = p.Events(ctx, store.PersonEventQuery{})
	if err != nil || len(all) != 5 {
		t.Errorf("%d events, %v", len(all), err)
	}
	for _, e := range all[1:] {
		if e.Kind == store.EventSignIn || e.Kind == store.EventSignInFailed || e.Address != "" || e.Browser != "" {
			t.Errorf("%+v is kept", e)
		}
	}
}

// One's sessions can be seen and ended, one or all others; nobody else's.
func TestEndingSessions(t *testing.T) {
	p, _ := house(t)
	ctx := t.Context()
	x, y := add(t, p, "Rima", isnad.RoleAdmin), add(t, p, "Samir", isnad.RoleAdmin)
	a, b, c := enter(t, p), enter(t, p), enter(t, p)
	list, err := p.Sessions(ctx, x)
	if err != nil || len(list) != 3 || list[0].Address != "192.0.2.7" {
		t.Fatalf("%+v, %v", list, err)
	}
	digest := func(token string) isnad.Hash { return isnad.HashOf([]byte(token)) }
	if err := p.EndSession(ctx, y, digest(a), By{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("another's: %v", err)
	}
	if err := p.EndSession(ctx, x, "", By{}); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("none: %v", err)
	}
	if err := p.EndSession(ctx, x, digest(a), By{Person: x}); err != nil {
		t.Fatal(err)
	}
	if err := p.EndSessions(ctx, x, digest(c), By{Person: x}); err != nil {
		t.Fatal(err)
	}
	for token, want := range map[string]bool{a: false, b: false, c: true} {
		if _, err := p.Session(ctx, token); (err == nil) != want {
			t.Errorf("goes on: %v, want %v", err, want)
		}
	}
}
