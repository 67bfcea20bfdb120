package store

import (
	"context"
	"fmt"
	"time"

	"isnad"
)

// Invitation is a link that lets whoever has it make one account, or set a new
// password for one that there is.
type Invitation struct {
	Token   isnad.Hash // of what stands in the link
	Role    isnad.Role
	Founder bool   // for the first admin: works only while there is nobody
	Person  string // ID of the person who sets a new password with it; empty for a new account
	Inviter string // ID of a person; empty for the program
	Expires time.Time
}

// PutInvitation records a link. One for the first admin takes the place of those
// before it, and is refused with [ErrNotNobody] once there is somebody.
func (s *Store) PutInvitation(ctx context.Context, i Invitation, events ...PersonEvent) error {
	err := s.write(ctx, func(c *conn) error {
		if i.Founder {
			if err := c.nobody(); err != nil {
				return err
			}
			if _, err := c.exec("DELETE FROM invitations WHERE founder = 1"); err != nil {
				return err
			}
		}
		if err := c.putInvitation(i); err != nil {
			return err
		}
		return c.record(events)
	})
	if err != nil {
		return fmt.Errorf("recording an invitation: %w", err)
	}
	return nil
}

func (c *conn) putInvitation(i Invitation) error {
	if !i.Token.Valid() || !i.Role.Valid() {
		return fmt.Errorf("%w: an invitation without token or role", ErrQuery)
	}
	_, err := c.exec("INSERT INTO invitations (token, role, founder, person, inviter, expires) VALUES (?,?,?,?,?,?)",
		string(i.Token), string(i.Role), bit(i.Founder), i.Person, i.Inviter, micros(i.Expires))
	return err
}

// nobody fails when there are people, and keeps it so until the transaction ends.
func (c *conn) nobody() error {
	if err := c.e.lock(c, "people", false); err != nil {
		return err
	}
	var n int
	if _, err := c.one("SELECT count(*) FROM people", nil, &n); err != nil {
		return err
	}
	if n > 0 {
		return ErrNotNobody
	}
	return nil
}

// Invitation returns a link that still works at the time given.
func (s *Store) Invitation(ctx context.Context, token isnad.Hash, at time.Time) (i Invitation, err error) {
	err = s.read(ctx, func(c *conn) (err error) {
		i, err = c.invitation(token, at)
		return err
	})
	if err != nil {
		return i, fmt.Errorf("reading an invitation: %w", err)
	}
	return i, nil
}

func (c *conn) invitation(token isnad.Hash, at time.Time) (i Invitation, err error) {
	var expires int64
	var founder int
	found, err := c.one(`SELECT i.token, i.role, i.founder, i.person, i.inviter, i.expires FROM invitations i
		WHERE i.token = ? AND i.expires > ? AND (i.founder = 0 OR NOT EXISTS (SELECT 1 FROM people))`,
		[]any{string(token), micros(at)}, &i.Token, &i.Role, &founder, &i.Person, &i.Inviter, &expires)
	if err == nil && !found {
		err = isnad.ErrNotFound
	}
	i.Founder, i.Expires = founder == 1, moment(expires)
	return i, err
}

// useInvitation returns a link that works and uses it up.
func (c *conn) useInvitation(token isnad.Hash, at time.Time) (Invitation, error) {
	i, err := c.invitation(token, at)
	if err == nil {
		_, err = c.exec("DELETE FROM invitations WHERE token = ? OR expires <= ?", string(token), micros(at))
	}
	return i, err
}

// AcceptInvitation uses up a link and adds the person, whose role is the link's.
func (s *Store) AcceptInvitation(ctx context.Context, token isnad.Hash, p isnad.Person, folded, secret string, at time.Time, events ...PersonEvent) (isnad.Person, error) {
	err := s.write(ctx, func(c *conn) error {
		if err := c.e.lock(c, "people", false); err != nil {
			return err
		}
		i, err := c.useInvitation(token, at)
		if err != nil {
			return err
		}
		if i.Person != "" {
			return isnad.ErrNotFound
		}
		p.Role = i.Role
		if err := c.addPerson(p, folded, secret); err != nil {
			return err
		}
		for n := range events {
			events[n].Detail = string(i.Role)
		}
		return c.record(events)
	})
	if err != nil {
		return p, fmt.Errorf("accepting an invitation: %w", err)
	}
	return p, nil
}

// AcceptReset uses up a link that was made for a person and sets their password.
func (s *Store) AcceptReset(ctx context.Context, token isnad.Hash, person, secret string, at time.Time, events ...PersonEvent) error {
	return s.changePerson(ctx, "setting a password by a link", person, func(c *conn, p isnad.Person) error {
		i, err := c.useInvitation(token, at)
		if err != nil {
			return err
		}
		if i.Person != p.ID {
			return isnad.ErrNotFound
		}
		if _, err := c.exec("UPDATE people SET secret = ? WHERE id = ?", secret, p.ID); err != nil {
			return err
		}
		return c.record(events)
	})
}
