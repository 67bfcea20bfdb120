package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// MailWish is that a person of the desk wishes to be written to about what happens
// in cases.
type MailWish struct {
	Person  string // ID
	Address string
	Told    time.Time // up to when they were told what happened
	Sent    time.Time // when they were last written to; zero for never
}

// SetMailWish says where a person of the desk is written to about what happens from
// a time on; an empty address is nowhere.
func (s *Store) SetMailWish(ctx context.Context, person, address string, from time.Time) error {
	err := s.write(ctx, func(c *conn) error {
		if address == "" {
			_, err := c.exec("DELETE FROM mail_wishes WHERE person = ?", safe(person))
			return err
		}
		_, err := c.exec(`INSERT INTO mail_wishes (person, address, told, sent) VALUES (?,?,?,0)
			ON CONFLICT (person) DO UPDATE SET address = excluded.address`, safe(person), clean(address), micros(from))
		return err
	})
	if err != nil {
		return fmt.Errorf("writing where somebody wishes letters: %w", err)
	}
	return nil
}

// MailWishes lists the wishes of those who have an account.
func (s *Store) MailWishes(ctx context.Context) (list []MailWish, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var w MailWish
			var told, sent int64
			err := row.Scan(&w.Person, &w.Address, &told, &sent)
			w.Told, w.Sent = moment(told), moment(sent)
			list = append(list, w)
			return err
		}, "SELECT w.person, w.address, w.told, w.sent FROM mail_wishes w JOIN people p ON p.id = w.person WHERE p.removed = 0 ORDER BY w.person LIMIT 10000")
	})
	if err != nil {
		return nil, fmt.Errorf("reading who wishes letters: %w", err)
	}
	return list, nil
}

// TellMailWish records that a person is told of what happened up to a time, and when
// they are written to. It is false where another process told them since w was read.
func (tx *Tx) TellMailWish(w MailWish, told, sent time.Time) (bool, error) {
	n, err := tx.exec("UPDATE mail_wishes SET told = ?, sent = ? WHERE person = ? AND told = ? AND sent = ?", micros(told), micros(sent), w.Person, micros(w.Told), micros(w.Sent))
	if err != nil {
		return false, fmt.Errorf("recording who was told: %w", err)
	}
	return n == 1, nil
}

// CaseNews is one thing that happened in a case, for people at the desk.
type CaseNews struct {
	Case    string // ID
	Number  int64
	Of      isnad.CaseKind
	Kind    isnad.CaseActKind // empty: what was due is overdue
	Time    time.Time
	Person  string // ID of who did it, of the desk
	Handler string // ID of whom the case is given to
	Due     time.Time
}

// mostNews bounds what is listed at once.
const mostNews = 500

// CaseNews lists what others did in cases after from and until to that a person of
// the desk is told, and what became overdue then: at most 500 of each, the oldest,
// with how many things there are in all. Nobody is told what they did themselves. Of
// a case that was given to another who wishes letters too that one alone is told, but
// for an appeal, which another is to decide.
func (s *Store) CaseNews(ctx context.Context, person string, from, to time.Time) (list []CaseNews, total int, err error) {
	all := 0 // of the query that is read
	scan := func(row *sql.Rows) error {
		var n CaseNews
		var at, due int64
		err := row.Scan(&n.Case, &n.Number, &n.Of, &n.Handler, &due, &n.Kind, &at, &n.Person, &all)
		n.Time, n.Due = moment(at), moment(due)
		list = append(list, n)
		return err
	}
	const theirs = "(c.handler = '' OR c.handler = ? OR NOT EXISTS (SELECT 1 FROM mail_wishes w JOIN people p ON p.id = w.person WHERE w.person = c.handler AND p.removed = 0))"
	err = s.read(ctx, func(c *conn) error {
		err := c.each(scan, `SELECT c.id, c.number, c.kind, c.handler, c.due, a.kind, a.time, a.person, count(*) OVER () FROM case_acts a JOIN cases c ON c.id = a.case_id
			WHERE a.time > ? AND a.time <= ? AND a.kind IN ('open', 'answer', 'add', 'withdraw', 'appeal', 'action_filed') AND a.person <> ? AND (a.kind = 'appeal' OR `+theirs+`)
			ORDER BY a.time, c.number LIMIT ?`, micros(from), micros(to), safe(person), safe(person), mostNews)
		if err != nil {
			return err
		}
		total, all = all, 0
		err = c.each(scan, `SELECT c.id, c.number, c.kind, c.handler, c.due, '', c.due, '', count(*) OVER () FROM cases c
			WHERE c.due > ? AND c.due <= ? AND c.state NOT IN ('waiting', 'carried_out', 'closed') AND `+theirs+`
			ORDER BY c.due, c.number LIMIT ?`, micros(from), micros(to), safe(person), mostNews)
		total += all
		return err
	})
	if err != nil {
		return nil, 0, fmt.Errorf("listing what happened in cases: %w", err)
	}
	return list, total, nil
}
