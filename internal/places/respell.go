package places

import (
	"cmp"
	"slices"

	"isnad/internal/names"
)

// maxRespelt is how many words of a text are looked up by their skeleton.
const maxRespelt = 200

// respelt adds names that are not listed as written: capitalised words after "in",
// "town of" and the like whose skeleton and spelling are those of a place in one
// of the countries that the text is about.
func (g *Gazetteer) respelt(t *names.Tokens, spots []spot, countries map[string]float64, total float64) []spot {
	home := map[string]bool{}
	for code, weight := range countries {
		home[code] = weight >= 0.2*total
	}
	var more []spot
	next := 0 // the first spot that ends after token i
	for i, tried := 0, 0; i < len(t.List) && tried < maxRespelt; i++ {
		if l := &t.List[i]; l.Script != names.ScriptLatin || !l.Upper && !t.Article(i) {
			continue // nearly all words
		}
		for next < len(spots) && spots[next].to <= i {
			next++
		}
		end := len(t.List)
		if next < len(spots) {
			end = spots[next].from
		}
		if i >= end {
			continue
		}
		s, ok := unlistedRun(t, i, end)
		if !ok || located(t, &s) == cueNone || wordOnly(t, &s) {
			continue
		}
		tried++
		canon := canonOf(t, s.from, s.to)
		if key := names.Key(canon); len(key) < 3 {
			continue
		}
		for _, c := range g.alike(canon, nil, home, 0.88) {
			if c.score >= 0.3 && isTown(c.rec.Kind) {
				s.alike = append(s.alike, c)
			}
		}
		if s.alike == nil {
			continue
		}
		slices.SortStableFunc(s.alike, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
		s.keep = true
		more = append(more, s)
		i = s.to - 1
	}
	if len(more) == 0 {
		return spots
	}
	spots = append(spots, more...)
	slices.SortFunc(spots, func(a, b spot) int { return cmp.Compare(a.from, b.from) })
	return spots
}

// unlistedRun is the run of at most three capitalised words at token i, before
// token end; an article may lead it.
func unlistedRun(t *names.Tokens, i, end int) (spot, bool) {
	lead := i
	if names.ArticleBefore(t, i) {
		lead++
	}
	if lead >= end || !t.List[lead].Upper {
		return spot{}, false
	}
	to := lead + 1
	for j := to; j < end && j < lead+5; j++ {
		tok := t.List[j]
		if tok.Gap == names.GapBreak || tok.Gap == names.GapDot || tok.Script != names.ScriptLatin || designator(string(t.Fold(j))) != 0 {
			break
		}
		if tok.Upper {
			to = j + 1
		} else if !names.ArticleBefore(t, j) {
			break
		}
	}
	return spot{from: i, to: to, start: t.List[i].Start, end: t.List[to-1].End, solid: to > lead+1}, true
}

// wordOnly tells whether the run is one word that is rather something else than a
// place, an article before it left out.
func wordOnly(t *names.Tokens, s *spot) bool {
	if s.solid {
		return false
	}
	f := t.Fold(s.to - 1)
	w := string(f)
	return len(f) < 4 || t.List[s.to-1].AllUpper || never(f) || generic(w) || demonym(w) != "" || attributive(w) || common(f)
}
