package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"isnad"
)

// Errors of what proves who somebody is, returned wrapped.
var (
	// ErrLastFactor says that a second factor is asked for and none would be left.
	ErrLastFactor = errors.New("there would be no second factor left")
	// ErrLastWay says that nothing would be left to sign in with.
	ErrLastWay = errors.New("there would be no way left to sign in")
	// ErrTooMany says that somebody has as many passkeys as one may have.
	ErrTooMany = errors.New("there are too many")
	// ErrLoginTaken says that somebody has an account with that login already.
	ErrLoginTaken = errors.New("the login belongs to an account")
)

// MaxPasskeys is how many passkeys one person may have.
const MaxPasskeys = 20

// Passkey is a credential that a device of a person holds.
type Passkey struct {
	ID     string // of the credential, in base64url
	Person string
	Name   string // as the person calls the device
	Added  time.Time
	Used   time.Time // zero when never
	Doc    string    // the credential as JSON
}

// CodeKey is the key of an app that shows one-time codes.
type CodeKey struct {
	Person string
	Key    string // base32
	Step   int64  // of the last code that was taken
	Added  time.Time
}

// Login is who a person is at a provider of sign-ins.
type Login struct {
	Issuer, Subject string
	Person          string
	Name            string // as the provider calls them
	Added           time.Time
}

// Factors is all that somebody can prove with who they are.
type Factors struct {
	Password bool
	Passkeys []Passkey // in the order they were added
	Codes    *CodeKey  // nil for none
	Recovery int       // recovery codes that are left
	Logins   []Login
}

// Second tells whether there is a second factor.
func (f Factors) Second() bool { return len(f.Passkeys) > 0 || f.Codes != nil }

// Factors returns what a person can prove with who they are.
func (s *Store) Factors(ctx context.Context, person string) (f Factors, err error) {
	err = s.read(ctx, func(c *conn) (err error) {
		f, err = c.factors(clean(person))
		return err
	})
	if err != nil {
		return f, fmt.Errorf("reading what proves who somebody is: %w", err)
	}
	return f, nil
}

func (c *conn) factors(person string) (f Factors, err error) {
	var secret string
	if _, err := c.one("SELECT secret FROM people WHERE id = ?", []any{person}, &secret); err != nil {
		return f, err
	}
	f.Password = secret != ""
	err = c.each(func(row *sql.Rows) error {
		k, err := scanPasskey(row)
		f.Passkeys = append(f.Passkeys, k)
		return err
	}, "SELECT id, person, name, added, used, doc FROM passkeys WHERE person = ? ORDER BY added, id", person)
	if err != nil {
		return f, err
	}
	var k CodeKey
	var added int64
	found, err := c.one("SELECT person, code_key, step, added FROM code_keys WHERE person = ?", []any{person}, &k.Person, &k.Key, &k.Step, &added)
	if err != nil {
		return f, err
	}
	if found {
		k.Added = moment(added)
		f.Codes = &k
	}
	if _, err := c.one("SELECT count(*) FROM recovery_codes WHERE person = ?", []any{person}, &f.Recovery); err != nil {
		return f, err
	}
	return f, c.each(func(row *sql.Rows) error {
		var l Login
		var added int64
		err := row.Scan(&l.Issuer, &l.Subject, &l.Person, &l.Name, &added)
		l.Added = moment(added)
		f.Logins = append(f.Logins, l)
		return err
	}, "SELECT issuer, subject, person, name, added FROM logins WHERE person = ? ORDER BY added, subject", person)
}

func scanPasskey(row *sql.Rows) (k Passkey, err error) {
	var added, used int64
	err = row.Scan(&k.ID, &k.Person, &k.Name, &added, &used, &k.Doc)
	k.Added, k.Used = moment(added), moment(used)
	return k, err
}

// Login returns whose login at a provider it is.
func (s *Store) Login(ctx context.Context, issuer, subject string) (p isnad.Person, err error) {
	err = s.read(ctx, func(c *conn) error {
		found := false
		err := c.each(func(row *sql.Rows) (err error) {
			found = true
			p, err = scanPerson(row)
			return err
		}, "SELECT "+personColumns+" FROM logins l JOIN people p ON p.id = l.person WHERE l.issuer = ? AND l.subject = ? AND p.removed = 0", clean(issuer), clean(subject))
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return p, fmt.Errorf("looking for a login: %w", err)
	}
	return p, nil
}

// AddPasskey gives a person another passkey. session is the one that it is done
// in, which counts as one of two factors from now on; [isnad.ErrNotFound] when it
// has ended.
func (s *Store) AddPasskey(ctx context.Context, k Passkey, session isnad.Hash, events ...PersonEvent) error {
	return s.change(ctx, "adding a passkey", func(c *conn) error {
		if k.ID == "" || len(k.ID) > 2000 || len(k.Doc) > 100_000 {
			return fmt.Errorf("%w: no passkey", ErrQuery)
		}
		if err := c.strengthen(session, k.Person); err != nil {
			return err
		}
		var n int
		if _, err := c.one("SELECT count(*) FROM passkeys WHERE person = ?", []any{k.Person}, &n); err != nil {
			return err
		}
		if n >= MaxPasskeys {
			return ErrTooMany
		}
		done, err := c.exec("INSERT INTO passkeys (id, person, name, added, used, doc) VALUES (?,?,?,?,0,?) ON CONFLICT (id) DO NOTHING", k.ID, k.Person, bounded(k.Name), micros(k.Added), k.Doc)
		if err == nil && done == 0 {
			err = isnad.ErrConflict
		}
		if err != nil {
			return err
		}
		return c.record(events)
	})
}

// strengthen makes a session one of two factors.
func (c *conn) strengthen(session isnad.Hash, person string) error {
	n, err := c.exec("UPDATE sessions SET strong = 1 WHERE token = ? AND person = ?", string(session), person)
	if err == nil && n == 0 {
		err = isnad.ErrNotFound
	}
	return err
}

// RemovePasskey takes a passkey from its person. needed says that a second factor
// is asked for: [ErrLastFactor] when it is the last; [ErrLastWay] when nothing
// would be left to sign in with.
func (s *Store) RemovePasskey(ctx context.Context, person, id string, needed bool, events ...PersonEvent) error {
	return s.remove(ctx, "removing a passkey", person, needed, events, "DELETE FROM passkeys WHERE person = ? AND id = ?", clean(person), clean(id))
}

// SetCodes gives a person a key for one-time codes, in place of the one before,
// and recovery codes, of which only the hashes are handed in. step is that of the
// code that proved that their app has the key. session as for AddPasskey.
func (s *Store) SetCodes(ctx context.Context, k CodeKey, recovery []isnad.Hash, session isnad.Hash, events ...PersonEvent) error {
	return s.change(ctx, "setting up one-time codes", func(c *conn) error {
		if err := c.strengthen(session, k.Person); err != nil {
			return err
		}
		if _, err := c.exec(`INSERT INTO code_keys (person, code_key, step, added) VALUES (?,?,?,?)
			ON CONFLICT (person) DO UPDATE SET code_key = excluded.code_key, step = excluded.step, added = excluded.added`, k.Person, k.Key, k.Step, micros(k.Added)); err != nil {
			return err
		}
		if err := c.putRecovery(k.Person, recovery); err != nil {
			return err
		}
		return c.record(events)
	})
}

func (c *conn) putRecovery(person string, codes []isnad.Hash) error {
	if _, err := c.exec("DELETE FROM recovery_codes WHERE person = ?", person); err != nil {
		return err
	}
	for _, h := range codes {
		if _, err := c.exec("INSERT INTO recovery_codes (person, code) VALUES (?,?)", person, string(h)); err != nil {
			return err
		}
	}
	return nil
}

// SetRecovery gives a person other recovery codes in place of those before.
func (s *Store) SetRecovery(ctx context.Context, person string, codes []isnad.Hash, events ...PersonEvent) error {
	return s.change(ctx, "making recovery codes", func(c *conn) error {
		if err := c.putRecovery(person, codes); err != nil {
			return err
		}
		return c.record(events)
	})
}

// RemoveCodes takes the key for one-time codes from a person; errors as for
// RemovePasskey.
func (s *Store) RemoveCodes(ctx context.Context, person string, needed bool, events ...PersonEvent) error {
	return s.remove(ctx, "removing one-time codes", person, needed, events, "DELETE FROM code_keys WHERE person = ?", clean(person))
}

// AddLogin ties a login at a provider to its person. [ErrLoginTaken] when it is
// tied to somebody.
func (s *Store) AddLogin(ctx context.Context, l Login, events ...PersonEvent) error {
	return s.change(ctx, "adding a login", func(c *conn) error {
		if err := c.addLogin(l); err != nil {
			return err
		}
		return c.record(events)
	})
}

func (c *conn) addLogin(l Login) error {
	if l.Issuer == "" || l.Subject == "" || len(l.Issuer)+len(l.Subject) > 2000 || clean(l.Subject) != l.Subject {
		return fmt.Errorf("%w: no login", ErrQuery)
	}
	n, err := c.exec("INSERT INTO logins (issuer, subject, person, name, added) VALUES (?,?,?,?,?) ON CONFLICT (issuer, subject) DO NOTHING",
		l.Issuer, l.Subject, l.Person, bounded(l.Name), micros(l.Added))
	if err == nil && n == 0 {
		err = ErrLoginTaken
	}
	return err
}

// AddPersonWith is [Store.AddPerson] for somebody who has a login and no password.
func (s *Store) AddPersonWith(ctx context.Context, p isnad.Person, folded string, l Login, events ...PersonEvent) error {
	return s.change(ctx, "adding a person with a login", func(c *conn) error {
		if err := c.addPerson(p, folded, ""); err != nil {
			return err
		}
		if err := c.addLogin(l); err != nil {
			return err
		}
		return c.record(events)
	})
}

// RemoveLogin unties a login; errors as for RemovePasskey.
func (s *Store) RemoveLogin(ctx context.Context, person, issuer, subject string, events ...PersonEvent) error {
	return s.remove(ctx, "removing a login", person, false, events, "DELETE FROM logins WHERE person = ? AND issuer = ? AND subject = ?", clean(person), clean(issuer), clean(subject))
}

// change writes under the lock of people, so that what proves who somebody is does
// not change beside itself.
func (s *Store) change(ctx context.Context, what string, fn func(c *conn) error) error {
	err := s.write(ctx, func(c *conn) error {
		if err := c.e.lock(c, "people", false); err != nil {
			return err
		}
		return fn(c)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// remove deletes one thing that proves who somebody is, and looks at what is left.
func (s *Store) remove(ctx context.Context, what, person string, needed bool, events []PersonEvent, query string, args ...any) error {
	return s.change(ctx, what, func(c *conn) error {
		n, err := c.exec(query, args...)
		if err != nil {
			return err
		}
		if n == 0 {
			return isnad.ErrNotFound
		}
		left, err := c.factors(clean(person))
		switch {
		case err != nil:
			return err
		case needed && !left.Second():
			return ErrLastFactor
		case !left.Password && len(left.Passkeys) == 0 && len(left.Logins) == 0:
			return ErrLastWay
		}
		if !left.Second() { // they would stand in for nothing
			if err := c.putRecovery(clean(person), nil); err != nil {
				return err
			}
		}
		return c.record(events)
	})
}

// ResetPerson takes away all that proves who somebody is, the password too, ends
// their sessions and records a link that sets a new password.
func (s *Store) ResetPerson(ctx context.Context, person string, i Invitation, events ...PersonEvent) error {
	return s.changePerson(ctx, "resetting a person", person, func(c *conn, p isnad.Person) error {
		if err := c.dropFactors(p.ID); err != nil {
			return err
		}
		if _, err := c.exec("UPDATE people SET secret = '' WHERE id = ?", p.ID); err != nil {
			return err
		}
		i.Person, i.Role, i.Founder = p.ID, p.Role, false
		if err := c.putInvitation(i); err != nil {
			return err
		}
		return c.record(events)
	})
}

// dropFactors removes all that proves who somebody is except the password, links
// for them, and what of theirs has begun.
func (c *conn) dropFactors(person string) error {
	for _, q := range []string{
		"DELETE FROM passkeys WHERE person = ?", "DELETE FROM code_keys WHERE person = ?", "DELETE FROM recovery_codes WHERE person = ?",
		"DELETE FROM logins WHERE person = ?", "DELETE FROM invitations WHERE person = ?", "DELETE FROM ceremonies WHERE person = ?",
	} {
		if _, err := c.exec(q, person); err != nil {
			return err
		}
	}
	return nil
}
