package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"isnad/internal/isnadtest/wire"
)

// TestFullDisk adds more than a small disk holds. The command must end, say that
// the disk is full, and leave a house in order: once there is room, the same
// command does what was left and nothing twice.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	corpus := filepath.Join(dir, "reports.jsonl")
	var lines bytes.Buffer
	if err := wire.Write(&lines, 9, 0, 1500); err != nil {
		t.Fatal(err)
	}
	write(t, corpus, lines.Bytes())
	if err := os.Mkdir(filepath.Join(dir, "disk"), 0o700); err != nil {
		t.Fatal(err)
	}
	// In a mount namespace of its own, so that nothing is left behind.
	const script = `mount -t tmpfs -o size=4m tmpfs disk || exit 99
isnad --data disk/data add reports.jsonl >full.out 2>full.err; echo "exit $?" >>full.err
isnad --data disk/data verify >verify.out 2>&1; echo "exit $?" >>verify.out
mount -o remount,size=200m disk || exit 99
isnad --data disk/data add reports.jsonl >again.out 2>&1; echo "exit $?" >>again.out
isnad --data disk/data verify >clean.out 2>&1; echo "exit $?" >>clean.out
isnad --data disk/data export reports --format jsonl | cut -d, -f1 | sort -u | wc -l >count.out`
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	sh := exec.CommandContext(ctx, "sh", "-c", script)
	sh.Dir = dir
	sh.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		sh.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		sh.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
	}
	if out, err := sh.CombinedOutput(); err != nil {
		if os.Getuid() != 0 && ctx.Err() == nil {
			t.Skipf("this kernel lets nobody but root mount a small disk: %v %s", err, out)
		}
		t.Fatalf("%v: %s", err, out)
	}
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if got := read("full.err"); !strings.Contains(got, "full") || !strings.Contains(got, "exit 1") {
		t.Errorf("adding to a full disk said:\n%s", got)
	}
	if got := read("again.out"); !strings.Contains(got, "1500 reports") || !strings.Contains(got, "exit 0") {
		t.Errorf("adding again when there is room said:\n%s", got)
	}
	if got := read("clean.out"); !strings.Contains(got, "agree") || !strings.Contains(got, "exit 0") {
		t.Errorf("verify said:\n%s", got)
	}
	if got := strings.TrimSpace(read("count.out")); got != "1500" {
		t.Errorf("%s reports stand there, want 1500", got)
	}
	t.Logf("verify on the full disk: %s", read("verify.out"))
}
