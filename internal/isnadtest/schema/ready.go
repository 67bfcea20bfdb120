package schema

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// kept are the schemas of this process that were used, are empty again, and wait
// for the next test. Making the tables takes the server most of a second; emptying
// those that hold something takes a small part of that.
var kept struct {
	sync.Mutex
	list []ready
}

// ready is a schema with its tables, and how it was when they had just been made.
type ready struct {
	name, address, form string
}

// Ready is the address of a schema with the tables that tables makes, nothing in
// them, and every number counting from its start. It is handed on to another test
// once this one has ended, but only if that one finds what the first found: where a
// test changed a table, an index or what is known of migrations, or left a
// connection open, the schema is dropped. tables has to be the same for all tests
// of a process, whose TestMain calls [Main].
func Ready(t testing.TB, tables func(address string) error) string {
	t.Helper()
	db := server(t)
	r, ok := take()
	if !ok {
		r.name = create(t, db)
		r.address = address(t, r.name)
		if err := tables(r.address); err != nil {
			t.Fatalf("making the tables: %v", errors.Join(err, drop(db, r.name)))
		}
		var err error
		if r.form, err = form(context.Background(), db, r.name); err != nil {
			t.Fatal(errors.Join(err, drop(db, r.name)))
		}
	}
	t.Cleanup(func() {
		again, err := r.empty(context.Background(), db)
		if !again || err != nil {
			err = errors.Join(err, drop(db, r.name))
		} else {
			kept.Lock()
			kept.list = append(kept.list, r)
			kept.Unlock()
		}
		if err != nil {
			t.Error(err)
		}
	})
	return r.address
}

func take() (r ready, ok bool) {
	kept.Lock()
	defer kept.Unlock()
	if n := len(kept.list); n > 0 {
		r, kept.list = kept.list[n-1], kept.list[:n-1]
		return r, true
	}
	return r, false
}

// Main runs the tests of a package and drops the schemas that [Ready] kept.
func Main(m interface{ Run() int }) int {
	code := m.Run()
	kept.Lock()
	defer kept.Unlock()
	if len(kept.list) == 0 {
		return code
	}
	db, err := sql.Open("pgx", base())
	if err != nil {
		fmt.Println("dropping schemas:", err)
		return 1
	}
	defer db.Close()
	for _, r := range kept.list {
		if err := drop(db, r.name); err != nil {
			fmt.Println("dropping schemas:", err)
			code = 1
		}
	}
	return code
}

// empty tells whether the schema is as it was made, after emptying its tables.
func (r ready) empty(ctx context.Context, db *sql.DB) (bool, error) {
	if idle, err := r.left(ctx, db); !idle || err != nil {
		return false, err
	}
	now, err := form(ctx, db, r.name)
	if err != nil || now != r.form {
		return false, err
	}
	full, err := r.full(ctx, db)
	if err != nil {
		return false, err
	}
	if len(full) > 0 {
		if _, err := db.ExecContext(ctx, "TRUNCATE "+strings.Join(full, ", ")); err != nil {
			return false, fmt.Errorf("emptying schema %s: %w", r.name, err)
		}
	}
	// Numbers count on where what had used them was undone, so all go back.
	_, err = db.ExecContext(ctx, `SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
		FROM pg_sequences WHERE schemaname = $1 AND last_value IS NOT NULL AND sequencename NOT LIKE 'goose%'`, r.name)
	if err != nil {
		return false, fmt.Errorf("turning numbers of schema %s back: %w", r.name, err)
	}
	return true, nil
}

// left waits until nobody is connected to the schema: the server may still be at
// work for a process that was killed.
func (r ready) left(ctx context.Context, db *sql.DB) (bool, error) {
	for range 100 {
		var n int
		if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pg_stat_activity WHERE application_name = $1`, r.name).Scan(&n); err != nil {
			return false, fmt.Errorf("looking who uses schema %s: %w", r.name, err)
		}
		if n == 0 {
			return true, nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false, nil
}

// full names the tables that hold rows, but for those in which goose keeps what it did.
func (r ready) full(ctx context.Context, db *sql.DB) ([]string, error) {
	var ask sql.NullString
	err := db.QueryRowContext(ctx, `SELECT string_agg(format('SELECT %L WHERE EXISTS (SELECT 1 FROM %I.%I)', format('%I.%I', schemaname, tablename), schemaname, tablename), ' UNION ALL ')
		FROM pg_tables WHERE schemaname = $1 AND tablename NOT LIKE 'goose%'`, r.name).Scan(&ask)
	if err != nil || !ask.Valid {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, ask.String)
	if err != nil {
		return nil, fmt.Errorf("looking for rows in schema %s: %w", r.name, err)
	}
	defer rows.Close()
	var full []string
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			return nil, err
		}
		full = append(full, table)
	}
	return full, rows.Err()
}

// form is what a schema is made of, without its rows: tables with their columns,
// indexes, rules on values, triggers, functions, and the migrations that were done.
func form(ctx context.Context, db *sql.DB, name string) (string, error) {
	const of = ` WHERE n.nspname = $1`
	q := `SELECT md5(string_agg(line, E'\n' ORDER BY line)) FROM (
		SELECT concat_ws(' ', 'relation', c.relname, c.relkind, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid)) AS line
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum` + of + ` AND c.relkind <> 'i'
		UNION ALL SELECT pg_get_indexdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace` + of + ` AND c.relkind = 'i'
		UNION ALL SELECT concat_ws(' ', 'constraint', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace` + of + `
		UNION ALL SELECT pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace` + of + ` AND NOT g.tgisinternal
		UNION ALL SELECT concat_ws(' ', 'function', p.proname, p.prosrc) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace` + of + `
		UNION ALL SELECT concat_ws(' ', 'migration', version_id, is_applied) FROM ` + name + `.goose_db_version
	) AS lines`
	var sum string
	if err := db.QueryRowContext(ctx, q, name).Scan(&sum); err != nil {
		return "", fmt.Errorf("looking at schema %s: %w", name, err)
	}
	return sum, nil
}

// address is that of the server, with the schema as the only one.
func address(t testing.TB, name string) string {
	t.Helper()
	u, err := url.Parse(base())
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	q.Set("application_name", name)
	q.Set("synchronous_commit", "off") // tests kill our processes, never the server
	u.RawQuery = q.Encode()
	return u.String()
}
