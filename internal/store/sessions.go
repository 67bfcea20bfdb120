package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// Session is one browser in which a person is signed in.
type Session struct {
	Token   isnad.Hash // of the token that the browser holds
	Person  string
	Began   time.Time
	Used    time.Time // last seen, as far as it was recorded
	Expires time.Time
}

// AddSession records a session. secret is the hash that the password was checked
// against: when it changed meanwhile, or the person was removed, there is no
// session and the error wraps [isnad.ErrNotFound]. Sessions that have expired go.
func (s *Store) AddSession(ctx context.Context, x Session, secret string) error {
	err := s.write(ctx, func(c *conn) error {
		if !x.Token.Valid() {
			return fmt.Errorf("%w: a session without token", ErrQuery)
		}
		if err := c.e.lock(c, "people", true); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM sessions WHERE expires <= ?", micros(x.Began)); err != nil {
			return err
		}
		n, err := c.exec(`INSERT INTO sessions (token, person, began, used, expires)
			SELECT CAST(? AS TEXT), p.id, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT) FROM people p WHERE p.id = ? AND p.secret = ? AND p.removed = 0`,
			string(x.Token), micros(x.Began), micros(x.Used), micros(x.Expires), x.Person, secret)
		if err == nil && n == 0 {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	return nil
}

// Session returns a session that has not expired, and whose it is.
func (s *Store) Session(ctx context.Context, token isnad.Hash, at time.Time) (x Session, p isnad.Person, err error) {
	err = s.read(ctx, func(c *conn) error {
		found := false
		err := c.each(func(row *sql.Rows) (err error) {
			var began, used, expires int64
			found = true
			p, err = scanPerson(row, &x.Token, &began, &used, &expires)
			x.Person, x.Began, x.Used, x.Expires = p.ID, moment(began), moment(used), moment(expires)
			return err
		}, "SELECT "+personColumns+", s.token, s.began, s.used, s.expires FROM sessions s JOIN people p ON p.id = s.person WHERE s.token = ? AND s.expires > ? AND p.removed = 0",
			string(token), micros(at))
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return x, p, fmt.Errorf("reading a session: %w", err)
	}
	return x, p, nil
}

// UseSession records that a session was used and until when it holds now.
func (s *Store) UseSession(ctx context.Context, token isnad.Hash, used, expires time.Time) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("UPDATE sessions SET used = ?, expires = ? WHERE token = ?", micros(used), micros(expires), string(token))
		return err
	})
	if err != nil {
		return fmt.Errorf("going on with a session: %w", err)
	}
	return nil
}

// EndSession ends a session; one that is not there is ended already.
func (s *Store) EndSession(ctx context.Context, token isnad.Hash) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("DELETE FROM sessions WHERE token = ?", string(token))
		return err
	})
	if err != nil {
		return fmt.Errorf("ending a session: %w", err)
	}
	return nil
}

// maxSubjects bounds the table of attempts: names that do not exist are counted
// too, and whoever tries can make up as many as they like.
const maxSubjects = 50_000

// Attempt counts an attempt of a subject, the hash of whatever is counted, as
// failed until [Store.ForgetFailures] says otherwise. When the wait that wait
// gives for the failures so far is not over, nothing is counted and left is what
// is left of it. One attempt is counted after the other, so that many at once
// find no gap. Subjects that last failed before forget are forgotten.
func (s *Store) Attempt(ctx context.Context, subject isnad.Hash, at, forget time.Time, wait func(failures int) time.Duration) (left time.Duration, err error) {
	err = s.write(ctx, func(c *conn) error {
		if !subject.Valid() {
			return fmt.Errorf("%w: no subject", ErrQuery)
		}
		if err := c.e.lock(c, "attempts", false); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM attempts WHERE last < ? OR last < (SELECT min(k.last) FROM (SELECT a.last AS last FROM attempts a ORDER BY a.last DESC LIMIT ?) k)", micros(forget), maxSubjects); err != nil {
			return err
		}
		var n int
		var last int64
		if _, err := c.one("SELECT failures, last FROM attempts WHERE subject = ?", []any{string(subject)}, &n, &last); err != nil {
			return err
		}
		if left = moment(last).Add(wait(n)).Sub(at); n > 0 && left > 0 {
			return nil
		}
		left = 0
		_, err := c.exec(`INSERT INTO attempts (subject, failures, last) VALUES (?,1,?)
			ON CONFLICT (subject) DO UPDATE SET failures = attempts.failures + 1, last = excluded.last`, string(subject), micros(at))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting an attempt: %w", err)
	}
	return left, nil
}

// ForgetFailures begins the count of a subject anew.
func (s *Store) ForgetFailures(ctx context.Context, subject isnad.Hash) error {
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("DELETE FROM attempts WHERE subject = ?", string(subject))
		return err
	})
	if err != nil {
		return fmt.Errorf("forgetting failures: %w", err)
	}
	return nil
}
