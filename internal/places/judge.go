package places

import "isnad/internal/names"

// standsAlone tells whether a spot is a mention whatever else the text says.
func (g *Gazetteer) standsAlone(t *names.Tokens, s *spot) bool {
	first := t.Fold(s.from)
	single := s.to == s.from+1
	if cased(t.List[s.from].Script) {
		if single && len(first) <= 3 && !t.List[s.from].AllUpper && (s.fixed || len(first) < 3) {
			return false // "us" and "of" are no places, "US" is one
		}
		if never(first) && single {
			return false
		}
		if single && common(first) {
			return s.fixed && s.score > 0.9 || s.score >= weak && located(t, s) == cueTown
		}
		if !s.solid && nameBeside(t, s) && s.score < 0.9 {
			return false
		}
		return s.score >= strong || s.fixed
	}
	if single && commonArabic(string(first)) {
		return false
	}
	return s.score >= strong || s.fixed || located(t, s) == cueTown
}

// supported tells whether a spot that cannot stand alone is a mention all the
// same: a cue stands beside it, or the text is about its country.
func (g *Gazetteer) supported(t *names.Tokens, s *spot, countries map[string]float64, total float64, after bool) bool {
	first := t.Fold(s.from)
	single := s.to == s.from+1
	latin := cased(t.List[s.from].Script)
	if single && (latin && (never(first) || len(first) < 3) || commonArabic(string(first))) {
		return false
	}
	cue := located(t, s)
	if single && latin && (common(first) || !s.solid && nameBeside(t, s)) {
		return cue == cueTown && !common(first)
	}
	home := false
	if total > 0 {
		n := 0
	search:
		for l, tab := range g.layers {
			for m := range tab.Name(s.sum) {
				if countries[g.record(ref{l, m.Index}).Country] >= 0.2*total {
					home = true
					break search
				}
				if n++; n > 32 {
					break search
				}
			}
		}
	}
	switch {
	case cue == cueTown:
		return true
	case home:
		return cue != cueNone || s.solid || s.score >= weak || after
	case total > 0:
		return false
	}
	// A text that names no place for sure: a cue and a town of some size.
	return cue == cueIn && (s.score >= weak || s.solid && s.score >= 0.3)
}

// Cues beside a name.
const (
	cueNone = iota
	cueIn   // "in X", "near X"
	cueTown // "village of X", "X province"
)

func located(t *names.Tokens, s *spot) int {
	if s.from > 0 && t.List[s.from].Gap != names.GapBreak {
		p := string(t.Fold(s.from - 1))
		if p == "of" && s.from > 1 && designator(string(t.Fold(s.from-2))) != 0 || arabicDesignator(p) {
			return cueTown
		}
		if preposition(p) {
			if s.to < len(t.List) && t.List[s.to].Gap != names.GapBreak && designator(string(t.Fold(s.to))) != 0 {
				return cueTown
			}
			return cueIn
		}
	}
	if s.to < len(t.List) && t.List[s.to].Gap != names.GapBreak && designator(string(t.Fold(s.to))) != 0 {
		return cueTown
	}
	return cueNone
}

// nameBeside tells whether a capitalised word that is no place word stands
// right before or after the name: "Hassan" in "Ali Hassan Omar" is a person.
func nameBeside(t *names.Tokens, s *spot) bool {
	if s.from > 0 {
		p, f := t.List[s.from-1], t.Fold(s.from-1)
		if p.Upper && (t.List[s.from].Gap == names.GapSpace || t.List[s.from].Gap == names.GapDot) && !placeWord(f) && !opensSentence(t, s.from-1) {
			return true
		}
	}
	if s.to < len(t.List) {
		n, f := t.List[s.to], t.Fold(s.to)
		if n.Upper && (n.Gap == names.GapSpace || n.Gap == names.GapJoin) && !placeWord(f) {
			return true
		}
	}
	return false
}

func opensSentence(t *names.Tokens, i int) bool {
	return (i == 0 || t.List[i].Gap == names.GapBreak) && common(t.Fold(i))
}

func placeWord(f []byte) bool {
	s := string(f)
	return designator(s) != 0 || preposition(s) || direction(s) || names.IsParticle(f)
}

func preposition(s string) bool {
	switch s {
	case "in", "at", "near", "from", "to", "outside", "around", "toward", "towards", "across", "inside", "into",
		"over", "on", "within", "throughout", "between", "of", "through", "via", "surrounding", "besieged", "leaving",
		"في", "من", "الى", "على", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "باتجاه", "نحو", "داخل", "خارج",
		"в", "у", "под", "из", "на", "біля", "поблизу":
		return true
	}
	return false
}

func direction(s string) bool {
	switch s {
	case "central", "rural", "greater", "downtown", "upper", "lower":
		return true
	}
	return side(s)
}
