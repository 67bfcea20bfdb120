package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad/internal/isnadtest/wire"
)

// kills is how often the crash test kills the command.
const kills = 50

// TestKilledAdd adds fifty folders and kills each `isnad add` with SIGKILL at a
// random moment; then everything is added once more and runs to its end. What
// stands then must be what runs without any kill give: nothing missing, nothing
// doubled, and `isnad verify` finds nothing.
func TestKilledAdd(t *testing.T) {
	t.Parallel()
	corpus := t.TempDir()
	var folders []string
	for n := range kills {
		folders = append(folders, writeFolder(t, corpus, n))
	}

	// Each is added without a kill right before, which tells how long it takes: both
	// meet the machine as busy as it is then.
	calm, killed := t.TempDir(), t.TempDir()
	r := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	hit := 0
	for _, folder := range folders {
		began := time.Now()
		if out, err := command(calm, "add", folder).CombinedOutput(); err != nil {
			t.Fatalf("add without a kill: %v\n%s", err, out)
		}
		took := time.Since(began)
		cmd := command(killed, "add", folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.AfterFunc(time.Duration(r.Float64()*float64(took)), func() { cmd.Process.Kill() })
		if err := cmd.Wait(); err != nil {
			hit++
		}
		moment.Stop()
	}
	want := holdings(t, calm)
	for _, kind := range exported {
		if len(want[kind]) == 0 {
			t.Fatalf("the corpus gives no %s: the test would show nothing", kind)
		}
	}
	t.Logf("%d of %d runs were killed before their end", hit, kills)
	if hit < kills*8/10 {
		t.Errorf("only %d of %d runs were killed before their end", hit, kills)
	}
	if out, err := command(killed, append([]string{"add"}, folders...)...).CombinedOutput(); err != nil {
		t.Fatalf("add after the kills: %v\n%s", err, out)
	}
	if out, err := command(killed, "verify").CombinedOutput(); err != nil {
		t.Errorf("verify after the kills: %v\n%s", err, out)
	}
	got := holdings(t, killed)
	for _, kind := range exported {
		if !slices.Equal(got[kind], want[kind]) {
			t.Errorf("%s after %d kills: %d, want %d; %s", kind, hit, len(got[kind]), len(want[kind]), difference(got[kind], want[kind]))
		}
	}
}

var exported = []string{"reports", "claims", "incidents"}

// command is isnad as a process of its own on a data folder.
func command(data string, args ...string) *exec.Cmd {
	cmd := exec.Command("isnad", args...)
	cmd.Env = append(os.Environ(), "ISNAD_DATA="+data)
	return cmd
}

// writeFolder writes folder n: one file of many reports and some of one. Their
// numbers never meet, so that no two incidents share a town and a day: which of two
// such a claim joins may depend on what arrived first, and kills change that order.
func writeFolder(t *testing.T, corpus string, n int) string {
	t.Helper()
	dir := filepath.Join(corpus, fmt.Sprintf("%02d", n))
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	if err := wire.Write(&lines, 7, n*200, (n+1)*200); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "a.jsonl"), lines.Bytes())
	for i := range 5 {
		r := wire.Make(8, kills*200+n*5+i)
		write(t, filepath.Join(dir, fmt.Sprintf("b%d.txt", i)), []byte(r.Title+"\n\n"+r.Published+"\n\n"+r.Text+"\n"))
	}
	return dir
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// holdings is what stands in a data folder: for each kind a line for every thing,
// in the order of their text. Claims are told with their words and incidents with
// their figures, so that a thing that changed is not taken for the same.
func holdings(t *testing.T, data string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, kind := range exported {
		cmd := command(data, "export", kind, "--format", "jsonl")
		b, err := cmd.Output()
		if err != nil {
			t.Fatalf("export %s: %v", kind, err)
		}
		for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
			var x map[string]any
			if err := json.Unmarshal(s.Bytes(), &x); err != nil {
				t.Fatalf("export %s: %v in %s", kind, err, s.Text())
			}
			var line string
			switch kind {
			case "reports":
				line = fmt.Sprint(x["id"], x["version"], x["title"])
			case "claims":
				line = fmt.Sprint(x["id"], x["quote"], x["killed"], x["incident"] != "")
			case "incidents":
				line = fmt.Sprint(x["event"], x["date"], x["killed"], x["injured"], len(x["claims"].([]any)))
			}
			out[kind] = append(out[kind], line)
		}
		slices.Sort(out[kind])
	}
	return out
}

// difference names a few things that are in one list only.
func difference(got, want []string) string {
	only := func(a, b []string) string {
		n := map[string]int{}
		for _, x := range b {
			n[x]++
		}
		var out []string
		for _, x := range a {
			if n[x]--; n[x] < 0 && len(out) < 3 {
				out = append(out, x)
			}
		}
		return strings.Join(out, "; ")
	}
	return fmt.Sprintf("too many: %s; missing: %s", only(got, want), only(want, got))
}
