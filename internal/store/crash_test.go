package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/isnadtest/schema"
)

// TestMain lets the test binary run as the process that is killed.
func TestMain(m *testing.M) {
	if dsn := os.Getenv("ISNAD_STORE_VICTIM"); dsn != "" {
		if err := victim(dsn); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(schema.Main(m))
}

const victimCaptures = 40

// victim adds captures and does their steps as add does, printing the name of each
// capture once AddCapture has returned: from then on nothing of it may be lost.
func victim(dsn string) error {
	ctx := context.Background()
	s, err := Open(ctx, dsn)
	if err != nil {
		return err
	}
	go func() {
		for i := range victimCaptures {
			c := newCapture(fmt.Sprint("victim", i), i)
			if _, _, err := s.AddCapture(ctx, c, Step{Kind: StepExtract, Capture: c.ID}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Println(i)
		}
		for {
			if n, _, err := s.Pending(ctx); err == nil && n == 0 {
				fmt.Println("done")
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	return s.Work(ctx, WorkOptions{}, smallPipeline)
}

// smallPipeline makes 30 reports of a capture, a claim of each, and an incident of
// the claims of each three reports, over three steps.
func smallPipeline(ctx context.Context, j *Job) error {
	return j.Complete(ctx, func(tx *Tx) error {
		switch j.Kind {
		case StepExtract:
			c, err := tx.capture(j.Capture)
			if err != nil {
				return err
			}
			var reports []isnad.Report
			for i := range 30 {
				r := newReport(c, fmt.Sprint(c.ID, i), "Shelling of a market", strings.Repeat("shells fell near the river ", 20))
				r.Bytes = &isnad.Bytes{Offset: int64(i), Length: 1}
				reports = append(reports, r)
			}
			refs, err := tx.PutReports(reports)
			if err != nil {
				return err
			}
			if err := tx.Note(c.ID, "one line could not be read"); err != nil {
				return err
			}
			return tx.Queue(Step{Kind: StepAttribute, Capture: c.ID, Reports: refs})
		case StepAttribute:
			for _, ref := range j.Reports {
				if _, err := tx.PutClaims(ref, []isnad.Claim{newClaim(ref, 0, "shells fell")}, []isnad.Toll{{Quote: "since March"}}, []isnad.Citation{{To: "s1"}}); err != nil {
					return err
				}
			}
			return tx.Queue(Step{Kind: StepReconcile, Capture: j.Capture, Reports: j.Reports})
		}
		if err := tx.LockIncidents(); err != nil {
			return err
		}
		claims, err := tx.ClaimsOf(j.Reports, nil)
		if err != nil {
			return err
		}
		for i := 0; i < len(claims); i += 3 {
			if err := tx.PutIncident(incidentOf(claims[i:min(i+3, len(claims))]...)); err != nil {
				return err
			}
		}
		return nil
	})
}

// A process that is killed at any moment loses nothing that was acknowledged,
// leaves nothing half done, and repeats nothing visible when another goes on.
func TestKill(t *testing.T) {
	for name, dsn := range map[string]func(testing.TB) string{"sqlite": sqliteDSN, "postgres": postgresDSN} {
		t.Run(name, func(t *testing.T) { testKill(t, dsn(t)) })
	}
}

func testKill(t *testing.T, dsn string) {
	s := openTest(t, dsn)
	acknowledged := -1
	finished := false
	kills := 0
	for ; kills < 12 && !finished; kills++ {
		last, done := killVictim(t, dsn, time.Duration(rand.IntN(250))*time.Millisecond)
		acknowledged, finished = max(acknowledged, last), done
		checkClean(t, s)
		seen := map[string]bool{}
		if err := s.Captures(t.Context(), func(c isnad.Capture) error { seen[c.Place] = true; return nil }); err != nil {
			t.Fatal(err)
		}
		for i := range acknowledged + 1 {
			if !seen[fmt.Sprint("victim", i)] {
				t.Fatalf("capture %d was acknowledged and is lost", i)
			}
		}
	}
	if !finished {
		if _, done := killVictim(t, dsn, time.Minute); !done {
			t.Fatal("the last process did not finish")
		}
	}
	t.Logf("killed %d times", kills)
	checkClean(t, s)
	totals, err := s.Totals(t.Context())
	want := Totals{Captures: victimCaptures, Reports: 30 * victimCaptures, Versions: 30 * victimCaptures, Outlets: 1, Claims: 30 * victimCaptures, Incidents: 10 * victimCaptures}
	if err != nil || totals != want {
		t.Errorf("%+v, want %+v, %v", totals, want, err)
	}
	_, notes, err := s.Capture(t.Context(), newCapture("victim3", 3).ID)
	if err != nil || len(notes) != 1 {
		t.Errorf("notes %q %v", notes, err)
	}
	if n, failed := pending(t, s); n != 0 || failed != 0 {
		t.Errorf("%d pending, %d failed", n, failed)
	}
}

// killVictim runs the victim until it has finished or the time is over, and kills
// it with SIGKILL. last is the last capture that it acknowledged.
func killVictim(t *testing.T, dsn string, after time.Duration) (last int, done bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "ISNAD_STORE_VICTIM="+dsn)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	last = -1
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if lines.Text() == "done" {
			done = true
			cmd.Process.Kill()
			break
		}
		if _, err := fmt.Sscan(lines.Text(), &last); err != nil {
			t.Fatalf("the victim says %q", lines.Text())
		}
	}
	if _, err := io.Copy(io.Discard, out); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the victim ended by itself")
	}
	return last, done
}
