package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"

	"isnad"
)

// ErrNotEmpty is returned, wrapped, where a database is to be loaded into one that
// holds something.
var ErrNotEmpty = errors.New("the database is not empty")

// Level is the number of the last migration this program knows.
func Level() (int64, error) {
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		return 0, fmt.Errorf("reading the migrations: %w", err)
	}
	last := int64(0)
	for _, f := range files {
		n, err := goose.NumericComponent(f.Name())
		if err != nil {
			return 0, fmt.Errorf("reading the migrations: %w", err)
		}
		last = max(last, n)
	}
	return last, nil
}

// OpenAt is Open, but leaves the tables at the level of a dump. It is for Load only.
func OpenAt(ctx context.Context, dsn string, level int64) (*Store, error) {
	return open(ctx, dsn, level)
}

// Loader puts the rows of a dump into an empty database.
type Loader struct {
	tx      *Tx
	columns map[string][]string // of each table
	rows    [][]any
	bytes   int // that the rows took
	table   string
	head    string
}

// Load calls fn with a loader. All that it put stands when Load returns nil, and
// nothing otherwise. index makes the search indexes with it, which is for tables at
// the present level. An error wraps ErrNotEmpty where something is there.
func (s *Store) Load(ctx context.Context, index bool, fn func(l *Loader) error) error {
	err := s.write(ctx, func(c *conn) error {
		if err := c.e.lock(c, "load", false); err != nil {
			return err
		}
		l := &Loader{tx: &Tx{conn: *c}, columns: map[string][]string{}}
		tables, err := c.dumped()
		if err != nil {
			return err
		}
		for _, table := range tables {
			if l.columns[table], err = c.columnsOf(table); err != nil {
				return err
			}
			var n int64
			if some, err := c.one(`SELECT 1 FROM "`+table+`" LIMIT 1`, nil, &n); err != nil || some {
				return errors.Join(err, fmt.Errorf("table %s has rows: %w", table, ErrNotEmpty))
			}
		}
		if err := fn(l); err != nil {
			return err
		}
		if err := l.flush(); err != nil {
			return err
		}
		if err := c.e.loaded(c); err != nil || !index {
			return err
		}
		for _, part := range reindexing {
			for last := int64(0); last >= 0; {
				if last, err = part(l.tx, last); err != nil {
					return fmt.Errorf("making the search index: %w", err)
				}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("loading the database: %w", err)
	}
	return nil
}

func (c *conn) columnsOf(table string) ([]string, error) {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT * FROM "`+table+`" LIMIT 0`)
	if err != nil {
		return nil, c.e.explain(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	return columns, errors.Join(err, rows.Err())
}

// maxLoaded and maxLoadedBytes are how much is gathered for one statement.
const (
	maxLoaded      = 200
	maxLoadedBytes = 4 << 20
)

// Table says which table the rows that follow belong to, and in which order their
// values come. A table or a column that is not there is an error.
func (l *Loader) Table(table string, columns []string) error {
	if err := l.flush(); err != nil {
		return err
	}
	have, known := l.columns[table]
	if !known {
		return fmt.Errorf("no table is called %.40q", table)
	}
	if a, b := slices.Sorted(slices.Values(have)), slices.Sorted(slices.Values(columns)); !slices.Equal(a, b) {
		return fmt.Errorf("table %s has the columns %v, not %.200q", table, a, b)
	}
	l.table, l.head = table, `INSERT INTO "`+table+`" ("`+strings.Join(columns, `", "`)+`")`
	return nil
}

// Row puts one row.
func (l *Loader) Row(line []byte) error {
	values, err := readRow(line)
	if err == nil && (l.table == "" || len(values) != len(l.columns[l.table])) {
		err = errors.New("it has another number of values than the table has columns")
	}
	if err != nil {
		return fmt.Errorf("a row of table %s: %w", l.table, err)
	}
	l.rows, l.bytes = append(l.rows, values), l.bytes+len(line)
	if len(l.rows) < maxLoaded && l.bytes < maxLoadedBytes {
		return nil
	}
	return l.flush()
}

func (l *Loader) flush() error {
	rows := l.rows
	l.rows, l.bytes = l.rows[:0], 0
	if err := l.tx.insert(l.head, rows, ""); err != nil {
		return fmt.Errorf("table %s: %w", l.table, err)
	}
	return nil
}

// Reindex makes the search indexes anew, a part at a time.
func (s *Store) Reindex(ctx context.Context) error {
	for _, part := range reindexing {
		for last := int64(0); last >= 0; {
			err := s.Begin(ctx, func(tx *Tx) (err error) {
				last, err = part(tx, last)
				return err
			})
			if err != nil {
				return fmt.Errorf("making the search index: %w", err)
			}
		}
	}
	return nil
}

var reindexing = []func(tx *Tx, after int64) (last int64, err error){(*Tx).reindexReports, (*Tx).reindexIncidents}

// reindexed is how many rows are indexed in one transaction.
const reindexed = 200

// reindexReports indexes the reports behind a seq and returns the seq of the last
// one, -1 where there was none.
func (tx *Tx) reindexReports(after int64) (last int64, err error) {
	var rows []wordsRow
	last = -1
	err = tx.each(func(row *sql.Rows) error {
		var title, text string
		err := row.Scan(&last, &title, &text)
		rows = append(rows, wordsRow{last, tx.stemmer().index(title, text)})
		return err
	}, "SELECT r.seq, v.title, v.text FROM reports r JOIN versions v ON v.report = r.id AND v.version = r.version WHERE r.seq > ? ORDER BY r.seq LIMIT ?", after, reindexed)
	if err == nil {
		err = tx.e.putWords(&tx.conn, "report_words", rows)
	}
	return last, err
}

func (tx *Tx) reindexIncidents(after int64) (last int64, err error) {
	var incidents []*isnad.Incident
	seqs := map[string]int64{}
	last = -1
	err = tx.each(func(row *sql.Rows) error {
		var doc string
		if err := row.Scan(&last, &doc); err != nil {
			return err
		}
		i := &isnad.Incident{}
		err := json.Unmarshal([]byte(doc), i)
		incidents, seqs[i.ID] = append(incidents, i), last
		return err
	}, "SELECT seq, doc FROM incidents WHERE seq > ? ORDER BY seq LIMIT ?", after, reindexed)
	if err != nil {
		return last, err
	}
	words, err := tx.incidentWords(incidents, seqs)
	if err == nil {
		err = tx.e.putWords(&tx.conn, "incident_words", words)
	}
	return last, err
}
