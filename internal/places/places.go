// Package places knows where names are: the gazetteer.
package places

import "isnad"

// Gazetteer answers what place a name means. It is read-only and safe for
// concurrent use.
type Gazetteer struct{}

// Embedded is the gazetteer built into the binary. It costs nothing to open.
func Embedded() *Gazetteer { return &Gazetteer{} }

// Mention is a place name found in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string  // as written
	Candidates []Match // best first, at least one
}

// Match is one entry that a name may mean.
type Match struct {
	ID    string
	Kind  isnad.PlaceKind
	Score float64 // 0 to 1, before any context
}

// Find returns the place names of the gazetteer in text, leftmost longest, none overlapping.
func (g *Gazetteer) Find(text string) []Mention { return nil }

// Lookup returns the entries that name may mean, best first.
func (g *Gazetteer) Lookup(name string) []Match { return nil }

// Place returns the entry with its names, parents, radius and area.
func (g *Gazetteer) Place(id string) (isnad.Place, bool) { return isnad.Place{}, false }

// Context is what else is known when a name is resolved.
type Context struct {
	Countries map[string]float64 // ISO code → share of the document's place names
	Near      []string           // Place IDs named close by, nearest first
}

// Resolve places name, which stands within the wider names (narrow to wide). A
// name that is not listed stands at the narrowest wider name that is, with the
// precision that deserves.
func (g *Gazetteer) Resolve(name string, within []string, c Context) isnad.Where {
	return isnad.Where{Name: name, Within: within}
}
