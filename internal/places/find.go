package places

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/internal/names"
)

// Mention is a place name found in a text, [Start, End) in bytes.
type Mention struct {
	Start, End int
	Name       string  // as written
	Candidates []Match // best first, at least one
}

const (
	maxTokens     = 6    // of a name
	maxCandidates = 8    // of a mention
	strong        = 0.58 // prominence from which a name needs no support: a town of 50,000
	weak          = 0.40 // prominence from which a cue beside the name is enough: a seat of a district
)

// spot is a possible mention: tokens [from, to) and what the table says.
type spot struct {
	from, to   int
	start, end int // bytes
	sum        uint64
	score      float64 // of the best meaning
	fixed      bool    // a country, a province or a region
	solid      bool    // two words or more besides the article
	keep       bool
	alike      []candidate // for a name that is spelt otherwise than listed; nil for all others
}

// Find returns the place names of the gazetteer in text, leftmost longest, none
// overlapping. It reads the text twice: first the names that are prominent
// enough to stand alone, which say what countries the text is about, then the
// others, which need a cue beside them or such a country.
func (g *Gazetteer) Find(text string) []Mention {
	t := names.Borrow(text)
	defer t.Return()
	return g.FindIn(t)
}

// FindIn is Find for a text that is cut into tokens already.
func (g *Gazetteer) FindIn(t *names.Tokens) []Mention {
	var few [64]spot // those of nearly all texts
	spots := g.spots(few[:0], t)
	countries := map[string]float64{}
	for i := range spots {
		s := &spots[i]
		s.keep = g.standsAlone(t, s)
		if s.keep {
			g.count(countries, s)
		}
	}
	total := 0.0
	for _, v := range slices.Sorted(maps.Values(countries)) { // in one order: what is just half stays half
		total += v
	}
	for i := range spots {
		s := &spots[i]
		if !s.keep {
			s.keep = g.supported(t, s, countries, total, i > 0 && spots[i-1].keep && spots[i-1].to >= s.from-1)
		}
	}
	if len(countries) > 0 {
		spots = g.respelt(t, spots, countries, total)
	}
	return g.mentions(t, spots)
}

// spots walks the tokens and appends the longest listed name at each.
func (g *Gazetteer) spots(out []spot, t *names.Tokens) []spot {
	for i := 0; i < len(t.List); {
		if l := &t.List[i]; l.Script == names.ScriptLatin && !l.Upper && !t.Article(i) {
			i++ // nearly all words
			continue
		}
		s, ok := g.spotAt(t, i)
		if !ok {
			i++
			continue
		}
		out = append(out, s)
		i = s.to
	}
	return out
}

func (g *Gazetteer) spotAt(t *names.Tokens, i int) (spot, bool) {
	tok := &t.List[i]
	lead := i // where the name's own words begin, an article before them left out
	switch tok.Script {
	case names.ScriptLatin, names.ScriptCyrillic:
		if !tok.Upper || t.Article(i) {
			if !names.ArticleBefore(t, i) {
				if !tok.Upper {
					return spot{}, false
				}
			} else {
				lead = i + 1
			}
		}
	case names.ScriptArabic, names.ScriptHebrew:
	default:
		return spot{}, false
	}
	s, ok := g.longest(t, i, tok.Start)
	if !ok && lead > i {
		s, ok = g.longest(t, lead, tok.Start)
		s.from = i
	}
	for letters := 1; !ok && letters <= 2 && tok.Script == names.ScriptArabic; letters++ {
		s, ok = g.afterParticle(t, i, letters)
	}
	return s, ok
}

// longest finds the longest listed name that begins with token i.
func (g *Gazetteer) longest(t *names.Tokens, i, start int) (spot, bool) {
	var h names.Hash
	best := spot{to: -1}
	words := 0
	for j := i; j < len(t.List) && j < i+maxTokens; j++ {
		tok := &t.List[j]
		if j > i && (tok.Gap == names.GapBreak || tok.Script != t.List[i].Script) {
			break
		}
		f := t.Fold(j)
		small := j > i && cased(tok.Script) && !tok.Upper && tok.Gap != names.GapJoin
		if small && !names.IsParticle(f) {
			break
		}
		isArticle := t.Article(j)
		if !isArticle {
			words++
		}
		with := t.Hash(j)
		if j > i {
			with = h.Add(f)
		}
		if !small { // no name ends in a small particle
			sum := t.Sum(j)
			if j > i {
				sum = with.Sum()
			}
			if score, fixed, ok := g.best(sum); ok && !(j == i && len(f) < utf8.UTFMax && utf8.RuneCount(f) < 2) {
				best = spot{from: i, to: j + 1, start: start, end: tok.End, sum: sum, score: score, fixed: fixed, solid: words > 1}
			} else if n := len(f) - 1; !ok && n >= 4 && f[n] == 's' && tok.Script == names.ScriptLatin {
				// Where a text has lost its apostrophes, "Aleppos" is Aleppo's.
				sum := with.Without('s').Sum()
				if score, fixed, ok := g.best(sum); ok && score >= strong && !common(f[:n]) {
					best = spot{from: i, to: j + 1, start: start, end: endless(t.Text, tok.End), sum: sum, score: score, fixed: fixed, solid: words > 1}
				}
			}
		}
		if isArticle {
			h = h.AddArticle()
		} else {
			h = with
		}
	}
	return best, best.to > 0
}

// endless is the end of a name in text before the s that it ends in.
func endless(text string, end int) int {
	if c := text[end-1]; c == 's' || c == 'S' {
		return end - 1
	}
	return end // a letter that is only folded to s
}

func cased(s names.Script) bool { return s.Cased() }

// best is the greatest score that a name's meanings have, and whether that is one
// of a country, a province or a region.
func (g *Gazetteer) best(sum uint64) (score float64, fixed, ok bool) {
	a, known := g.recent.get(sum)
	if !known {
		for _, t := range g.layers {
			if m, found := t.Best(sum); found && (!a.ok || m.Score > a.score) {
				a = best{m.Score, m.Region || m.Kind() == isnad.KindCountry || m.Kind() == isnad.KindProvince, true}
			}
		}
		g.recent.put(sum, a)
	}
	return float64(a.score) / 127, a.fixed, a.ok
}

// afterParticle looks behind the letters that Arabic writes together with the
// next word: and, so, in, to, like.
func (g *Gazetteer) afterParticle(t *names.Tokens, i, letters int) (spot, bool) {
	rest, size := names.AfterParticle(t, i, letters)
	if rest == nil || foreignDesignator(string(t.Fold(i))) != 0 {
		return spot{}, false
	}
	var h names.Hash
	best := spot{to: -1}
	for j := i; j < len(t.List) && j < i+maxTokens; j++ {
		tok := t.List[j]
		if j > i {
			if tok.Gap == names.GapBreak || tok.Script != names.ScriptArabic {
				break
			}
			rest = t.Fold(j)
		}
		h = h.Add(rest)
		if score, fixed, ok := g.best(h.Sum()); ok && !(j == i && commonArabic(string(rest))) {
			best = spot{from: i, to: j + 1, start: t.List[i].Start + size, end: tok.End, sum: h.Sum(), score: score, fixed: fixed, solid: j > i}
		}
	}
	return best, best.to > 0
}

// count adds the countries that a prominent name may lie in.
func (g *Gazetteer) count(countries map[string]float64, s *spot) {
	n := 0
	for l, t := range g.layers {
		top := 0.0
		for m := range t.Name(s.sum) {
			score := float64(m.Score) / 127
			top = max(top, score)
			if n++; n > 4 || score < top-0.15 {
				break
			}
			countries[g.record(ref{l, m.Index}).Country] += score
		}
	}
}

// heldBy tells whether a place is among the candidates already.
func heldBy(cs []Match, id string) bool {
	return slices.ContainsFunc(cs, func(c Match) bool { return c.ID == id })
}

// mentions gives the spots that are kept their candidates.
func (g *Gazetteer) mentions(t *names.Tokens, spots []spot) []Mention {
	kept := 0
	for _, s := range spots {
		if s.keep {
			kept++
		}
	}
	if kept == 0 {
		return nil
	}
	out := make([]Mention, 0, kept)
	slab := make([]Match, 0, 3*kept)
	var ids strings.Builder // the IDs share one string
	ids.Grow(24 * kept)
	id := func(n uint32) string {
		var b [11]byte
		from := ids.Len()
		ids.Write(appendID(b[:0], n))
		return ids.String()[from:]
	}
	for _, s := range spots {
		if !s.keep {
			continue
		}
		from := len(slab)
		for _, c := range s.alike[:min(len(s.alike), maxCandidates)] {
			slab = append(slab, Match{id(c.rec.ID), c.rec.Kind, c.score})
		}
		for l, tab := range g.layers {
			if s.alike != nil {
				break
			}
			n := 0
			for m := range tab.Name(s.sum) {
				rec := g.record(ref{l, m.Index})
				if l > 0 && heldBy(slab[from:], id(rec.ID)) {
					continue // a layer above lists the place by this name too
				}
				slab = append(slab, Match{id(rec.ID), rec.Kind, float64(m.Score) / 127})
				if n++; n == maxCandidates {
					break
				}
			}
		}
		cs := slab[from:len(slab):len(slab)]
		if len(g.layers) > 1 {
			slices.SortStableFunc(cs, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
		}
		out = append(out, Mention{s.start, s.end, t.Text[s.start:s.end], cs})
	}
	return out
}
