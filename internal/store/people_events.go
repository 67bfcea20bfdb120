package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// PersonEventKind is what happened about an account.
type PersonEventKind string

const (
	EventSignIn       PersonEventKind = "sign_in"
	EventSignInFailed PersonEventKind = "sign_in_failed" // a wrong password, code or passkey; Person is empty where nobody has the name

	EventAdded          PersonEventKind = "added"   // an account was made
	EventInvited        PersonEventKind = "invited" // a link was made; Detail is the role
	EventRemoved        PersonEventKind = "removed"
	EventRole           PersonEventKind = "role" // Detail is the new one
	EventPassword       PersonEventKind = "password"
	EventReset          PersonEventKind = "reset" // all that proves who they are was taken away, and a link made
	EventPasskeyAdded   PersonEventKind = "passkey_added"
	EventPasskeyRemoved PersonEventKind = "passkey_removed"
	EventCodesAdded     PersonEventKind = "codes_added"
	EventCodesRemoved   PersonEventKind = "codes_removed"
	EventRecoveryCodes  PersonEventKind = "recovery_codes" // new ones took the place of those before
	EventLoginAdded     PersonEventKind = "login_added"
	EventLoginRemoved   PersonEventKind = "login_removed"
	EventSessionsEnded  PersonEventKind = "sessions_ended"
)

// KeepSignIns is how long sign-ins are kept, and the addresses and browsers of all
// other events.
const KeepSignIns = 90 * 24 * time.Hour

// maxNobodys is how many failed sign-ins with names that nobody has are kept.
const maxNobodys = 1000

// PersonEvent is one line of the record of accounts. It is written in the same
// transaction as what it tells of.
type PersonEvent struct {
	ID      string
	Time    time.Time
	Kind    PersonEventKind
	Person  string // ID of whom it is about; empty for an invitation, and for a name that nobody has
	Name    string // what they are called now; not written
	By      string // ID of who did it; empty for who runs the program
	ByName  string // what they are called now; not written
	Way     string // how somebody signed in: password, password and code, passkey, …
	Detail  string // a role, the name of a passkey, what was wrong
	Address string // from where
	Browser string // what it says it is
}

// record writes events, and forgets what is older than is kept.
func (c *conn) record(events []PersonEvent) error {
	for _, e := range events {
		b := make([]byte, 10)
		if _, err := rand.Read(b); err != nil {
			return fmt.Errorf("drawing an ID: %w", err)
		}
		if e.Kind == "" || e.Time.IsZero() {
			return fmt.Errorf("%w: an event without kind or time", ErrQuery)
		}
		if _, err := c.exec("INSERT INTO person_events (id, happened, kind, person, doer, way, detail, address, browser) VALUES (?,?,?,?,?,?,?,?,?)",
			hex.EncodeToString(b), micros(e.Time), string(e.Kind), e.Person, e.By, bounded(e.Way), bounded(e.Detail), bounded(e.Address), bounded(e.Browser)); err != nil {
			return err
		}
		if _, err := c.forgetSignIns(e.Time.Add(-KeepSignIns)); err != nil {
			return err
		}
		if e.Person == "" && e.Kind == EventSignInFailed { // whoever tries can make up as many names as they like
			if _, err := c.exec(`DELETE FROM person_events WHERE person = '' AND kind = ? AND happened <
				(SELECT min(k.happened) FROM (SELECT a.happened AS happened FROM person_events a WHERE a.person = '' AND a.kind = ? ORDER BY a.happened DESC LIMIT ?) k)`,
				string(EventSignInFailed), string(EventSignInFailed), maxNobodys); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *conn) forgetSignIns(before time.Time) (gone int64, err error) {
	if gone, err = c.exec("DELETE FROM person_events WHERE happened < ? AND kind IN (?,?)", micros(before), string(EventSignIn), string(EventSignInFailed)); err != nil {
		return 0, err
	}
	_, err = c.exec("UPDATE person_events SET address = '', browser = '' WHERE happened < ? AND (address <> '' OR browser <> '')", micros(before))
	return gone, err
}

// bounded is text of the outside as it may stand in a row: at most 300 characters.
func bounded(s string) string {
	s = clean(s)
	n := 0
	for i := range s {
		if n == 300 {
			return s[:i]
		}
		n++
	}
	return s
}

// RecordPersonEvent writes an event that goes with no change of the database.
func (s *Store) RecordPersonEvent(ctx context.Context, e PersonEvent) error {
	if err := s.write(ctx, func(c *conn) error { return c.record([]PersonEvent{e}) }); err != nil {
		return fmt.Errorf("recording what happened about an account: %w", err)
	}
	return nil
}

// PersonEventQuery says which events are wanted.
type PersonEventQuery struct {
	Person string // about them, or done by them
	SignIn bool   // sign-ins only
	Limit  int    // 100 when 0, at most 500
	After  string // next of the page before
}

// PersonEvents lists events, the newest first. next is for the page after, empty
// on the last.
func (s *Store) PersonEvents(ctx context.Context, q PersonEventQuery) (list []PersonEvent, next string, err error) {
	if q.Limit <= 0 || q.Limit > 500 {
		q.Limit = 100
	}
	var where []string
	var args []any
	if q.Person != "" {
		where, args = append(where, "(e.person = ? OR e.doer = ?)"), append(args, clean(q.Person), clean(q.Person))
	}
	if q.SignIn {
		where, args = append(where, "e.kind IN (?,?)"), append(args, string(EventSignIn), string(EventSignInFailed))
	}
	if q.After != "" {
		var at int64
		var id string
		if n, err := fmt.Sscanf(clean(q.After), "%d.%s", &at, &id); n != 2 || err != nil || len(q.After) > 60 {
			return nil, "", fmt.Errorf("listing events: %w: no such page", ErrQuery)
		}
		where, args = append(where, "(e.happened < ? OR e.happened = ? AND e.id < ?)"), append(args, at, at, id)
	}
	query := `SELECT e.id, e.happened, e.kind, e.person, COALESCE(p.name, ''), e.doer, COALESCE(b.name, ''), e.way, e.detail, e.address, e.browser
		FROM person_events e LEFT JOIN people p ON p.id = e.person LEFT JOIN people b ON b.id = e.doer`
	if len(where) > 0 {
		query += " WHERE " + strings.Join(where, " AND ")
	}
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var e PersonEvent
			var at int64
			if err := row.Scan(&e.ID, &at, &e.Kind, &e.Person, &e.Name, &e.By, &e.ByName, &e.Way, &e.Detail, &e.Address, &e.Browser); err != nil {
				return err
			}
			e.Time = moment(at)
			list = append(list, e)
			return nil
		}, query+" ORDER BY e.happened DESC, e.id DESC LIMIT ?", append(args, q.Limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("listing what happened about accounts: %w", err)
	}
	if len(list) > q.Limit {
		list = list[:q.Limit]
		last := list[q.Limit-1]
		next = fmt.Sprintf("%d.%s", micros(last.Time), last.ID)
	}
	return list, next, nil
}
