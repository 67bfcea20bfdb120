package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"isnad"
)

// Errors of people, returned wrapped.
var (
	// ErrNameTaken says that somebody has, or had, an account under that name.
	ErrNameTaken = errors.New("the name is taken")
	// ErrLastAdmin says that nobody would be left who says who has an account.
	ErrLastAdmin = errors.New("there would be no admin left")
	// ErrNotNobody says that a link for the first admin came too late.
	ErrNotNobody = errors.New("there are people already")
)

const personColumns = "p.id, p.name, p.role, p.added, p.removed"

func scanPerson(row *sql.Rows, more ...any) (isnad.Person, error) {
	var p isnad.Person
	var added, removed int64
	err := row.Scan(append([]any{&p.ID, &p.Name, &p.Role, &added, &removed}, more...)...)
	p.Added, p.Removed = moment(added), moment(removed)
	return p, err
}

// moment is the time that micros wrote, zero for none.
func moment(micros int64) time.Time {
	if micros == 0 {
		return time.Time{}
	}
	return time.UnixMicro(micros).UTC()
}

// AddPerson records a person with the hash of their password. folded is the name
// as names are compared: no two people share it, those removed included. Here as
// below events are written in the same transaction.
func (s *Store) AddPerson(ctx context.Context, p isnad.Person, folded, secret string, events ...PersonEvent) error {
	err := s.write(ctx, func(c *conn) error {
		if err := c.addPerson(p, folded, secret); err != nil {
			return err
		}
		return c.record(events)
	})
	if err != nil {
		return fmt.Errorf("adding %q: %w", p.Name, err)
	}
	return nil
}

func (c *conn) addPerson(p isnad.Person, folded, secret string) error {
	if err := checkID(p.ID); err != nil {
		return err
	}
	if !p.Role.Valid() {
		return fmt.Errorf("%w: %.40q is no role", ErrQuery, p.Role)
	}
	if clean(p.Name) != p.Name || p.Name == "" || folded == "" || len(p.Name) > 400 || len(folded) > 800 {
		return fmt.Errorf("%w: that is no name", ErrQuery)
	}
	n, err := c.exec(`INSERT INTO people (id, name, folded, role, added, removed, secret) VALUES (?,?,?,?,?,0,?) ON CONFLICT (folded) DO NOTHING`,
		p.ID, p.Name, folded, string(p.Role), micros(p.Added), secret)
	if err == nil && n == 0 {
		err = ErrNameTaken
	}
	return err
}

// People returns everybody who has or had an account, in the order they were added.
func (s *Store) People(ctx context.Context) (people []isnad.Person, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			p, err := scanPerson(row)
			people = append(people, p)
			return err
		}, "SELECT "+personColumns+" FROM people p ORDER BY p.added, p.id LIMIT 10000")
	})
	if err != nil {
		return nil, fmt.Errorf("listing people: %w", err)
	}
	return people, nil
}

// Person returns one person, who may have been removed.
func (s *Store) Person(ctx context.Context, id string) (isnad.Person, error) {
	p, _, err := s.person(ctx, "p.id = ?", id)
	return p, err
}

// PersonNamed returns the person of a folded name and the hash of their password.
func (s *Store) PersonNamed(ctx context.Context, folded string) (p isnad.Person, secret string, err error) {
	return s.person(ctx, "p.folded = ?", folded)
}

// Secret returns the hash of a person's password.
func (s *Store) Secret(ctx context.Context, id string) (string, error) {
	_, secret, err := s.person(ctx, "p.id = ?", id)
	return secret, err
}

func (s *Store) person(ctx context.Context, where, value string) (p isnad.Person, secret string, err error) {
	err = s.read(ctx, func(c *conn) error {
		found := false
		err := c.each(func(row *sql.Rows) error {
			found = true
			p, err = scanPerson(row, &secret)
			return err
		}, "SELECT "+personColumns+", p.secret FROM people p WHERE "+where, clean(value))
		if err == nil && !found {
			err = isnad.ErrNotFound
		}
		return err
	})
	if err != nil {
		return p, "", fmt.Errorf("reading a person: %w", err)
	}
	return p, secret, nil
}

// SetSecret gives a person another password and ends all their sessions.
func (s *Store) SetSecret(ctx context.Context, id, secret string, events ...PersonEvent) error {
	return s.changePerson(ctx, "changing the password", id, func(c *conn, _ isnad.Person) error {
		if _, err := c.exec("UPDATE people SET secret = ? WHERE id = ?", secret, id); err != nil {
			return err
		}
		return c.record(events)
	})
}

// SetRole gives a person another role and ends all their sessions. The last admin
// keeps theirs: [ErrLastAdmin].
func (s *Store) SetRole(ctx context.Context, id string, role isnad.Role, events ...PersonEvent) error {
	if !role.Valid() {
		return fmt.Errorf("changing the role: %w: %.40q is no role", ErrQuery, role)
	}
	return s.changePerson(ctx, "changing the role", id, func(c *conn, p isnad.Person) error {
		if p.Role == isnad.RoleAdmin && role != isnad.RoleAdmin {
			if err := c.otherAdmin(id); err != nil {
				return err
			}
		}
		if _, err := c.exec("UPDATE people SET role = ? WHERE id = ?", string(role), id); err != nil {
			return err
		}
		return c.record(events)
	})
}

// RemovePerson ends an account with all its sessions at the time given. The
// person and their name stay, since acts name them. The last admin stays too.
func (s *Store) RemovePerson(ctx context.Context, id string, at time.Time, events ...PersonEvent) error {
	return s.changePerson(ctx, "removing a person", id, func(c *conn, p isnad.Person) error {
		if p.Role == isnad.RoleAdmin {
			if err := c.otherAdmin(id); err != nil {
				return err
			}
		}
		if err := c.dropFactors(p.ID); err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM mail_wishes WHERE person = ?", p.ID); err != nil {
			return err
		}
		if _, err := c.exec("UPDATE people SET removed = ?, secret = '' WHERE id = ?", micros(at), id); err != nil {
			return err
		}
		return c.record(events)
	})
}

// otherAdmin fails when id is the only admin.
func (c *conn) otherAdmin(id string) error {
	var n int
	if _, err := c.one("SELECT count(*) FROM people WHERE role = ? AND removed = 0 AND id <> ?", []any{string(isnad.RoleAdmin), id}, &n); err != nil {
		return err
	}
	if n == 0 {
		return ErrLastAdmin
	}
	return nil
}

// changePerson changes somebody who has an account. Changes of people wait for
// each other, so that two admins do not remove one another.
func (s *Store) changePerson(ctx context.Context, what, id string, change func(c *conn, p isnad.Person) error) error {
	err := s.write(ctx, func(c *conn) error {
		if err := c.e.lock(c, "people", false); err != nil {
			return err
		}
		found := false
		var p isnad.Person
		err := c.each(func(row *sql.Rows) (err error) {
			found = true
			p, err = scanPerson(row)
			return err
		}, "SELECT "+personColumns+" FROM people p WHERE p.id = ? AND p.removed = 0", clean(id))
		if err != nil {
			return err
		}
		if !found {
			return isnad.ErrNotFound
		}
		if err := change(c, p); err != nil {
			return err
		}
		_, err = c.exec("DELETE FROM sessions WHERE person = ?", p.ID)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
