package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"isnad"
)

// Bytes are taken out of an archive for one reason: a decision says that they are
// to be destroyed. What is kept instead of them is another blob; who took them out
// remembers which.

// ErrCondemned is returned by PutUnless, wrapped, for bytes that are not to be kept.
var ErrCondemned = errors.New("these bytes were erased by a decision and are not kept again")

// Remove destroys the bytes of h; nothing happens where they are absent. When it
// returns without an error, their name is gone from the disk. It does not
// overwrite what a disk or its copies may still hold of them.
func (a *Archive) Remove(h isnad.Hash) error {
	if !h.Valid() {
		return fmt.Errorf("archive: removing %s: that is no SHA-256", short(h))
	}
	path := a.path(h)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("archive: removing %s: %w", h, err)
	}
	if err := syncDir(filepath.Dir(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("archive: removing %s: %w", h, err)
	}
	return nil
}

// PutUnless is Put, but asks before the bytes take their name: where condemned
// says so, they are not kept and the error wraps ErrCondemned. Their hash and size
// are returned all the same.
func (a *Archive) PutUnless(r io.Reader, limit int64, condemned func(isnad.Hash) (bool, error)) (h isnad.Hash, size int64, err error) {
	in := &incoming{a: a, limit: limit}
	defer in.discard()
	if err := in.readAll(r); err != nil {
		return "", 0, fmt.Errorf("archive: %w", explained(err))
	}
	not, err := condemned(in.hash)
	if err == nil && not {
		err = ErrCondemned
	}
	if err == nil {
		_, err = in.keep()
	}
	if err != nil {
		return in.hash, in.size, fmt.Errorf("archive: keeping %s of %d bytes: %w", in.hash, in.size, explained(err))
	}
	// What was condemned meanwhile is destroyed by whoever did so, or here.
	if not, err = condemned(in.hash); err == nil && not {
		err = errors.Join(ErrCondemned, a.Remove(in.hash))
	}
	if err != nil {
		return in.hash, in.size, fmt.Errorf("archive: keeping %s of %d bytes: %w", in.hash, in.size, explained(err))
	}
	return in.hash, in.size, nil
}
