package places

import (
	"strings"
	"unicode/utf8"

	"isnad/internal/names"
)

// standsAlone tells whether a spot is a mention whatever else the text says.
func (g *Gazetteer) standsAlone(t *names.Tokens, s *spot) bool {
	if cased(t.List[s.from].Script) && !s.fixed && s.score < weak {
		return false // most spots: the names of hamlets
	}
	first, single := firstWord(t, s)
	if noPlace(t, s) {
		return false
	}
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
		if !s.solid && s.score < 0.9 && g.nameBeside(t, s) && !afterOpening(t, s) {
			return false
		}
		return s.score >= strong || s.fixed
	}
	if single && commonArabic(string(first)) {
		return false
	}
	if single && !s.fixed && utf8.RuneCountInString(t.Text[s.start:s.end]) <= 3 {
		return s.score >= 0.68 // three letters are many a word
	}
	return s.score >= strong || s.fixed || located(t, s) == cueTown
}

// firstWord is the first word of the name, a leading article left out, and
// whether it is the only one.
func firstWord(t *names.Tokens, s *spot) (word []byte, single bool) {
	i := s.from
	if s.to > i+1 && names.IsArticle(t.Fold(i)) {
		i++
	}
	return t.Fold(i), s.to == i+1
}

// supported tells whether a spot that cannot stand alone is a mention all the
// same: a cue stands beside it, or the text is about its country.
func (g *Gazetteer) supported(t *names.Tokens, s *spot, countries map[string]float64, total float64, after bool) bool {
	cue := located(t, s)
	if cue == cueNone && !s.solid && s.score < weak && !after {
		return false // whatever else holds, and of most spots it does
	}
	first, single := firstWord(t, s)
	latin := cased(t.List[s.from].Script)
	if noPlace(t, s) || single && (latin && (never(first) || len(first) < 3) || commonArabic(string(first))) {
		return false
	}
	if single && latin && (common(first) || !s.solid && g.nameBeside(t, s)) {
		return cue == cueTown && !common(first)
	}
	if cue == cueTown {
		return true
	}
	if total == 0 { // A text that names no place for sure: a cue and a town of some size.
		return cue == cueIn && (s.score >= weak || s.solid && s.score >= 0.3)
	}
	n := 0
	for l, tab := range g.layers {
		for m := range tab.Name(s.sum) {
			if countries[g.record(ref{l, m.Index}).Country] >= 0.2*total {
				return cue != cueNone || s.solid || s.score >= weak || after
			}
			if n++; n > 32 {
				return false
			}
		}
	}
	return false
}

// noPlace tells names that texts use for something else than the place that
// bears them: directions, nationalities, the first word of a longer Arabic name.
func noPlace(t *names.Tokens, s *spot) bool {
	if s.to == s.from+1 {
		f := string(t.Fold(s.from))
		return generic(f) || direction(f) || preposition(f) || demonym(f) != "" || attributive(f) || rank(f)
	}
	return strings.EqualFold(t.Text[s.start:s.end], "White House")
}

// rank tells words that stand before a person's name.
func rank(w string) bool {
	switch w {
	case "president", "minister", "sheikh", "emir", "imam", "doctor", "colonel", "captain", "major", "lieutenant", "sergeant", "mayor", "judge", "king", "sultan", "sultana":
		return true
	}
	return false
}

// Cues beside a name.
const (
	cueNone = iota
	cueIn   // "in X", "near X"
	cueTown // "village of X", "X province"
)

func located(t *names.Tokens, s *spot) int {
	after := s.to < len(t.List) && t.List[s.to].Gap != names.GapBreak && settled(t, s.to)
	if s.from > 0 && t.List[s.from].Gap != names.GapBreak {
		p := string(t.Fold(s.from - 1))
		if p == "of" && s.from > 1 && settled(t, s.from-2) || arabicDesignator(p) {
			return cueTown
		}
		if preposition(p) && !after {
			return cueIn
		}
	}
	if after {
		return cueTown
	}
	return cueNone
}

// settled tells whether token i is a word for a place where people live or for a
// division.
func settled(t *names.Tokens, i int) bool {
	w := string(t.Fold(i))
	switch w {
	case "street", "road", "square", "roundabout", "avenue", "market", "block", "alley":
		return false // named after a place, or after anyone
	}
	switch designator(w) {
	case sortTown, sortCity, sortQuarter, sortDistrict, sortProvince:
		return true
	}
	return false
}

// nameBeside tells whether a capitalised word that is no place word stands
// right before or after the name: "Hassan" in "Ali Hassan Omar" is a person.
func (g *Gazetteer) nameBeside(t *names.Tokens, s *spot) bool {
	if s.from > 0 {
		p, f := t.List[s.from-1], t.Fold(s.from-1)
		if p.Upper && (t.List[s.from].Gap == names.GapSpace || t.List[s.from].Gap == names.GapDot) && !placeWord(f) && !opensSentence(t, s.from-1) && !g.wellKnown(f) {
			return true
		}
	}
	if s.to < len(t.List) && !possessed(t, s) {
		n, f := t.List[s.to], t.Fold(s.to)
		if n.Upper && (n.Gap == names.GapSpace || n.Gap == names.GapJoin) && !placeWord(f) && !g.wellKnown(f) && !beginsPerson(t, s.to) {
			return true
		}
	}
	return false
}

// beginsPerson tells whether token i is a rank or a title before the name of somebody, who is told of
// next to a place where a text has lost its commas: "the council in Homs Col. Yasser Example".
func beginsPerson(t *names.Tokens, i int) bool {
	if i+1 >= len(t.List) || !t.List[i+1].Upper {
		return false
	}
	w := string(t.Fold(i))
	switch w {
	case "col", "gen", "maj", "lt", "capt", "sgt", "brig", "dr", "mr", "mrs", "ms", "prof", "brigadier", "professor":
		return true
	}
	return rank(w)
}

// possessed tells whether the name has a possessive ending: what follows in
// "Aleppo's Hamdaniya quarter" is no part of it.
func possessed(t *names.Tokens, s *spot) bool {
	next := t.List[s.to].Start
	if next <= s.end {
		return false
	}
	switch strings.TrimRight(t.Text[s.end:next], " ") {
	case "'s", "’s", "s", "'", "’": // the apostrophe may be lost
		return true
	}
	return false
}

// afterOpening tells whether the spot follows the first word of a sentence, whose
// capital says nothing: "Bombing Aleppo". A name after the spot still counts.
func afterOpening(t *names.Tokens, s *spot) bool {
	if s.from != 1 && (s.from == 0 || t.List[s.from-1].Gap != names.GapBreak) {
		return false
	}
	return s.to >= len(t.List) || !t.List[s.to].Upper || t.List[s.to].Gap != names.GapSpace
}

// wellKnown tells whether the word is a prominent place by itself: texts that have
// lost their commas and apostrophes put one beside the other ("Syrias Homs").
func (g *Gazetteer) wellKnown(f []byte) bool {
	score, _, ok := g.best(names.Hash(0).Add(f).Sum())
	if !ok && len(f) > 4 && f[len(f)-1] == 's' {
		score, _, ok = g.best(names.Hash(0).Add(f[:len(f)-1]).Sum())
	}
	return ok && score >= strong && !common(f)
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
