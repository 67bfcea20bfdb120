// Package places knows where names are: the gazetteer.
//
// The gazetteer is built into the binary (gazetteer.bin, compiled by gen from
// GeoNames; see CREDITS) and read in place by the room table: opening it costs
// nothing. [Import] lays a country file of a user's own over it.
//
// A name goes through three doors:
//
//   - [Gazetteer.Find] finds the names in a text. A village may be called Of,
//     March or Hassan, so a name counts only when it is prominent, or when words
//     around it ("village of", "in") or the countries named beside it speak for it.
//   - [Gazetteer.Lookup] gives every entry a name may mean, without context. No
//     country is preferred: the score grows with population and rank.
//   - [Gazetteer.Resolve] decides. It reads the phrase ("outskirts of Homs", "Hama
//     province"), weighs the entries of the name and of the wider names together,
//     and gives the precision that deserves. A name that is not listed stands at
//     the narrowest wider name that is, and keeps its own words.
//
// Names are compared folded, then by their skeleton of consonants (package names),
// so that Deir Ezzor, Dayr az Zawr and دير الزور are one.
package places

import (
	_ "embed"
	"strconv"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/table"
)

//go:embed gazetteer.bin
var embedded string

// Gazetteer answers what place a name means. It is read-only and safe for
// concurrent use.
type Gazetteer struct {
	layers []*table.Table // a user's own first, the embedded last
	recent recent
	placed placed
	known  known
}

// Embedded is the gazetteer built into the binary. It costs nothing to open.
func Embedded() *Gazetteer {
	t, err := table.Open(embedded)
	if err != nil {
		// The file is part of the program: a test opens it, so this is a broken build.
		panic("places: gazetteer.bin: " + err.Error())
	}
	return &Gazetteer{layers: []*table.Table{t}}
}

// Match is one entry that a name may mean.
type Match struct {
	ID    string
	Kind  isnad.PlaceKind
	Score float64 // 0 to 1, before any context
}

// ref is a place of one layer.
type ref struct{ layer, index int }

func (g *Gazetteer) record(r ref) table.Record { return g.layers[r.layer].Record(r.index) }

func (g *Gazetteer) id(r ref) string { return placeID(g.record(r).ID) }

func placeID(id uint32) string { return string(appendID(make([]byte, 0, 11), id)) }

func appendID(dst []byte, id uint32) []byte {
	return strconv.AppendUint(append(dst, 'g'), uint64(id), 10)
}

// byID finds a place by its ID.
func (g *Gazetteer) byID(id string) (ref, bool) {
	if len(id) < 2 || len(id) > 11 || id[0] != 'g' {
		return ref{}, false
	}
	n, err := strconv.ParseUint(id[1:], 10, 32)
	if err != nil {
		return ref{}, false
	}
	if r, ok := g.placed.get(uint32(n)); ok {
		return r, true
	}
	for l, t := range g.layers {
		if i, ok := t.ByID(uint32(n)); ok && !g.copied(ref{l, i}) {
			g.placed.put(uint32(n), ref{l, i})
			return ref{l, i}, true
		}
	}
	return ref{}, false
}

// copied tells whether the place is a division that an imported layer holds only
// so that its towns have parents.
func (g *Gazetteer) copied(r ref) bool {
	return r.layer < len(g.layers)-1 && !isTown(g.record(r).Kind)
}

// byCode finds a country or division by its GeoNames code.
func (g *Gazetteer) byCode(code string) (ref, bool) {
	l := len(g.layers) - 1 // imported layers have no divisions of their own
	i, ok := g.layers[l].Code(names.HashOf(code))
	return ref{l, i}, ok
}

// Lookup returns the entries that name may mean, best first, at most 64. A name
// that is not listed as written is looked up by its skeleton and compared.
func (g *Gazetteer) Lookup(name string) []Match {
	if len(name) > maxPhrase {
		return nil
	}
	canon := names.Canon(name)
	cs := g.candidates(canon, 64, spelt{})
	if len(cs) == 0 {
		cs = g.candidates(canon, 64, spelt{on: true})
	}
	out := make([]Match, len(cs))
	for i, c := range cs {
		rec := g.record(c.ref)
		out[i] = Match{placeID(rec.ID), rec.Kind, c.score}
	}
	return out
}
