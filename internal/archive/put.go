package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"isnad"
)

// inMemory is how many bytes Put holds before it makes a file. Most pages stay
// below it, so putting one again costs no write at all.
const inMemory = 1 << 20

// Put keeps what r gives, up to limit bytes (isnad.ErrTooLarge beyond), and
// returns once the bytes and their name are on the disk. existed tells that they
// were there already.
func (a *Archive) Put(r io.Reader, limit int64) (h isnad.Hash, size int64, existed bool, err error) {
	in := &incoming{a: a, limit: limit}
	defer in.discard()
	if err := in.readAll(r); err != nil {
		return "", 0, false, fmt.Errorf("archive: %w", explained(err))
	}
	existed, err = in.keep()
	if err != nil {
		return "", 0, false, fmt.Errorf("archive: keeping %s of %d bytes: %w", in.hash, in.size, explained(err))
	}
	return in.hash, in.size, existed, nil
}

// explained says in words what a person can do something about.
func explained(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("the disk is full: %w", err)
	}
	return err
}

// incoming is bytes on their way in: in memory while they are few, then in a
// file under tmp.
type incoming struct {
	a     *Archive
	limit int64
	head  bytes.Buffer // all of them while file is nil
	file  tempFile
	size  int64
	hash  isnad.Hash
}

// tempFile is the part of *os.File that is written to. Tests put a full disk in
// its place.
type tempFile interface {
	io.WriteCloser
	Name() string
	Sync() error
}

// createTemp makes a file that its owner and group may read and no one change.
func createTemp(dir string) (tempFile, error) {
	f, err := os.CreateTemp(dir, "put-*")
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(0o440); err != nil {
		f.Close()
		os.Remove(f.Name())
		return nil, err
	}
	return f, nil
}

// readAll takes in what r gives and names it.
func (in *incoming) readAll(r io.Reader) error {
	sum := sha256.New()
	chunk := make([]byte, 64<<10)
	for {
		n, err := r.Read(chunk)
		if in.size += int64(n); in.size > in.limit {
			return fmt.Errorf("more than %d bytes: %w", in.limit, isnad.ErrTooLarge)
		}
		sum.Write(chunk[:n])
		if err := in.write(chunk[:n]); err != nil {
			return fmt.Errorf("writing byte %d: %w", in.size, err)
		}
		if errors.Is(err, io.EOF) {
			in.hash = isnad.Hash(hex.EncodeToString(sum.Sum(nil)))
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading what is to be kept, after %d bytes: %w", in.size, err)
		}
	}
}

func (in *incoming) write(b []byte) error {
	if in.file == nil && in.head.Len()+len(b) <= inMemory {
		in.head.Write(b)
		return nil
	}
	if err := in.spill(); err != nil {
		return err
	}
	_, err := in.file.Write(b)
	return err
}

// spill makes the file, where there is none yet, and moves the bytes there.
func (in *incoming) spill() error {
	if in.file != nil {
		return nil
	}
	f, err := in.a.create(in.a.temp())
	if err != nil {
		return err
	}
	in.file = f
	_, err = f.Write(in.head.Bytes())
	in.head = bytes.Buffer{}
	return err
}

// keep gives the bytes their name, unless whole bytes stand under it.
func (in *incoming) keep() (existed bool, err error) {
	path := in.a.path(in.hash)
	folder := filepath.Dir(path)
	err = in.a.Check(in.hash)
	if err == nil {
		// Another process may have made the file a moment ago and not have come to
		// sync its folder.
		return true, in.a.syncFolder(folder)
	}
	var rotten *CorruptError
	if !errors.Is(err, isnad.ErrNotFound) && !errors.As(err, &rotten) {
		return false, err
	}
	if err := in.spill(); err != nil {
		return false, err
	}
	if err := in.file.Sync(); err != nil {
		return false, err
	}
	if err := in.file.Close(); err != nil {
		return false, err
	}
	if err := in.a.makeFolder(folder); err != nil {
		return false, err
	}
	if err := os.Rename(in.file.Name(), path); err != nil {
		return false, err
	}
	in.file = nil
	if err := syncDir(folder); err != nil {
		return false, err
	}
	return false, nil
}

// discard takes the file away that did not become a blob. Its error adds nothing
// to the one that led here: Open cleans again.
func (in *incoming) discard() {
	if in.file != nil {
		in.file.Close()
		os.Remove(in.file.Name())
	}
}
