package store

import (
	"context"
	"database/sql"
	"fmt"

	"isnad"
)

// HandedFile is a file that somebody handed in about a report.
type HandedFile struct {
	isnad.Evidence
	Case  string // ID of the case it was handed in with
	Offer string // ID of the submission it was handed in with
}

// maxHanded bounds the files that are listed about one report.
const maxHanded = 500

// FilesAbout returns the files that were handed in with cases about a report or its
// claims, and with the submissions that became it: what may show its words where no
// search of text finds them. Files that were destroyed are left out.
func (s *Store) FilesAbout(ctx context.Context, report string) (list []HandedFile, err error) {
	err = s.read(ctx, func(c *conn) error {
		list, err = c.filesAbout(safe(report))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for files about report %.40q: %w", report, err)
	}
	return list, nil
}

// FilesAbout is as Store.FilesAbout within the transaction.
func (tx *Tx) FilesAbout(report string) ([]HandedFile, error) {
	list, err := tx.filesAbout(safe(report))
	if err != nil {
		return nil, fmt.Errorf("looking for files about report %.40q: %w", report, err)
	}
	return list, nil
}

func (c *conn) filesAbout(report string) (list []HandedFile, err error) {
	var cases []isnad.Case
	err = c.each(func(row *sql.Rows) error {
		x, err := scanCase(row)
		cases = append(cases, x)
		return err
	}, "SELECT doc FROM cases WHERE report = ? OR about = ? ORDER BY number", report, report)
	var all []HandedFile
	for i := range cases {
		x := &cases[i]
		if err == nil {
			x.Acts, err = c.caseActs(x.ID)
		}
		given := x.Form.Evidence
		for _, a := range x.Acts {
			given = append(given[:len(given):len(given)], a.Evidence...)
		}
		for _, f := range given {
			all = append(all, HandedFile{Evidence: f, Case: x.ID})
		}
	}
	var from map[string]bool
	if err == nil {
		from, err = c.capturesRead(report)
	}
	if err == nil {
		err = c.each(func(row *sql.Rows) error {
			o, err := scanOffer(row)
			if from[o.Capture] {
				for _, f := range o.Files {
					all = append(all, HandedFile{Evidence: f, Offer: o.ID})
				}
			}
			return err
		}, "SELECT doc FROM offers WHERE state = ? ORDER BY number", string(isnad.OfferAccepted))
	}
	seen := map[string]bool{}
	for _, x := range all {
		if err != nil || len(list) == maxHanded {
			break
		}
		if x.Capture == "" || seen[x.Capture] {
			continue
		}
		seen[x.Capture] = true
		var one int
		var cut bool
		if cut, err = c.one("SELECT 1 FROM cuts WHERE sha256 = ? LIMIT 1", []any{string(x.SHA256)}, &one); err == nil && !cut {
			list = append(list, x)
		}
	}
	return list, err
}

// capturesRead is the captures that a report was read out of, also once it is removed.
func (c *conn) capturesRead(report string) (from map[string]bool, err error) {
	from = map[string]bool{}
	err = c.each(func(row *sql.Rows) error {
		var id string
		err := row.Scan(&id)
		from[id] = true
		return err
	}, "SELECT DISTINCT capture FROM readings WHERE report = ?", report)
	return from, err
}
