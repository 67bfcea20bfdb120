package backup

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/ledger"
	"isnad/internal/store"
)

// Bounds of what is read.
const (
	maxManifest = 256 << 10
	maxLogFile  = 4 << 20
	maxLine     = 256 << 20 // of a row
)

// staging is where everything is put until it is whole.
const staging = "restoring"

// Target is where a backup is put.
type Target struct {
	Data     string // folder; made where it is not there, and else empty
	Database string // postgres:// address of an empty database; "" for SQLite in the data folder
	Log      string // folder with a later state of the same log, which is copied instead of that in the backup; "" for none

	Progress func(files int64, bytes int64)
}

// ErrNotEmpty is returned, wrapped, where something is in the data folder.
var ErrNotEmpty = errors.New("a backup is restored into an empty data folder only")

// Unfinished tells whether a restore into a data folder was cut short, so that what
// is in it is not whole.
func Unfinished(data string) bool {
	_, err := os.Lstat(filepath.Join(data, staging))
	return err == nil
}

// Read puts a backup into an empty data folder and an empty database. What is there
// after an error is what was there before. Whether archive, database and log agree
// with each other is not looked at: see pipeline.Verify.
func Read(ctx context.Context, in io.Reader, t Target) (m Manifest, err error) {
	undo, err := prepare(t.Data)
	if err != nil {
		return m, fmt.Errorf("restoring: %w", err)
	}
	r := &reader{ctx: ctx, t: t, dir: filepath.Join(t.Data, staging)}
	err = errors.Join(r.read(in), r.close())
	if err != nil && r.committed {
		return r.manifest, fmt.Errorf("restoring: %w; the rows stand in the database, but they were not brought to this program's level: empty both and begin again", err)
	}
	if err != nil {
		return r.manifest, fmt.Errorf("restoring: %w", errors.Join(err, undo()))
	}
	return r.manifest, nil
}

// prepare makes the folder in which everything is put together, and returns what
// takes away all that is in the data folder, which was empty.
func prepare(data string) (undo func() error, err error) {
	entries, err := os.ReadDir(data)
	made := errors.Is(err, fs.ErrNotExist)
	if err != nil && !made {
		return nil, err
	}
	if Unfinished(data) {
		return nil, fmt.Errorf("a restore into %s was cut short; what is in it is not whole: empty the folder and begin again: %w", data, ErrNotEmpty)
	}
	for _, e := range entries {
		if e.Name() != "lost+found" {
			return nil, fmt.Errorf("%s holds %s and perhaps more: %w", data, e.Name(), ErrNotEmpty)
		}
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(data, staging), 0o700); err != nil {
		return nil, err
	}
	return func() error {
		var errs []error
		for _, name := range placed {
			errs = append(errs, os.RemoveAll(filepath.Join(data, name)))
		}
		if made {
			errs = append(errs, os.Remove(data))
		}
		return errors.Join(errs...)
	}, nil
}

// placed is what a restore makes in a data folder; the staging folder goes last.
var placed = []string{"isnad.db", "isnad.db-wal", "isnad.db-shm", "log", "archive", staging}

type reader struct {
	ctx      context.Context
	t        Target
	dir      string
	manifest Manifest
	tar      *tar.Reader
	packed   *gzip.Reader
	archive  *archive.Archive
	log      *os.Root
	spool    *os.File // lines of what was read, as SHA256SUMS has them
	sums     *bufio.Writer
	files    int64
	bytes    int64

	section int    // that the last file belongs to
	last    string // the last file
	table   string
	part    int
	hash    isnad.Hash // of the last blob

	committed bool // a server keeps the rows: what is in the data folder belongs to them
}

func (r *reader) close() error {
	var errs []error
	if r.log != nil {
		errs = append(errs, r.log.Close())
	}
	if r.spool != nil {
		errs = append(errs, r.spool.Close())
	}
	return errors.Join(errs...)
}

func (r *reader) read(in io.Reader) (err error) {
	if r.packed, err = gzip.NewReader(bufio.NewReaderSize(in, 1<<20)); err != nil {
		return fmt.Errorf("that is no backup of isnad: %w", cut(err, "its beginning"))
	}
	r.packed.Multistream(false)
	r.tar = tar.NewReader(r.packed)
	if err := r.begin(); err != nil {
		return err
	}
	level, err := store.Level()
	if err != nil {
		return err
	}
	if r.manifest.Level > level {
		return fmt.Errorf("the backup was made by a newer isnad (%s; its tables are at level %d, this program's at %d)", r.manifest.Program, r.manifest.Level, level)
	}
	dsn := r.t.Database
	if dsn == "" {
		dsn = filepath.Join(r.dir, "isnad.db")
	}
	if err := r.load(dsn, r.manifest.Level == level); err != nil {
		return err
	}
	if err := r.move("archive", "log", "isnad.db", "isnad.db-wal", "isnad.db-shm"); err != nil {
		return err
	}
	return errors.Join(os.Remove(filepath.Join(r.dir, "sums")), os.Remove(r.dir), syncDir(r.t.Data))
}

// begin reads the manifest and makes the folders.
func (r *reader) begin() (err error) {
	if r.archive, err = archive.Open(filepath.Join(r.dir, "archive")); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(r.dir, "log"), 0o700); err != nil {
		return err
	}
	if r.log, err = os.OpenRoot(filepath.Join(r.dir, "log")); err != nil {
		return err
	}
	if r.spool, err = os.OpenFile(filepath.Join(r.dir, "sums"), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600); err != nil {
		return err
	}
	r.sums = bufio.NewWriter(r.spool)
	h, err := r.next()
	if err != nil {
		return fmt.Errorf("that is no backup of isnad: %w", err)
	}
	if h.Name != manifestName || h.Size > maxManifest {
		return fmt.Errorf("that is no backup of isnad: it begins with %.60q", h.Name)
	}
	var text bytes.Buffer
	if err := r.take(h, func(in io.Reader) error { _, err := text.ReadFrom(in); return err }); err != nil {
		return err
	}
	if err := json.Unmarshal(text.Bytes(), &r.manifest); err != nil {
		return fmt.Errorf("%s: %w", manifestName, err)
	}
	if r.manifest.Format != Format || r.manifest.Level < 1 {
		return fmt.Errorf("that is no backup that this isnad can read: it calls itself %.40q", r.manifest.Format)
	}
	return nil
}

// next is the header of the next file.
func (r *reader) next() (*tar.Header, error) {
	if err := r.ctx.Err(); err != nil {
		return nil, err
	}
	h, err := r.tar.Next()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("the backup ends behind %s: it was cut", r.name())
	}
	if err != nil {
		return nil, fmt.Errorf("behind %s: %w", r.name(), cut(err, "a file"))
	}
	sparse := slices.ContainsFunc(slices.Collect(maps.Keys(h.PAXRecords)), func(k string) bool { return strings.HasPrefix(k, "GNU.sparse") })
	if h.Typeflag != tar.TypeReg || h.Size < 0 || sparse { // a file with holes is endless zeros out of nothing
		return nil, fmt.Errorf("%.200q is no plain file, and has no place in a backup", h.Name)
	}
	return h, nil
}

// interrupted reads until its context ends.
type interrupted struct {
	ctx context.Context
	io.Reader
}

func (i interrupted) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.Reader.Read(p)
}

func (r *reader) name() string {
	if r.last == "" {
		return "its beginning"
	}
	return r.last
}

// take reads the file of a header and notes its hash.
func (r *reader) take(h *tar.Header, use func(io.Reader) error) error {
	sum := sha256.New()
	in := io.TeeReader(interrupted{r.ctx, r.tar}, sum)
	if err := use(in); err != nil {
		return fmt.Errorf("%s: %w", h.Name, cut(err, h.Name))
	}
	if n, err := io.Copy(io.Discard, in); err != nil || n > 0 {
		return fmt.Errorf("%s: %w", h.Name, errors.Join(cut(err, h.Name), fmt.Errorf("%d bytes too many", n)))
	}
	r.last = h.Name
	r.files++
	r.bytes += h.Size
	if r.t.Progress != nil {
		r.t.Progress(r.files, r.bytes)
	}
	_, err := r.sums.WriteString(sumLine(sumOf(sum), h.Name))
	return err
}

// cut says in words that something ends too early.
func cut(err error, what string) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fmt.Errorf("the backup ends within %s: it was cut: %w", what, err)
	}
	if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return fmt.Errorf("the backup was altered or damaged: %w", err)
	}
	return err
}

// load reads everything behind the manifest; the rows stand when all of it was
// found to be as it was written, and not before.
func (r *reader) load(dsn string, current bool) (err error) {
	st, err := store.OpenAt(r.ctx, dsn, r.manifest.Level)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	err = st.Load(r.ctx, current, func(l *store.Loader) error {
		for {
			h, err := r.next()
			if err != nil {
				return err
			}
			if h.Name == sumsName {
				break
			}
			if err := r.file(h, l); err != nil {
				return err
			}
		}
		if err := r.compare(); err != nil {
			return err
		}
		if err := r.checkLog(); err != nil || r.t.Database == "" {
			return err
		}
		// A server keeps the rows from now on: nothing may go wrong after that.
		return r.move("archive", "log")
	})
	r.committed = err == nil && r.t.Database != ""
	if err != nil || current {
		return err
	}
	newer, err := store.Open(r.ctx, dsn)
	if err != nil {
		return err
	}
	return errors.Join(newer.Reindex(r.ctx), newer.Close())
}

var partName = regexp.MustCompile(`^database/([a-z_]{1,60})-([0-9]{6})\.jsonl$`)

// Sections of a backup, in their order.
const (
	inLog = iota
	inDatabase
	inArchive
)

// file puts one file where it belongs.
func (r *reader) file(h *tar.Header, l *store.Loader) error {
	section := map[string]int{"log": inLog, "database": inDatabase, "archive": inArchive}
	kind, rest, _ := strings.Cut(h.Name, "/")
	s, known := section[kind]
	if !known || s < r.section {
		return fmt.Errorf("%.200q has no place here in a backup", h.Name)
	}
	r.section = s
	switch s {
	case inLog:
		if !ledger.IsFile(rest) || h.Size > maxLogFile {
			return fmt.Errorf("%.200q, of %d bytes, is no file of a log", h.Name, h.Size)
		}
		return r.take(h, func(in io.Reader) error { return r.logFile(rest, in) })
	case inDatabase:
		m := partName.FindStringSubmatch(h.Name)
		if m == nil || m[1] < r.table {
			return fmt.Errorf("%.200q has no place here in a backup", h.Name)
		}
		if m[1] != r.table {
			r.table, r.part = m[1], 0
		}
		if r.part++; m[2] != fmt.Sprintf("%06d", r.part) {
			return fmt.Errorf("%s: part %06d is missing", h.Name, r.part)
		}
		return r.take(h, func(in io.Reader) error { return rows(in, r.table, l) })
	}
	hash := isnad.Hash(h.Name[strings.LastIndexByte(h.Name, '/')+1:])
	if !hash.Valid() || h.Name != blobName(hash) || hash <= r.hash {
		return fmt.Errorf("%.200q has no place here in a backup", h.Name)
	}
	r.hash = hash
	return r.take(h, func(in io.Reader) error {
		got, _, _, err := r.archive.Put(in, h.Size)
		if err == nil && got != hash {
			err = fmt.Errorf("its bytes have the SHA-256 %s: they were changed or cut since", got)
		}
		return err
	})
}

// logFile puts a file of the log; nowhere where a later log takes its place.
func (r *reader) logFile(name string, in io.Reader) error {
	if r.t.Log != "" {
		_, err := io.Copy(io.Discard, in)
		return err
	}
	name = filepath.FromSlash(name)
	if err := r.log.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if name == ledger.KeyFile {
		mode = 0o600
	}
	f, err := r.log.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, in)
	return errors.Join(err, f.Sync(), f.Close())
}

// rows puts the rows of a part of a table.
func rows(in io.Reader, table string, l *store.Loader) error {
	s := bufio.NewScanner(in)
	s.Buffer(make([]byte, 64<<10), maxLine)
	for n := 0; s.Scan(); n++ {
		if n > 0 {
			if err := l.Row(s.Bytes()); err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
			continue
		}
		var columns []string
		if err := json.Unmarshal(s.Bytes(), &columns); err != nil {
			return fmt.Errorf("line 1: %w", err)
		}
		if err := l.Table(table, columns); err != nil {
			return err
		}
	}
	return s.Err()
}

// compare holds what was read against the list of hashes, which is the last file.
func (r *reader) compare() error {
	if err := r.sums.Flush(); err != nil {
		return err
	}
	if _, err := r.spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	said, got := bufio.NewScanner(r.tar), bufio.NewScanner(r.spool)
	for got.Scan() {
		if !said.Scan() {
			return errors.Join(cut(said.Err(), sumsName), fmt.Errorf("%s does not name %.200q", sumsName, got.Text()))
		}
		if a, b := said.Text(), got.Text(); a != b {
			for said.Scan() { // what is cut ends within a line
			}
			if err := said.Err(); err != nil {
				return cut(err, sumsName)
			}
			sumA, nameA, _ := strings.Cut(a, "  ")
			sumB, nameB, _ := strings.Cut(b, "  ")
			if nameA != nameB {
				return fmt.Errorf("%s names %.200q where %s stands: a file is missing or was added", sumsName, nameA, nameB)
			}
			return fmt.Errorf("%s has the SHA-256 %s, and %s says %.64s: it was altered", nameB, sumB, sumsName, sumA)
		}
	}
	if said.Scan() {
		return fmt.Errorf("%s names %.200q, which is not there", sumsName, said.Text())
	}
	if err := errors.Join(said.Err(), got.Err()); err != nil {
		return cut(err, sumsName)
	}
	if h, err := r.tar.Next(); err == nil {
		return fmt.Errorf("%.200q stands behind the end of the backup", h.Name)
	} else if !errors.Is(err, io.EOF) {
		return cut(err, "its end")
	}
	// What is left is padding; with it the checksum of the packing is compared.
	if n, err := io.Copy(io.Discard, io.LimitReader(r.packed, 1<<20)); err != nil || n == 1<<20 {
		return errors.Join(errors.New("the end of the backup is damaged"), cut(err, "its end"))
	}
	return nil
}

// checkLog compares the log with what the manifest says of it, and copies the later
// one where there is one.
func (r *reader) checkLog() error {
	said := r.manifest.Log
	dir := filepath.Join(r.dir, "log")
	if said == nil {
		if r.t.Log != "" {
			return errors.New("the backup knows of no log that another could be the later state of")
		}
		return os.Remove(dir)
	}
	if r.t.Log != "" {
		if err := copyLog(r.ctx, r.t.Log, dir, said); err != nil {
			return fmt.Errorf("the log in %s: %w", r.t.Log, err)
		}
		return nil
	}
	l, err := ledger.Open(dir)
	if err != nil {
		return err
	}
	if l.Verifier() != said.Verifier {
		return errors.New("the log in the backup is not the one that its manifest names")
	}
	c, err := l.Checkpoint()
	if errors.Is(err, isnad.ErrNotFound) && said.Size == 0 {
		return nil
	}
	if err == nil && (c.Size != said.Size || c.RootText() != said.Root) {
		err = fmt.Errorf("its checkpoint is of %d entries, and the manifest says %d", c.Size, said.Size)
	}
	return err
}

// copyLog copies a log that must hold all that the one in the backup vouches for.
func copyLog(ctx context.Context, from, to string, said *LogManifest) (err error) {
	unlock, held, err := ledger.Lock(from)
	if err != nil {
		return err
	}
	if !held {
		return errors.New("another process writes it")
	}
	defer func() { err = errors.Join(err, unlock()) }()
	l, err := ledger.Open(from)
	if err != nil {
		return err
	}
	if l.Verifier() != said.Verifier {
		return errors.New("it is another log than the one in the backup")
	}
	if said.Size > 0 {
		old, err := l.ReadCheckpoint([]byte(said.Checkpoint))
		if err != nil {
			return err
		}
		if err := l.Continues(ctx, old); err != nil {
			return err
		}
	}
	return ledger.Files(from, func(name string) error {
		in, err := os.Open(filepath.Join(from, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		defer in.Close() // only read
		path := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		info, err := in.Stat()
		if err != nil {
			return err
		}
		out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
		if err != nil {
			return err
		}
		_, err = io.Copy(out, in)
		return errors.Join(err, out.Sync(), out.Close())
	})
}

// move puts what is whole into the data folder. The staging folder, which keeps isnad
// from being used there, goes last.
func (r *reader) move(names ...string) error {
	for _, name := range names {
		err := os.Rename(filepath.Join(r.dir, name), filepath.Join(r.t.Data, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return syncDir(r.t.Data)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
