package pipeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/ledger"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// TestMain lets the test binary run as the process that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("ISNAD_LOG_VICTIM"); dir != "" {
		if err := logVictim(dir, os.Getenv("ISNAD_LOG_VICTIM_DATABASE")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(schema.Main(m))
}

// logVictim enters and writes the log until it is killed.
func logVictim(dir, database string) error {
	ctx := context.Background()
	st, err := store.Open(ctx, database)
	if err != nil {
		return err
	}
	p := &pipeline.Pipeline{Store: st, Ledger: pipeline.LogOptions{Dir: dir}}
	for {
		err := st.Begin(ctx, func(tx *store.Tx) error {
			for i := range 40 {
				if err := tx.Enter(isnad.EntryCase, "d1", i); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil {
			_, err = p.WriteLog(ctx)
		}
		if err != nil {
			return err
		}
	}
}

// onDatabases runs a test on each engine. Those that do so run beside each other, as
// much of their time is waiting for a disk or a server.
func onDatabases(t *testing.T, test func(t *testing.T, database string)) {
	t.Parallel()
	onDatabasesAlone(t, test)
}

// onDatabasesAlone is onDatabases for what is killed by the clock, which is to be at
// its work by then and not to wait for other tests.
func onDatabasesAlone(t *testing.T, test func(t *testing.T, database string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "isnad.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, postgresDSN(t)) })
}

// postgresDSN is a schema whose tables are made and empty.
func postgresDSN(t testing.TB) string {
	return schema.Ready(t, func(dsn string) error {
		st, err := store.Open(context.Background(), dsn)
		if err != nil {
			return err
		}
		return st.Close()
	})
}

func (h house) enter(n int) {
	h.t.Helper()
	err := h.Store.Begin(h.t.Context(), func(tx *store.Tx) error {
		for i := range n {
			if err := tx.Enter(isnad.EntryCase, "d1", i); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h house) writeLog() {
	h.t.Helper()
	if busy, err := h.WriteLog(h.t.Context()); busy || err != nil {
		h.t.Fatalf("writing the log: busy %v, %v", busy, err)
	}
}

// logWhole fails the test unless log and database agree, and returns how many entries there are.
func (h house) logWhole() int64 {
	h.t.Helper()
	for _, f := range h.faults() {
		h.t.Errorf("fault: %s", f)
	}
	n, err := h.Store.LogCounts(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	l, err := ledger.Open(h.Ledger.Dir)
	if err != nil {
		h.t.Fatal(err)
	}
	c, err := l.Checkpoint()
	if err != nil || c.Size != n.Placed || n.Waiting > 0 {
		h.t.Errorf("the log vouches for %d entries, the database has %+v: %v", c.Size, n, err)
	}
	return n.Placed
}

func (h house) faults() (out []string) {
	h.t.Helper()
	err := h.Verify(h.t.Context(), func(what string) { out = append(out, what) }, func(string) {}, func() {})
	if err != nil {
		h.t.Fatal(err)
	}
	return out
}

// logged is a house with a log.
func logged(t *testing.T, database string) house {
	h := buildOn(t, t.TempDir(), database)
	h.Ledger = pipeline.LogOptions{Dir: filepath.Join(t.TempDir(), "log"), Origin: "courier.example/log"}
	return h
}

// What a crash leaves between database and log is mended: no gap, no double.
func TestLogIsMended(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		h := logged(t, database)
		h.enter(5)
		h.writeLog()
		h.enter(7)
		if _, err := h.Store.PlaceEntries(t.Context(), 4); err != nil { // and then it crashed
			t.Fatal(err)
		}
		h.writeLog()
		if n := h.logWhole(); n != 12 {
			t.Errorf("%d entries, want 12", n)
		}
		h.enter(3)
		if _, err := h.Store.PlaceEntries(t.Context(), 4); err != nil {
			t.Fatal(err)
		}
		l, err := ledger.Open(h.Ledger.Dir)
		if err != nil {
			t.Fatal(err)
		}
		es, err := h.Store.EntriesFrom(t.Context(), 12, 2)
		if err == nil {
			err = l.Append(t.Context(), es) // and then it crashed, before the checkpoint
		}
		if err != nil {
			t.Fatal(err)
		}
		h.writeLog()
		if n := h.logWhole(); n != 15 {
			t.Errorf("%d entries, want 15", n)
		}
		es, err = h.Store.EntriesOf(t.Context(), "d1")
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range es {
			if e.Index != int64(i) {
				t.Errorf("entry %d has place %d", i, e.Index)
			}
		}
	})
}

// The same with a process that is killed wherever it happens to be.
func TestKilledWriterOfTheLog(t *testing.T) {
	onDatabasesAlone(t, func(t *testing.T, database string) {
		h := logged(t, database)
		r := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
		for range 8 {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "ISNAD_LOG_VICTIM="+h.Ledger.Dir, "ISNAD_LOG_VICTIM_DATABASE="+database)
			out := &strings.Builder{}
			cmd.Stderr = out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(300+r.IntN(500)) * time.Millisecond)
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
				t.Fatalf("the writer ended by itself: %v\n%s", err, out)
			}
		}
		h.enter(1)
		for end := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			busy, err := h.WriteLog(t.Context()) // PostgreSQL may need a moment to see that the process is gone
			if err != nil || !busy {
				if err != nil {
					t.Fatal(err)
				}
				break
			}
			if time.Now().After(end) {
				t.Fatal("a process that is gone still holds the log")
			}
		}
		n := h.logWhole()
		if n%40 != 1 || n < 41 {
			t.Errorf("%d entries: some were lost or doubled", n)
		}
		t.Logf("%d entries survived", n)
	})
}

// Many who write at once: one does, the others leave it to them, and nothing is lost.
func TestManyWritersOfTheLog(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		h := logged(t, database)
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				for range 5 {
					h.enter(10)
					if _, err := h.WriteLog(t.Context()); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
		h.writeLog()
		if n := h.logWhole(); n != 200 {
			t.Errorf("%d entries, want 200", n)
		}
	})
}

// Only who has the folder of the log writes it: another folder is not made to a second log.
func TestTheLogLiesElsewhere(t *testing.T) {
	onDatabases(t, func(t *testing.T, database string) {
		h := logged(t, database)
		h.enter(2)
		h.writeLog()
		here := h.Ledger.Dir
		h.Ledger.Dir = filepath.Join(t.TempDir(), "log")
		h.enter(2)
		if _, err := h.WriteLog(t.Context()); !errors.Is(err, pipeline.ErrOtherLog) {
			t.Errorf("a second log: %v", err)
		}
		if faults := h.faults(); len(faults) > 0 {
			t.Errorf("faults where the log is not: %q", faults)
		}
		other, err := ledger.Create(h.Ledger.Dir, "other.example")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.WriteLog(t.Context()); !errors.Is(err, pipeline.ErrOtherLog) {
			t.Errorf("the log of another: %v", err)
		}
		if n, err := other.Size(); n > 0 || err != nil {
			t.Errorf("%d entries went into another log: %v", n, err)
		}
		h.Ledger.Dir = here
		h.writeLog()
		if n := h.logWhole(); n != 4 {
			t.Errorf("%d entries, want 4", n)
		}
	})
}

// Verify names the one byte that was altered: in the archive, in the database,
// where somebody has mended the checksums there too, and in the log.
func TestVerifyNamesOneByte(t *testing.T) {
	h := logged(t, filepath.Join(t.TempDir(), "isnad.db"))
	h.work()
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	h.writeLog()
	h.logWhole()
	report := reportOf(h)
	es, err := h.Store.EntriesOf(t.Context(), report)
	if err != nil || len(es) != 1 {
		t.Fatalf("entries %+v: %v", es, err)
	}
	alter := func(path, old, new string) (undo func()) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bad := strings.Replace(string(b), old, new, 1)
		if bad == string(b) || len(bad) != len(b) {
			t.Fatalf("%s has no %q", path, old)
		}
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		return func() {
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	var file string
	filepath.WalkDir(filepath.Join(h.Ledger.Dir, "tree", "tile", "entries"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			file = p
		}
		return err
	})
	digest := string(es[0].Digest)
	other := "0" + digest[1:]
	if digest[0] == '0' {
		other = "1" + digest[1:]
	}
	undo := alter(file, digest, other)
	if faults := h.faults(); !slices.ContainsFunc(faults, func(f string) bool {
		return strings.Contains(f, fmt.Sprintf("entry %d, about %s", es[0].Index, report))
	}) {
		t.Errorf("one byte of the log: %q", faults)
	}
	undo()
	h.logWhole()
}

// An entry says nothing of what it vouches for: neither words nor names nor
// addresses are in the log or in what the database keeps beside it.
func TestTheLogTellsNothing(t *testing.T) {
	h := logged(t, filepath.Join(t.TempDir(), "isnad.db"))
	h.work()
	c, _ := h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	h.writeLog()
	es, err := h.Store.EntriesFrom(t.Context(), 0, 100)
	if err != nil || len(es) < 2 {
		t.Fatalf("%d entries: %v", len(es), err)
	}
	all, err := json.Marshal(es)
	if err != nil {
		t.Fatal(err)
	}
	text := string(all)
	for _, e := range es {
		text += e.Statement
	}
	err = filepath.WalkDir(h.Ledger.Dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		text += string(b)
		if strings.Contains(p, "tree") && (strings.Contains(string(b), string(c.SHA256)) || strings.Contains(string(b), c.ID)) {
			t.Errorf("%s names the capture", p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Idlib", "Market", "hill", "Seven", "https"} {
		if strings.Contains(text, word) {
			t.Errorf("the log tells of %q", word)
		}
	}
}

// Who serves puts into the log what waits, without being asked.
func TestTheLogIsKept(t *testing.T) {
	h := logged(t, filepath.Join(t.TempDir(), "isnad.db"))
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.KeepLog(ctx)
	}()
	defer func() {
		stop()
		<-done
	}()
	for round := range 2 {
		h.enter(3)
		for end := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
			if n, err := h.Store.LogCounts(t.Context()); err == nil && n.Placed == int64(3*round+3) {
				break
			}
			if time.Now().After(end) {
				t.Fatal("entries wait for half a minute")
			}
		}
	}
}
