// Package places knows where names are: the gazetteer.
//
// The gazetteer is built into the binary (gazetteer.bin, compiled by gen from
// GeoNames; see CREDITS) and read in place by the room table: opening it costs
// nothing. [Over] lays places over it that an archive has added: those of country
// files of GeoNames ([Rows]) and those that people described ([Gazetteer.Propose]).
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
	layers []*table.Table // the archive's own first, the embedded last
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

// firstOwn is the first number of places that people added. GeoNames is far below it.
const firstOwn = 1 << 31

func appendID(dst []byte, id uint32) []byte {
	if id >= firstOwn {
		return strconv.AppendUint(append(dst, 'o'), uint64(id-firstOwn), 10)
	}
	return strconv.AppendUint(append(dst, 'g'), uint64(id), 10)
}

// byID finds a place by its ID.
func (g *Gazetteer) byID(id string) (ref, bool) {
	n, ok := numberOf(id)
	if !ok {
		return ref{}, false
	}
	if r, ok := g.placed.get(n); ok {
		return r, true
	}
	for l, t := range g.layers {
		if i, ok := t.ByID(n); ok {
			g.placed.put(n, ref{l, i})
			return ref{l, i}, true
		}
	}
	return ref{}, false
}

// numberOf is the number that a table holds a place under.
func numberOf(id string) (uint32, bool) {
	if len(id) < 2 || len(id) > 11 || id[0] != 'g' && id[0] != 'o' {
		return 0, false
	}
	n, err := strconv.ParseUint(id[1:], 10, 31)
	if err != nil {
		return 0, false
	}
	if id[0] == 'o' {
		n += firstOwn
	}
	return uint32(n), true
}

// divisions is the layer that holds countries and divisions: those laid over it
// have none of their own, and their division numbers are its.
func (g *Gazetteer) divisions() int { return len(g.layers) - 1 }

// byCode finds a country or division by its GeoNames code.
func (g *Gazetteer) byCode(code string) (ref, bool) {
	l := g.divisions()
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
