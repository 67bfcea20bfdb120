package places

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
	"isnad/internal/places/table"
)

// candidate is an entry that a name may mean.
type candidate struct {
	ref
	score  float64 // prominence, times likeness where the name is spelt otherwise
	exact  bool    // listed as written
	region bool    // the name is that of a region inside the entry
	rec    table.Record
}

// A spelling by skeleton must be at least this like the listed one: names of few
// consonants ("Suran", "Sarrin") need to be closer.
func leastAlike(key string, exactToo bool) float64 {
	switch {
	case exactToo:
		return 0.9
	case len(key) <= 2:
		return 0.9
	case len(key) == 3:
		return 0.84
	}
	return 0.76
}

// spelt says which names spelt otherwise are looked for.
type spelt struct {
	on   bool
	only map[string]bool // ISO codes of the countries to look in; nil for all
}

// candidates gives the entries a canonical name may mean, best first.
func (g *Gazetteer) candidates(canon string, limit int, other spelt) []candidate {
	if canon == "" {
		return nil
	}
	out := g.exact(canon, nil)
	if rest, ok := strings.CutPrefix(canon, "al "); ok && len(out) == 0 {
		out = g.exact(rest, out)
	} else if len(out) == 0 {
		out = g.exact("al "+canon, out)
	}
	if len(out) == 0 && strings.HasSuffix(canon, "s") && len(canon) > 4 {
		// Where a text has lost its apostrophes, "Aleppos" is Aleppo's.
		for _, c := range g.exact(canon[:len(canon)-1], nil) {
			if c.score *= 0.85; c.score >= 0.4 {
				out = append(out, c)
			}
		}
	}
	if other.on {
		out = g.alike(canon, out, other.only, 0)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return out[:min(len(out), limit)]
}

func (g *Gazetteer) exact(canon string, out []candidate) []candidate {
	sum := names.HashOf(canon)
	for l, t := range g.layers {
		for m := range t.Name(sum) {
			out = g.add(out, candidate{ref: ref{l, m.Index}, score: float64(m.Score) / 127, exact: true, region: m.Region})
		}
	}
	return out
}

// add appends c unless its place is there already from another layer.
func (g *Gazetteer) add(out []candidate, c candidate) []candidate {
	c.rec = g.record(c.ref)
	if c.layer > 0 {
		for _, o := range out {
			if o.rec.ID == c.rec.ID {
				return out
			}
		}
	}
	return append(out, c)
}

// maxAlike is how many entries of one skeleton are compared.
const maxAlike = 128

// alike adds the entries whose skeleton is that of the name and whose spelling is
// close enough, and no less like than floor.
func (g *Gazetteer) alike(canon string, out []candidate, only map[string]bool, floor float64) []candidate {
	key := names.AppendKey(nil, []byte(canon))
	if len(key) < 2 {
		return out
	}
	least := max(floor, leastAlike(string(key), len(out) > 0))
	listed := len(out)
	want := names.NewSpelling(canon)
	latin := canon[0] < utf8.RuneSelf
	other := make([]byte, 0, 64)
	for l, tab := range g.layers {
		n := 0
	next:
		for m := range tab.Key(names.Hash(0).Add(key).Sum()) {
			if only != nil && !only[tab.Country(m.Index)] {
				continue
			}
			if n++; n > maxAlike {
				break
			}
			for _, o := range out[:listed] {
				if o.layer == l && o.index == m.Index {
					continue next
				}
			}
			like := 0.0
			for s := range tab.Names(m.Index) {
				if latin && s[0] >= 0xd0 && s[0] < 0xdc { // Cyrillic, Hebrew, Arabic
					continue
				}
				other = names.AppendCanon(other[:0], s)
				if names.HasKey(other, key) {
					like = max(like, want.LikeAtLeast(other, max(like, least)))
				}
			}
			if listed > 0 {
				like *= 0.85 // a name that is listed as written comes first
			}
			if like >= least*0.85 && (listed > 0 || like >= least) {
				score := float64(m.Score) / 127 * like
				if like < 0.9 {
					score *= 0.8
				}
				out = g.add(out, candidate{ref: ref{l, m.Index}, score: score})
			}
		}
	}
	return out
}

// parents gives the places of a record's province and district.
func (g *Gazetteer) parents(rec table.Record) (province, district ref, hasP, hasD bool) {
	l := g.divisions()
	t := g.layers[l]
	if i, ok := t.Division(rec.Province); ok {
		province, hasP = ref{l, i}, true
	}
	if i, ok := t.Division(rec.District); ok {
		district, hasD = ref{l, i}, true
	}
	return province, district, hasP, hasD
}

// parentIDs gives the GeoNames ids of province and district, 0 where there is none.
func (g *Gazetteer) parentIDs(rec table.Record) (province, district uint32) {
	p, d, hasP, hasD := g.parents(rec)
	if hasP {
		province = g.record(p).ID
	}
	if hasD {
		district = g.record(d).ID
	}
	return province, district
}

func isTown(k isnad.PlaceKind) bool { return k == isnad.KindTown || k == isnad.KindQuarter }
