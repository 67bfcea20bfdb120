package ledger

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/mod/sumdb/note"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/storage/posix"
	"isnad"
)

// Log is a folder with a log. Safe for concurrent use; writing needs Lock.
type Log struct {
	dir      string
	text     string // the verifier as text
	verifier note.Verifier
	files    client.FileFetcher
}

// Open opens the log in dir; isnad.ErrNotFound where there is none.
func Open(dir string) (*Log, error) {
	text, err := os.ReadFile(filepath.Join(dir, "verifier"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("opening the log: %s: %w", dir, isnad.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the log: %w", err)
	}
	l := &Log{dir: dir, text: strings.TrimSpace(string(text)), files: client.FileFetcher{Root: filepath.Join(dir, "tree")}}
	if l.verifier, err = note.NewVerifier(l.text); err != nil {
		return nil, fmt.Errorf("opening the log: reading its public key: %w", err)
	}
	return l, nil
}

// RandomOrigin is a name for a log that nobody gave one.
func RandomOrigin() string {
	b := make([]byte, 8)
	rand.Read(b) // never fails
	return "isnad.invalid/" + hex.EncodeToString(b)
}

// CheckOrigin tells whether a log can have this name: what an address of the
// world-wide web has after its "https://" is usual.
func CheckOrigin(origin string) error {
	if origin == "" || len(origin) > 200 || strings.ContainsFunc(origin, func(r rune) bool { return r <= ' ' || r >= 0x7f || r == '+' }) {
		return fmt.Errorf("%w: %.60q cannot be the name of a log: letters, digits, dots and slashes, up to 200", isnad.ErrRefused, origin)
	}
	return nil
}

// Create makes a log in dir with a key of its own. origin is its name in every
// checkpoint, for ever. Where there is one already it is opened.
func Create(dir, origin string) (*Log, error) {
	if l, err := Open(dir); !errors.Is(err, isnad.ErrNotFound) {
		return l, err
	}
	if err := CheckOrigin(origin); err != nil {
		return nil, err
	}
	secret, public, err := note.GenerateKey(rand.Reader, origin)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = writeFile(filepath.Join(dir, "key"), []byte(secret+"\n"), 0o600)
	}
	if err == nil { // last: with it there is a log
		err = writeFile(filepath.Join(dir, "verifier"), []byte(public+"\n"), 0o644)
	}
	if err != nil {
		return nil, fmt.Errorf("making a log in %s: %w", dir, err)
	}
	return Open(dir)
}

// Origin is the name of the log.
func (l *Log) Origin() string { return l.verifier.Name() }

// Verifier is name and public key of the log, as package note writes them.
func (l *Log) Verifier() string { return l.text }

// ErrReadOnly is returned, wrapped, where the folder has no private key: it is a copy.
var ErrReadOnly = errors.New("this is a copy of the log, without its key")

func (l *Log) signer() (note.Signer, error) {
	secret, err := os.ReadFile(filepath.Join(l.dir, "key"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrReadOnly
	}
	if err != nil {
		return nil, fmt.Errorf("reading the key of the log: %w", err)
	}
	s, err := note.NewSigner(strings.TrimSpace(string(secret)))
	if err != nil {
		return nil, fmt.Errorf("reading the key of the log: %w", err)
	}
	if s.Name() != l.verifier.Name() || s.KeyHash() != l.verifier.KeyHash() {
		return nil, errors.New("the private key of the log is not that of its public one")
	}
	return s, nil
}

// Lock makes the caller the one that writes, until unlock is called; held is false
// where another process, or another caller of this one, is. It ends with the process.
func Lock(dir string) (unlock func() error, held bool, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, false, fmt.Errorf("locking the log: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(dir, "writer.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, false, fmt.Errorf("locking the log: %w", err)
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, false, f.Close()
	}
	if err != nil {
		return nil, false, errors.Join(fmt.Errorf("locking the log: %w", err), f.Close())
	}
	return f.Close, true, nil
}

// options are what the tree is written with. Checkpoints are published by Publish
// alone: the interval keeps the writer of the tree from doing so.
func (l *Log) options(batch int) (*tessera.AppendOptions, error) {
	s, err := l.signer()
	if err != nil {
		return nil, err
	}
	const never = 1 << 62
	return tessera.NewAppendOptions().WithCheckpointSigner(s).WithBatching(uint(max(1, batch)), never).
		WithCheckpointInterval(never).WithCheckpointRepublishInterval(0).WithGarbageCollectionInterval(0), nil
}

func (l *Log) driver(ctx context.Context) (tessera.Driver, error) {
	return posix.New(ctx, posix.Config{Path: l.files.Root})
}

// writeFile writes a file that is there whole or not at all, and on the disk.
func writeFile(path string, b []byte, mode fs.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
