package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"

	"isnad"
)

// Check reads the whole log and calls fault for every file that is not as it was
// written: an entry that the tree does not have, a tile that does not follow from what is below it, a
// root or a signature that is wrong, an hourly checkpoint that the log no longer
// holds. entry is told of every entry of the checkpoint in order, with its line as
// it stands; its error ends the check. size is how many the checkpoint vouches for.
func (l *Log) Check(ctx context.Context, fault func(string), entry func(index int64, line []byte) error) (size int64, err error) {
	c, err := l.Checkpoint()
	if errors.Is(err, isnad.ErrNotFound) {
		n, err := l.Size()
		if err == nil && n > 0 {
			fault(fmt.Sprintf("log: the checkpoint of %d entries is gone", n))
		}
		return 0, err
	}
	if err != nil {
		fault(fmt.Sprintf("log: the file checkpoint: %v", err))
		return 0, nil
	}
	k := checking{l: l, ctx: ctx, fault: fault, size: uint64(c.Size)}
	if err := k.bundles(entry); err != nil {
		return c.Size, err
	}
	root, err := k.end()
	if err != nil {
		return c.Size, err
	}
	if !bytes.Equal(root, c.Root) {
		fault(fmt.Sprintf("log: its %d entries do not give the root that the checkpoint vouches for", c.Size))
	}
	return c.Size, l.checkHours(ctx, c, fault)
}

// checking builds the tree anew from its entries and compares each tile with its file.
type checking struct {
	l      *Log
	ctx    context.Context
	fault  func(string)
	size   uint64
	levels []*api.HashTile // what of each level is not yet in a full tile
	done   []uint64        // full tiles of each level
}

func (k *checking) bundles(entry func(int64, []byte) error) error {
	for i := uint64(0); i*layout.EntryBundleWidth < k.size; i++ {
		if err := k.ctx.Err(); err != nil {
			return err
		}
		want := min(k.size-i*layout.EntryBundleWidth, layout.EntryBundleWidth)
		name := layout.EntriesPath(i, uint8(want%layout.EntryBundleWidth))
		raw, err := k.l.files.ReadEntryBundle(k.ctx, i, uint8(want%layout.EntryBundleWidth))
		var b api.EntryBundle
		if err == nil {
			err = b.UnmarshalText(raw)
		}
		if err == nil && uint64(len(b.Entries)) < want {
			err = fmt.Errorf("it holds %d entries instead of %d", len(b.Entries), want)
		}
		if errors.Is(err, fs.ErrPermission) {
			return fmt.Errorf("reading the log: %w", err)
		}
		if err != nil {
			k.fault(fmt.Sprintf("log: the file %s cannot be read: %v", name, err))
			b.Entries = nil
		}
		for n := range want {
			var line []byte
			if n < uint64(len(b.Entries)) {
				line = b.Entries[n]
			}
			if err := k.add(0, rfc6962.DefaultHasher.HashLeaf(line)); err != nil {
				return err
			}
			if err := entry(int64(i*layout.EntryBundleWidth+n), line); err != nil {
				return err
			}
		}
	}
	return nil
}

// add appends a node to a level of the tree.
func (k *checking) add(level int, node []byte) error {
	if level == len(k.levels) {
		k.levels, k.done = append(k.levels, &api.HashTile{}), append(k.done, 0)
	}
	t := k.levels[level]
	if t.Nodes = append(t.Nodes, node); len(t.Nodes) < layout.TileWidth {
		return nil
	}
	if err := k.compare(level, 0); err != nil {
		return err
	}
	up := rootOf(t.Nodes)
	k.levels[level] = &api.HashTile{}
	k.done[level]++
	return k.add(level+1, up)
}

// compare holds what the entries give against the file of a tile.
func (k *checking) compare(level int, partial uint8) error {
	name := layout.TilePath(uint64(level), k.done[level], partial)
	raw, err := k.l.files.ReadTile(k.ctx, uint64(level), k.done[level], partial)
	if err != nil {
		k.fault(fmt.Sprintf("log: the file %s cannot be read: %v", name, err))
		return nil
	}
	var have api.HashTile
	if err := have.UnmarshalText(raw); err != nil {
		k.fault(fmt.Sprintf("log: the file %s cannot be read: %v", name, err))
		return nil
	}
	if n := len(k.levels[level].Nodes); len(have.Nodes) != n {
		k.fault(fmt.Sprintf("log: the file %s holds %d hashes instead of %d", name, len(have.Nodes), n))
	}
	for i, want := range k.levels[level].Nodes {
		if i < len(have.Nodes) && bytes.Equal(have.Nodes[i], want) {
			continue
		}
		first := (k.done[level]*layout.TileWidth + uint64(i)) << (layout.TileHeight * level)
		last := first + 1<<(layout.TileHeight*level) - 1
		k.fault(fmt.Sprintf("log: the file %s does not agree with entries %d to %d", name, first, last))
	}
	return nil
}

// earlier compares what is left of the tile at the right edge from when the log was
// smaller: who has an older checkpoint reads it.
func (k *checking) earlier(level int) error {
	have := k.levels[level].Nodes
	defer func() { k.levels[level].Nodes = have }()
	for p := 1; p < len(have); p++ {
		k.levels[level].Nodes = have[:p]
		path := filepath.Join(k.l.files.Root, layout.TilePath(uint64(level), k.done[level], uint8(p)))
		if _, err := os.Stat(path); err == nil {
			if err := k.compare(level, uint8(p)); err != nil {
				return err
			}
		}
		if level > 0 {
			continue
		}
		name := layout.EntriesPath(k.done[0], uint8(p))
		raw, err := os.ReadFile(filepath.Join(k.l.files.Root, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		var b api.EntryBundle
		if err == nil {
			err = b.UnmarshalText(raw)
		}
		if err == nil && len(b.Entries) != p {
			err = fmt.Errorf("it holds %d entries instead of %d", len(b.Entries), p)
		}
		for i := 0; err == nil && i < p; i++ {
			if !bytes.Equal(rfc6962.DefaultHasher.HashLeaf(b.Entries[i]), have[i]) {
				err = fmt.Errorf("entry %d in it is not that of the log", k.done[0]*layout.EntryBundleWidth+uint64(i))
			}
		}
		if err != nil {
			k.fault(fmt.Sprintf("log: the file %s: %v", name, err))
		}
	}
	return nil
}

// end compares the tiles at the right edge and returns the root.
func (k *checking) end() ([]byte, error) {
	var root []byte
	for level, t := range k.levels {
		if len(t.Nodes) > 0 {
			if err := k.compare(level, uint8(len(t.Nodes))); err != nil {
				return nil, err
			}
			if err := k.earlier(level); err != nil {
				return nil, err
			}
		}
		root = joined(t.Nodes, root)
	}
	if root == nil {
		root = rfc6962.DefaultHasher.EmptyRoot()
	}
	return root, nil
}

// joined is the root of nodes, each the root of a perfect tree of one size, with the
// smaller tree that stands right of them, nil for none.
func joined(nodes [][]byte, right []byte) []byte {
	if len(nodes) == 0 {
		return right
	}
	n := 1
	var perfect [][]byte // roots of perfect trees, the largest first
	for rest := nodes; len(rest) > 0; rest = rest[n:] {
		for n = 1; n*2 <= len(rest); {
			n *= 2
		}
		perfect = append(perfect, rootOf(rest[:n]))
	}
	for i := len(perfect) - 1; i >= 0; i-- {
		if right == nil {
			right = perfect[i]
		} else {
			right = rfc6962.DefaultHasher.HashChildren(perfect[i], right)
		}
	}
	return right
}

// rootOf is the root of a perfect tree.
func rootOf(nodes [][]byte) []byte {
	if len(nodes) == 1 {
		return nodes[0]
	}
	half := len(nodes) / 2
	return rfc6962.DefaultHasher.HashChildren(rootOf(nodes[:half]), rootOf(nodes[half:]))
}

func (l *Log) checkHours(ctx context.Context, c Checkpoint, fault func(string)) error {
	names, err := l.Hours()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		h, err := l.Hour(name)
		if err == nil {
			err = l.holds(ctx, h.Checkpoint, c.Size, c.Root)
		}
		if err == nil && h.Stamp != nil {
			_, err = readStamp(h.Stamp, h.Text)
		}
		if err != nil {
			fault(fmt.Sprintf("log: the file %s: %v", filepath.Join("hourly", name), err))
		}
	}
	return nil
}
