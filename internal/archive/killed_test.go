package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"isnad"
)

// page is the i-th of the pages that the process to be killed puts.
func page(i int) []byte { return bytes.Repeat(fmt.Appendf(nil, "page %d. ", i), 1+i%7*40_000) }

func TestMain(m *testing.M) {
	dir := os.Getenv("ISNAD_TEST_PUT_UNTIL_KILLED")
	if dir == "" {
		os.Exit(m.Run())
	}
	a, err := Open(dir)
	for i := 0; err == nil; i++ {
		_, _, _, err = a.Put(bytes.NewReader(page(i)), 1<<30)
		fmt.Println(i)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// A process that is killed at any moment loses nothing that Put had returned
// from, and leaves no half blob.
func TestPutKilled(t *testing.T) {
	a := open(t)
	for round := range 8 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "ISNAD_TEST_PUT_UNTIL_KILLED="+a.dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(40+17*round)*time.Millisecond, func() { cmd.Process.Kill() })
		returned := -1
		for lines := bufio.NewScanner(out); lines.Scan(); {
			fmt.Sscan(lines.Text(), &returned)
		}
		var killed *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &killed) || killed.Exited() {
			t.Fatalf("it was not killed: %v", err)
		}
		for i := range returned + 1 {
			if err := a.Check(isnad.HashOf(page(i))); err != nil {
				t.Errorf("round %d, page %d: %v", round, i, err)
			}
		}
		t.Logf("killed after %d pages", returned+1)
	}
	for _, h := range walked(t, a) {
		if err := a.Check(h); err != nil {
			t.Error(err)
		}
	}
}
