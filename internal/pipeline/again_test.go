package pipeline_test

import (
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// A report may come anew at the moment at which its claims are put into an
// incident. Then the new reading waits, so that it knows which incident loses a
// claim by it: else one without claims would stand for ever.
func TestReadAnewWhileIncidentsAreMade(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		h := buildOn(t, t.TempDir(), database)
		h.work()
		const address = "https://hill.example/again"
		h.keep(address, "Market hit in Idlib\n\nIDLIB, March 4, 2024 - Seven people were killed on Monday in an air strike on a market in Idlib, medical sources said.\n")
		h.settle()
		made := h.incidents()
		if len(made) != 1 || len(made[0].Claims) == 0 {
			t.Fatalf("%+v", made)
		}
		// As before its claims were put anywhere:
		if err := h.Store.Begin(t.Context(), func(tx *store.Tx) error { return tx.PutIncident(isnad.Incident{ID: made[0].ID}) }); err != nil {
			t.Fatal(err)
		}
		written, goOn, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
		go func() {
			done <- h.Store.Begin(t.Context(), func(tx *store.Tx) error {
				if err := tx.LockIncidents(); err != nil {
					return err
				}
				if err := tx.PutIncident(made[0]); err != nil {
					return err
				}
				_, err := tx.HaveClaims(nil) // writes what was put
				close(written)
				<-goOn
				return err
			})
		}()
		<-written
		kept := make(chan struct{})
		go func() { // on SQLite only one writes at a time, so that keeping waits too
			defer close(kept)
			h.keep(address, "Bridge hit in Raqqa\n\nRAQQA, March 11, 2024 - Two people were killed on Sunday near the old bridge in Raqqa by shelling, residents said.\n")
		}()
		time.Sleep(300 * time.Millisecond) // the new version is read, and waits
		close(goOn)
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		<-kept
		h.settle()
		h.whole()
	})
}
