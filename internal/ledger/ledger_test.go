package ledger

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/fsck"
	"golang.org/x/mod/sumdb/note"

	"isnad"
)

func newLog(t testing.TB) *Log {
	t.Helper()
	l, err := Create(filepath.Join(t.TempDir(), "log"), "courier.example/log")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// made are n made-up entries from an index on.
func made(from, n int64) []isnad.Entry {
	out := make([]isnad.Entry, n)
	for i := range out {
		index := from + int64(i)
		salt := isnad.HashOf(fmt.Append(nil, "salt", index))
		e := isnad.Entry{Index: index, Kind: isnad.EntryKinds()[index%8], Time: time.UnixMicro(1700000000000000 + index*7).UTC(), About: fmt.Sprint("r", index), Salt: []byte(salt[:32]), Statement: fmt.Sprintf(`{"n":%d}`, index)}
		e.Digest = Digest(e.Salt, e.Statement)
		out[i] = e
	}
	return out
}

// grow appends n entries and publishes a checkpoint.
func grow(t testing.TB, l *Log, n int64) Checkpoint {
	t.Helper()
	size, err := l.Size()
	if err == nil {
		err = l.Append(t.Context(), made(size, n))
	}
	if err == nil {
		_, err = l.Publish(t.Context(), Publishing{})
	}
	if err != nil {
		t.Fatal(err)
	}
	c, err := l.Checkpoint()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func checkLog(t testing.TB, l *Log) (faults []string) {
	t.Helper()
	seen := int64(0)
	size, err := l.Check(t.Context(), func(what string) { faults = append(faults, what) }, func(index int64, line []byte) error {
		if index != seen {
			t.Errorf("entry %d comes after %d", index, seen-1)
		}
		seen++
		if e := made(index, 1)[0]; string(line) != string(Leaf(&e)) {
			faults = append(faults, fmt.Sprintf("entry %d differs", index))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != size {
		t.Errorf("%d entries of %d were seen", seen, size)
	}
	return faults
}

// outside checks a log with the tool that transparency-dev has for it, over HTTP or files.
func outside(l *Log, f fsck.Fetcher) error {
	v, err := note.NewVerifier(l.Verifier())
	if err != nil {
		return err
	}
	return fsck.New(l.Origin(), v, f, func(bundle []byte) ([][]byte, error) {
		var b api.EntryBundle
		if err := b.UnmarshalText(bundle); err != nil {
			return nil, err
		}
		out := make([][]byte, len(b.Entries))
		for i, e := range b.Entries {
			out[i] = rfc6962.DefaultHasher.HashLeaf(e)
		}
		return out, nil
	}, fsck.Opts{N: 2}).Check(context.Background())
}

// A log that grows by leaps of all sizes stays whole for us and for others, and
// the proofs of its entries hold for every size that it had.
func TestGrowing(t *testing.T) {
	l := newLog(t)
	if _, err := l.Checkpoint(); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a checkpoint of an empty log: %v", err)
	}
	var olds []Checkpoint
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int64{1, 1, 5, 248, 1, 1, 254, 256, 700, 1, 3000} {
		c := grow(t, l, n)
		if faults := checkLog(t, l); len(faults) > 0 {
			t.Fatalf("%d entries: %q", c.Size, faults)
		}
		if err := outside(l, client.FileFetcher{Root: l.files.Root}); err != nil {
			t.Fatalf("%d entries: fsck: %v", c.Size, err)
		}
		index := r.Int64N(c.Size)
		b, err := l.Bundle(t.Context(), "x", made(index, min(3, c.Size-index)))
		if err == nil {
			err = CheckBundle(&b, l)
		}
		if err != nil {
			t.Errorf("proof of %d in %d: %v", index, c.Size, err)
		}
		for _, old := range olds {
			if err := l.holds(t.Context(), old, c.Size, c.Root); err != nil {
				t.Errorf("%d after %d: %v", c.Size, old.Size, err)
			}
		}
		olds = append(olds, c)
	}
	// What was proved to be partial and became full is taken away.
	left := 0
	err := filepath.WalkDir(l.files.Root, func(p string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(p, ".p") {
			left++
		}
		return err
	})
	if err != nil || left > 4 {
		t.Errorf("%d folders of partial tiles are left: %v", left, err)
	}
	if changed, err := l.Publish(t.Context(), Publishing{}); changed || err != nil {
		t.Errorf("a log that did not grow is published again: %v", err)
	}
	if changed, err := l.Publish(t.Context(), Publishing{Again: time.Nanosecond}); !changed || err != nil {
		t.Errorf("a log that is to be signed again is not: %v", err)
	}
}

// Whatever byte of whatever file is altered: it is named.
func TestOneByteAltered(t *testing.T) {
	l := newLog(t)
	grow(t, l, 300)
	if err := l.KeepHour(t.Context(), time.Now().Add(-time.Hour), nil); err != nil {
		t.Fatal(err)
	}
	grow(t, l, 500)
	files := 0
	err := filepath.WalkDir(l.dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(l.dir, path)
		if err != nil || d.IsDir() || strings.Contains(rel, ".state") || rel == "writer.lock" || rel == "key" || rel == "verifier" {
			return err
		}
		good, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		// Partial tiles of an older checkpoint at the right edge are nothing to fsck.
		current := !strings.Contains(rel, ".p/") || strings.HasSuffix(rel, "003.p/32") || strings.HasSuffix(rel, "1/000.p/3")
		files++
		r := rand.New(rand.NewPCG(3, uint64(files)))
		for range 4 {
			bad := append([]byte(nil), good...)
			at := r.IntN(len(bad))
			bad[at] ^= 1 << r.IntN(8)
			if err := os.WriteFile(path, bad, 0o644); err != nil {
				return err
			}
			named := false
			faults := checkLog(t, l)
			for _, f := range faults {
				named = named || strings.Contains(f, strings.TrimPrefix(rel, "tree/")) || strings.Contains(f, "differs")
			}
			if !named {
				t.Errorf("%s: byte %d was altered and is not named: %q", rel, at, faults)
			}
			if strings.HasPrefix(rel, "tree/") && outside(l, client.FileFetcher{Root: l.files.Root}) == nil && rel != "tree/checkpoint" && current {
				t.Errorf("%s: byte %d was altered and fsck does not see it", rel, at)
			}
			if err := os.Remove(path); err != nil {
				return err
			}
			if faults := checkLog(t, l); len(faults) == 0 && strings.HasPrefix(rel, "tree") && current {
				t.Errorf("%s was removed and is not missed", rel)
			}
			if err := os.WriteFile(path, good, 0o644); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || files < 8 {
		t.Fatalf("%d files: %v", files, err)
	}
	if faults := checkLog(t, l); len(faults) > 0 {
		t.Errorf("restored: %q", faults)
	}
}

// A log never signs that it forgot something.
func TestHistoryIsNotRewritten(t *testing.T) {
	l := newLog(t)
	old := grow(t, l, 40)
	other := newLog(t)
	if err := other.Append(t.Context(), made(0, 1)); err != nil {
		t.Fatal(err)
	}
	lie := made(1, 59)
	lie[5].Digest = isnad.HashOf([]byte("something else"))
	if err := other.Append(t.Context(), lie); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(l.dir, "tree")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(l.dir, "tree"), os.DirFS(filepath.Join(other.dir, "tree"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(l.dir, "tree", "checkpoint"), old.Text, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Publish(t.Context(), Publishing{}); err == nil || !strings.Contains(err.Error(), "no longer holds") {
		t.Errorf("another history is signed: %v", err)
	}
}

func TestAppendTakesOnlyWhatComesNext(t *testing.T) {
	l := newLog(t)
	grow(t, l, 3)
	for _, bad := range [][]isnad.Entry{made(2, 1), made(4, 1), append(made(3, 1), made(5, 1)...)} {
		if err := l.Append(t.Context(), bad); err == nil {
			t.Errorf("entries from %d on were appended after 2", bad[0].Index)
		}
	}
	if n, err := l.Size(); n != 3 || err != nil {
		t.Errorf("the log has %d entries: %v", n, err)
	}
}

// What a crash leaves of a batch that was being written does no harm: it is written again.
func TestHalfWrittenBatch(t *testing.T) {
	l := newLog(t)
	grow(t, l, 10)
	ahead := newLog(t)
	grow(t, ahead, 10)
	if err := ahead.Append(t.Context(), made(10, 300)); err != nil {
		t.Fatal(err)
	}
	// Tiles and bundles of the batch are there, the size of the tree is not.
	for _, part := range []string{"tile/0", "tile/1", "tile/entries"} {
		src := filepath.Join(ahead.files.Root, part)
		if _, err := os.Stat(src); err != nil {
			t.Fatal(err)
		}
		dst := filepath.Join(l.files.Root, part)
		if err := os.RemoveAll(dst); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(dst, os.DirFS(src)); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := l.Size(); n != 10 || err != nil {
		t.Fatalf("the log has %d entries: %v", n, err)
	}
	grow(t, l, 77)
	if faults := checkLog(t, l); len(faults) > 0 {
		t.Errorf("faults %q", faults)
	}
	if err := outside(l, client.FileFetcher{Root: l.files.Root}); err != nil {
		t.Error(err)
	}
}

func TestOneWriter(t *testing.T) {
	dir := t.TempDir()
	unlock, held, err := Lock(dir)
	if err != nil || !held {
		t.Fatal(held, err)
	}
	if _, again, err := Lock(dir); again || err != nil {
		t.Errorf("two hold the lock: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	if unlock, held, err = Lock(dir); err != nil || !held {
		t.Errorf("the lock is not given back: %v", err)
	} else if err := unlock(); err != nil {
		t.Error(err)
	}
}

func TestCreate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "log")
	if _, err := Open(dir); !errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("no log: %v", err)
	}
	for _, bad := range []string{"", "two words", "plus+sign", "tab\t", strings.Repeat("a", 300), "ünicode"} {
		if _, err := Create(dir, bad); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	l, err := Create(dir, RandomOrigin())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Create(dir, "other.example")
	if err != nil || again.Verifier() != l.Verifier() {
		t.Errorf("made again: %v", err)
	}
	if info, err := os.Stat(filepath.Join(dir, "key")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the private key can be read by others: %v %v", info.Mode(), err)
	}
	if err := os.Remove(filepath.Join(dir, "key")); err != nil {
		t.Fatal(err)
	}
	if err := l.Append(t.Context(), made(0, 1)); !errors.Is(err, ErrReadOnly) {
		t.Errorf("without a key: %v", err)
	}
}

// 100,000 entries: written in bounded time, checked by us and by others.
func TestManyEntries(t *testing.T) {
	n := int64(100_000)
	if testing.Short() {
		n = 10_000
	}
	l := newLog(t)
	start := time.Now()
	for at := int64(0); at < n; {
		grow(t, l, min(4096, n-at))
		at, _ = l.Size()
	}
	wrote := time.Since(start)
	start = time.Now()
	if faults := checkLog(t, l); len(faults) > 0 {
		t.Errorf("faults %q", faults)
	}
	checked := time.Since(start)
	if err := outside(l, client.FileFetcher{Root: l.files.Root}); err != nil {
		t.Error(err)
	}
	t.Logf("%d entries written in %v, checked in %v", n, wrote.Round(time.Millisecond), checked.Round(time.Millisecond))
	if wrote > 2*time.Minute || checked > time.Minute {
		t.Errorf("%d entries took %v to write and %v to check", n, wrote, checked)
	}
}

func FuzzReadLeaf(f *testing.F) {
	e := made(0, 1)[0]
	f.Add(Leaf(&e))
	f.Add([]byte(`{"kind":"capture","time":"2024-03-05T10:00:00.000000Z","digest":"x"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := ReadLeaf(b)
		if err == nil && string(Leaf(&e)) != string(b) {
			t.Errorf("%q reads as %q", b, Leaf(&e))
		}
	})
}
