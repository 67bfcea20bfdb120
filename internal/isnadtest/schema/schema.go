// Package schema gives a test a schema of its own on the PostgreSQL server that
// tests use. A missing server fails the test, because half of what the database
// promises would be unproven.
package schema

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// base is the address of the server: the one that ISNAD_TEST_POSTGRES names.
func base() string {
	return cmp.Or(os.Getenv("ISNAD_TEST_POSTGRES"), "postgres://postgres@127.0.0.1:5432/test?sslmode=disable")
}

// New is the address of a new schema with nothing in it, dropped when the test
// ends. A test that only needs empty tables asks [Ready] for less.
func New(t testing.TB) string {
	t.Helper()
	db := server(t)
	name := create(t, db)
	t.Cleanup(func() {
		if err := drop(db, name); err != nil {
			t.Error(err)
		}
	})
	return address(t, name)
}

// server is connected to until the test ends.
func server(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", base())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func create(t testing.TB, db *sql.DB) string {
	t.Helper()
	name := "isnad_" + strings.ToLower(rand.Text()[:12])
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatalf("the tests need PostgreSQL (ISNAD_TEST_POSTGRES, %s): %v", base(), err)
	}
	return name
}

func drop(db *sql.DB, name string) error {
	if _, err := db.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE"); err != nil {
		return fmt.Errorf("dropping schema %s: %w", name, err)
	}
	return nil
}
