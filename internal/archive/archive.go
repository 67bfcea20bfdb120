// Package archive keeps bytes under their hash.
//
// An [Archive] is a folder. A blob, that is the bytes of one capture, is the file
//
//	DIR/ab/cd/abcd…   named by its SHA-256 in 64 hexadecimal digits
//	DIR/tmp/…         bytes on their way in
//
// Two levels of folders keep each small: ten million blobs make 153 a folder.
// Nothing else is needed to read an archive: sha256sum checks it, cp copies it.
//
// # What Put promises
//
// When [Archive.Put] returns without an error, the bytes and their name are on
// the disk: the file was synced before it took its name, its folder after. When
// it returns an error, or the process dies at any point, nothing stands under
// the name, and what lies in tmp is taken away by a later [Open]. Any number of
// processes may put into one folder at a time.
//
// A blob is never changed. Putting the same bytes again writes nothing; it reads
// what is there and compares, so that a file that was cut or that rotted is
// replaced by the whole one.
//
// The package imports the root only.
package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"isnad"
)

// Archive is a folder of blobs named by their SHA-256. Safe for concurrent use.
type Archive struct {
	dir    string
	create func(dir string) (tempFile, error) // a file under tmp

	mu     sync.Mutex
	synced map[string]bool // folders whose own names are known to be on the disk
}

// Open opens the archive in dir and makes the folder when it is not there.
func Open(dir string) (*Archive, error) {
	a := &Archive{dir: filepath.Clean(dir), create: createTemp, synced: map[string]bool{}}
	_, missing := os.Stat(a.dir)
	err := os.MkdirAll(a.temp(), 0o750)
	if err == nil && missing != nil {
		err = syncDir(filepath.Dir(a.dir))
	}
	if err != nil {
		return nil, fmt.Errorf("archive: making its folder: %w", err)
	}
	if err := a.clean(); err != nil {
		return nil, err
	}
	return a, nil
}

// Blob is kept bytes.
type Blob interface {
	io.ReaderAt
	io.ReadSeekCloser
	Size() int64
}

// Open returns the bytes of h, isnad.ErrNotFound where they are absent.
func (a *Archive) Open(h isnad.Hash) (Blob, error) {
	f, size, err := a.open(h)
	if err != nil {
		return nil, fmt.Errorf("archive: opening %s: %w", short(h), err)
	}
	return blob{f, size}, nil
}

type blob struct {
	*os.File
	size int64
}

func (b blob) Size() int64 { return b.size }

func (a *Archive) open(h isnad.Hash) (*os.File, int64, error) {
	if !h.Valid() {
		return nil, 0, fmt.Errorf("that is no SHA-256: %w", isnad.ErrNotFound)
	}
	f, err := os.Open(a.path(h))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, isnad.ErrNotFound
	}
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("that is no file")
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

func (a *Archive) temp() string { return filepath.Join(a.dir, "tmp") }

// path is where the bytes of a valid hash are kept.
func (a *Archive) path(h isnad.Hash) string {
	return filepath.Join(a.dir, string(h[:2]), string(h[2:4]), string(h))
}

// short keeps whatever a caller took for a hash from filling a message.
func short(h isnad.Hash) string {
	if h.Valid() {
		return string(h)
	}
	if len(h) > 64 {
		h = h[:64]
	}
	return fmt.Sprintf("%q", string(h))
}
