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
	Way     string // how it was begun: password, passkey, …
	Strong  bool   // two factors were shown
	Address string // from where it was begun
	Browser string // what it says it is
}

// Proof is what a session begins with. It is used up in the same transaction:
// where one of its parts was changed or used meanwhile there is no session, and
// the error wraps [isnad.ErrNotFound].
type Proof struct {
	Secret   string     // hash of the person's password when they proved who they are; empty when they had none
	Passkey  *Passkey   // that was shown, as it is now: Used and Doc are written
	Step     int64      // of the one-time code that was shown; 0 for none
	Recovery isnad.Hash // of the recovery code that was shown
	Ceremony isnad.Hash // of the sign-in that waited for a second factor
}

// BeginSession records a session. Sessions that have expired go.
func (s *Store) BeginSession(ctx context.Context, x Session, proof Proof, events ...PersonEvent) error {
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
		if err := c.useProof(x, proof); err != nil {
			return err
		}
		n, err := c.exec(`INSERT INTO sessions (token, person, began, used, expires, way, strong, address, browser)
			SELECT CAST(? AS TEXT), p.id, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS INTEGER), CAST(? AS TEXT), CAST(? AS TEXT)
			FROM people p WHERE p.id = ? AND p.secret = ? AND p.removed = 0`,
			string(x.Token), micros(x.Began), micros(x.Used), micros(x.Expires), bounded(x.Way), bit(x.Strong), bounded(x.Address), bounded(x.Browser), x.Person, proof.Secret)
		if err != nil {
			return err
		}
		if n == 0 {
			return isnad.ErrNotFound
		}
		return c.record(events)
	})
	if err != nil {
		return fmt.Errorf("beginning a session: %w", err)
	}
	return nil
}

func (c *conn) useProof(x Session, proof Proof) error {
	used := func(n int64, err error) error {
		if err == nil && n == 0 {
			err = isnad.ErrNotFound
		}
		return err
	}
	if k := proof.Passkey; k != nil {
		if err := used(c.exec("UPDATE passkeys SET used = ?, doc = ? WHERE id = ? AND person = ?", micros(x.Began), k.Doc, k.ID, x.Person)); err != nil {
			return err
		}
	}
	if proof.Step != 0 {
		if err := used(c.exec("UPDATE code_keys SET step = ? WHERE person = ? AND step < ?", proof.Step, x.Person, proof.Step)); err != nil {
			return err
		}
	}
	if proof.Recovery != "" {
		if err := used(c.exec("DELETE FROM recovery_codes WHERE person = ? AND code = ?", x.Person, string(proof.Recovery))); err != nil {
			return err
		}
	}
	if proof.Ceremony != "" {
		return c.useCeremony(proof.Ceremony)
	}
	return nil
}

const sessionColumns = "s.token, s.began, s.used, s.expires, s.way, s.strong, s.address, s.browser"

// Session returns a session that has not expired, and whose it is.
func (s *Store) Session(ctx context.Context, token isnad.Hash, at time.Time) (x Session, p isnad.Person, err error) {
	err = s.read(ctx, func(c *conn) error {
		found := false
		err := c.each(func(row *sql.Rows) (err error) {
			found = true
			x, p, err = scanSession(row)
			return err
		}, "SELECT "+personColumns+", "+sessionColumns+" FROM sessions s JOIN people p ON p.id = s.person WHERE s.token = ? AND s.expires > ? AND p.removed = 0",
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

func scanSession(row *sql.Rows) (x Session, p isnad.Person, err error) {
	var began, used, expires int64
	var strong int
	p, err = scanPerson(row, &x.Token, &began, &used, &expires, &x.Way, &strong, &x.Address, &x.Browser)
	x.Person, x.Began, x.Used, x.Expires, x.Strong = p.ID, moment(began), moment(used), moment(expires), strong == 1
	return x, p, err
}

// Sessions lists those of a person that have not expired, the last used first.
func (s *Store) Sessions(ctx context.Context, person string, at time.Time) (list []Session, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			x, _, err := scanSession(row)
			list = append(list, x)
			return err
		}, "SELECT "+personColumns+", "+sessionColumns+" FROM sessions s JOIN people p ON p.id = s.person WHERE s.person = ? AND s.expires > ? ORDER BY s.used DESC, s.token LIMIT 500",
			clean(person), micros(at))
	})
	if err != nil {
		return nil, fmt.Errorf("listing sessions: %w", err)
	}
	return list, nil
}

// EndSessions ends sessions of a person and returns how many: the one given, or
// where it is empty all but the one to keep.
func (s *Store) EndSessions(ctx context.Context, person string, one, keep isnad.Hash, events ...PersonEvent) (n int64, err error) {
	err = s.write(ctx, func(c *conn) error {
		query, arg := "DELETE FROM sessions WHERE person = ? AND token <> ?", string(keep)
		if one != "" {
			query, arg = "DELETE FROM sessions WHERE person = ? AND token = ?", string(one)
		}
		if n, err = c.exec(query, clean(person), clean(arg)); err != nil || n == 0 {
			return err
		}
		return c.record(events)
	})
	if err != nil {
		return 0, fmt.Errorf("ending sessions: %w", err)
	}
	return n, nil
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
