package store

import (
	"database/sql"
	"errors"
	"fmt"
)

// A held report is passed over as a removed one is: no row stands but its
// readings. But nobody is told that there is one.

// held returns those of the reports that a hold falls on.
func (c *conn) held(reports []string) (map[string]bool, error) {
	out := map[string]bool{}
	err := in(unique(reports), func(list string, args []any) error {
		return c.each(func(row *sql.Rows) error {
			var ref string
			err := row.Scan(&ref)
			out[ref] = true
			return err
		}, "SELECT x.ref FROM measure_refs x JOIN measures m ON m.id = x.measure WHERE m.kind = 'hold' AND m.lifted = 0 AND x.ref IN "+list, args...)
	})
	return out, err
}

// Held returns those of the reports of which nothing is shown before a time.
func (tx *Tx) Held(reports []string) (map[string]bool, error) {
	out, err := tx.held(reports)
	if err != nil {
		return nil, fmt.Errorf("reading which reports are held: %w", err)
	}
	return out, nil
}

// Hold takes away all that was read out of a report, in all its versions, while a
// hold falls on it. Incidents and copies are left to the caller. A report of which
// nothing stands is none of its concern.
func (tx *Tx) Hold(report string) (left Left, err error) {
	err = errors.Join(checkID(report), tx.settle())
	for _, name := range []string{"steps", "reports", "trace", "incidents"} {
		if err == nil {
			err = tx.e.lock(&tx.conn, name, false)
		}
	}
	var seq int64
	var version int
	var source string
	var stands bool
	if err == nil {
		stands, err = tx.one("SELECT seq, version, source_id, source FROM reports WHERE id = ?", []any{report}, &seq, &version, &source, &left.Source)
	}
	if err == nil && stands {
		if err = tx.look(report, &left); err == nil {
			// What the log's entries say of it is a hash of its words.
			if err = tx.EraseEntries(report); err == nil {
				err = tx.takeAway(report, seq, version, source)
			}
		}
	}
	if err != nil {
		return left, fmt.Errorf("holding report %s: %w", report, err)
	}
	return left, nil
}

// Unhide says where a report is read again once a measure no longer falls on it,
// in the order in which the captures were received; nowhere while it is removed.
func (tx *Tx) Unhide(report string) (from []Reread, err error) {
	gone, err := tx.removed([]string{report})
	if err == nil && len(gone) > 0 {
		return nil, nil
	}
	if err == nil {
		from, err = tx.ReadAt(report)
	}
	if err == nil {
		_, err = tx.exec("DELETE FROM readings WHERE report = ? AND version = 0", report)
	}
	if err != nil {
		return nil, fmt.Errorf("showing report %s again: %w", report, err)
	}
	return from, nil
}

// withHeld adds to the removed those that are held: both are passed over.
func (tx *Tx) withHeld(ids []string, removed map[string]Removal) error {
	held, err := tx.held(ids)
	for id := range held {
		if _, gone := removed[id]; !gone {
			removed[id] = Removal{Report: id}
		}
	}
	return err
}
