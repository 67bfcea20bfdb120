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

	sort      sortOf // of the place word nearest to a name; 0 when there is none
	withdrawn bool   // "outskirts of", "countryside", "near", "south of"
	old       bool   // part of a town: "downtown", "eastern"
	side      bool   // a compass direction stands before the name: "northern Syria"
	between   bool   // "between A and B"
	border    bool
	open      bool // sea, coast waters, airspace
	capital   bool // holds a capitalised word
	landmark  bool
}

// part is one name of a phrase.
type part struct {
	canon string
	sort  sortOf
}

// parse reads a phrase: place words and relations are taken out, what remains
// capitalised (or, in scripts without capitals, what remains) are names.
func parse(s string) phrase {
	var p phrase
	if len(s) > maxPhrase {
		s = cut(s, maxPhrase)
	}
	t := names.Scan(s)
	for i := range t.List {
		p.capital = p.capital || t.List[i].Upper || !cased(t.List[i].Script)
	}
	for i := 0; i < len(t.List); {
		w := string(t.Fold(i))
		if p.word(t, i, w) {
			i++
			continue
		}
		j := p.runEnd(t, i)
		if j == i {
			i++
			continue
		}
		p.addRun(t, i, j)
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

// word takes in a word that is not part of a name.
func (p *phrase) word(t *names.Tokens, i int, w string) bool {
	switch w {
	case "near", "around", "outside", "towards", "toward", "surrounding", "close", "beyond", "km", "kilometers", "kilometres", "miles", "neighboring", "neighbouring",
		"قرب", "محيط", "اطراف", "بالقرب", "возле", "около", "біля", "поблизу", "под":
		p.withdrawn = true
		return true
	case "between", "بين", "между", "між":
		p.between = true
		return true
	case "border", "borders", "frontier", "الحدود":
		p.border = true
		return true
	case "sea", "waters", "airspace", "offshore", "البحر":
		p.open = true
		return true
	case "northern", "southern", "eastern", "western", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
		"northeastern", "northwestern", "southeastern", "southwestern", "شمال", "جنوب", "شرق", "غرب", "north-eastern":
		if i+1 < len(t.List) && (string(t.Fold(i+1)) == "of") || i > 0 && isSide(string(t.Fold(i-1))) && i+1 < len(t.List) && string(t.Fold(i+1)) == "of" {
			p.withdrawn = true
			return true
		}
		if t.List[i].Upper && partOfName(t, i) {
			return false
		}
		p.side = true
		return true
	case "central", "downtown", "old", "inner", "center", "centre", "heart", "middle", "وسط":
		if t.List[i].Upper && i > 0 && t.List[i-1].Upper {
			return false
		}
		p.old = true
		return true
	case "ريف", "بريف":
		p.withdrawn = true
		p.sort = sortWithdrawn
		return true
	case "محافظه", "بمحافظه", "ولايه", "область", "області", "области":
		p.setSort(sortProvince)
		return true
	case "مدينه", "بمدينه":
		p.setSort(sortCity)
		return true
	case "قريه", "بلده", "بقريه", "ببلده", "село", "селе":
		p.setSort(sortTown)
		return true
	case "حي", "بحي", "مخيم":
		p.setSort(sortQuarter)
		return true
	case "في", "من", "على", "الى", "и", "в", "та":
		return true
	}
	d := designator(w)
	if d == 0 {
		return false
	}
	// "Old City", "Sadr City", "Camp Ashraf": a capital may make it part of the
	// name. It is taken as a place word all the same unless the whole is listed.
	if d == sortLandmark {
		p.landmark = true
	}
	if d == sortWithdrawn {
		p.withdrawn = true
	}
	p.setSort(d)
	if n := len(p.parts); n > 0 && p.parts[n-1].sort == 0 {
		p.parts[n-1].sort = d
	}
	return true
}

// setSort keeps the narrowest sort said: "district of Damascus city".
func (p *phrase) setSort(d sortOf) {
	if p.sort == 0 || d < p.sort && d != sortCity {
		p.sort = d
	}
}

func isSide(w string) bool { return direction(w) }

// partOfName tells whether a capitalised direction belongs to a name that is
// written with it, as in "South Sudan" or "Eastern Ghouta": the caller looks the
// whole run up and drops the direction when that fails.
func partOfName(t *names.Tokens, i int) bool {
	return i+1 < len(t.List) && t.List[i+1].Upper && t.List[i+1].Gap != names.GapBreak && designator(string(t.Fold(i+1))) == 0
}

// runEnd is the end of the run of name words that starts at token i.
func (p *phrase) runEnd(t *names.Tokens, i int) int {
	j := i
	end := i
	for ; j < len(t.List); j++ {
		tok, f := t.List[j], t.Fold(j)
		if j > i && (tok.Gap == names.GapBreak || tok.Script != t.List[i].Script && tok.Script != names.ScriptOther) {
			break
		}
		w := string(f)
		if cased(tok.Script) && !tok.Upper {
			if tok.Gap == names.GapJoin && j > i && !(designator(w) != 0) {
				end = j + 1
				continue
			}
			if names.IsArticle(f) && (w == "al" || w == "el" || j > i && names.ArticleBefore(t, j) || j+1 < len(t.List) && t.List[j+1].Gap == names.GapJoin) {
				continue
			}
			if j > i && (w == "de" || w == "la" || w == "ibn" || w == "bin" || w == "abu" || w == "e" || w == "du" || w == "del" || w == "upon") {
				continue
			}
			break
		}
		if j > i && (designator(w) != 0 || w == "between" || w == "border" || w == "and" || w == "near") {
			break
		}
		if tok.Script == names.ScriptArabic && (arabicDesignator(w) || preposition(w)) {
			break
		}
		end = j + 1
	}
	return end
}

func (p *phrase) addRun(t *names.Tokens, from, to int) {
	if len(p.parts) >= maxParts {
		return
	}
	p.parts = append(p.parts, part{canon: canonOf(t, from, to)})
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
