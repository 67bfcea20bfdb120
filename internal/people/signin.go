package people

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"isnad"
	"isnad/internal/store"
)

// How sign-ins that fail make a name wait.
const (
	FreeFailures = 5                // in a row that cost nothing
	MaxWait      = 15 * time.Minute // the longest
	forgetAfter  = 24 * time.Hour   // without another failure
)

// How long a session holds, and what has begun.
const (
	idle   = 12 * time.Hour     // without being used
	whole  = 7 * 24 * time.Hour // at most
	every  = 5 * time.Minute    // how often its use is written down
	fresh  = 15 * time.Minute   // since the sign-in, to change what one signs in with
	answer = 10 * time.Minute   // to show a second factor, or come back from a provider
)

// Ways to sign in, as the record has them. A second factor is added with " and ".
const (
	wayPassword = "password"
	wayPasskey  = "passkey"
	wayProvider = "provider"
	wayLink     = "link"
	andCode     = " and code"
	andRecovery = " and recovery code"
	andPasskey  = " and passkey"
)

// ErrWrong says that name and password do not belong together. It does not say
// which of them is wrong.
var ErrWrong = errors.New("name and password do not belong together")

// ErrLate says that what has begun is over: it took too long, or was done already.
var ErrLate = errors.New("it took too long or was done already")

// WaitError says that a name must wait: too many sign-ins failed.
type WaitError struct{ For time.Duration }

func (e *WaitError) Error() string {
	s := int(e.For.Round(time.Second).Seconds())
	switch {
	case s <= 1:
		return "Too many sign-ins failed. Try again in a second."
	case s < 120:
		return fmt.Sprintf("Too many sign-ins failed. Try again in %d seconds.", s)
	}
	return fmt.Sprintf("Too many sign-ins failed. Try again in %d minutes.", (s+59)/60)
}

// subject is what failures of a name are counted under, whether anybody has it or not.
func subject(name string) isnad.Hash { return isnad.HashOf([]byte("name\x00" + Fold(name))) }

// waitAfter is how long a name waits after so many failures in a row.
func waitAfter(failures int) time.Duration {
	n := failures - FreeFailures
	switch {
	case n < 0:
		return 0
	case n > 10:
		return MaxWait
	}
	return min(time.Second<<n, MaxWait)
}

// Entered is how far a sign-in came.
type Entered struct {
	Person  isnad.Person
	Session string // token for the browser; empty while a second factor is waited for
	Second  string // token of the sign-in that waits for one, for [People.Second] and [People.SecondPasskey]
}

// SignIn proves by a password who somebody is and begins a session, or waits for
// a second factor. [ErrWrong] or a [*WaitError] when it does not.
func (p *People) SignIn(ctx context.Context, name, password string, v Visit) (Entered, error) {
	x, secret, err := p.prove(ctx, name, password, v)
	if err != nil {
		return Entered{}, err
	}
	in, err := p.enter(ctx, x, wayPassword, secret, v)
	if errors.Is(err, isnad.ErrNotFound) { // the password was changed this moment
		return Entered{}, ErrWrong
	}
	return in, err
}

// enter begins a session of somebody who has shown one factor, or waits for
// another: where they have codes, and where their role needs two and they have a
// passkey.
func (p *People) enter(ctx context.Context, x isnad.Person, way, secret string, v Visit) (Entered, error) {
	f, err := p.st.Factors(ctx, x.ID)
	if err != nil {
		return Entered{}, err
	}
	if f.Codes == nil && !(p.Needs(x.Role) && f.Second()) {
		token, err := p.begin(ctx, x, way, false, store.Proof{Secret: secret}, v)
		return Entered{Person: x, Session: token}, err
	}
	token, err := p.put(ctx, "second", x.ID, waiting{way, isnad.HashOf([]byte(secret))}, answer)
	return Entered{Person: x, Second: token}, err
}

// waiting is what a sign-in that waits for a second factor remembers.
type waiting struct {
	Way    string     `json:"way"`
	Secret isnad.Hash `json:"secret"` // of the hash of the password that was shown
}

// put records something that has begun.
func (p *People) put(ctx context.Context, kind, person string, doc any, long time.Duration) (string, error) {
	b, err := json.Marshal(doc)
	if err != nil {
		return "", fmt.Errorf("beginning: %w", err)
	}
	token, digest := newToken()
	now := p.now()
	return token, p.st.PutCeremony(ctx, store.Ceremony{Token: digest, Kind: kind, Person: person, Doc: string(b), Expires: now.Add(long)}, now)
}

// take reads what has begun into doc; once says that it cannot be had again. The
// error wraps [ErrLate] when it is not there.
func (p *People) take(ctx context.Context, kind, token string, doc any, once bool) (c store.Ceremony, err error) {
	get := p.st.Ceremony
	if once {
		get = p.st.TakeCeremony
	}
	if len(token) > 100 {
		token = ""
	}
	c, err = get(ctx, isnad.HashOf([]byte(token)), kind, p.now())
	if errors.Is(err, isnad.ErrNotFound) {
		return c, fmt.Errorf("%w: %w", ErrLate, err)
	}
	if err == nil {
		err = json.Unmarshal([]byte(c.Doc), doc)
	}
	return c, err
}

// prove checks a password under the rules of waiting.
func (p *People) prove(ctx context.Context, name, password string, v Visit) (x isnad.Person, secret string, err error) {
	s := subject(name)
	if err := p.attempt(ctx, s); err != nil {
		return x, "", err
	}
	x, secret, err = p.st.PersonNamed(ctx, Fold(name))
	if errors.Is(err, isnad.ErrNotFound) || err == nil && (secret == "" || !x.Removed.IsZero()) {
		x = isnad.Person{}
		secret, err = p.nobody()
	}
	if err != nil {
		return x, "", err
	}
	ok, err := matches(ctx, password, secret)
	if err != nil {
		return x, "", err
	}
	if !ok || x.ID == "" {
		// Also of names that nobody has, so that they take as long.
		return isnad.Person{}, "", p.failed(ctx, ErrWrong, x.ID, wayPassword, v)
	}
	return x, secret, p.st.ForgetFailures(ctx, s)
}

// attempt counts an attempt as failed, before it is looked at; ForgetFailures
// takes that back. A [*WaitError] when it came too early.
func (p *People) attempt(ctx context.Context, s isnad.Hash) error {
	now := p.now()
	left, err := p.st.Attempt(ctx, s, now, now.Add(-forgetAfter), waitAfter)
	if err == nil && left > 0 {
		err = &WaitError{left}
	}
	return err
}

// failed records a sign-in that failed, and returns why; or what kept it from
// being recorded.
func (p *People) failed(ctx context.Context, why error, person, way string, v Visit) error {
	err := p.st.RecordPersonEvent(ctx, store.PersonEvent{Time: p.now(), Kind: store.EventSignInFailed, Person: person, Way: way, Address: v.Address, Browser: v.Browser})
	if err != nil {
		return err
	}
	return why
}

// begin begins a session of somebody who has proved who they are.
func (p *People) begin(ctx context.Context, x isnad.Person, way string, strong bool, proof store.Proof, v Visit) (string, error) {
	token, digest := newToken()
	now := p.now()
	e := p.event(store.EventSignIn, x.ID, By{x, v}, "")
	e.Way = way
	err := p.st.BeginSession(ctx, store.Session{Token: digest, Person: x.ID, Began: now, Used: now, Expires: now.Add(idle), Way: way, Strong: strong, Address: v.Address, Browser: v.Browser}, proof, e)
	if err != nil {
		return "", err
	}
	return token, nil
}
