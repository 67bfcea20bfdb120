package ledger

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/transparency-dev/formats/proof"
	merkle "github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"

	"isnad"
)

// maxBundled is how many entries one bundle proves, and how many hours back it
// looks for a time stamp.
const (
	maxBundled = 1000
	maxHours   = 24 * 7
)

// Bundle is what a stranger needs to check, without isnad and offline, that
// entries stand in the log. docs/log.md describes it and how to check it.
type Bundle struct {
	About      string        `json:"about"`
	Log        BundleLog     `json:"log"`
	Checkpoint string        `json:"checkpoint"` // the signed note
	Entries    []BundleEntry `json:"entries"`
	Waiting    int           `json:"waiting"`         // entries that are not in the log yet
	Stamp      *BundleStamp  `json:"stamp,omitempty"` // of the first stamped checkpoint that covers all entries, else of the last
}

// BundleLog names the log.
type BundleLog struct {
	Origin   string `json:"origin"`
	Verifier string `json:"verifier"` // as package note of golang.org/x/mod/sumdb writes it
}

// BundleEntry is one entry with its proof.
type BundleEntry struct {
	Index     int64    `json:"index"`
	Leaf      string   `json:"leaf"`                // as it stands in the log
	Salt      string   `json:"salt,omitempty"`      // hexadecimal; absent once erased
	Statement string   `json:"statement,omitempty"` // absent once erased
	Hashes    []string `json:"hashes"`              // inclusion proof in the tree of the checkpoint (RFC 6962), hexadecimal
	Proof     string   `json:"proof"`               // the same, and the checkpoint, as C2SP tlog-proof
}

// BundleStamp is a checkpoint that a time-stamping authority has seen.
type BundleStamp struct {
	Checkpoint string   `json:"checkpoint"`
	Response   []byte   `json:"response"` // RFC 3161, DER, in base64
	Hashes     []string `json:"hashes"`   // consistency proof from this checkpoint to that of the bundle (RFC 6962), hexadecimal
}

// Bundle proves entries against the last checkpoint. Those that are not in the log
// yet are counted; isnad.ErrNotFound where none is in it.
func (l *Log) Bundle(ctx context.Context, about string, entries []isnad.Entry) (Bundle, error) {
	b := Bundle{About: about, Log: BundleLog{l.Origin(), l.Verifier()}}
	c, err := l.Checkpoint()
	if err != nil {
		return b, err
	}
	b.Checkpoint = string(c.Text)
	last := int64(-1)
	for i := range entries {
		e := &entries[i]
		if e.Index < 0 || e.Index >= c.Size {
			b.Waiting++
			continue
		}
		if len(b.Entries) == maxBundled {
			return b, fmt.Errorf("proving more than %d entries: %w", maxBundled, isnad.ErrTooLarge)
		}
		hashes, err := l.Inclusion(ctx, e.Index, c.Size)
		if err != nil {
			return b, err
		}
		p := proof.TLogProof{Index: uint64(e.Index), Checkpoint: c.Text}
		for _, h := range hashes {
			p.Hashes = append(p.Hashes, [32]byte(h))
		}
		b.Entries = append(b.Entries, BundleEntry{Index: e.Index, Leaf: string(Leaf(e)), Salt: hex.EncodeToString(e.Salt), Statement: e.Statement, Hashes: inHex(hashes), Proof: string(p.Marshal())})
		last = max(last, e.Index)
	}
	if last < 0 {
		return b, fmt.Errorf("nothing about %q is in the log yet: %w", about, isnad.ErrNotFound)
	}
	b.Stamp, err = l.stampFor(ctx, last, c.Size)
	return b, err
}

// stampFor finds the oldest stamped checkpoint of the last days that covers an
// index; where none does, the newest.
func (l *Log) stampFor(ctx context.Context, index, size int64) (*BundleStamp, error) {
	names, err := l.Hours()
	if err != nil {
		return nil, err
	}
	var found *Hour
	for i, name := range names {
		if i == maxHours {
			break
		}
		h, err := l.Hour(name)
		if err != nil {
			return nil, err
		}
		if h.Stamp == nil || h.Size > size {
			continue
		}
		if found != nil && h.Size <= index {
			break
		}
		found = &h
	}
	if found == nil {
		return nil, nil
	}
	hashes, err := l.Consistency(ctx, found.Size, size)
	if err != nil {
		return nil, err
	}
	return &BundleStamp{string(found.Text), found.Stamp, inHex(hashes)}, nil
}

func inHex(hashes [][]byte) []string {
	out := make([]string, len(hashes))
	for i, h := range hashes {
		out[i] = hex.EncodeToString(h)
	}
	return out
}

// CheckBundle checks all that a bundle proves against the public key of a log.
func CheckBundle(b *Bundle, l *Log) error {
	c, err := l.ReadCheckpoint([]byte(b.Checkpoint))
	if err != nil {
		return err
	}
	for i := range b.Entries {
		if err := checkEntry(&b.Entries[i], c); err != nil {
			return fmt.Errorf("entry %d: %w", b.Entries[i].Index, err)
		}
	}
	if b.Stamp == nil {
		return nil
	}
	old, err := l.ReadCheckpoint([]byte(b.Stamp.Checkpoint))
	if err != nil {
		return fmt.Errorf("the stamped checkpoint: %w", err)
	}
	if _, err := readStamp(b.Stamp.Response, old.Text); err != nil {
		return err
	}
	hashes, err := fromHex(b.Stamp.Hashes)
	if err == nil {
		err = merkle.VerifyConsistency(rfc6962.DefaultHasher, uint64(old.Size), uint64(c.Size), hashes, old.Root, c.Root)
	}
	if err != nil {
		return fmt.Errorf("the stamped checkpoint: %w", err)
	}
	return nil
}

func checkEntry(e *BundleEntry, c Checkpoint) error {
	leaf, err := ReadLeaf([]byte(e.Leaf))
	if err != nil {
		return err
	}
	salt, err := hex.DecodeString(e.Salt)
	if err != nil {
		return fmt.Errorf("its salt: %w", err)
	}
	if e.Statement != "" && Digest(salt, e.Statement) != leaf.Digest {
		return errors.New("its statement is not what the log vouches for")
	}
	hashes, err := fromHex(e.Hashes)
	if err != nil {
		return err
	}
	var p proof.TLogProof
	if err := p.Unmarshal([]byte(e.Proof)); err != nil {
		return err
	}
	same := int64(p.Index) == e.Index && bytes.Equal(p.Checkpoint, c.Text) && len(p.Hashes) == len(hashes)
	for i := range p.Hashes {
		same = same && bytes.Equal(p.Hashes[i][:], hashes[i])
	}
	if !same {
		return errors.New("its two forms of the proof differ")
	}
	if e.Index < 0 {
		return errors.New("its index is below zero")
	}
	return merkle.VerifyInclusion(rfc6962.DefaultHasher, uint64(e.Index), uint64(c.Size), rfc6962.DefaultHasher.HashLeaf([]byte(e.Leaf)), hashes, c.Root)
}

func fromHex(list []string) ([][]byte, error) {
	out := make([][]byte, len(list))
	for i, s := range list {
		h, err := hex.DecodeString(s)
		if err != nil || len(h) != 32 {
			return nil, fmt.Errorf("%.70q is no hash", s)
		}
		out[i] = h
	}
	return out, nil
}

// RootText is the root of a checkpoint as it stands in the note.
func (c Checkpoint) RootText() string { return base64.StdEncoding.EncodeToString(c.Root) }
