package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
)

// A dump is the rows of all tables in a form that neither engine owns, so that
// what one gave the other takes. Search indexes are not in it: they are made of
// the rows. Neither is what lets somebody in who has shown who they are: a session
// that was ended must not live again because a copy is put back.

// undumped are tables whose rows are left out.
var undumped = []string{"report_words", "incident_words", "goose_db_version", "sessions", "ceremonies", "invitations", "attempts"}

// Dump is the database as it stood at one moment.
type Dump struct {
	Level    int64  // of the tables: number of the last migration
	Verifier string // of the log; "" where there is none
	Placed   int64  // entries that have a place in the log
	Waiting  int64  // entries that have none yet
	Captures int64
	LastSeq  int64 // of captures
	Erasing  Erasing

	c      *conn
	tables []string
}

// Erasing tells whether something was erased between two moments.
type Erasing struct {
	Waiting                  int64 // runs of bytes that are still to be destroyed
	cuts, removed, forgotten int64
}

const erasingQuery = `SELECT (SELECT count(*) FROM cuts WHERE done = 0), (SELECT count(*) FROM cuts WHERE done > 0), (SELECT count(*) FROM removed),
	(SELECT count(*) FROM entries WHERE kind IN ('forgetting', 'erasure'))`

func (c *conn) erasing() (e Erasing, err error) {
	_, err = c.one(erasingQuery, nil, &e.Waiting, &e.cuts, &e.removed, &e.forgotten)
	return e, err
}

// Erasing is what is being erased now.
func (s *Store) Erasing(ctx context.Context) (e Erasing, err error) {
	err = s.read(ctx, func(c *conn) error {
		e, err = c.erasing()
		return err
	})
	if err != nil {
		return e, fmt.Errorf("reading what is being erased: %w", err)
	}
	return e, nil
}

// Dump calls fn with the database of one moment, which begins before fn and ends
// with it; others write meanwhile.
func (s *Store) Dump(ctx context.Context, fn func(d *Dump) error) error {
	err := s.read(ctx, func(c *conn) error {
		d := &Dump{c: c}
		if _, err := c.one("SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied", nil, &d.Level); err != nil {
			return err
		}
		if _, err := c.one("SELECT verifier FROM logs", nil, &d.Verifier); err != nil {
			return err
		}
		_, err := c.one("SELECT coalesce(max(place), -1) + 1, count(*) - count(place) FROM entries", nil, &d.Placed, &d.Waiting)
		if err == nil {
			_, err = c.one("SELECT count(*), coalesce(max(seq), 0) FROM captures", nil, &d.Captures, &d.LastSeq)
		}
		if err == nil {
			d.Erasing, err = c.erasing()
		}
		if err == nil {
			d.tables, err = c.dumped()
		}
		if err == nil {
			err = fn(d)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	return nil
}

// dumped lists the tables whose rows make the database, in the order of their names.
func (c *conn) dumped() (tables []string, err error) {
	err = c.each(func(row *sql.Rows) error {
		var name string
		err := row.Scan(&name)
		if err == nil && !slices.Contains(undumped, name) && !strings.HasPrefix(name, "report_words_") && !strings.HasPrefix(name, "incident_words_") {
			tables = append(tables, name)
		}
		return err
	}, c.e.tables())
	slices.Sort(tables)
	return tables, err
}

// Tables lists the tables that Rows is to be called with.
func (d *Dump) Tables() []string { return d.tables }

// Rows calls row for every row of a table, with its values as a JSON array, in the
// order of columns. The slice is valid until row returns.
func (d *Dump) Rows(table string, row func(columns []string, line []byte) error) error {
	if !slices.Contains(d.tables, table) {
		return fmt.Errorf("no table is called %.40q", table)
	}
	var columns []string
	var values, into []any
	var line bytes.Buffer
	err := d.c.each(func(r *sql.Rows) error {
		if columns == nil {
			var err error
			if columns, err = r.Columns(); err != nil {
				return err
			}
			values, into = make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
		}
		if err := r.Scan(into...); err != nil {
			return err
		}
		line.Reset()
		if err := writeRow(&line, values); err != nil {
			return err
		}
		return row(columns, line.Bytes())
	}, `SELECT * FROM "`+table+`"`)
	if err != nil {
		return fmt.Errorf("table %s: %w", table, err)
	}
	return nil
}

// writeRow writes values as JSON: bytes, and text that is no UTF-8, as an array of
// one string in base64 and what it is.
func writeRow(line *bytes.Buffer, values []any) error {
	e := json.NewEncoder(line)
	e.SetEscapeHTML(false)
	for i, v := range values {
		line.WriteByte("[,"[min(i, 1)])
		switch v := v.(type) {
		case nil:
			line.WriteString("null")
		case int64:
			line.WriteString(strconv.FormatInt(v, 10))
		case float64:
			s := strconv.FormatFloat(v, 'g', -1, 64)
			if !strings.ContainsAny(s, ".e") {
				s += ".0"
			}
			line.WriteString(s)
		case []byte:
			fmt.Fprintf(line, `[%q,"bytes"]`, base64.StdEncoding.EncodeToString(v))
		case string:
			if !utf8.ValidString(v) {
				fmt.Fprintf(line, `[%q,"text"]`, base64.StdEncoding.EncodeToString([]byte(v)))
				continue
			}
			if err := e.Encode(v); err != nil {
				return err
			}
			line.Truncate(line.Len() - 1) // Encode ends a line
		default:
			return fmt.Errorf("a value of type %T", v)
		}
	}
	line.WriteByte(']')
	return nil
}

// readRow is the way back.
func readRow(line []byte) ([]any, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	var values []any
	if err := d.Decode(&values); err != nil {
		return nil, err
	}
	for i, v := range values {
		switch v := v.(type) {
		case nil, string:
		case json.Number:
			var err error
			if strings.ContainsAny(v.String(), ".eE") {
				values[i], err = v.Float64()
			} else {
				values[i], err = v.Int64()
			}
			if err != nil {
				return nil, err
			}
		case []any:
			b, err := readBytes(v)
			if err != nil {
				return nil, err
			}
			values[i] = b
		default:
			return nil, fmt.Errorf("a value of type %T", v)
		}
	}
	return values, nil
}

func readBytes(v []any) (any, error) {
	if len(v) != 2 {
		return nil, errors.New("bytes are written otherwise")
	}
	text, isText := v[0].(string)
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || !isText {
		return nil, errors.New("bytes are written otherwise")
	}
	switch v[1] {
	case "bytes":
		return b, nil
	case "text":
		return string(b), nil
	}
	return nil, errors.New("bytes are written otherwise")
}

// KeptBytes returns the hashes of what the archive keeps of captures up to a seq,
// at most so many, in order, behind the one given.
func (s *Store) KeptBytes(ctx context.Context, lastSeq int64, after isnad.Hash, most int) (list []isnad.Hash, err error) {
	err = s.read(ctx, func(c *conn) error {
		return c.each(func(row *sql.Rows) error {
			var h isnad.Hash
			err := row.Scan(&h)
			list = append(list, h)
			return err
		}, `SELECT h FROM (SELECT c.sha256 AS h FROM captures c WHERE c.seq <= ? AND c.sha256 > ? AND NOT EXISTS (SELECT 1 FROM cut_blobs k WHERE k.sha256 = c.sha256)
			UNION SELECT k.now FROM cut_blobs k WHERE k.now > ?) x ORDER BY h LIMIT ?`, lastSeq, string(after), string(after), most)
	})
	if err != nil {
		return nil, fmt.Errorf("listing what is kept: %w", err)
	}
	return list, nil
}
