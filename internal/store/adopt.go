package store

import (
	"context"
	"database/sql"
	"fmt"

	"isnad"
)

// adopted is what an entry says of those that stand in the log while the database
// was restored from before them.
type adopted struct {
	From int64      `json:"from"` // place of the first
	To   int64      `json:"to"`   // of the one behind the last
	Lost int64      `json:"lost"` // how many of them have no content here
	Root isnad.Hash `json:"root"` // of the tree of the first To entries
}

// Adoption is a run of entries that stand in the log and not in the database.
type Adoption struct {
	From, To int64
	Root     isnad.Hash // of the tree of the first To entries
}

// logAbout is what entries about the log itself are about.
const logAbout = "log"

// AdoptEntries takes in entries as they stand in the log: kind, time and digest at
// their Index. Those that wait here with the same digest get their place; the others
// have no content. That this was done is entered in its turn, in the same
// transaction. It returns how many had waited. It is to be called under HoldLog.
func (s *Store) AdoptEntries(ctx context.Context, a Adoption, each func(func([]isnad.Entry) error) error) (found int64, err error) {
	err = s.Begin(ctx, func(tx *Tx) error {
		if err := tx.e.lock(&tx.conn, "entries", false); err != nil {
			return err
		}
		var next int64
		if _, err := tx.one("SELECT coalesce(max(place), -1) + 1 FROM entries", nil, &next); err != nil {
			return err
		}
		if next != a.From {
			return fmt.Errorf("the database knows of %d entries by now, not of %d: %w", next, a.From, isnad.ErrConflict)
		}
		waiting, err := tx.waitingEntries()
		if err != nil {
			return err
		}
		found = 0
		err = each(func(list []isnad.Entry) error {
			n, err := tx.adopt(list, waiting)
			found += n
			return err
		})
		if err != nil {
			return err
		}
		return tx.Enter(isnad.EntryAdoption, logAbout, adopted{a.From, a.To, a.To - a.From - found, a.Root})
	})
	if err != nil {
		return 0, fmt.Errorf("taking in entries of the log: %w", err)
	}
	return found, nil
}

// waitingEntries is the seq of each entry that has no place, by its digest.
func (tx *Tx) waitingEntries() (map[isnad.Hash]int64, error) {
	out := map[isnad.Hash]int64{}
	err := tx.each(func(row *sql.Rows) error {
		var seq int64
		var digest isnad.Hash
		err := row.Scan(&seq, &digest)
		out[digest] = seq
		return err
	}, "SELECT seq, digest FROM entries WHERE place IS NULL")
	return out, err
}

func (tx *Tx) adopt(list []isnad.Entry, waiting map[isnad.Hash]int64) (found int64, err error) {
	var rows [][]any
	for i := range list {
		e := &list[i]
		seq, known := waiting[e.Digest]
		if !known {
			rows = append(rows, []any{e.Index, string(e.Kind), "", micros(e.Time), string(e.Digest), "", ""})
			continue
		}
		n, err := tx.exec("UPDATE entries SET place = ? WHERE seq = ? AND place IS NULL AND kind = ? AND time = ?", e.Index, seq, string(e.Kind), micros(e.Time))
		if err == nil && n != 1 {
			err = fmt.Errorf("entry %d of the log has the digest of another one", e.Index)
		}
		if err != nil {
			return found, err
		}
		found++
	}
	return found, tx.insert("INSERT INTO entries (place, kind, about, time, digest, salt, statement)", rows, "")
}
