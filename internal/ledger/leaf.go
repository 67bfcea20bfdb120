package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"isnad"
)

// maxLeafBytes is more than any leaf has.
const maxLeafBytes = 1000

// leaf is an entry as it stands in the log. The order of the fields is part of the format.
type leaf struct {
	Kind   isnad.EntryKind `json:"kind"`
	Time   string          `json:"time"` // UTC, to the microsecond
	Digest isnad.Hash      `json:"digest"`
}

const leafTime = "2006-01-02T15:04:05.000000Z"

// Leaf is the line of JSON that stands in the log for an entry.
func Leaf(e *isnad.Entry) []byte {
	b, err := json.Marshal(leaf{e.Kind, e.Time.UTC().Format(leafTime), e.Digest})
	if err != nil { // three strings
		panic(err)
	}
	return b
}

// ReadLeaf is the way back: kind, time and digest of an entry. Only what Leaf wrote is read.
func ReadLeaf(b []byte) (isnad.Entry, error) {
	var l leaf
	if len(b) > maxLeafBytes {
		return isnad.Entry{}, fmt.Errorf("a leaf of %d bytes: %w", len(b), isnad.ErrTooLarge)
	}
	if err := json.Unmarshal(b, &l); err != nil {
		return isnad.Entry{}, fmt.Errorf("reading a leaf: %w", err)
	}
	at, err := time.Parse(leafTime, l.Time)
	e := isnad.Entry{Index: -1, Kind: l.Kind, Time: at, Digest: l.Digest}
	switch {
	case err != nil:
		return e, fmt.Errorf("reading a leaf: %w", err)
	case !l.Digest.Valid() || !slices.Contains(isnad.EntryKinds(), l.Kind):
		return e, fmt.Errorf("a leaf of kind %.20q and digest %.70q", l.Kind, l.Digest)
	case !bytes.Equal(Leaf(&e), b):
		return e, fmt.Errorf("a leaf that is written in another way")
	}
	return e, nil
}

// Digest is the SHA-256 of salt and statement.
func Digest(salt []byte, statement string) isnad.Hash {
	h := sha256.New()
	h.Write(salt)
	h.Write([]byte(statement))
	return isnad.Hash(hex.EncodeToString(h.Sum(nil)))
}

// Line is an entry of the log as it is handed out, one JSON line each.
type Line struct {
	isnad.Entry
	Leaf string `json:"leaf"` // as it stands in the log; its hash is that of RFC 6962
}

// LineOf returns the line of an entry.
func LineOf(e isnad.Entry) Line { return Line{e, string(Leaf(&e))} }
