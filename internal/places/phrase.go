package places

import (
	"isnad/internal/names"
)

// maxPhrase is the longest phrase, in bytes, that is read as a place.
const maxPhrase = 600

// maxParts is how many names one phrase may join.
const maxParts = 6

// phrase is what the words of one place phrase say.
type phrase struct {
	parts []part // the names in it, in order

	sort      sortOf // the narrowest sort of place named; 0 when there is none
	withdrawn bool   // "outskirts of", "countryside", "near", "south of"
	rural     bool   // the countryside of a city is its province more than its outskirts
	side      bool   // a compass direction stands before the name: "northern Syria"
	between   bool   // "between A and B"
	border    bool
	open      bool   // sea, coastal waters, airspace
	capital   bool   // of a country
	named     bool   // holds a capitalised word, or one of a script without capitals
	landmark  bool   // a hospital, a crossing: near the place rather than it
	country   string // ISO code of a nationality named: "the Syrian town of"
}

// part is one name of a phrase.
type part struct {
	canon string
	sort  sortOf
	end   int // token after it, while a place word may still follow
}

// parse reads a phrase. The longest listed name at each word comes first, so that
// "Damascus Countryside", "South Sudan" and "Gaza Strip" stay whole; then words
// that relate or say what sort of place it is; what remains capitalised (or, in
// scripts without capitals, what remains) are names.
func (g *Gazetteer) parse(s string) phrase {
	var p phrase
	if len(s) > maxPhrase {
		s = cut(s, maxPhrase)
	}
	t := names.Borrow(s)
	defer t.Return()
	for _, tok := range t.List {
		p.named = p.named || tok.Upper || !tok.Script.Cased() && tok.Script != names.ScriptOther
	}
	for i := 0; i < len(t.List); {
		if j := g.listed(t, i); j > i {
			p.addPart(t, i, j)
			i = j
			continue
		}
		w := string(t.Fold(i))
		if n := p.word(t, i, w); n > 0 {
			i += n
			continue
		}
		j := g.runEnd(t, i)
		if j == i {
			i++
			continue
		}
		p.addPart(t, i, j)
		i = j
	}
	return p
}

func cut(s string, n int) string {
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}

// listed returns the end of the longest listed name of two words or more that
// begins with token i, or i. The first word must be a capitalised one.
func (g *Gazetteer) listed(t *names.Tokens, i int) int {
	tok := t.List[i]
	if tok.Script.Cased() && !tok.Upper && !names.ArticleBefore(t, i) && string(t.Fold(i)) != "rural" {
		return i
	}
	if foreignDesignator(string(t.Fold(i))) != 0 {
		return i
	}
	var h names.Hash
	end := i
	for j := i; j < len(t.List) && j < i+maxTokens; j++ {
		if j > i && t.List[j].Gap == names.GapBreak {
			break
		}
		f := t.Fold(j)
		if j > i {
			if _, _, ok := g.best(h.Add(f).Sum()); ok {
				end = j + 1
			}
		}
		if names.IsArticle(f) {
			h = h.AddArticle()
		} else {
			h = h.Add(f)
		}
	}
	return end
}

// word takes in words that are not part of a name and returns how many.
func (p *phrase) word(t *names.Tokens, i int, w string) int {
	next := ""
	if i+1 < len(t.List) {
		next = string(t.Fold(i + 1))
	}
	switch w {
	case "near", "around", "outside", "towards", "toward", "surrounding", "close", "beyond", "km", "kilometers", "kilometres", "miles",
		"neighboring", "neighbouring", "adjacent", "nearby",
		"قرب", "محيط", "اطراف", "بالقرب", "возле", "около", "біля", "поблизу", "под", "під":
		p.withdrawn = true
		return 1
	case "between", "بين", "между", "між":
		p.between = true
		return 1
	case "border", "borders", "frontier", "الحدود", "граница", "границе":
		p.border = true
		return 1
	case "sea", "waters", "airspace", "offshore", "البحر":
		p.open = true
		return 1
	case "capital":
		p.capital = true
		return 1
	case "and", "of", "the", "in", "at", "to", "from", "on", "في", "من", "على", "الى", "и", "в", "та", "у":
		return 1
	case "central", "downtown", "inner", "heart", "middle", "وسط":
		if !t.List[i].Upper {
			return 1
		}
	case "ريف", "بريف", "وريف":
		p.withdrawn, p.rural = true, true
		p.setSort(sortWithdrawn)
		return 1
	}
	if d := demonym(w); d != "" {
		if p.country == "" {
			p.country = d
		}
		return 1
	}
	if side(w) {
		// "south of X" is beside X, "northern X" is in it.
		if next == "of" || side(next) && i+2 < len(t.List) && string(t.Fold(i+2)) == "of" {
			p.withdrawn = true
		} else {
			p.side = true
		}
		return 1
	}
	d := designator(w)
	if d == 0 {
		d = foreignDesignator(w)
	}
	if d == 0 {
		return 0
	}
	p.landmark = p.landmark || d == sortLandmark
	p.withdrawn = p.withdrawn || d == sortWithdrawn
	p.rural = p.rural || w == "countryside" || w == "rural"
	p.setSort(d)
	// "X city and Y province": the word belongs to the name before it, or with
	// "of" to the one after.
	if n := len(p.parts); n > 0 && p.parts[n-1].end == i && next != "of" && (p.parts[n-1].sort == 0 || d < sortArea) {
		p.parts[n-1].sort = d
		p.parts[n-1].end = -1
	}
	return 1
}

// setSort keeps the narrowest sort said, but no landmark or quarter gives way.
func (p *phrase) setSort(d sortOf) {
	if p.sort == 0 || narrowness(d) < narrowness(p.sort) {
		p.sort = d
	}
}

func narrowness(d sortOf) int {
	switch d {
	case sortLandmark:
		return 0
	case sortQuarter:
		return 1
	case sortTown:
		return 2
	case sortWithdrawn:
		return 3
	case sortCity:
		return 4
	case sortDistrict:
		return 5
	case sortProvince, sortArea:
		return 6
	}
	return 7
}

// runEnd is the end of the run of name words that starts at token i.
func (g *Gazetteer) runEnd(t *names.Tokens, i int) int {
	end := i
	for j := i; j < len(t.List); j++ {
		tok, w := t.List[j], string(t.Fold(j))
		if j > i && (tok.Gap == names.GapBreak || tok.Script != t.List[i].Script && tok.Script != names.ScriptOther) {
			break
		}
		if tok.Script.Cased() && !tok.Upper {
			switch {
			case tok.Gap == names.GapJoin && j > i && designator(w) == 0:
				end = j + 1 // "Khan-sheikhoun"
			case names.ArticleBefore(t, j), j > i && innerParticle(w):
			default:
				return end
			}
			continue
		}
		if j > i && (designator(w) != 0 || foreignDesignator(w) != 0 || side(w) || breaks(w) || g.listed(t, j) > j+1) {
			break
		}
		end = j + 1
	}
	return end
}

// innerParticle tells small words inside names.
func innerParticle(w string) bool {
	switch w {
	case "de", "la", "ibn", "bin", "abu", "e", "du", "del", "upon", "al", "el":
		return true
	}
	return false
}

// breaks tells words at which a run of names ends.
func breaks(w string) bool {
	switch w {
	case "between", "border", "and", "near", "in", "of", "و", "في", "من", "قرب", "بين", "وسط", "ريف", "и", "та", "в":
		return true
	}
	return false
}

func (p *phrase) addPart(t *names.Tokens, from, to int) {
	if len(p.parts) >= maxParts {
		return
	}
	q := part{canon: canonOf(t, from, to), end: to}
	// "city of X", "province of X"
	if from > 1 && string(t.Fold(from-1)) == "of" {
		q.sort = designator(string(t.Fold(from - 2)))
	} else if from > 0 {
		q.sort = foreignDesignator(string(t.Fold(from - 1)))
	}
	p.parts = append(p.parts, q)
}

func canonOf(t *names.Tokens, from, to int) string {
	var b []byte
	for i := from; i < to; i++ {
		if i > from {
			b = append(b, ' ')
		}
		if f := t.Fold(i); i+1 < to && names.IsArticle(f) {
			b = append(b, "al"...)
		} else {
			b = append(b, f...)
		}
	}
	return string(b)
}
