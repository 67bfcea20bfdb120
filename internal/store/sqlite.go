package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// sqliteEngine is SQLite through a driver without C.
type sqliteEngine struct{ path string }

func openSQLite(_ context.Context, path string) (*Store, error) {
	if path == "" || path == ":memory:" || strings.HasPrefix(path, "file:") {
		return nil, fmt.Errorf("opening the database: %q is not the path of a file", path)
	}
	// The path may hold any character, so it goes into the URI escaped.
	uri := "file:" + (&url.URL{Path: path}).EscapedPath()
	if strings.HasPrefix(path, "//") {
		uri = "file://" + (&url.URL{Path: path}).EscapedPath()
	}
	common := "_pragma=busy_timeout(20000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=temp_store(MEMORY)&_pragma=journal_size_limit(67108864)"
	writer, err := sql.Open("sqlite", uri+"?"+common+"&_pragma=cache_size(-64000)&_pragma=wal_autocheckpoint(8000)&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("opening the database %s: %w", path, err)
	}
	writer.SetMaxOpenConns(1)
	readers, err := sql.Open("sqlite", uri+"?"+common+"&_pragma=cache_size(-8000)&_pragma=query_only(1)")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opening the database %s: %w", path, err), writer.Close())
	}
	n := max(4, 2*runtime.GOMAXPROCS(0))
	readers.SetMaxOpenConns(n)
	readers.SetMaxIdleConns(n)
	return &Store{e: sqliteEngine{path}, writer: writer, readers: readers}, nil
}

// migrateSQLite tries again when another process made the same tables meanwhile.
func migrateSQLite(ctx context.Context, db *sql.DB, level int64) error {
	var err error
	for try := range 5 {
		if err = migrateWith(ctx, db, goose.DialectSQLite3, "postgres", level); err == nil {
			return nil
		}
		var se *sqlite.Error
		if errors.As(err, &se) && (se.Code()&0xff == lib.SQLITE_FULL || se.Code()&0xff == lib.SQLITE_CANTOPEN || se.Code()&0xff == lib.SQLITE_READONLY || se.Code()&0xff == lib.SQLITE_NOTADB) {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(20*(try+1)) * time.Millisecond):
		}
	}
	return sqliteEngine{}.explain(err)
}

func (sqliteEngine) bind(q string) string           { return q }
func (sqliteEngine) now() string                    { return "CAST(unixepoch('now','subsec')*1000 AS INTEGER)" }
func (sqliteEngine) skipLocked() string             { return "" }
func (sqliteEngine) lock(*conn, string, bool) error { return nil } // every transaction that writes is alone

// hold leaves it to a lock on a file beside the database.
func (sqliteEngine) hold(context.Context, *sql.DB, string) (func() error, bool, error) {
	return func() error { return nil }, true, nil
}

func (sqliteEngine) tables() string {
	return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
}
func (sqliteEngine) loaded(*conn) error     { return nil }
func (sqliteEngine) rows() int              { return 8 }
func (sqliteEngine) readTx() *sql.TxOptions { return &sql.TxOptions{ReadOnly: true} }
func (sqliteEngine) prepares() bool         { return true }
func (sqliteEngine) rowID() string          { return "rowid" }

func (e sqliteEngine) putWords(c *conn, table string, rows []wordsRow) error {
	seqs := make([]int64, len(rows))
	values := make([][]any, len(rows))
	for i, r := range rows {
		seqs[i] = r.seq
		values[i] = []any{r.seq, spaced(r.words.title), spaced(r.words.body), strings.Join(r.words.exact, " ")}
	}
	if err := e.dropWords(c, table, seqs); err != nil {
		return err
	}
	return c.insert("INSERT INTO "+table+" (rowid, title, body, exact)", values, "")
}

func spaced(words []string) string { return strings.Join(words, " ") }

func (sqliteEngine) dropWords(c *conn, table string, seqs []int64) error {
	return in(seqs, func(list string, args []any) error {
		_, err := c.exec("DELETE FROM "+table+" WHERE rowid IN "+list, args...)
		return err
	})
}

func (sqliteEngine) clearWords(c *conn, table string) error {
	_, err := c.exec("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')")
	return err
}

// matching writes FTS5's query language: every word is quoted, and the words
// hold letters and digits only, so nothing in them can be taken for syntax.
func (sqliteEngine) matching(table string, q wordQuery) (string, any) {
	var parts []string
	for _, stem := range q.stems {
		parts = append(parts, `{title body} : "`+stem+`"`)
	}
	for _, phrase := range q.phrases {
		parts = append(parts, `{exact} : "`+strings.Join(phrase, " ")+`"`)
	}
	return table + " MATCH ?", strings.Join(parts, " AND ")
}

func (sqliteEngine) rank(table string, _ wordQuery) (string, []any) {
	return "bm25(" + table + ", 6.0, 1.0, 1.0)", nil
}

// check reads every page of the file, the search indexes too.
func (sqliteEngine) check(c *conn, fault func(string)) error {
	// A connection remembers the shape of a search index it has read. A query looks
	// whether that changed since, quick_check does not and would call it damaged.
	for _, table := range []string{"report_words", "incident_words"} {
		var seq int64
		if _, err := c.one("SELECT rowid FROM "+table+" LIMIT 1", nil, &seq); err != nil {
			return err
		}
	}
	return c.each(func(row *sql.Rows) error {
		var what string
		err := row.Scan(&what)
		if err == nil && what != "ok" {
			fault("database file: " + what)
		}
		return err
	}, "PRAGMA quick_check(100)")
}

func (e sqliteEngine) explain(err error) error {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return err
	}
	switch se.Code() & 0xff {
	case lib.SQLITE_FULL:
		return fmt.Errorf("the disk of the database is full (%s), %w: %w", e.path, errUnwritable, err)
	case lib.SQLITE_READONLY:
		return fmt.Errorf("the database is read-only (%s), %w: %w", e.path, errUnwritable, err)
	case lib.SQLITE_CANTOPEN:
		return fmt.Errorf("the database cannot be opened; are its folder and its rights there? (%s): %w", e.path, err)
	case lib.SQLITE_NOTADB:
		return fmt.Errorf("the file is not a database (%s): %w", e.path, err)
	case lib.SQLITE_BUSY:
		return fmt.Errorf("another process has held the database for too long (%s): %w", e.path, err)
	}
	return err
}
