// Package schema gives a test a schema of its own on the PostgreSQL server that
// tests use. A missing server fails the test, because half of what the database
// promises would be unproven.
package schema

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// New is the address of a new schema, dropped when the test ends. The server is
// the one that ISNAD_TEST_POSTGRES names.
func New(t testing.TB) string {
	t.Helper()
	base := cmp.Or(os.Getenv("ISNAD_TEST_POSTGRES"), "postgres://postgres@127.0.0.1:5432/test?sslmode=disable")
	db, err := sql.Open("pgx", base)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	name := "isnad_" + strings.ToLower(rand.Text()[:12])
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatalf("the tests need PostgreSQL (ISNAD_TEST_POSTGRES, %s): %v", base, err)
	}
	t.Cleanup(func() {
		if _, err := db.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE"); err != nil {
			t.Error(err)
		}
	})
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}
