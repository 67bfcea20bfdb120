// Package sources knows agencies, monitors and official bodies by their names,
// so that SOHR, the Syrian Observatory and المرصد السوري are one claimant.
package sources

import "isnad"

// Book answers what source a name means. Read-only, safe for concurrent use.
type Book struct{}

// Embedded is the book built into the binary.
func Embedded() *Book { return &Book{} }

// Mention is a source named in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string // as written
	ID         string // Source ID
	Kind       isnad.SourceKind
}

// Find returns the sources named in text, leftmost longest, none overlapping.
func (b *Book) Find(text string) []Mention { return nil }

// Lookup returns the source a name means. A name that is not in the book is a
// source all the same: ok is false and the source has an ID made from its folded
// name and a kind guessed from its words.
func (b *Book) Lookup(name string) (s isnad.Source, ok bool) { return isnad.Source{}, false }
