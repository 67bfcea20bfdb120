package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"pgregory.net/rapid"

	"isnad"
)

func open(t testing.TB) *Archive {
	t.Helper()
	a, err := Open(filepath.Join(t.TempDir(), "archive"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func put(t testing.TB, a *Archive, b []byte) isnad.Hash {
	t.Helper()
	h, size, _, err := a.Put(bytes.NewReader(b), 1<<30)
	if err != nil || h != isnad.HashOf(b) || size != int64(len(b)) {
		t.Fatalf("Put: %s of %d bytes, %v; want %s of %d", h, size, err, isnad.HashOf(b), len(b))
	}
	return h
}

func read(t testing.TB, a *Archive, h isnad.Hash) []byte {
	t.Helper()
	blob, err := a.Open(h)
	if err != nil {
		t.Fatal(err)
	}
	defer blob.Close()
	b, err := io.ReadAll(blob)
	if err != nil || blob.Size() != int64(len(b)) {
		t.Fatalf("%d bytes of %d, %v", len(b), blob.Size(), err)
	}
	return b
}

// leftovers are the files on their way in: after any call there are none.
func leftovers(t testing.TB, a *Archive) []string {
	t.Helper()
	entries, err := os.ReadDir(a.temp())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func walked(t testing.TB, a *Archive) []isnad.Hash {
	t.Helper()
	var found []isnad.Hash
	if err := a.Walk(func(h isnad.Hash, _ int64) error { found = append(found, h); return nil }); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestPutOpenRoundTrip(t *testing.T) {
	a := open(t)
	// What was put comes back, is there once, and never becomes something else.
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.OneOf(rapid.IntRange(0, 300), rapid.IntRange(inMemory-2, inMemory+2), rapid.Just(3*inMemory)).Draw(r, "size")
		seed := rapid.SliceOfN(rapid.Byte(), 1, 8).Draw(r, "seed")
		b := bytes.Repeat(seed, size/len(seed)+1)[:size]
		h := put(t, a, b)
		if !bytes.Equal(read(t, a, h), b) {
			r.Fatal("other bytes came back")
		}
		if _, _, existed, err := a.Put(iotest.HalfReader(bytes.NewReader(b)), int64(size)); err != nil || !existed {
			r.Fatalf("existed %v, %v", existed, err)
		}
		if err := a.Check(h); err != nil {
			r.Fatal(err)
		}
	})
	if left := leftovers(t, a); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestPutLimit(t *testing.T) {
	for _, size := range []int{10, inMemory, 2 * inMemory} {
		a := open(t)
		b := bytes.Repeat([]byte("x"), size)
		if _, _, _, err := a.Put(bytes.NewReader(b), int64(size)-1); !errors.Is(err, isnad.ErrTooLarge) {
			t.Errorf("%d bytes: %v", size, err)
		}
		if found, left := walked(t, a), leftovers(t, a); len(found)+len(left) > 0 {
			t.Errorf("%d bytes: kept %v, left behind %v", size, found, left)
		}
		if _, _, _, err := a.Put(bytes.NewReader(b), int64(size)); err != nil {
			t.Errorf("exactly the limit: %v", err)
		}
	}
}

func TestPutEmpty(t *testing.T) {
	a := open(t)
	if got := read(t, a, put(t, a, nil)); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

// A source that breaks off leaves nothing, neither in memory's case nor in the file's.
func TestPutBrokenSource(t *testing.T) {
	broken := errors.New("the line went dead")
	for _, size := range []int64{10, 3 * inMemory} {
		a := open(t)
		r := io.MultiReader(io.LimitReader(zeros{}, size), iotest.ErrReader(broken))
		if _, _, _, err := a.Put(r, 1<<30); !errors.Is(err, broken) {
			t.Errorf("%v", err)
		}
		if found, left := walked(t, a), leftovers(t, a); len(found)+len(left) > 0 {
			t.Errorf("kept %v, left behind %v", found, left)
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// Absent differs from failed, and a name that is no hash never reaches the disk.
func TestOpenAbsent(t *testing.T) {
	a := open(t)
	put(t, a, []byte("present"))
	for _, h := range []isnad.Hash{isnad.HashOf([]byte("absent")), "", "../../etc/passwd", "zz", isnad.Hash(strings.Repeat("/", 64)), isnad.Hash(strings.ToUpper(string(isnad.HashOf([]byte("present")))))} {
		if _, err := a.Open(h); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("Open(%q): %v", h, err)
		}
		if err := a.Check(h); !errors.Is(err, isnad.ErrNotFound) {
			t.Errorf("Check(%q): %v", h, err)
		}
	}
	h := isnad.HashOf([]byte("a folder in the way"))
	if err := os.MkdirAll(a.path(h), 0o750); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Open(h); err == nil || errors.Is(err, isnad.ErrNotFound) {
		t.Errorf("a folder under the name of a blob: %v", err)
	}
	if _, _, _, err := a.Put(strings.NewReader("a folder in the way"), 100); err == nil {
		t.Error("put onto a folder")
	}
}

// damage changes the file of h behind the archive's back.
func damage(t *testing.T, a *Archive, h isnad.Hash, b []byte) {
	t.Helper()
	if err := os.Chmod(a.path(h), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(a.path(h), b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file that was cut, or that rotted at its old length, is named by Check and
// mended by putting the bytes again.
func TestCheckAndMend(t *testing.T) {
	whole := []byte("Two outlets give eleven, the clinic gives nine.")
	for name, rotten := range map[string][]byte{
		"cut": whole[:10], "empty": nil, "longer": append(bytes.Clone(whole), '!'), "same length": bytes.Replace(bytes.Clone(whole), []byte("nine"), []byte("nins"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			a := open(t)
			h := put(t, a, whole)
			damage(t, a, h, rotten)
			var corrupt *CorruptError
			if err := a.Check(h); !errors.As(err, &corrupt) || corrupt.Hash != h || corrupt.Got != isnad.HashOf(rotten) || corrupt.Size != int64(len(rotten)) {
				t.Fatalf("%v", err)
			}
			if _, _, existed, err := a.Put(bytes.NewReader(whole), 100); existed || err != nil {
				t.Fatalf("existed %v, %v", existed, err)
			}
			if err := a.Check(h); err != nil {
				t.Error(err)
			}
		})
	}
}

// Putting what is there already writes nothing.
func TestPutAgainWritesNothing(t *testing.T) {
	a := open(t)
	b := []byte("The same page, fetched again.")
	h := put(t, a, b)
	before, _ := os.Stat(a.path(h))
	a.create = func(string) (tempFile, error) { return nil, errors.New("a file was made") }
	if _, _, existed, err := a.Put(bytes.NewReader(b), 100); !existed || err != nil {
		t.Fatalf("existed %v, %v", existed, err)
	}
	if after, _ := os.Stat(a.path(h)); !os.SameFile(before, after) {
		t.Error("the file was replaced")
	}
}

func TestPutConcurrently(t *testing.T) {
	a := open(t)
	b, err := Open(a.dir) // as another process would
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			for j := range 20 {
				body := bytes.Repeat(fmt.Appendf(nil, "page %d. ", j), 1+(j%3)*inMemory/8)
				if h, _, _, err := []*Archive{a, b}[i%2].Put(bytes.NewReader(body), 1<<30); err != nil || h != isnad.HashOf(body) {
					t.Errorf("%s, %v", h, err)
				}
			}
		})
	}
	all.Wait()
	found := walked(t, a)
	if len(found) != 20 {
		t.Errorf("%d blobs", len(found))
	}
	for _, h := range found {
		if err := a.Check(h); err != nil {
			t.Error(err)
		}
	}
	if left := leftovers(t, a); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWalk(t *testing.T) {
	a := open(t)
	if found := walked(t, a); len(found) > 0 {
		t.Errorf("an empty archive holds %v", found)
	}
	var want []isnad.Hash
	sizes := map[isnad.Hash]int64{}
	for i := range 300 {
		b := bytes.Repeat([]byte{byte(i), byte(i >> 8)}, i)
		h := put(t, a, b)
		if _, ok := sizes[h]; !ok {
			want = append(want, h)
		}
		sizes[h] = int64(len(b))
	}
	slices.Sort(want)
	// What is no blob, or stands where it does not belong, is not ours.
	stray := filepath.Join(filepath.Dir(a.path(want[0])), string(isnad.HashOf([]byte("stray"))))
	for _, p := range []string{stray, filepath.Join(a.dir, "README"), filepath.Join(filepath.Dir(stray), "notes")} {
		if err := os.WriteFile(p, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if found := walked(t, a); !slices.Equal(found, want) {
		t.Errorf("%d blobs, want %d", len(found), len(want))
	}
	stop := errors.New("enough")
	n := 0
	err := a.Walk(func(h isnad.Hash, size int64) error {
		if n++; size != sizes[h] {
			t.Errorf("%s: %d bytes, want %d", h, size, sizes[h])
		}
		if n == 5 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 5 {
		t.Errorf("%d blobs, %v", n, err)
	}
}

// Old leftovers go, young ones may belong to a process that lives.
func TestOpenCleans(t *testing.T) {
	a := open(t)
	old, young := filepath.Join(a.temp(), "put-1"), filepath.Join(a.temp(), "put-2")
	for _, p := range []string{old, young} {
		if err := os.WriteFile(p, []byte("half a page"), 0o440); err != nil {
			t.Fatal(err)
		}
	}
	then := time.Now().Add(-abandoned - time.Minute)
	if err := os.Chtimes(old, then, then); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(a.dir); err != nil {
		t.Fatal(err)
	}
	if left := leftovers(t, a); !slices.Equal(left, []string{"put-2"}) {
		t.Errorf("left: %v", left)
	}
}

func TestBlobSeeks(t *testing.T) {
	a := open(t)
	b, err := a.Open(put(t, a, []byte("0123456789")))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := iotest.TestReader(b, []byte("0123456789")); err != nil {
		t.Error(err)
	}
}

func BenchmarkPut(b *testing.B) {
	body := bytes.Repeat([]byte("a line of a page\n"), 300)
	b.Run("new", func(b *testing.B) {
		a := open(b)
		for i := range b.N {
			put(b, a, fmt.Appendf(body, "%d", i))
		}
	})
	b.Run("again", func(b *testing.B) {
		a := open(b)
		for range b.N {
			put(b, a, body)
		}
	})
}
