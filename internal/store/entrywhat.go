package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"isnad"
)

// What entries about captures, versions and acts say. Field names are part of the
// format that docs/log.md describes: strangers compare hashes with what they have.

type captured struct {
	Capture string     `json:"capture"`
	SHA256  isnad.Hash `json:"sha256"` // of the bytes
	Size    int64      `json:"size"`
	Record  isnad.Hash `json:"record"` // of the JSON that says when and from where they came
}

func captureStatement(c *isnad.Capture, doc string) captured {
	return captured{c.ID, c.SHA256, c.Size, isnad.HashOf([]byte(doc + "\n" + clean(c.Place)))}
}

// versioned names a version; title and text are the SHA-256 of theirs in UTF-8.
type versioned struct {
	Report  string     `json:"report"`
	Version int        `json:"version"`
	Capture string     `json:"capture"`
	Title   isnad.Hash `json:"title_sha256"`
	Text    isnad.Hash `json:"text_sha256"`
}

func versionStatement(report string, version int, capture, title, text string) versioned {
	return versioned{report, version, capture, isnad.HashOf([]byte(title)), isnad.HashOf([]byte(text))}
}

type acted struct {
	Act    string     `json:"act"`
	Record isnad.Hash `json:"record"` // of the JSON of the act and of its claims, a line feed after each
}

func actStatement(id string, docs []string) acted {
	all := ""
	for _, d := range docs {
		all += d + "\n"
	}
	return acted{id, isnad.HashOf([]byte(all))}
}

// enter has the versions that were written stand in the log, but those of the same
// words that stand there: reports are read again when rules change.
func (b *reportBatch) enter() error {
	var again []string
	for _, id := range b.order {
		if b.again[id] {
			again = append(again, id)
		}
	}
	said := map[string]bool{}
	if len(again) > 0 {
		if err := b.tx.flushEntries(); err != nil {
			return err
		}
	}
	err := in(again, func(list string, args []any) error {
		return b.tx.each(func(row *sql.Rows) error {
			var s string
			err := row.Scan(&s)
			said[s] = true
			return err
		}, "SELECT statement FROM entries WHERE kind = 'version' AND about IN "+list, args...)
	})
	if err != nil {
		return err
	}
	for _, row := range b.versions {
		id := row[0].(string)
		v := versionStatement(id, row[1].(int), row[2].(string), row[7].(string), row[8].(string))
		if b.again[id] {
			text, err := canonical(v)
			if err != nil {
				return err
			}
			if said[text] {
				continue
			}
		}
		if err := b.tx.Enter(isnad.EntryVersion, id, v); err != nil {
			return err
		}
	}
	return nil
}

// EnterMissing enters captures, versions and acts that came before there was a
// log, and returns how many. It is to be called before the log is first written.
func (s *Store) EnterMissing(ctx context.Context) (int, error) {
	const most = 500
	total := 0
	for {
		n := 0
		err := s.Begin(ctx, func(tx *Tx) error {
			if err := tx.e.lock(&tx.conn, "entries", false); err != nil {
				return err
			}
			n = 0
			err := tx.each(func(row *sql.Rows) error {
				var doc, place string
				if err := row.Scan(&doc, &place); err != nil {
					return err
				}
				c, err := readCapture(doc, place)
				if err != nil {
					return err
				}
				n++
				return tx.Enter(isnad.EntryCapture, c.ID, captureStatement(&c, doc))
			}, "SELECT c.doc, c.place FROM captures c WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.about = c.id AND e.kind = 'capture') ORDER BY c.seq LIMIT ?", most)
			if err != nil || n > 0 {
				return err
			}
			err = tx.each(func(row *sql.Rows) error {
				var id, capture, title, text string
				var version int
				if err := row.Scan(&id, &version, &capture, &title, &text); err != nil {
					return err
				}
				n++
				return tx.Enter(isnad.EntryVersion, id, versionStatement(id, version, capture, title, text))
			}, `SELECT v.report, v.version, v.capture, v.title, v.text FROM versions v WHERE NOT EXISTS
				(SELECT 1 FROM entries e WHERE e.about = v.report AND e.kind = 'version') ORDER BY v.report, v.version LIMIT ?`, most)
			if err != nil || n > 0 {
				return err
			}
			acts := map[int64]bool{}
			err = tx.each(func(row *sql.Rows) error {
				var number int64
				err := row.Scan(&number)
				acts[number] = true
				return err
			}, "SELECT a.number FROM acts a WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.about = a.id AND e.kind = 'act') ORDER BY a.number LIMIT ?", most)
			if err != nil {
				return err
			}
			said, err := tx.actRecords(acts)
			for _, a := range said {
				n++
				if err := tx.Enter(isnad.EntryAct, a.Act, a); err != nil {
					return err
				}
			}
			return err
		})
		if err != nil {
			return total, fmt.Errorf("entering what came before the log: %w", err)
		}
		if total += n; n == 0 {
			return total, nil
		}
	}
}

// actRecords is what entries say of these acts; of all, when nil.
func (c *conn) actRecords(numbers map[int64]bool) ([]acted, error) {
	var out []acted
	docs := map[int64][]string{}
	ids := map[int64]string{}
	var order []int64
	err := c.each(func(row *sql.Rows) error {
		var n int64
		var id, doc string
		if err := row.Scan(&n, &id, &doc); err != nil {
			return err
		}
		if numbers == nil || numbers[n] {
			order = append(order, n)
			ids[n], docs[n] = id, []string{doc}
		}
		return nil
	}, "SELECT number, id, doc FROM acts ORDER BY number")
	if err != nil {
		return nil, err
	}
	err = c.each(func(row *sql.Rows) error {
		var n int64
		var doc string
		if err := row.Scan(&n, &doc); err != nil {
			return err
		}
		if docs[n] != nil {
			docs[n] = append(docs[n], doc)
		}
		return nil
	}, "SELECT act, doc FROM act_claims ORDER BY act, ordinal")
	for _, n := range order {
		out = append(out, actStatement(ids[n], docs[n]))
	}
	return out, err
}

// readStatement reads what an entry says; false where it was erased.
func readStatement[T any](e *isnad.Entry) (v T, speaks bool, err error) {
	if e.Statement == "" {
		return v, false, nil
	}
	err = json.Unmarshal([]byte(e.Statement), &v)
	return v, true, err
}
