package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/isnadtest/wire"
	"isnad/internal/ledger"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

var engines = map[string]func(t *testing.T) string{
	"sqlite":   func(*testing.T) string { return "" },
	"postgres": func(t *testing.T) string { return schema.New(t) },
}

// What is restored is what was: everything that can be exported is the same byte for
// byte, on the same engine and on the other one, and the log goes on from where it
// was. It was taken while others wrote.
func TestBackupRoundTrip(t *testing.T) {
	t.Parallel()
	for from, database := range engines {
		t.Run(from, func(t *testing.T) { roundTrip(t, database(t)) })
	}
}

func roundTrip(t *testing.T, db string) {
	data := filepath.Join(t.TempDir(), "data")
	work := t.TempDir()
	f, err := os.Create(filepath.Join(work, "reports.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if err := wire.Write(f, 3, 0, 40); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	isnadRun(t, data, db, "add", f.Name())
	decided(t, data, db)

	during := filepath.Join(work, "during.tar.gz")
	whileWriting(t, data, db, func() { isnadRun(t, data, db, "backup", during) })
	if out := isnadRun(t, filepath.Join(t.TempDir(), "data"), "", "restore", during); !strings.Contains(out, "agree") {
		t.Errorf("a backup made while others wrote: %s", out)
	}

	file := filepath.Join(work, "isnad.tar.gz")
	isnadRun(t, data, db, "backup", file)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode of a backup: %v, %v", info.Mode(), err)
	}
	want := printedExports(t, data, db)
	for to, database := range engines {
		data, db := filepath.Join(t.TempDir(), "data"), database(t)
		isnadRun(t, data, db, "restore", file)
		for kind, text := range printedExports(t, data, db) {
			if text != want[kind] || len(text) == 0 {
				t.Errorf("to %s: export %s differs: %d bytes, want %d", to, kind, len(text), len(want[kind]))
			}
		}
		// The log goes on: what was there is its beginning, and nothing is there twice.
		late := filepath.Join(work, "late.txt")
		write(t, late, []byte("Bridge closed in Raqqa\n\nRAQQA, March 6, 2024 - Two people were killed near the old bridge on Wednesday, residents said.\n"))
		isnadRun(t, data, db, "add", late)
		if out := isnadRun(t, data, db, "verify"); !strings.Contains(out, "agree") {
			t.Errorf("to %s: verify: %s", to, out)
		}
		log := isnadRun(t, data, db, "export", "log")
		if more, goesOn := strings.CutPrefix(log, want["log"]); !goesOn || strings.Count(more, "\n") != 2 {
			t.Errorf("to %s: the log does not go on with two entries: %q", to, more)
		}
	}
}

// decided has people decide: about a claim, and in a case.
func decided(t *testing.T, data, db string) {
	t.Helper()
	cmds := commands{Data: data, Database: db}
	h, err := cmds.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	claims, _, err := h.store.Claims(t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(claims) != 1 {
		t.Fatal(claims, err)
	}
	claim := claims[0]
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	isnadRun(t, data, db, "claim", "accept", claim.ID, "--reason", "read in print")
	out := isnadRun(t, data, db, "case", "open", "--kind", "complaint", "--about", claim.Report, "--text", "It was another mill.", "--format", "jsonl")
	var opened struct{ ID string }
	if err := json.Unmarshal([]byte(out), &opened); err != nil {
		t.Fatal(err)
	}
	id := opened.ID
	isnadRun(t, data, db, "case", "decide", id, "--decision", "upheld", "--effect", "retraction", "--reasons", "So it was.")
	isnadRun(t, data, db, "case", "carry-out", id)
}

// whileWriting calls fn while captures come in, steps are done and the log is written.
func whileWriting(t *testing.T, data, db string, fn func()) {
	t.Helper()
	cmds := commands{Data: data, Database: db}
	log := slog.New(slog.DiscardHandler)
	h, err := cmds.open(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	defer h.keepLog(t.Context())()
	defer h.workOn(t.Context(), log)()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan int)
	begun := make(chan bool)
	go func() {
		n := 0
		for ; ctx.Err() == nil; n++ {
			r := wire.Make(9, n)
			_, _, err := h.pipeline.Keep(t.Context(), isnad.Capture{Address: fmt.Sprintf("https://hill.example/%d", n), MediaType: "text/plain"}, strings.NewReader(r.Title+"\n\n"+r.Text), pipeline.MaxLocal)
			if err == nil && n%4 == 0 {
				_, err = h.pipeline.WriteLog(t.Context())
			}
			if err != nil {
				t.Errorf("writing while a backup is made: %v", err)
				break
			}
			if n == 2 {
				close(begun)
			}
		}
		done <- n
	}()
	<-begun
	fn()
	stop()
	t.Logf("%d captures came in around the backup", <-done)
	if err := h.settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := h.pipeline.WriteLog(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// printedExports is everything that can be exported.
func printedExports(t *testing.T, data, db string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, kind := range []string{"reports", "sources", "citations", "claims", "incidents", "acts", "cases", "notices"} {
		out[kind] = isnadRun(t, data, db, "export", kind, "--format", "jsonl")
	}
	out["cases whole"] = isnadRun(t, data, db, "export", "cases", "--private", "--format", "jsonl")
	out["log"] = isnadRun(t, data, db, "export", "log")
	return out
}

// Who is killed in the middle leaves nothing that could be taken for whole.
func TestKilledBackupAndRestore(t *testing.T) {
	work := t.TempDir()
	data := filepath.Join(work, "data")
	text := filepath.Join(work, "a.txt")
	write(t, text, []byte("Bridge closed in Raqqa\n\nRAQQA, March 6, 2024 - Two people were killed near the old bridge on Wednesday, residents said.\n"))
	isnadRun(t, data, "", "add", text)
	file := filepath.Join(work, "isnad.tar.gz")
	isnadRun(t, data, "", "backup", file)

	// It waits for the writer of the log, its file begun.
	unlock, held, err := ledger.Lock(filepath.Join(data, "log"))
	if err != nil || !held {
		t.Fatal(held, err)
	}
	killed := filepath.Join(work, "killed.tar.gz")
	cmd := command(data, "backup", killed)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, func() bool { parts, _ := filepath.Glob(filepath.Join(work, ".isnad-*.part")); return len(parts) > 0 })
	cmd.Process.Kill()
	if cmd.Wait() == nil {
		t.Error("it ended before it was killed")
	}
	if _, err := os.Stat(killed); !os.IsNotExist(err) {
		t.Errorf("half a backup under its name: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}

	// It is given half of a backup, and waits for more.
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(work, "to")
	cmd = command(to, "restore", "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write(b[:len(b)*3/4]); err != nil {
		t.Fatal(err)
	}
	waitFor(t, func() bool { _, err := os.Stat(filepath.Join(to, "restoring", "isnad.db")); return err == nil })
	cmd.Process.Kill()
	if cmd.Wait() == nil {
		t.Error("it ended before it was killed")
	}
	for _, args := range [][]string{{"add", text}, {"export", "reports"}, {"restore", file}, {"serve"}} {
		if out, err := command(to, args...).CombinedOutput(); err == nil || !strings.Contains(string(out), "cut short") {
			t.Errorf("%v into a folder that is not whole: %v\n%s", args, err, out)
		}
	}
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	isnadRun(t, to, "", "restore", file)
}

func waitFor(t *testing.T, ready func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !ready(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("waited for a minute")
		}
	}
}
