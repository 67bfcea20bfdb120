// Package parties knows armed actors by their names.
package parties

import "isnad"

// Book answers what party a name means. Read-only, safe for concurrent use.
type Book struct{}

// Embedded is the book built into the binary.
func Embedded() *Book { return &Book{} }

// Mention is a party named in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string // as written
	ID         string // Party ID
}

// Find returns the parties named in text, leftmost longest, none overlapping.
func (b *Book) Find(text string) []Mention { return nil }

// Lookup returns the party a name means.
func (b *Book) Lookup(name string) (isnad.Party, bool) { return isnad.Party{}, false }

// Party returns the party of an ID.
func (b *Book) Party(id string) (isnad.Party, bool) { return isnad.Party{}, false }
