package backup

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/gzip"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/ledger"
	"isnad/internal/store"
)

// Format is what a backup calls itself.
const Format = "isnad-backup/1"

const (
	manifestName = "isnad-backup.json"
	sumsName     = "SHA256SUMS"

	partBytes = 4 << 20 // of a table; a part ends with the row that exceeds it
	hashPage  = 1000
)

// Manifest says what a backup holds.
type Manifest struct {
	Format   string       `json:"format"`
	Program  string       `json:"program"` // version of the program that wrote it
	Made     time.Time    `json:"made"`    // UTC; the moment that it shows
	Level    int64        `json:"level"`   // of the tables: number of the last migration
	Captures int64        `json:"captures"`
	Entries  int64        `json:"entries"` // of the log, that the database knows
	Waiting  int64        `json:"waiting"` // entries that have no place in the log yet
	Log      *LogManifest `json:"log,omitempty"`
}

// LogManifest is the state of the log in a backup.
type LogManifest struct {
	Verifier   string `json:"verifier"` // name and public key
	Size       int64  `json:"size"`     // of the last checkpoint
	Root       string `json:"root"`     // of the last checkpoint, base64
	Checkpoint string `json:"checkpoint"`
	Key        bool   `json:"key"` // the private key is in the backup
}

// House is what a backup is made of.
type House struct {
	Store   *store.Store
	Archive *archive.Archive
	LogDir  string // folder of the log
	Program string

	WithoutKey bool                           // leave the private key of the log out
	Progress   func(files int64, bytes int64) // is told how far it is; nil to be told nothing
}

// ErrErased is returned, wrapped, where a decision erased something while the
// backup was being made, so that it is of no use.
var ErrErased = errors.New("something was erased by a decision meanwhile")

// ErrErasing is returned, wrapped, where bytes wait to be destroyed: a backup would hold them.
var ErrErasing = errors.New("bytes that a decision erased still wait to be destroyed; the step that does it is done by isnad serve or isnad worker")

// patience is how long the writer of the log is waited for.
const patience = time.Minute

// Write writes a backup of the house as it is now. After an error what was written is
// of no use.
func Write(ctx context.Context, out io.Writer, h House) (Manifest, error) {
	spool, err := os.CreateTemp("", "isnad-sums-*")
	if err != nil {
		return Manifest{}, fmt.Errorf("making a backup: %w", err)
	}
	z, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	w := &writer{ctx: ctx, h: h, packed: z, tar: tar.NewWriter(z), spool: spool, sums: bufio.NewWriter(spool)}
	if err == nil {
		err = w.write()
	}
	if err == nil {
		err = errors.Join(w.tar.Close(), z.Close())
	}
	if err = errors.Join(err, spool.Close(), os.Remove(spool.Name())); err != nil {
		return w.manifest, fmt.Errorf("making a backup: %w", err)
	}
	return w.manifest, nil
}

type writer struct {
	ctx      context.Context
	h        House
	tar      *tar.Writer
	packed   *gzip.Writer
	manifest Manifest
	spool    *os.File // the list of hashes, until it is written
	sums     *bufio.Writer
	files    int64
	bytes    int64
}

func (w *writer) write() error {
	unlock, err := w.lock()
	if err != nil {
		return err
	}
	var began store.Erasing
	var lastSeq int64
	err = w.h.Store.Dump(w.ctx, func(d *store.Dump) error {
		began, lastSeq = d.Erasing, d.LastSeq
		if began.Waiting > 0 {
			return ErrErasing
		}
		if err := w.log(d); err != nil {
			return err
		}
		if err := unlock(); err != nil {
			return err
		}
		unlock = func() error { return nil }
		if err := errors.Join(w.tar.Flush(), w.packed.Flush()); err != nil { // who reads it from a pipe begins
			return err
		}
		for _, table := range d.Tables() {
			if err := w.table(d, table); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, unlock()); err != nil {
		return err
	}
	if err := w.archive(lastSeq); err != nil {
		return w.because(began, err)
	}
	if err := w.because(began, nil); err != nil {
		return err
	}
	return w.end()
}

// because is ErrErased where something was erased since, else err.
func (w *writer) because(began store.Erasing, err error) error {
	now, failed := w.h.Store.Erasing(w.ctx)
	if failed != nil {
		return errors.Join(err, failed)
	}
	if now != began {
		return ErrErased
	}
	return err
}

// lock keeps the writer of the log away.
func (w *writer) lock() (unlock func() error, err error) {
	for end := time.Now().Add(patience); ; {
		unlock, held, err := ledger.Lock(w.h.LogDir)
		if err != nil || held {
			return unlock, err
		}
		if time.Now().After(end) {
			return nil, errors.New("another process has been writing the log for too long")
		}
		select {
		case <-w.ctx.Done():
			return nil, w.ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// log writes the manifest and the files of the log.
func (w *writer) log(d *store.Dump) error {
	w.manifest = Manifest{Format: Format, Program: w.h.Program, Made: time.Now().UTC().Truncate(time.Second), Level: d.Level,
		Captures: d.Captures, Entries: d.Placed, Waiting: d.Waiting}
	if d.Verifier != "" {
		l, err := ledger.Open(w.h.LogDir)
		if errors.Is(err, isnad.ErrNotFound) {
			return fmt.Errorf("the log is not in %s: a backup is made where it is: %w", w.h.LogDir, err)
		}
		if err != nil {
			return err
		}
		if l.Verifier() != d.Verifier {
			return fmt.Errorf("%s holds another log than that of the database", w.h.LogDir)
		}
		size, err := l.Size()
		if err != nil {
			return err
		}
		if size > d.Placed {
			return fmt.Errorf("the log has %d entries, the database knows of %d: see isnad log adopt", size, d.Placed)
		}
		c, err := l.Checkpoint()
		if err != nil && !errors.Is(err, isnad.ErrNotFound) {
			return err
		}
		w.manifest.Log = &LogManifest{Verifier: d.Verifier, Size: c.Size, Root: c.RootText(), Checkpoint: string(c.Text), Key: !w.h.WithoutKey}
	}
	text, err := json.MarshalIndent(w.manifest, "", "  ")
	if err != nil {
		return err
	}
	if err := w.whole(manifestName, append(text, '\n')); err != nil || w.manifest.Log == nil {
		return err
	}
	return ledger.Files(w.h.LogDir, func(name string) error {
		if name == ledger.KeyFile && w.h.WithoutKey {
			return nil
		}
		f, err := os.Open(filepath.Join(w.h.LogDir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		info, err := f.Stat()
		if err == nil {
			_, err = w.file("log/"+name, f, info.Size())
		}
		return errors.Join(err, f.Close())
	})
}

// table writes the rows of a table, in parts.
func (w *writer) table(d *store.Dump, table string) error {
	var part bytes.Buffer
	n := 0
	flush := func() error {
		n++
		err := w.whole(fmt.Sprintf("database/%s-%06d.jsonl", table, n), part.Bytes())
		part.Reset()
		return err
	}
	err := d.Rows(table, func(columns []string, line []byte) error {
		if part.Len() == 0 {
			if err := json.NewEncoder(&part).Encode(columns); err != nil {
				return err
			}
		}
		part.Write(line)
		part.WriteByte('\n')
		if part.Len() < partBytes {
			return w.ctx.Err()
		}
		return flush()
	})
	if err == nil && part.Len() > 0 {
		err = flush()
	}
	return err
}

// archive writes the bytes of captures up to a seq.
func (w *writer) archive(lastSeq int64) error {
	for after := isnad.Hash(""); ; {
		page, err := w.h.Store.KeptBytes(w.ctx, lastSeq, after, hashPage)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, h := range page {
			if err := w.blob(h); err != nil {
				return err
			}
			after = h
		}
	}
}

func (w *writer) blob(h isnad.Hash) error {
	b, err := w.h.Archive.Open(h)
	if err != nil {
		return fmt.Errorf("%w (isnad verify names all that is missing)", err)
	}
	defer b.Close() // only read
	got, err := w.file(blobName(h), b, b.Size())
	if err == nil && got != string(h) {
		err = fmt.Errorf("the bytes kept as %s have the SHA-256 %s: they were changed or cut since", h, got)
	}
	return err
}

func blobName(h isnad.Hash) string {
	return "archive/" + string(h[:2]) + "/" + string(h[2:4]) + "/" + string(h)
}

// end writes the list of hashes.
func (w *writer) end() error {
	if err := w.sums.Flush(); err != nil {
		return err
	}
	size, err := w.spool.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = w.spool.Seek(0, io.SeekStart)
	}
	if err == nil {
		err = w.tar.WriteHeader(w.header(sumsName, size))
	}
	if err == nil {
		_, err = io.Copy(w.tar, w.spool)
	}
	return err
}

func (w *writer) whole(name string, b []byte) error {
	_, err := w.file(name, bytes.NewReader(b), int64(len(b)))
	return err
}

func (w *writer) header(name string, size int64) *tar.Header {
	return &tar.Header{Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600, ModTime: w.manifest.Made, Format: tar.FormatPAX}
}

// file writes a file and notes its hash.
func (w *writer) file(name string, r io.Reader, size int64) (sum string, err error) {
	if err := w.ctx.Err(); err != nil {
		return "", err
	}
	if err := w.tar.WriteHeader(w.header(name, size)); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	h := sha256.New()
	if _, err := io.CopyN(io.MultiWriter(w.tar, h), interrupted{w.ctx, r}, size); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	sum = sumOf(h)
	w.files++
	w.bytes += size
	if w.h.Progress != nil {
		w.h.Progress(w.files, w.bytes)
	}
	_, err = w.sums.WriteString(sumLine(sum, name))
	return sum, err
}

func sumOf(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// sumLine is a line as sha256sum writes it.
func sumLine(sum, name string) string { return sum + "  " + name + "\n" }
