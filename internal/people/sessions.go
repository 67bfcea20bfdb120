package people

import (
	"context"
	"fmt"

	"isnad"
	"isnad/internal/store"
)

// Seat is somebody who is signed in, in one browser.
type Seat struct {
	Person  isnad.Person
	Session store.Session
	// Enrol says that their role needs a second factor and they have none: until they add one they may do
	// nothing else.
	Enrol bool
	// Fresh says that they proved who they are a short while ago, as is asked for before what one signs in
	// with is changed.
	Fresh bool
}

// Session returns who a browser's token belongs to; [isnad.ErrNotFound], wrapped,
// when it belongs to nobody, has expired, or to somebody who has to show or add a
// second factor first.
func (p *People) Session(ctx context.Context, token string) (isnad.Person, error) {
	s, err := p.Seat(ctx, token)
	if err == nil && s.Enrol {
		err = fmt.Errorf("reading a session: a second factor is missing: %w", isnad.ErrNotFound)
	}
	if err != nil {
		return isnad.Person{}, err
	}
	return s.Person, nil
}

// Seat is Session for pages on which a second factor is added.
func (p *People) Seat(ctx context.Context, token string) (Seat, error) {
	if token == "" || len(token) > 100 {
		return Seat{}, fmt.Errorf("reading a session: %w", isnad.ErrNotFound)
	}
	now := p.now()
	s, x, err := p.st.Session(ctx, isnad.HashOf([]byte(token)), now)
	if err != nil {
		return Seat{}, err
	}
	seat := Seat{Person: x, Session: s, Fresh: now.Sub(s.Began) < fresh}
	if !s.Strong && p.Needs(x.Role) {
		f, err := p.st.Factors(ctx, x.ID)
		if err != nil {
			return Seat{}, err
		}
		if f.Second() { // it was not asked for when this session began
			return Seat{}, fmt.Errorf("reading a session: the second factor was not shown: %w", isnad.ErrNotFound)
		}
		seat.Enrol = true
	}
	if now.Sub(s.Used) >= every {
		until := now.Add(idle)
		if end := s.Began.Add(whole); end.Before(until) {
			until = end
		}
		if err := p.st.UseSession(ctx, s.Token, now, until); err != nil {
			return Seat{}, err
		}
	}
	return seat, nil
}

// SignOut ends the session of a token, if there is one.
func (p *People) SignOut(ctx context.Context, token string) error {
	if token == "" {
		return nil
	}
	return p.st.EndSession(ctx, isnad.HashOf([]byte(token)))
}

// Sessions lists the sessions of a person, the last used first.
func (p *People) Sessions(ctx context.Context, x isnad.Person) ([]store.Session, error) {
	return p.st.Sessions(ctx, x.ID, p.now())
}

// EndSession ends one session of a person. [isnad.ErrNotFound] when they have no
// such session.
func (p *People) EndSession(ctx context.Context, x isnad.Person, one isnad.Hash, by By) error {
	if !one.Valid() {
		return fmt.Errorf("ending a session: %w", isnad.ErrNotFound)
	}
	n, err := p.st.EndSessions(ctx, x.ID, one, "", p.event(store.EventSessionsEnded, x.ID, by, "one"))
	if err == nil && n == 0 {
		err = fmt.Errorf("ending a session: %w", isnad.ErrNotFound)
	}
	return err
}

// EndSessions ends all sessions of a person but the one to keep, which may be
// empty.
func (p *People) EndSessions(ctx context.Context, x isnad.Person, keep isnad.Hash, by By) error {
	_, err := p.st.EndSessions(ctx, x.ID, "", keep, p.event(store.EventSessionsEnded, x.ID, by, "all"))
	return err
}

// Events lists what happened about accounts, the newest first.
func (p *People) Events(ctx context.Context, q store.PersonEventQuery) ([]store.PersonEvent, string, error) {
	return p.st.PersonEvents(ctx, q)
}

// Factors returns what a person proves who they are with.
func (p *People) Factors(ctx context.Context, x isnad.Person) (store.Factors, error) {
	return p.st.Factors(ctx, x.ID)
}
