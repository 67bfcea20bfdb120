package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	formats "github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/client"

	"isnad"
)

// Checkpoint is what the log signed about itself.
type Checkpoint struct {
	Origin       string
	Size         int64
	Root         []byte
	Text         []byte    // the signed note
	Cosignatures int       // by others than the log; not verified here
	Written      time.Time // of the file, zero where it is not known
}

// Checkpoint returns the last published checkpoint, its signature verified;
// isnad.ErrNotFound where there is none.
func (l *Log) Checkpoint() (Checkpoint, error) {
	path := filepath.Join(l.files.Root, "checkpoint")
	text, err := readSmall(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Checkpoint{}, fmt.Errorf("reading the checkpoint: %w", isnad.ErrNotFound)
	}
	if err != nil {
		return Checkpoint{}, fmt.Errorf("reading the checkpoint: %w", err)
	}
	c, err := l.ReadCheckpoint(text)
	if err != nil {
		return c, err
	}
	if info, err := os.Stat(path); err == nil {
		c.Written = info.ModTime().UTC()
	}
	return c, nil
}

// ReadCheckpoint reads a checkpoint of this log and verifies its signature.
func (l *Log) ReadCheckpoint(text []byte) (Checkpoint, error) {
	cp, _, n, err := formats.ParseCheckpoint(text, l.Origin(), l.verifier)
	if err != nil {
		return Checkpoint{}, fmt.Errorf("reading a checkpoint: %w", err)
	}
	if cp.Size >= 1<<40 {
		return Checkpoint{}, fmt.Errorf("reading a checkpoint: %d is no size of a log", cp.Size)
	}
	return Checkpoint{Origin: cp.Origin, Size: int64(cp.Size), Root: cp.Hash, Text: text, Cosignatures: len(n.UnverifiedSigs)}, nil
}

// readSmall reads a file of at most 64 KiB, readTile one of at most 4 MiB.
func readSmall(path string) ([]byte, error) { return readBounded(path, 64<<10) }
func readTile(path string) ([]byte, error)  { return readBounded(path, 4<<20) }

func readBounded(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(b)) > most {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), isnad.ErrTooLarge)
	}
	return b, err
}

// Publishing is how checkpoints are published.
type Publishing struct {
	Witnesses *Witnesses    // nil for none
	Stamps    *Stamps       // RFC 3161; nil for none
	Again     time.Duration // an unchanged checkpoint is signed again after so long; 0 for never
}

// Publish signs a checkpoint of the tree as it is, once it is proved that the tree
// holds all that the last checkpoint vouched for. changed is false where nothing
// was to be done. It is to be called by who holds Lock.
func (l *Log) Publish(ctx context.Context, p Publishing) (changed bool, err error) {
	size, err := l.Size()
	if err != nil {
		return false, err
	}
	last, err := l.Checkpoint()
	first := errors.Is(err, isnad.ErrNotFound)
	if err != nil && !first {
		return false, err
	}
	due := first || size != last.Size || p.Again > 0 && time.Since(last.Written) > p.Again ||
		p.Witnesses != nil && !p.Witnesses.satisfied(last.Text) && time.Since(last.Written) > time.Minute
	if !due || size == 0 && first {
		return false, nil
	}
	root, err := l.root(ctx, uint64(size))
	if err != nil {
		return false, fmt.Errorf("publishing a checkpoint: %w", err)
	}
	if !first {
		if err := l.holds(ctx, last, size, root); err != nil {
			return false, fmt.Errorf("publishing a checkpoint: %w", err)
		}
	}
	text, err := l.sign(ctx, p, uint64(size), root)
	if err != nil {
		return false, fmt.Errorf("publishing a checkpoint: %w", err)
	}
	if err := writeFile(filepath.Join(l.files.Root, "checkpoint"), text, 0o644); err != nil {
		return false, fmt.Errorf("publishing a checkpoint: %w", err)
	}
	return true, l.tidy(uint64(last.Size), uint64(size))
}

func (l *Log) sign(ctx context.Context, p Publishing, size uint64, root []byte) ([]byte, error) {
	opts, err := l.options(1)
	if err != nil {
		return nil, err
	}
	if p.Witnesses != nil {
		// A witness that does not answer must not keep the log from going on: who
		// wants cosignatures sees that they are missing.
		opts = opts.WithWitnesses(p.Witnesses.group, &tessera.WitnessOptions{Timeout: witnessPatience, FailOpen: true})
	}
	return opts.CheckpointPublisher(tree{l}, &http.Client{Timeout: 2 * witnessPatience})(ctx, size, root)
}

// Root is the root of the tree of the first size entries.
func (l *Log) Root(ctx context.Context, size int64) ([]byte, error) {
	root, err := l.root(ctx, uint64(size))
	if err != nil {
		return nil, fmt.Errorf("working out the root of the log at %d entries: %w", size, err)
	}
	return root, nil
}

// Continues proves that the log, as its last checkpoint has it, holds all that an
// earlier checkpoint of it vouches for.
func (l *Log) Continues(ctx context.Context, earlier Checkpoint) error {
	c, err := l.Checkpoint()
	if err != nil {
		return err
	}
	return l.holds(ctx, earlier, c.Size, c.Root)
}

// holds proves that a tree holds all that a checkpoint vouches for.
func (l *Log) holds(ctx context.Context, old Checkpoint, size int64, root []byte) error {
	if size < old.Size {
		return fmt.Errorf("the log has %d entries, but a checkpoint vouches for %d", size, old.Size)
	}
	if old.Size == 0 {
		return nil
	}
	hashes, err := l.Consistency(ctx, old.Size, size)
	if err != nil {
		return err
	}
	if err := proof.VerifyConsistency(rfc6962.DefaultHasher, uint64(old.Size), uint64(size), hashes, old.Root, root); err != nil {
		return fmt.Errorf("the log no longer holds what its checkpoint of %d entries vouches for: %w", old.Size, err)
	}
	return nil
}

// root works out the root of the tree of the first size entries.
func (l *Log) root(ctx context.Context, size uint64) ([]byte, error) {
	if size == 0 {
		return rfc6962.DefaultHasher.EmptyRoot(), nil
	}
	nodes, err := client.FetchRangeNodes(ctx, size, l.files.ReadTile)
	if err != nil {
		return nil, err
	}
	r, err := (&compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}).NewRange(0, size, nodes)
	if err != nil {
		return nil, err
	}
	return r.GetRootHash(nil)
}

// Inclusion proves that the entry of an index is in the tree of the first size
// entries (RFC 6962, 2.1.1).
func (l *Log) Inclusion(ctx context.Context, index, size int64) ([][]byte, error) {
	if index < 0 || index >= size {
		return nil, fmt.Errorf("proving entry %d in a log of %d: %w", index, size, isnad.ErrNotFound)
	}
	b, err := client.NewProofBuilder(ctx, uint64(size), l.files.ReadTile)
	var hashes [][]byte
	if err == nil {
		hashes, err = b.InclusionProof(ctx, uint64(index))
	}
	if err != nil {
		return nil, fmt.Errorf("proving entry %d in a log of %d: %w", index, size, err)
	}
	return hashes, nil
}

// Consistency proves that the tree of the first from entries is the beginning of
// that of the first to (RFC 6962, 2.1.2).
func (l *Log) Consistency(ctx context.Context, from, to int64) ([][]byte, error) {
	if from < 1 || from > to {
		return nil, fmt.Errorf("proving that a log of %d is the beginning of one of %d: %w", from, to, isnad.ErrNotFound)
	}
	b, err := client.NewProofBuilder(ctx, uint64(to), l.files.ReadTile)
	var hashes [][]byte
	if err == nil {
		hashes, err = b.ConsistencyProof(ctx, uint64(from), uint64(to))
	}
	if err != nil {
		return nil, fmt.Errorf("proving that a log of %d is the beginning of one of %d: %w", from, to, err)
	}
	return hashes, nil
}

// tree is the log as package tessera reads it.
type tree struct{ *Log }

func (t tree) ReadCheckpoint(ctx context.Context) ([]byte, error) { return t.files.ReadCheckpoint(ctx) }
func (t tree) ReadTile(ctx context.Context, level, index uint64, p uint8) ([]byte, error) {
	return t.files.ReadTile(ctx, level, index, p)
}
func (t tree) ReadEntryBundle(ctx context.Context, index uint64, p uint8) ([]byte, error) {
	return t.files.ReadEntryBundle(ctx, index, p)
}
func (t tree) NextIndex(ctx context.Context) (uint64, error) { return t.IntegratedSize(ctx) }
func (t tree) IntegratedSize(context.Context) (uint64, error) {
	n, err := t.Size()
	return uint64(n), err
}

// sameNote tells whether two checkpoints say the same, whoever signed them.
func sameNote(a, b []byte) bool {
	x, _, _ := bytes.Cut(a, []byte("\n\n"))
	y, _, _ := bytes.Cut(b, []byte("\n\n"))
	return bytes.Equal(x, y)
}
