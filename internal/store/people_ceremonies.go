package store

import (
	"context"
	"fmt"
	"time"

	"isnad"
)

// Ceremony is what has begun and waits for the browser's answer: a sign-in that
// waits for a second factor, a challenge to a passkey, a way to a provider.
type Ceremony struct {
	Token   isnad.Hash // of what the browser holds
	Kind    string
	Person  string // whose it is; empty where that is not known yet
	Doc     string // what its kind keeps
	Expires time.Time
}

// maxCeremonies bounds what waits: whoever asks can begin as much as they like.
const maxCeremonies = 20_000

// PutCeremony records what has begun at the time given. What has expired goes, and
// where too much waits the oldest.
func (s *Store) PutCeremony(ctx context.Context, p Ceremony, at time.Time) error {
	err := s.write(ctx, func(c *conn) error {
		if !p.Token.Valid() || p.Kind == "" || len(p.Doc) > 100_000 {
			return fmt.Errorf("%w: nothing that can wait", ErrQuery)
		}
		if _, err := c.exec("DELETE FROM ceremonies WHERE expires <= ? OR expires < (SELECT min(k.expires) FROM (SELECT a.expires AS expires FROM ceremonies a ORDER BY a.expires DESC LIMIT ?) k)", micros(at), maxCeremonies); err != nil {
			return err
		}
		_, err := c.exec("INSERT INTO ceremonies (token, kind, person, doc, expires) VALUES (?,?,?,?,?)", string(p.Token), p.Kind, p.Person, p.Doc, micros(p.Expires))
		return err
	})
	if err != nil {
		return fmt.Errorf("recording what has begun: %w", err)
	}
	return nil
}

// Ceremony returns what waits under a token, if it has not expired.
func (s *Store) Ceremony(ctx context.Context, token isnad.Hash, kind string, at time.Time) (p Ceremony, err error) {
	err = s.read(ctx, func(c *conn) (err error) {
		p, err = c.ceremony(token, kind, at)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("reading what has begun: %w", err)
	}
	return p, nil
}

// TakeCeremony is Ceremony that can be had once: of two answers one finds it.
func (s *Store) TakeCeremony(ctx context.Context, token isnad.Hash, kind string, at time.Time) (p Ceremony, err error) {
	err = s.write(ctx, func(c *conn) (err error) {
		if p, err = c.ceremony(token, kind, at); err != nil {
			return err
		}
		return c.useCeremony(token)
	})
	if err != nil {
		return Ceremony{}, fmt.Errorf("taking up what has begun: %w", err)
	}
	return p, nil
}

func (c *conn) ceremony(token isnad.Hash, kind string, at time.Time) (p Ceremony, err error) {
	var expires int64
	found, err := c.one("SELECT token, kind, person, doc, expires FROM ceremonies WHERE token = ? AND kind = ? AND expires > ?",
		[]any{string(token), kind, micros(at)}, &p.Token, &p.Kind, &p.Person, &p.Doc, &expires)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	p.Expires = moment(expires)
	return p, err
}

func (c *conn) useCeremony(token isnad.Hash) error {
	n, err := c.exec("DELETE FROM ceremonies WHERE token = ?", string(token))
	if err == nil && n == 0 {
		err = isnad.ErrNotFound
	}
	return err
}
