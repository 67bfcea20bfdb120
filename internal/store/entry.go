package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"isnad"
)

// Entries are an outbox: a row is written in the transaction of what it vouches
// for, and the writer of the log (package ledger) numbers it and puts it into the
// log afterwards. So nothing is logged that did not happen, and nothing that
// happened stays out of the log.

const (
	saltBytes         = 32
	maxStatementBytes = 64 << 10
)

// Enter has it stand in the log that this happened. about is the ID of what the
// entry vouches for: of a capture, a report, a case, a notice, an act. statement is
// what is vouched for, anything that json.Marshal takes: IDs, numbers, times and
// hashes, but never content and no names of people. It is kept here as canonical JSON (keys in order,
// no spaces) beside a salt; the log gets the kind, the time and the SHA-256 of
// both only. The entry stands together with the transaction, or not at all.
func (tx *Tx) Enter(kind isnad.EntryKind, about string, statement any) error {
	e, err := newEntry(kind, about, statement, time.Now())
	if err != nil {
		return fmt.Errorf("entering %s of %.40q into the log: %w", kind, about, err)
	}
	tx.entries = append(tx.entries, e)
	return nil
}

func newEntry(kind isnad.EntryKind, about string, statement any, at time.Time) (isnad.Entry, error) {
	e := isnad.Entry{Index: -1, Kind: kind, Time: at.UTC().Truncate(time.Microsecond), About: about, Salt: make([]byte, saltBytes)}
	if !slices.Contains(isnad.EntryKinds(), kind) {
		return e, fmt.Errorf("%w: that is no kind of entry", ErrQuery)
	}
	if err := checkID(about); err != nil {
		return e, err
	}
	var err error
	if e.Statement, err = canonical(statement); err != nil {
		return e, err
	}
	if len(e.Statement) > maxStatementBytes {
		return e, fmt.Errorf("its statement has %d bytes: %w", len(e.Statement), isnad.ErrTooLarge)
	}
	if _, err := rand.Read(e.Salt); err != nil {
		return e, fmt.Errorf("drawing a salt: %w", err)
	}
	e.Digest = digestOf(e.Salt, e.Statement)
	return e, nil
}

// digestOf is what the log holds of a statement.
func digestOf(salt []byte, statement string) isnad.Hash {
	h := sha256.New()
	h.Write(salt)
	h.Write([]byte(statement))
	return isnad.Hash(hex.EncodeToString(h.Sum(nil)))
}

// canonical is JSON that two programs write alike: keys sorted, no spaces, nothing
// escaped that need not be.
func canonical(v any) (string, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return "", err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber() // a float64 would change large numbers
	var plain any
	if err := d.Decode(&plain); err != nil {
		return "", err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(plain); err != nil {
		return "", err
	}
	return clean(string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))), nil
}

// flushEntries writes what Enter gathered, in its order.
func (tx *Tx) flushEntries() error {
	if len(tx.entries) == 0 {
		return nil
	}
	rows := make([][]any, len(tx.entries))
	for i, e := range tx.entries {
		rows[i] = []any{string(e.Kind), e.About, micros(e.Time), string(e.Digest), hex.EncodeToString(e.Salt), e.Statement}
	}
	tx.entries = nil
	if err := tx.insert("INSERT INTO entries (kind, about, time, digest, salt, statement)", rows, ""); err != nil {
		return fmt.Errorf("entering into the log: %w", err)
	}
	return nil
}

// forgotten is what an entry says of earlier ones whose statements were emptied.
type forgotten struct {
	Digests []isnad.Hash `json:"digests"` // as they stand in the log
}

// maxForgotten is how many entries one entry names: 67 bytes each.
const maxForgotten = 500

// EraseEntries forgets salt and statement of all entries about these IDs. Their
// digests stay in the log, where nobody can tell any more what they vouch for,
// not even by guessing. That they were forgotten is entered in its turn, by their
// digests: an entry that is empty and that no later one names was emptied by
// somebody else. For an erasure, within its transaction.
func (tx *Tx) EraseEntries(about ...string) error {
	err := tx.flushEntries()
	if err == nil {
		err = in(about, func(list string, args []any) error { return tx.eraseEntries(list, args) })
	}
	if err != nil {
		return fmt.Errorf("erasing what entries of the log say: %w", err)
	}
	return nil
}

// eraseEntriesOf is EraseEntries of one kind.
func (tx *Tx) eraseEntriesOf(kind isnad.EntryKind, about string) error {
	if err := tx.flushEntries(); err != nil {
		return err
	}
	return tx.eraseEntries("(?) AND e.kind = ?", []any{about, string(kind)})
}

// eraseEntries empties the entries about a list of IDs, with whatever condition
// follows it.
func (tx *Tx) eraseEntries(list string, args []any) error {
	var all forgotten
	var first string
	where := " FROM entries e WHERE e.statement <> '' AND e.kind NOT IN ('forgetting', 'adoption') AND e.about IN " + list
	err := tx.each(func(row *sql.Rows) error {
		var about string
		var digest isnad.Hash
		err := row.Scan(&about, &digest)
		all.Digests = append(all.Digests, digest)
		if first == "" {
			first = about
		}
		return err
	}, "SELECT e.about, e.digest"+where+" ORDER BY e.seq", args...)
	if err != nil || len(all.Digests) == 0 {
		return err
	}
	if _, err := tx.exec("UPDATE entries SET salt = '', statement = '' WHERE seq IN (SELECT e.seq"+where+")", args...); err != nil {
		return err
	}
	for part := range slices.Chunk(all.Digests, maxForgotten) {
		if err := tx.Enter(isnad.EntryForgetting, first, forgotten{part}); err != nil {
			return err
		}
	}
	return nil
}

const entryColumns = "e.place, e.kind, e.about, e.time, e.digest, e.salt, e.statement"

func scanEntry(row *sql.Rows, more ...any) (isnad.Entry, error) {
	var e isnad.Entry
	var place sql.NullInt64
	var at int64
	var salt string
	err := row.Scan(append([]any{&place, &e.Kind, &e.About, &at, &e.Digest, &salt, &e.Statement}, more...)...)
	if err != nil {
		return e, err
	}
	e.Index = -1
	if place.Valid {
		e.Index = place.Int64
	}
	e.Time = moment(at)
	if salt != "" {
		if e.Salt, err = hex.DecodeString(salt); err != nil {
			return e, errors.Join(fmt.Errorf("the salt of an entry about %s cannot be read", e.About), err)
		}
	}
	return e, nil
}

// EntriesOf returns the entries about an ID in the order in which they were
// written; those that still wait for the log have index -1.
func (tx *Tx) EntriesOf(about string) ([]isnad.Entry, error) {
	err := tx.flushEntries()
	var out []isnad.Entry
	if err == nil {
		out, err = tx.conn.entriesOf(about)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the entries about %q: %w", about, err)
	}
	return out, nil
}

func (c *conn) entriesOf(about string) (out []isnad.Entry, err error) {
	err = c.each(func(row *sql.Rows) error {
		e, err := scanEntry(row)
		out = append(out, e)
		return err
	}, "SELECT "+entryColumns+" FROM entries e WHERE e.about = ? ORDER BY e.seq", safe(about))
	return out, err
}
