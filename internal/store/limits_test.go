package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/schema"
)

// What goes wrong outside says so in words, and leaves nothing half done.
func TestFullDisk(t *testing.T) {
	s := openTest(t, sqliteDSN(t))
	c := newCapture("full", 0)
	if err := second(s.AddCapture(t.Context(), c)); err != nil {
		t.Fatal(err)
	}
	var pages int
	if err := s.writer.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+20)); err != nil {
		t.Fatal(err)
	}
	err := s.Begin(t.Context(), func(tx *Tx) error {
		for i := range 100 {
			if _, err := tx.PutReports([]isnad.Report{newReport(c, fmt.Sprint(i), "T", strings.Repeat("much text ", 1000))}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("a full disk: %v", err)
	}
	if _, err := s.writer.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if totals, err := s.Totals(t.Context()); err != nil || totals.Reports != 0 || totals.Captures != 1 {
		t.Errorf("%+v %v", totals, err)
	}
	checkClean(t, s)
	if err := second(s.AddCapture(t.Context(), newCapture("after", 0))); err != nil {
		t.Errorf("it does not recover: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": sqliteDSN, "postgres": postgresDSN} {
		t.Run(name, func(t *testing.T) {
			at := dsn(t)
			s := openTest(t, at)
			if name == "sqlite" {
				if _, err := s.writer.Exec("PRAGMA query_only = 1"); err != nil {
					t.Fatal(err)
				}
			} else {
				s = openTest(t, at+"&default_transaction_read_only=on")
			}
			err := second(s.AddCapture(t.Context(), newCapture("x", 0)))
			if err == nil || errors.Is(err, isnad.ErrNotFound) || !strings.Contains(err.Error(), "written") {
				t.Errorf("a database that may not be written: %v", err)
			}
			if _, err := s.Totals(t.Context()); err != nil {
				t.Errorf("it cannot be read: %v", err)
			}
		})
	}
}

func TestOpenFails(t *testing.T) {
	dir := t.TempDir()
	garbage := filepath.Join(dir, "garbage.db")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("not a database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for dsn, want := range map[string]string{
		filepath.Join(dir, "no", "such", "folder.db"): "cannot be opened",
		garbage:    "not a database",
		":memory:": "not the path",
		"":         "not the path",
		"postgres://postgres@127.0.0.1:1/test?sslmode=disable&connect_timeout=2": "connecting to PostgreSQL",
		"postgres://bad url": "database URL",
	} {
		s, err := Open(t.Context(), dsn)
		if err == nil {
			s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", dsn, err)
		}
	}
}

// The path of the database may hold what has a meaning in URIs.
func TestOddPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?c=1&d#e%41 'ü'.db")
	s := openTest(t, path)
	if err := second(s.AddCapture(t.Context(), newCapture("odd", 0))); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// A database that stands is opened again with all it holds; two may open a new one at once.
func TestOpenAgain(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": sqliteDSN, "postgres": schema.New} {
		t.Run(name, func(t *testing.T) {
			at := dsn(t)
			opened := make(chan error)
			for i := range 6 {
				go func() {
					s, err := Open(t.Context(), at)
					if err == nil {
						err = errors.Join(second(s.AddCapture(t.Context(), newCapture(fmt.Sprint(i), 0))), s.Close())
					}
					opened <- err
				}()
			}
			for range 6 {
				if err := <-opened; err != nil {
					t.Error(err)
				}
			}
			s := openTest(t, at)
			if totals, err := s.Totals(t.Context()); err != nil || totals.Captures != 6 {
				t.Errorf("%+v %v", totals, err)
			}
		})
	}
}

// A step that meets a full disk is not given up: Work says what is wrong at once,
// and the step is there when there is room again.
func TestWorkOnFullDisk(t *testing.T) {
	s := openTest(t, sqliteDSN(t))
	c := newCapture("full", 0)
	if err := second(s.AddCapture(t.Context(), c, Step{Kind: StepExtract, Capture: c.ID})); err != nil {
		t.Fatal(err)
	}
	limit := func(n int) {
		if _, err := s.writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", n)); err != nil {
			t.Fatal(err)
		}
	}
	do := func(ctx context.Context, j *Job) error {
		return j.Complete(ctx, func(tx *Tx) error {
			_, err := tx.PutReports([]isnad.Report{newReport(c, "big", "T", strings.Repeat("much text ", 1e5))})
			return err
		})
	}
	limit(1) // SQLite takes the present size for the limit
	err := s.Work(t.Context(), WorkOptions{}, do)
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("Work on a full disk: %v", err)
	}
	if n, failed := pending(t, s); n != 1 || failed != 0 {
		t.Errorf("%d pending, %d failed", n, failed)
	}
	limit(1e6)
	stop := work(t, s, 1, do)
	until(t, "the step", func() bool { n, _ := pending(t, s); return n == 0 })
	stop()
	checkClean(t, s)
}
