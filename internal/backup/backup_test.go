package backup_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/backup"
	"isnad/internal/isnadtest/schema"
	"isnad/internal/ledger"
	"isnad/internal/pipeline"
	"isnad/internal/store"
)

// build makes a house with three captures and a log.
func build(t *testing.T, database string) (*pipeline.Pipeline, backup.House) {
	t.Helper()
	dir := t.TempDir()
	ar, err := archive.Open(filepath.Join(dir, "archive"))
	if err != nil {
		t.Fatal(err)
	}
	if database == "" {
		database = filepath.Join(dir, "isnad.db")
	}
	st, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	p := pipeline.New(st, ar, slog.New(slog.DiscardHandler))
	p.Ledger = pipeline.LogOptions{Dir: filepath.Join(dir, "log"), Origin: "courier.example/log"}
	for n := range 3 {
		keep(t, p, n)
	}
	return p, backup.House{Store: st, Archive: ar, LogDir: p.Ledger.Dir, Program: "test"}
}

func keep(t *testing.T, p *pipeline.Pipeline, n int) {
	t.Helper()
	text := fmt.Sprintf("Shells near mill %d\n\nKARM, March 4, 2024 - Shells fell near a mill on Monday, residents said.\n", n)
	if _, _, err := p.Keep(t.Context(), isnad.Capture{Address: fmt.Sprintf("https://hill.example/%d", n), MediaType: "text/plain"}, strings.NewReader(text), pipeline.MaxLocal); err != nil {
		t.Fatal(err)
	}
	if _, err := p.WriteLog(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, h backup.House) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := backup.Write(t.Context(), &b, h); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type member struct {
	head tar.Header
	body []byte
}

// unpack takes a backup apart, pack puts it together; where sums is set the list of
// hashes is made to fit, as somebody would who alters a backup on purpose.
func unpack(t *testing.T, b []byte) (list []member) {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(z)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, member{*h, body})
	}
}

func pack(t *testing.T, list []member, sums bool) []byte {
	t.Helper()
	var out, lines bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	for _, m := range list {
		if sums && m.head.Name == "SHA256SUMS" {
			m.body = lines.Bytes()
		}
		m.head.Size = int64(len(m.body))
		if m.head.Typeflag != tar.TypeReg {
			m.head.Size = 0
		}
		if err := w.WriteHeader(&m.head); err != nil {
			t.Fatal(err)
		}
		if m.head.Size > 0 {
			if _, err := w.Write(m.body); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprintf(&lines, "%x  %s\n", sha256.Sum256(m.body), m.head.Name)
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func at(t *testing.T, list []member, prefix string) int {
	t.Helper()
	for i := range list {
		if strings.HasPrefix(list[i].head.Name, prefix) {
			return i
		}
	}
	t.Fatalf("no file begins with %s", prefix)
	return 0
}

// nothingLeft demands that a restore that failed left nothing.
func nothingLeft(t *testing.T, data string) {
	t.Helper()
	if list, err := os.ReadDir(data); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("left behind: %v, %v", list, err)
	}
}

// A backup that somebody altered, or that was cut or damaged, is refused with words
// that name the place, and nothing of it stands.
func TestHostileBackups(t *testing.T) {
	_, h := build(t, "")
	whole := write(t, h)
	plain := func(name, body string) member {
		return member{tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o600, ModTime: time.Unix(1700000000, 0)}, []byte(body)}
	}
	link := func(name, to string) member {
		return member{tar.Header{Typeflag: tar.TypeSymlink, Name: name, Linkname: to}, nil}
	}
	insert := func(list []member, i int, m member) []member {
		return append(append(append([]member{}, list[:i]...), m), list[i:]...)
	}
	without := func(list []member, i int) []member { return append(append([]member{}, list[:i]...), list[i+1:]...) }
	replace := func(list []member, i int, old, new string) []member {
		list[i].body = bytes.Replace(list[i].body, []byte(old), []byte(new), 1)
		return list
	}
	zeros := strings.Repeat("\x00", 8<<20)
	for name, c := range map[string]struct {
		alter func(list []member) []member
		sums  bool
		want  string
	}{
		"out of the folder": {func(l []member) []member { return insert(l, 1, plain("log/../../evil", "x")) }, true, "no file of a log"},
		"an absolute name":  {func(l []member) []member { return insert(l, 1, plain("/tmp/evil", "x")) }, true, "/tmp/evil"},
		"a link":            {func(l []member) []member { return insert(l, 1, link("log/tree", "/tmp")) }, true, "no plain file"},
		"a link as a blob":  {func(l []member) []member { return insert(l, at(t, l, "archive/"), link("archive/aa", "/etc/passwd")) }, true, "no plain file"},
		"a file of its own": {func(l []member) []member { return insert(l, 1, plain("log/writer.lock", "")) }, true, "no file of a log"},
		"a huge file":       {func(l []member) []member { return insert(l, 1, plain("log/tree/tile/9/000", zeros)) }, true, "no file of a log"},
		"a bomb as a blob": {func(l []member) []member {
			return insert(l, at(t, l, "archive/"), plain("archive/00/00/"+strings.Repeat("0", 64), zeros))
		}, true, "its bytes have the SHA-256"},
		"bombs as lines": {func(l []member) []member {
			return insert(l, at(t, l, "database/captures"), plain("database/blobs-000002.jsonl", zeros))
		}, true, "blobs-000002"},
		"an altered blob": {func(l []member) []member { return replace(l, at(t, l, "archive/"), "mill", "milk") }, true, "its bytes have the SHA-256"},
		"an altered row": {func(l []member) []member {
			return replace(l, at(t, l, "database/captures"), "hill.example", "hull.example")
		}, false, "database/captures-000001.jsonl has the SHA-256"},
		"another table": {func(l []member) []member {
			return insert(l, at(t, l, "database/"), plain("database/aaa-000001.jsonl", "[\"a\"]\n[1]\n"))
		}, true, "no table is called"},
		"SQL as a table": {func(l []member) []member {
			return insert(l, at(t, l, "database/"), plain("database/\"; drop-000001.jsonl", "[\"a\"]\n[1]\n"))
		}, true, "no place here"},
		"SQL as a column": {func(l []member) []member {
			return replace(l, at(t, l, "database/captures"), `"seq"`, `"seq\") values (1); --"`)
		}, true, "has the columns"},
		"a short row": {func(l []member) []member { return replace(l, at(t, l, "database/blobs"), "\n[", "\n[1,") }, true, "another number of values"},
		"no JSON":     {func(l []member) []member { return replace(l, at(t, l, "database/blobs"), "\n[", "\n{") }, true, "database/blobs-000001.jsonl: line 2"},
		"a part too few": {func(l []member) []member {
			return replaceName(l, at(t, l, "database/blobs"), "database/blobs-000002.jsonl")
		}, true, "part 000001 is missing"},
		"a blob too few":      {func(l []member) []member { return without(l, at(t, l, "archive/")) }, false, "is missing or was added"},
		"a table too few":     {func(l []member) []member { return without(l, at(t, l, "database/captures")) }, false, "is missing or was added"},
		"the same blob twice": {func(l []member) []member { i := at(t, l, "archive/"); return insert(l, i, l[i]) }, true, "no place here"},
		"sections mixed":      {func(l []member) []member { return insert(l, at(t, l, "archive/"), plain("log/verifier", "x")) }, true, "no place here"},
		"no list of hashes":   {func(l []member) []member { return without(l, at(t, l, "SHA256SUMS")) }, false, "it was cut"},
		"more behind the end": {func(l []member) []member { return append(l, plain("log/hourly/2024-03-04T05Z", "x")) }, true, "behind the end"},
		"another manifest":    {func(l []member) []member { return replace(l, 0, "isnad-backup/1", "isnad-backup/9") }, true, "isnad-backup/9"},
		"a newer isnad":       {func(l []member) []member { return replace(l, 0, `"level": `, `"level": 9`) }, true, "newer isnad"},
		"another log's state": {func(l []member) []member { return replace(l, 0, `"size": 3`, `"size": 4`) }, true, "manifest says 4"},
		"no manifest":         {func(l []member) []member { return without(l, 0) }, true, "no backup of isnad"},
	} {
		t.Run(name, func(t *testing.T) {
			data := filepath.Join(t.TempDir(), "data")
			_, err := backup.Read(t.Context(), bytes.NewReader(pack(t, c.alter(unpack(t, whole)), c.sums)), backup.Target{Data: data})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
			nothingLeft(t, data)
		})
	}
	t.Run("holes", func(t *testing.T) { // 64 GB of zeros, said in a few bytes: the writer of archive/tar knows no such files
		const name = "archive/00/00/0000000000000000000000000000000000000000000000000000000000000000"
		list := unpack(t, whole)
		m := plain(name, "1\n0\n0\n"+strings.Repeat("\x00", 512-6)) // a map of one piece that is empty
		m.head.PAXRecords = map[string]string{"XXX.sparse.major": "1", "XXX.sparse.minor": "0", "XXX.sparse.name": name, "XXX.sparse.realsize": "68719476736"}
		bare := bytes.ReplaceAll(raw(t, pack(t, insert(list, at(t, list, "archive/"), m), true)), []byte("XXX.sparse"), []byte("GNU.sparse"))
		holed := tar.NewReader(bytes.NewReader(bare))
		for h, err := holed.Next(); ; h, err = holed.Next() {
			if err != nil {
				t.Fatalf("the file has no holes that archive/tar sees: %v", err)
			}
			if h.Size == 68719476736 {
				break
			}
		}
		data := filepath.Join(t.TempDir(), "data")
		_, err := backup.Read(t.Context(), bytes.NewReader(zipped(t, bare)), backup.Target{Data: data})
		if err == nil || !strings.Contains(err.Error(), "no plain file") {
			t.Errorf("a file with holes: %v", err)
		}
		nothingLeft(t, data)
	})
	t.Run("cut", func(t *testing.T) {
		for _, n := range []int{0, 5, 200, len(whole) / 2, len(whole) - 200, len(whole) - 9, len(whole) - 1} {
			data := filepath.Join(t.TempDir(), "data")
			_, err := backup.Read(t.Context(), bytes.NewReader(whole[:n]), backup.Target{Data: data})
			if err == nil || !strings.Contains(err.Error(), "cut") {
				t.Errorf("the first %d of %d bytes: %v", n, len(whole), err)
			}
			nothingLeft(t, data)
		}
	})
	t.Run("one byte", func(t *testing.T) {
		for n := 10; n < len(whole); n += len(whole) / 12 { // before are time and system in the head of gzip
			bad := bytes.Clone(whole)
			bad[n] ^= 0x10
			data := filepath.Join(t.TempDir(), "data")
			_, err := backup.Read(t.Context(), bytes.NewReader(bad), backup.Target{Data: data})
			if err != nil {
				nothingLeft(t, data)
				continue
			}
			if a, b := raw(t, bad), raw(t, whole); !bytes.Equal(a, b) { // else it was packed in another way
				t.Errorf("byte %d of %d altered: restored all the same", n, len(whole))
			}
		}
	})
	data := filepath.Join(t.TempDir(), "data")
	if _, err := backup.Read(t.Context(), bytes.NewReader(pack(t, unpack(t, whole), true)), backup.Target{Data: data}); err != nil {
		t.Errorf("taken apart and put together, nothing altered: %v", err)
	}
	if _, err := backup.Read(t.Context(), bytes.NewReader(whole), backup.Target{Data: data}); !errors.Is(err, backup.ErrNotEmpty) {
		t.Errorf("into a folder that holds something: %v", err)
	}
	if _, err := os.Stat(filepath.Join(data, "isnad.db")); err != nil {
		t.Errorf("what was there is gone: %v", err)
	}
}

// raw is a backup without its packing.
func raw(t *testing.T, b []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func zipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err := z.Write(b)
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func replaceName(list []member, i int, name string) []member {
	list[i].head.Name = name
	return list
}

// A database of PostgreSQL that holds something is left as it is.
func TestRestoreIntoEmptyDatabaseOnly(t *testing.T) {
	db := schema.New(t)
	p, h := build(t, db)
	whole := write(t, h)
	data := filepath.Join(t.TempDir(), "data")
	if _, err := backup.Read(t.Context(), bytes.NewReader(whole), backup.Target{Data: data, Database: db}); !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("into a database that holds something: %v", err)
	}
	nothingLeft(t, data)
	if err := p.Verify(t.Context(), func(what string) { t.Errorf("fault: %s", what) }, func(string) {}, func() {}); err != nil {
		t.Error(err)
	}
}

// Bytes that are still to be destroyed are in no backup.
func TestNoBackupWhileBytesWaitForErasure(t *testing.T) {
	p, h := build(t, "")
	err := p.Store.Begin(t.Context(), func(tx *store.Tx) error {
		var c isnad.Capture
		err := p.Store.Captures(t.Context(), func(x isnad.Capture) error { c = x; return nil })
		if err != nil {
			return err
		}
		return tx.AddCut(store.Cut{SHA256: c.SHA256, Report: "r0", Notice: "n0"}, c.ID)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Write(t.Context(), io.Discard, h); !errors.Is(err, backup.ErrErasing) {
		t.Errorf("a backup with bytes that are to be destroyed: %v", err)
	}
}

// What is erased while a backup is made makes it useless, and it says so.
func TestErasedMeanwhile(t *testing.T) {
	p, h := build(t, "")
	began := false
	h.Progress = func(files, _ int64) {
		if files < 4 || began {
			return
		}
		began = true // the database's moment has begun
		err := p.Store.Begin(t.Context(), func(tx *store.Tx) error { return tx.Enter(isnad.EntryErasure, "n0", 1) })
		if err != nil {
			t.Error(err)
		}
	}
	if _, err := backup.Write(t.Context(), io.Discard, h); !errors.Is(err, backup.ErrErased) {
		t.Errorf("a backup during which something was erased: %v", err)
	}
}

// A later state of the log is gone on with, another log is refused.
func TestRestoreWithLaterLog(t *testing.T) {
	p, h := build(t, "")
	whole := write(t, h)
	keep(t, p, 3)
	data := filepath.Join(t.TempDir(), "data")
	if _, err := backup.Read(t.Context(), bytes.NewReader(whole), backup.Target{Data: data, Log: h.LogDir}); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Open(filepath.Join(data, "log"))
	if err != nil {
		t.Fatal(err)
	}
	if c, err := l.Checkpoint(); err != nil || c.Size != 4 {
		t.Errorf("the log has %d entries: %v", c.Size, err)
	}
	_, other := build(t, "")
	data = filepath.Join(t.TempDir(), "data")
	if _, err := backup.Read(t.Context(), bytes.NewReader(whole), backup.Target{Data: data, Log: other.LogDir}); err == nil || !strings.Contains(err.Error(), "another log") {
		t.Errorf("with the log of another: %v", err)
	}
	nothingLeft(t, data)
}
