package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"isnad"
)

// MostOld bounds what OldCases and OldOffers return at once.
const MostOld = 1000

// OldCases returns the IDs of cases that are closed, in which nothing happened
// since a time, and of which it is still known who opened them; at most [MostOld].
func (s *Store) OldCases(ctx context.Context, before time.Time) (ids []string, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var id string
			err := row.Scan(&id)
			ids = append(ids, id)
			return err
		}, `SELECT c.id FROM cases c WHERE c.state = ? AND c.forgotten = 0 AND c.decided < ?
			AND NOT EXISTS (SELECT 1 FROM case_acts a WHERE a.case_id = c.id AND a.time >= ?) ORDER BY c.number LIMIT ?`,
			string(isnad.CaseClosed), micros(before), micros(before), MostOld)
	})
	if err != nil {
		return nil, fmt.Errorf("looking for cases that are long closed: %w", err)
	}
	return ids, nil
}

// ForgetCase records a case without who opened it, with those of its acts that
// changed, and takes away its secret addresses and letters that wait. What the log
// says of its form is forgotten, with rulings what it says of its decisions too; an
// entry says so.
func (tx *Tx) ForgetCase(c *isnad.Case, acts []int, rulings bool) error {
	err := tx.PutCase(c)
	for _, n := range acts {
		if err == nil {
			err = tx.RewriteCaseAct(c.ID, &c.Acts[n-1])
		}
	}
	if err == nil {
		_, err = tx.exec("UPDATE cases SET forgotten = ?, once = '', secret = '' WHERE id = ?", micros(c.Forgotten), c.ID)
	}
	if err == nil {
		_, err = tx.exec("DELETE FROM case_tokens WHERE case_id = ?", c.ID)
	}
	if err == nil {
		err = tx.DropMail(c.ID)
	}
	kinds := []isnad.EntryKind{isnad.EntryCase}
	if rulings {
		kinds = append(kinds, isnad.EntryDecision)
	}
	for _, k := range kinds {
		if err == nil {
			err = tx.eraseEntriesOf(k, c.ID)
		}
	}
	if err != nil {
		return fmt.Errorf("forgetting who opened case %s: %w", c.ID, err)
	}
	return nil
}

// ForgetSignIns deletes sessions and links that have expired, and sign-ins that are
// longer ago than [KeepSignIns]; it returns how many sessions and sign-ins went. They
// also go whenever somebody signs in.
func (s *Store) ForgetSignIns(ctx context.Context, now time.Time) (sessions, signIns int, err error) {
	err = s.write(ctx, func(c *conn) error {
		if err := c.e.lock(c, "people", true); err != nil {
			return err
		}
		n, err := c.exec("DELETE FROM sessions WHERE expires <= ?", micros(now))
		if err != nil {
			return err
		}
		if _, err := c.exec("DELETE FROM ceremonies WHERE expires <= ?", micros(now)); err != nil {
			return err
		}
		gone, err := c.forgetSignIns(now.Add(-KeepSignIns))
		sessions, signIns = int(n), int(gone)
		return err
	})
	if err != nil {
		return 0, 0, fmt.Errorf("forgetting sign-ins: %w", err)
	}
	return sessions, signIns, nil
}

// CountAccesses is how many accesses are from before a time.
func (s *Store) CountAccesses(ctx context.Context, before time.Time) (n int, err error) {
	return s.countBefore(ctx, "SELECT count(*) FROM accesses WHERE time < ? AND number < (SELECT max(number) FROM accesses)", before)
}

// CountSignIns is how many sessions have expired and how many sign-ins are too long ago.
func (s *Store) CountSignIns(ctx context.Context, now time.Time) (sessions, signIns int, err error) {
	if sessions, err = s.countBefore(ctx, "SELECT count(*) FROM sessions WHERE expires <= ?", now); err != nil {
		return 0, 0, err
	}
	signIns, err = s.countBefore(ctx, "SELECT count(*) FROM person_events WHERE happened < ? AND kind IN ('"+string(EventSignIn)+"','"+string(EventSignInFailed)+"')", now.Add(-KeepSignIns))
	return sessions, signIns, err
}

func (s *Store) countBefore(ctx context.Context, query string, before time.Time) (n int, err error) {
	err = s.read(ctx, func(c *conn) error {
		_, err := c.one(query, []any{micros(before)}, &n)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("counting what would be forgotten: %w", err)
	}
	return n, nil
}
