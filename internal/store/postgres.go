package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

// postgres is PostgreSQL 13 or later.
type postgres struct{}

func openPostgres(ctx context.Context, dsn string) (*Store, error) {
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("reading the database URL: %w", err)
	}
	db := stdlib.OpenDB(*cfg)
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(8)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("connecting to PostgreSQL at %s: %w", cfg.Host, err), db.Close())
	}
	return &Store{e: postgres{}, writer: db, readers: db}, nil
}

// migratePostgres holds a lock of the session while it works.
func migratePostgres(ctx context.Context, db *sql.DB, level int64) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connecting to PostgreSQL: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	const key = "hashtextextended('isnad migrations ' || current_schema(), 0)"
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock("+key+")"); err != nil {
		return fmt.Errorf("waiting for the tables: %w", err)
	}
	err = migrateWith(ctx, db, goose.DialectPostgres, "sqlite", level)
	_, unlockErr := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock("+key+")")
	return errors.Join(err, unlockErr)
}

func (postgres) bind(q string) string { return numbered(q) }
func (postgres) now() string {
	return "CAST(extract(epoch FROM clock_timestamp())*1000 AS BIGINT)"
}
func (postgres) skipLocked() string { return " FOR UPDATE SKIP LOCKED" }
func (postgres) tables() string {
	return "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
}

// loaded has the numbers that the server gives go on behind those that were put.
func (postgres) loaded(c *conn) error {
	numbered := map[string]string{}
	err := c.each(func(row *sql.Rows) error {
		var table, column string
		err := row.Scan(&table, &column)
		numbered[table] = column
		return err
	}, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'")
	for table, column := range numbered {
		if err == nil {
			_, err = c.exec(`SELECT setval(pg_get_serial_sequence(quote_ident('` + table + `'), '` + column + `'), (SELECT coalesce(max("` + column + `"), 0) + 1 FROM "` + table + `"), false)`)
		}
	}
	return err
}
func (postgres) rows() int      { return 200 }
func (postgres) prepares() bool { return false } // the driver does
func (postgres) rowID() string  { return "seq" }
func (postgres) readTx() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

func (postgres) lock(c *conn, name string, shared bool) error {
	how := ""
	if shared {
		how = "_shared"
	}
	_, err := c.exec("SELECT pg_advisory_xact_lock"+how+"(hashtextextended(CAST(? AS TEXT) || current_schema(), 0))", "isnad "+name+" ")
	return err
}

// hold takes a lock of a connection, which the server gives back when the process dies.
func (postgres) hold(ctx context.Context, db *sql.DB, name string) (func() error, bool, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, false, err
	}
	const key = "hashtextextended(CAST($1 AS TEXT) || current_schema(), 0)"
	name = "isnad hold " + name + " "
	var held bool
	if err := conn.QueryRowContext(ctx, "SELECT pg_try_advisory_lock("+key+")", name).Scan(&held); err != nil || !held {
		return nil, false, errors.Join(err, conn.Close())
	}
	return func() error {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock("+key+")", name)
		return errors.Join(err, conn.Close())
	}, true, nil
}

func (postgres) putWords(c *conn, table string, rows []wordsRow) error {
	for len(rows) > 0 {
		n := min(len(rows), 100)
		seqs, words := make([]int64, n), make([]string, n)
		for i, r := range rows[:n] {
			seqs[i], words[i] = r.seq, vector(r.words)
		}
		_, err := c.exec("INSERT INTO "+table+" (seq, words) SELECT v.seq, CAST(v.words AS tsvector) FROM unnest(CAST(? AS BIGINT[]), CAST(? AS TEXT[])) AS v (seq, words)"+
			" ON CONFLICT (seq) DO UPDATE SET words = excluded.words", seqs, words)
		if err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// vector writes a tsvector: stems of the title with weight A, of the body with
// D, and at the same positions the exact forms after "=". Words hold letters,
// marks and digits only, so nothing in them needs escaping.
func vector(w indexWords) string {
	var b strings.Builder
	per := map[string]int{}
	put := func(word string, at int, weight string) {
		if at > 16383 || per[word] >= 250 { // what a tsvector can hold
			if per[word] > 0 {
				return
			}
			at = min(at, 16383)
		}
		per[word]++
		b.WriteByte('\'')
		b.WriteString(word)
		b.WriteString("':")
		b.WriteString(strconv.Itoa(at))
		b.WriteString(weight)
		b.WriteByte(' ')
	}
	for i, stem := range w.title {
		put(stem, i+1, "A")
	}
	for i, stem := range w.body {
		put(stem, len(w.title)+2+i, "")
	}
	for i, exact := range w.exact {
		if exact != partMark {
			put("="+exact, i+1, "")
		}
	}
	return b.String()
}

func (postgres) dropWords(c *conn, table string, seqs []int64) error {
	_, err := c.exec("DELETE FROM "+table+" WHERE seq = ANY(CAST(? AS BIGINT[]))", seqs)
	return err
}

func (postgres) clearWords(c *conn, table string) error {
	_, err := c.exec("DELETE FROM " + table)
	return err
}

func (postgres) query(q wordQuery) string {
	var parts []string
	for _, stem := range q.stems {
		parts = append(parts, "'"+stem+"'")
	}
	for _, phrase := range q.phrases {
		parts = append(parts, "('="+strings.Join(phrase, "' <-> '=")+"')")
	}
	return strings.Join(parts, " & ")
}

func (p postgres) matching(table string, q wordQuery) (string, any) {
	return table + ".words @@ CAST(CAST(? AS TEXT) AS tsquery)", p.query(q)
}

func (p postgres) rank(table string, q wordQuery) (string, []any) {
	return "-ts_rank(" + table + ".words, CAST(CAST(? AS TEXT) AS tsquery), 1)", []any{p.query(q)}
}

// check leaves the files to the server, which has its own tools.
func (postgres) check(*conn, func(string)) error { return nil }

func (postgres) explain(err error) error {
	var pe *pgconn.PgError
	if !errors.As(err, &pe) {
		return err
	}
	switch pe.Code {
	case "53100":
		return fmt.Errorf("the disk of the PostgreSQL server is full, %w: %w", errUnwritable, err)
	case "25006":
		return fmt.Errorf("the PostgreSQL server is read-only, %w: %w", errUnwritable, err)
	case "53300":
		return fmt.Errorf("the PostgreSQL server has no connection free: %w", err)
	}
	return err
}
