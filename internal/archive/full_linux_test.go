package archive

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

// fullDisk is a file on a disk that takes room more bytes.
type fullDisk struct {
	tempFile
	room   int
	noSync bool
}

func (f *fullDisk) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	f.room -= n
	n, err := f.tempFile.Write(p[:n])
	if err == nil && n < len(p) {
		err = &os.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	return n, err
}

func (f *fullDisk) Sync() error {
	if f.noSync {
		return &os.PathError{Op: "sync", Path: f.Name(), Err: syscall.EIO}
	}
	return f.tempFile.Sync()
}

// Whatever the disk refuses, the error says what was being done, nothing stands
// under the name, nothing is left, and once there is room the bytes can be put.
func TestPutDiskRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		size   int64
		disk   func(dir string) (tempFile, error)
		want   error
		saying string
	}{
		{"full while streaming", 3 * inMemory, failing(2*inMemory, false), syscall.ENOSPC, "writing byte"},
		{"full at the first byte", 3 * inMemory, failing(0, false), syscall.ENOSPC, "writing byte"},
		{"full with a small page", 100, failing(50, false), syscall.ENOSPC, "keeping"},
		{"no sync", 100, failing(1<<30, true), syscall.EIO, "keeping"},
		{"no file", 100, func(string) (tempFile, error) { return nil, syscall.EDQUOT }, syscall.EDQUOT, "keeping"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := open(t)
			a.create = c.disk
			_, _, _, err := a.Put(io.LimitReader(zeros{}, c.size), 1<<30)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.saying) {
				t.Errorf("%v", err)
			}
			if found, left := walked(t, a), leftovers(t, a); len(found)+len(left) > 0 {
				t.Errorf("kept %v, left behind %v", found, left)
			}
			a.create = createTemp
			put(t, a, make([]byte, c.size))
		})
	}
}

func failing(room int, noSync bool) func(dir string) (tempFile, error) {
	return func(dir string) (tempFile, error) {
		f, err := createTemp(dir)
		return &fullDisk{f, room, noSync}, err
	}
}

// The same on a real file system of 4 MiB, where the machine lets us mount one.
func TestPutRealFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Skip("mounting a small file system: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	kept := put(t, a, bytes.Repeat([]byte("kept"), inMemory/4))
	for _, size := range []int64{100 * inMemory, 4 * inMemory} {
		if _, _, _, err = a.Put(io.LimitReader(zeros{}, size), 1<<30); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("%v", err)
		}
	}
	t.Log(err)
	if found, left := walked(t, a), leftovers(t, a); len(found) != 1 || len(left) > 0 {
		t.Errorf("kept %v, left behind %v", found, left)
	}
	if err := a.Check(kept); err != nil {
		t.Error(err)
	}
	put(t, a, make([]byte, 2*inMemory)) // the room is free again
}
