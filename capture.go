package isnad

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Hash is a SHA-256 in lower-case hexadecimal, 64 characters.
type Hash string

// HashOf returns the hash of b.
func HashOf(b []byte) Hash {
	s := sha256.Sum256(b)
	return Hash(hex.EncodeToString(s[:]))
}

// Valid tells whether h has the form of a SHA-256.
func (h Hash) Valid() bool {
	if len(h) != 64 {
		return false
	}
	return strings.Trim(string(h), "0123456789abcdef") == ""
}

// MakeID derives a short name from what a thing is known by: a letter for its
// kind and 80 bits of the SHA-256 of the parts. The same parts always give the
// same name, so that things derived again from the archive keep their address.
func MakeID(kind byte, parts ...string) string {
	s := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(kind) + hex.EncodeToString(s[:10])
}

// Capture is bytes received from one place at one time. It is never changed.
type Capture struct {
	ID        string            `json:"id"`                   // MakeID('c', Hash, Place)
	SHA256    Hash              `json:"sha256"`               // of the bytes kept in the archive
	Size      int64             `json:"size"`                 // bytes
	MediaType string            `json:"media_type,omitempty"` // as declared by the sender, else as recognised
	Address   string            `json:"address"`              // URL the bytes were asked for at; "file:NAME" or "stdin:" for bytes from this machine
	Place     string            `json:"-"`                    // what the address means for identity: the URL, or a digest of a local path
	Final     string            `json:"final,omitempty"`      // URL after redirects, when it differs from Address
	Redirects []string          `json:"redirects,omitempty"`  // every address on the way, in order
	Status    int               `json:"status,omitempty"`     // HTTP status; 0 for bytes from this machine
	Headers   map[string]string `json:"headers,omitempty"`    // of the response, lower-case names
	Container Hash              `json:"container,omitempty"`  // the WARC that the bytes were unpacked from
	Received  time.Time         `json:"received"`             // when isnad took the bytes in, UTC
	Observed  time.Time         `json:"observed,omitzero"`    // when someone else did (WARC-Date), UTC

	// Origin says why isnad took in bytes that are no report of the outside:
	// "evidence:" and the ID of the case that they were given in. Nothing is read
	// out of them, and no page of readers shows them. Empty for all others.
	Origin string `json:"origin,omitempty"`

	// What the person who added it said, and no reading may override.
	Source    string `json:"source,omitempty"`    // name of the publishing source
	Published Day    `json:"published,omitzero"`  // day of publication
	Submitter string `json:"submitter,omitempty"` // who handed it in, where they wish to be named
}

// Submission is what a person says of bytes that they add.
type Submission struct {
	Source    string
	Published Day
	Submitter string // who wishes to be named as having handed it in
}

// evidenceOrigin begins the Origin of what was given in a case.
const evidenceOrigin = "evidence:"

// EvidenceOf is the Origin of bytes that were given in a case.
func EvidenceOf(caseID string) string { return evidenceOrigin + caseID }

// Evidence is the ID of the case that the bytes were given in, "" for all others.
// Only those may see them who may see the case.
func (c *Capture) Evidence() string {
	id, _ := strings.CutPrefix(c.Origin, evidenceOrigin)
	if id == c.Origin {
		return ""
	}
	return id
}
