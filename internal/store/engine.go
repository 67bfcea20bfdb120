package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// engine is what differs between SQLite and PostgreSQL. Everything else is one
// text of SQL in the subset that both share, with ? for parameters.
type engine interface {
	// bind rewrites the ? of a statement to what the engine calls parameters.
	bind(sql string) string
	// now is an expression for the present time in milliseconds. Several machines
	// share a PostgreSQL server, so its clock counts, not theirs.
	now() string
	// skipLocked ends a SELECT that takes a row for itself and leaves alone those that others hold.
	skipLocked() string
	// lock keeps other transactions that ask for the same name waiting until this
	// one ends; those that ask for it shared do not wait for each other.
	lock(c *conn, name string, shared bool) error
	// hold takes a name for this process until release is called; held is false
	// where another process has it.
	hold(ctx context.Context, db *sql.DB, name string) (release func() error, held bool, err error)
	// rows is how many rows one INSERT should write.
	rows() int
	// readTx are the options of a transaction that sees one state of the database.
	readTx() *sql.TxOptions
	// tables is a query for the names of all tables.
	tables() string
	// loaded ends the loading of rows that brought their numbers with them.
	loaded(c *conn) error
	// prepares tells that preparing a statement once a transaction pays.
	prepares() bool

	// putWords replaces the indexed words of rows of report_words or incident_words.
	putWords(c *conn, table string, rows []wordsRow) error
	dropWords(c *conn, table string, seqs []int64) error
	clearWords(c *conn, table string) error
	// matching is a condition on table.rowID that holds where the words match.
	matching(table string, q wordQuery) (where string, arg any)
	// rowID is the name of the column that holds the seq.
	rowID() string
	// rank is an expression to order matches by, best first when ascending.
	rank(table string, q wordQuery) (expr string, args []any)
	// purge makes the files of the database forget rows that were deleted.
	purge(ctx context.Context, s *Store) error
	// check calls fault for damage to the files of the database.
	check(c *conn, fault func(string)) error

	// explain adds to an error what a person can do about it.
	explain(err error) error
}

// errUnwritable marks errors of a full disk or a database that is read-only.
var errUnwritable = errors.New("nothing can be written")

// wordsRow is what the search index holds of one report or incident.
type wordsRow struct {
	seq   int64
	words indexWords
}

// conn runs statements inside one transaction.
type conn struct {
	ctx   context.Context
	e     engine
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
}

// prepare returns the statement ready to run again in this transaction; nil where
// that does not pay. Lists of different lengths make many statements, so only so
// many are kept.
func (c *conn) prepare(query string) (*sql.Stmt, error) {
	if !c.e.prepares() {
		return nil, nil
	}
	if st := c.stmts[query]; st != nil || len(c.stmts) >= 100 {
		return st, nil
	}
	st, err := c.tx.PrepareContext(c.ctx, c.e.bind(query))
	if err != nil {
		return nil, err
	}
	if c.stmts == nil {
		c.stmts = map[string]*sql.Stmt{}
	}
	c.stmts[query] = st
	return st, nil
}

// exec runs a statement and returns how many rows it changed.
func (c *conn) exec(query string, args ...any) (int64, error) {
	st, err := c.prepare(query)
	if err != nil {
		return 0, c.e.explain(err)
	}
	var res sql.Result
	if st != nil {
		res, err = st.ExecContext(c.ctx, args...)
	} else {
		res, err = c.tx.ExecContext(c.ctx, c.e.bind(query), args...)
	}
	if err != nil {
		return 0, c.e.explain(err)
	}
	return res.RowsAffected()
}

// each calls scan for every row of a query.
func (c *conn) each(scan func(row *sql.Rows) error, query string, args ...any) error {
	st, err := c.prepare(query)
	if err != nil {
		return c.e.explain(err)
	}
	var rows *sql.Rows
	if st != nil {
		rows, err = st.QueryContext(c.ctx, args...)
	} else {
		rows, err = c.tx.QueryContext(c.ctx, c.e.bind(query), args...)
	}
	if err != nil {
		return c.e.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return c.e.explain(rows.Err())
}

// one scans the first row of a query; found is false when there is none.
func (c *conn) one(query string, args []any, dest ...any) (found bool, err error) {
	err = c.each(func(row *sql.Rows) error {
		if found {
			return nil
		}
		found = true
		return row.Scan(dest...)
	}, query, args...)
	return found, err
}

// insert writes rows of equal width: head is "INSERT INTO t (a, b)", tail what
// follows the values.
func (c *conn) insert(head string, rows [][]any, tail string) error {
	for len(rows) > 0 {
		n := min(len(rows), c.e.rows())
		if n < c.e.rows() && c.e.prepares() {
			n = 1 // keeps the number of different statements at two
		}
		one := "(?" + strings.Repeat(",?", len(rows[0])-1) + ")"
		args := make([]any, 0, n*len(rows[0]))
		for _, r := range rows[:n] {
			args = append(args, r...)
		}
		q := head + " VALUES " + one + strings.Repeat(","+one, n-1) + " " + tail
		if _, err := c.exec(q, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// in calls fn with the list "(?,?,…)" and arguments for up to 200 values at a time.
func in[T any](values []T, fn func(list string, args []any) error) error {
	const most = 200
	for len(values) > 0 {
		n := min(len(values), most)
		args := make([]any, n)
		for i, v := range values[:n] {
			args[i] = v
		}
		if err := fn("(?"+strings.Repeat(",?", n-1)+")", args); err != nil {
			return err
		}
		values = values[n:]
	}
	return nil
}

// numbered rewrites ? to $1, $2, … outside quotes.
func numbered(query string) string {
	if !strings.Contains(query, "?") {
		return query
	}
	var b strings.Builder
	n, quoted := 0, false
	for i := range len(query) {
		switch ch := query[i]; {
		case ch == '\'':
			quoted = !quoted
			b.WriteByte(ch)
		case ch == '?' && !quoted:
			n++
			b.WriteByte('$')
			b.WriteString(strconv.Itoa(n))
		default:
			b.WriteByte(ch)
		}
	}
	return b.String()
}

// write runs fn in one transaction that may write from its beginning.
func (s *Store) write(ctx context.Context, fn func(c *conn) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", s.e.explain(err))
	}
	c := &conn{ctx: ctx, e: s.e, tx: tx}
	if err := fn(c); err != nil {
		return errors.Join(err, rollback(tx))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("ending a transaction: %w", s.e.explain(err))
	}
	return nil
}

// read runs fn in a transaction that sees one state of the database.
func (s *Store) read(ctx context.Context, fn func(c *conn) error) error {
	tx, err := s.readers.BeginTx(ctx, s.e.readTx())
	if err != nil {
		return fmt.Errorf("beginning to read: %w", s.e.explain(err))
	}
	err = fn(&conn{ctx: ctx, e: s.e, tx: tx})
	return errors.Join(err, rollback(tx))
}

func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return fmt.Errorf("rolling back: %w", err)
	}
	return nil
}

// micros is a time as it stands in the database, 0 for none.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}
