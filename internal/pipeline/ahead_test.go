package pipeline_test

import (
	"bytes"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/ledger"
	"isnad/internal/pipeline"
)

// run does to a database what somebody could who has it in hand.
func run(t *testing.T, database string, statements ...string) {
	t.Helper()
	driver := "sqlite"
	if strings.HasPrefix(database, "postgres://") {
		driver = "pgx"
	}
	db, err := sql.Open(driver, database)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, q := range statements {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
}

// A database that was put back from a copy is older than its log. Nothing is appended
// then, verify says so, and once somebody says that the log is to be gone on with it
// goes on: what waited in the copy gets the place it has in the log, of the rest the
// log itself says that nobody knows what it vouched for. Not a byte of the log changes.
func TestLogAheadOfItsDatabase(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		h := logged(t, database)
		h.enter(5)
		h.writeLog()
		h.enter(3) // wait, when the copy is made
		if _, err := h.AdoptLog(t.Context()); !errors.Is(err, pipeline.ErrNothingAhead) {
			t.Errorf("adopting a log that is not ahead: %v", err)
		}
		h.enter(4) // after the copy
		h.writeLog()
		h.logWhole()
		l, err := ledger.Open(h.Ledger.Dir)
		if err != nil {
			t.Fatal(err)
		}
		published, err := l.Checkpoint()
		if err != nil {
			t.Fatal(err)
		}
		was, err := l.Entries(t.Context(), 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		// The copy is put back.
		run(t, database, "DELETE FROM entries WHERE place >= 8", "UPDATE entries SET place = NULL WHERE place >= 5")
		h.enter(2) // and the work goes on
		if _, err := h.WriteLog(t.Context()); !errors.Is(err, pipeline.ErrAhead) {
			t.Errorf("writing a log that is ahead: %v", err)
		}
		if faults := h.faults(); len(faults) != 1 || !strings.Contains(faults[0], "it has 12 entries, the database knows of 5") {
			t.Errorf("verify names %q", faults)
		}
		a, err := h.LogAhead(t.Context())
		if err != nil || a.From != 5 || a.To != 12 || a.Kinds[isnad.EntryCase] != 7 {
			t.Errorf("what the database lacks: %+v, %v", a, err)
		}

		a, err = h.AdoptLog(t.Context())
		if err != nil || a.Found != 3 || a.Lost() != 4 {
			t.Errorf("adopted: %+v, %v", a, err)
		}
		if n := h.logWhole(); n != 15 {
			t.Errorf("%d entries, want those 12, the two that waited and the one that says so", n)
		}
		now, err := l.Entries(t.Context(), 0, 100)
		if err != nil || len(now) != 15 {
			t.Fatalf("%d entries: %v", len(now), err)
		}
		for i := range was {
			if !bytes.Equal(ledger.Leaf(&was[i]), ledger.Leaf(&now[i])) {
				t.Errorf("entry %d was altered", i)
			}
		}
		if err := h.CheckSeen(t.Context(), published.Text); err != nil {
			t.Errorf("the log no longer holds what it published: %v", err)
		}
		if !slices.ContainsFunc(now[12:], func(e isnad.Entry) bool { return e.Kind == isnad.EntryAdoption }) {
			t.Errorf("no entry says that the log was gone on with: %+v", now[12:])
		}
		if _, err := h.AdoptLog(t.Context()); !errors.Is(err, pipeline.ErrNothingAhead) {
			t.Errorf("adopting it again: %v", err)
		}
		// An entry from before the copy is not covered by it.
		run(t, database, "UPDATE entries SET salt = '', statement = '' WHERE place = 2")
		if faults := h.faults(); len(faults) != 1 || !strings.Contains(faults[0], "entry 2 (case) about d1 was emptied") {
			t.Errorf("an entry that was emptied: %q", faults)
		}
	})
}
