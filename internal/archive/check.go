package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"isnad"
)

// CorruptError says that the bytes under a name are not those it stands for.
type CorruptError struct {
	Hash isnad.Hash // the name
	Got  isnad.Hash // the SHA-256 of what is there
	Size int64      // of what is there, bytes
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("archive: the %d bytes kept as %s have the SHA-256 %s: they were changed or cut since", e.Size, e.Hash, e.Got)
}

// Check reads the bytes of h again and returns a *CorruptError where they are
// not those that the name stands for; isnad.ErrNotFound where they are absent.
func (a *Archive) Check(h isnad.Hash) error {
	f, _, err := a.open(h)
	if err != nil {
		return fmt.Errorf("archive: checking %s: %w", short(h), err)
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return fmt.Errorf("archive: checking %s: %w", h, err)
	}
	if got := isnad.Hash(hex.EncodeToString(sum.Sum(nil))); got != h {
		return &CorruptError{h, got, n}
	}
	return nil
}

// Walk calls fn for every blob, in the order of their hashes, and ends with the
// first error that fn returns. It does not read the bytes; see Check. Files that
// are no blobs are passed over. Blobs put during the walk may be missed.
func (a *Archive) Walk(fn func(h isnad.Hash, size int64) error) error {
	first, err := folders(a.dir)
	if err != nil {
		return fmt.Errorf("archive: walking: %w", err)
	}
	for _, dir := range first {
		second, err := folders(dir)
		if err != nil {
			return fmt.Errorf("archive: walking: %w", err)
		}
		for _, dir := range second {
			if err := a.walkFolder(dir, fn); err != nil {
				return err
			}
		}
	}
	return nil
}

// folders lists the folders in dir whose names are two hexadecimal digits, in order.
func folders(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if _, err := hex.DecodeString(e.Name()); err == nil && e.IsDir() && len(e.Name()) == 2 {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found, nil
}

func (a *Archive) walkFolder(dir string, fn func(h isnad.Hash, size int64) error) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("archive: walking: %w", err)
	}
	for _, e := range entries {
		h := isnad.Hash(e.Name())
		if !h.Valid() || filepath.Dir(a.path(h)) != dir || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // taken away since the folder was read
		}
		if err != nil {
			return fmt.Errorf("archive: walking: %w", err)
		}
		if err := fn(h, info.Size()); err != nil {
			return err
		}
	}
	return nil
}
