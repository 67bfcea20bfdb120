package ledger

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"

	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"

	"isnad"
)

// tileName is what C2SP tlog-tiles calls tiles and bundles of entries, without "tile/".
var tileName = regexp.MustCompile(`^(entries|[0-9]|[1-5][0-9]|6[0-3])(/x[0-9]{3}){0,6}/[0-9]{3}(\.p/[1-9][0-9]{0,2})?$`)

// Tile returns a file of the tree by its name, such as 0/x001/067.p/8 or
// entries/000; isnad.ErrNotFound where there is none.
func (l *Log) Tile(name string) ([]byte, error) {
	if len(name) > 60 || !tileName.MatchString(name) {
		return nil, fmt.Errorf("%.60q is no tile: %w", name, isnad.ErrNotFound)
	}
	b, err := readTile(filepath.Join(l.files.Root, "tile", filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the log has no tile %s: %w", name, isnad.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("reading tile %s: %w", name, err)
	}
	return b, nil
}

// Entries returns at most so many entries as they stand in the log, from an index
// on, of those that the last checkpoint vouches for.
func (l *Log) Entries(ctx context.Context, from, most int64) ([]isnad.Entry, error) {
	c, err := l.Checkpoint()
	if err != nil {
		return nil, err
	}
	return l.EntriesOf(ctx, c.Size, from, most)
}

// EntriesOf is Entries of the tree of the first size entries.
func (l *Log) EntriesOf(ctx context.Context, size, from, most int64) ([]isnad.Entry, error) {
	var out []isnad.Entry
	for at := max(0, from); at < size && int64(len(out)) < most; {
		bundle := uint64(at) / layout.EntryBundleWidth
		raw, err := l.files.ReadEntryBundle(ctx, bundle, layout.PartialTileSize(0, bundle, uint64(size)))
		var b api.EntryBundle
		if err == nil {
			err = b.UnmarshalText(raw)
		}
		if err != nil {
			return nil, fmt.Errorf("reading entries of the log from %d on: %w", at, err)
		}
		first := uint64(at) % layout.EntryBundleWidth
		if first >= uint64(len(b.Entries)) {
			return nil, fmt.Errorf("entry %d of the log is gone", at)
		}
		for _, line := range b.Entries[first:] {
			if at == size || int64(len(out)) == most {
				break
			}
			e, err := ReadLeaf(line)
			if err != nil {
				return nil, fmt.Errorf("entry %d of the log: %w", at, err)
			}
			e.Index = at
			out = append(out, e)
			at++
		}
	}
	return out, nil
}
