package places

import (
	"cmp"
	"slices"
	"strings"

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
		return 0.88
	case len(key) <= 2:
		return 0.9
	case len(key) == 3:
		return 0.84
	}
	return 0.76
}

// candidates gives the entries a canonical name may mean, best first. With loose
// those spelt otherwise are among them, after those listed as written.
func (g *Gazetteer) candidates(canon string, limit int, loose bool) []candidate {
	if canon == "" {
		return nil
	}
	out := g.exact(canon, nil)
	if rest, ok := strings.CutPrefix(canon, "al "); ok && len(out) == 0 {
		out = g.exact(rest, out)
	} else if len(out) == 0 {
		out = g.exact("al "+canon, out)
	}
	if loose {
		out = g.alike(canon, out)
	}
	if len(out) == 0 && strings.HasSuffix(canon, "s") && len(canon) > 4 {
		// Where a text has lost its apostrophes, "Aleppos" is Aleppo's.
		for _, c := range g.exact(canon[:len(canon)-1], nil) {
			if c.score *= 0.85; c.score >= 0.4 {
				out = append(out, c)
			}
		}
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

// alike adds the entries whose skeleton is that of the name and whose spelling is
// close enough.
func (g *Gazetteer) alike(canon string, out []candidate) []candidate {
	key := names.Key(canon)
	if len(key) < 2 {
		return out
	}
	least := leastAlike(key, len(out) > 0)
	listed := len(out)
	sum := names.HashOf(key)
	for l, t := range g.layers {
		n := 0
	next:
		for m := range t.Key(sum) {
			if n++; n > 256 {
				break
			}
			for _, o := range out[:listed] {
				if o.layer == l && o.index == m.Index {
					continue next
				}
			}
			like := 0.0
			for s := range t.Names(m.Index) {
				like = max(like, names.Similar(canon, names.Canon(s)))
			}
			if like >= least {
				out = g.add(out, candidate{ref: ref{l, m.Index}, score: float64(m.Score) / 127 * like * 0.92})
			}
		}
	}
	return out
}

// parents gives the places of a record's province and district.
func (g *Gazetteer) parents(r ref, rec table.Record) (province, district ref, hasP, hasD bool) {
	t := g.layers[r.layer]
	if i, ok := t.Division(rec.Province); ok {
		province, hasP = ref{r.layer, i}, true
	}
	if i, ok := t.Division(rec.District); ok {
		district, hasD = ref{r.layer, i}, true
	}
	return province, district, hasP, hasD
}

// parentIDs gives the GeoNames ids of province and district, 0 where there is none.
func (g *Gazetteer) parentIDs(r ref, rec table.Record) (province, district uint32) {
	p, d, hasP, hasD := g.parents(r, rec)
	if hasP {
		province = g.record(p).ID
	}
	if hasD {
		district = g.record(d).ID
	}
	return province, district
}

func isTown(k isnad.PlaceKind) bool { return k == isnad.KindTown || k == isnad.KindQuarter }
