package people

import (
	"context"
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

// How long a session holds.
const (
	idle  = 12 * time.Hour     // without being used
	whole = 7 * 24 * time.Hour // at most
	every = 5 * time.Minute    // how often its use is written down
)

// ErrWrong says that name and password do not belong together. It does not say
// which of them is wrong.
var ErrWrong = errors.New("name and password do not belong together")

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

// SignIn proves by a password who somebody is and begins a session: the token is
// for their browser. [ErrWrong] or a [*WaitError] when it does not.
func (p *People) SignIn(ctx context.Context, name, password string) (x isnad.Person, token string, err error) {
	x, secret, err := p.prove(ctx, name, password)
	if err != nil {
		return isnad.Person{}, "", err
	}
	token, err = p.begin(ctx, x, secret)
	if errors.Is(err, isnad.ErrNotFound) { // the password was changed this moment
		return isnad.Person{}, "", ErrWrong
	}
	return x, token, err
}

// prove checks a password under the rules of waiting.
func (p *People) prove(ctx context.Context, name, password string) (x isnad.Person, secret string, err error) {
	now := p.now()
	s := subject(name)
	// Counted as failed before the password is checked, and forgotten after.
	left, err := p.st.Attempt(ctx, s, now, now.Add(-forgetAfter), waitAfter)
	if err != nil {
		return x, "", err
	}
	if left > 0 {
		return x, "", &WaitError{left}
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
		return isnad.Person{}, "", ErrWrong
	}
	return x, secret, p.st.ForgetFailures(ctx, s)
}

// begin begins a session of somebody who has proved who they are. secret is the
// hash it was proved against.
func (p *People) begin(ctx context.Context, x isnad.Person, secret string) (string, error) {
	token, digest := newToken()
	now := p.now()
	err := p.st.AddSession(ctx, store.Session{Token: digest, Person: x.ID, Began: now, Used: now, Expires: now.Add(idle)}, secret)
	if err != nil {
		return "", err
	}
	return token, nil
}

// Session returns who a browser's token belongs to; [isnad.ErrNotFound], wrapped,
// when it belongs to nobody or has expired.
func (p *People) Session(ctx context.Context, token string) (isnad.Person, error) {
	if token == "" || len(token) > 100 {
		return isnad.Person{}, fmt.Errorf("reading a session: %w", isnad.ErrNotFound)
	}
	now := p.now()
	s, x, err := p.st.Session(ctx, isnad.HashOf([]byte(token)), now)
	if err != nil {
		return isnad.Person{}, err
	}
	if now.Sub(s.Used) >= every {
		until := now.Add(idle)
		if end := s.Began.Add(whole); end.Before(until) {
			until = end
		}
		if err := p.st.UseSession(ctx, s.Token, now, until); err != nil {
			return isnad.Person{}, err
		}
	}
	return x, nil
}

// SignOut ends the session of a token, if there is one.
func (p *People) SignOut(ctx context.Context, token string) error {
	if token == "" {
		return nil
	}
	return p.st.EndSession(ctx, isnad.HashOf([]byte(token)))
}
