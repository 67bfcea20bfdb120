package schema_test

import (
	"database/sql"
	"os"
	"testing"

	"isnad/internal/isnadtest/schema"
)

func TestMain(m *testing.M) { os.Exit(schema.Main(m)) }

// tables makes what Ready looks at: a table, an index, a counted number, and the
// table of migrations.
func tables(address string) error {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(`CREATE TABLE things (seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT NOT NULL);
		CREATE INDEX things_name ON things (name);
		CREATE TABLE goose_db_version (version_id BIGINT, is_applied BOOLEAN);
		INSERT INTO goose_db_version VALUES (1, true)`)
	return err
}

// What one test leaves, the next does not find: rows are gone and numbers begin
// again; where more was changed, the next gets another schema.
func TestReadyIsAsItWasMade(t *testing.T) {
	last, same := "", false
	for _, c := range []struct {
		name, does string
		again      bool // the next test may have the same schema
	}{
		{"nothing", "SELECT 1", true},
		{"rows", "INSERT INTO things (name) VALUES ('a'), ('b')", true},
		{"a number of a row that was undone", "BEGIN; INSERT INTO things (name) VALUES ('a'); ROLLBACK", true},
		{"a column", "ALTER TABLE things ADD COLUMN more TEXT", false},
		{"no index", "DROP INDEX things_name", false},
		{"a column that may be empty", "ALTER TABLE things ALTER COLUMN name DROP NOT NULL", false},
		{"a rule", "ALTER TABLE things ADD CHECK (name <> 'x')", false},
		{"a table", "CREATE TABLE others ()", false},
		{"a migration that was forgotten", "DELETE FROM goose_db_version", false},
		{"a function", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", false},
		{"the last", "SELECT 1", true},
	} {
		again := c.again
		t.Run(c.name, func(t *testing.T) {
			address := schema.Ready(t, tables)
			if last != "" && same != (address == last) {
				t.Errorf("the schema is %s, before it was %s; the same: want %v", address, last, same)
			}
			db, err := sql.Open("pgx", address)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			var rows, next int
			if err := db.QueryRow("SELECT count(*) FROM things").Scan(&rows); err != nil || rows != 0 {
				t.Errorf("%d rows, %v", rows, err)
			}
			if err := db.QueryRow("INSERT INTO things (name) VALUES ('first') RETURNING seq").Scan(&next); err != nil || next != 1 {
				t.Errorf("the first number is %d, %v", next, err)
			}
			if _, err := db.Exec(c.does); err != nil {
				t.Fatal(err)
			}
			last, same = address, again
		})
	}
}

// A connection that is left open may still write: its schema is nobody else's.
func TestReadyOfOneWhoStays(t *testing.T) {
	var first string
	var db *sql.DB
	t.Run("who stays", func(t *testing.T) {
		first = schema.Ready(t, tables)
		var err error
		if db, err = sql.Open("pgx", first); err != nil {
			t.Fatal(err)
		}
		if err := db.Ping(); err != nil {
			t.Fatal(err)
		}
	})
	defer db.Close()
	if next := schema.Ready(t, tables); next == first {
		t.Error("the schema of one who stays was handed on")
	}
}
