package reconcile

import (
	"slices"
	"strings"

	"isnad/internal/names"
)

// Bounds on what one claim may make us look at; a hostile claim costs no more.
const (
	maxWords  = 96  // of a quote
	maxNames  = 24  // actors, targets, wider places
	maxLetter = 400 // bytes of one name
	maxQuote  = 2000
)

// bag is a sorted set of word hashes.
type bag []uint64

func newBag(hashes []uint64) bag {
	slices.Sort(hashes)
	return bag(slices.Compact(hashes))
}

// shared is the number of words in both.
func (b bag) shared(c bag) int {
	n, i, j := 0, 0, 0
	for i < len(b) && j < len(c) {
		switch {
		case b[i] == c[j]:
			n++
			i++
			j++
		case b[i] < c[j]:
			i++
		default:
			j++
		}
	}
	return n
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// content returns the hashes of the words of s that tell something: three
// letters or more and not among the small words that every report uses. A plural
// s is dropped, so that "shells" meets "shell".
func content(dst []uint64, s string, limit int) []uint64 {
	if s == "" {
		return dst
	}
	t := names.Borrow(cut(s, maxQuote))
	defer t.Return()
	for i := range t.List {
		if len(dst) >= limit {
			break
		}
		w := t.Fold(i)
		if len(w) < 3 || small(string(w)) {
			continue
		}
		if len(w) > 4 && w[len(w)-1] == 's' && w[len(w)-2] != 's' {
			w = w[:len(w)-1]
		}
		var h names.Hash
		dst = append(dst, h.Add(w).Sum())
	}
	return dst
}

// small are words that stand in reports of any incident, so that sharing them
// says nothing.
func small(w string) bool {
	switch w {
	case "the", "and", "were", "was", "that", "this", "with", "from", "had", "has", "have", "his", "her", "its", "who",
		"for", "but", "not", "are", "been", "after", "when", "said", "says", "say", "least", "more", "than", "their",
		"they", "into", "also", "other", "others", "one", "two", "three", "among", "including", "which", "while",
		"people", "person", "civilian", "civilians", "killed", "killing", "kill", "dead", "death", "deaths", "died",
		"injured", "injuring", "wounded", "wounding", "according", "syria", "syrian", "on", "in", "at", "by",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"city", "town", "village", "province", "area", "attack", "attacks", "group", "local", "source", "sources",
		"news", "agency", "reported", "report", "added", "told", "reports", "statement", "where", "during", "some",
		"من", "في", "على", "الى", "عن", "ان", "التي", "الذي", "قال", "قالت", "بحسب", "مقتل", "قتل", "اصيب", "شخصا":
		return true
	}
	return false
}

// plainPlace are words of a place phrase that name no place.
func plainPlace(w string) bool {
	switch w {
	case "the", "of", "in", "on", "at", "near", "and", "a", "an", "to", "from", "outside", "around", "between",
		"city", "town", "village", "villages", "province", "governorate", "district", "neighborhood", "neighbourhood",
		"neighborhoods", "neighbourhoods", "quarter", "area", "areas", "countryside", "region", "suburb", "suburbs",
		"outskirts", "rural", "central", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
		"northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest",
		"rebel", "held", "government", "controlled", "besieged", "entrance", "km", "s", "centre", "center",
		"oblast", "state", "county", "cercle", "حي", "مدينه", "بلده", "قريه", "محافظه", "ريف", "منطقه", "شرق", "غرب",
		"شمال", "جنوب", "وسط", "قرب":
		return true
	}
	return false
}

// placeName is the part of a place phrase that is a name, as folded tokens. What
// is written small in Latin or Cyrillic letters describes ("a fuel market in
// Binnish") and is left out: two such phrases may well mean one place.
func placeName(s string) string {
	if s == "" {
		return ""
	}
	t := names.Borrow(cut(s, maxLetter))
	defer t.Return()
	var out []string
	for i := range t.List {
		w := string(t.Fold(i))
		tok := t.List[i]
		if plainPlace(w) || !tok.Upper && (tok.Script == names.ScriptLatin || tok.Script == names.ScriptCyrillic) {
			continue
		}
		if names.IsArticle([]byte(w)) && i+1 < len(t.List) {
			continue
		}
		out = append(out, w)
		if len(out) == maxNames {
			break
		}
	}
	return strings.Join(out, " ")
}

// sameName tells whether two folded place names are spellings of one name.
func sameName(a, b string, keyA, keyB string) bool {
	switch {
	case a == "" || b == "":
		return false
	case a == b:
		return true
	case keyA == "" || keyB == "":
		return false
	case keyA == keyB:
		return names.Similar(a, b) >= 0.6
	}
	// The edit distance is dear: names that share no start are not asked.
	near := len(keyA) > 3 && len(keyB) > 3 && keyA[0] == keyB[0] && max(len(keyA), len(keyB))-min(len(keyA), len(keyB)) <= 1
	return near && names.Similar(a, b) >= 0.82
}

// partName tells whether most words of the shorter name stand in the longer:
// "entrance to al-Midan market" and "al-Midan".
func partName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for _, k := range a {
		if len(k) > 1 && slices.Contains(b, k) {
			n++
		}
	}
	return n > 0 && 2*n > len(a)
}

// keysOf is the key of every word of a folded name.
func keysOf(folded string) []string {
	var out []string
	for w := range strings.FieldsSeq(folded) {
		if k := names.Key(w); len(k) > 0 {
			out = append(out, k)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// saysProvince tells whether a wider name calls itself a province.
func saysProvince(s string) bool {
	t := names.Borrow(cut(s, maxLetter))
	defer t.Return()
	for i := range t.List {
		switch string(t.Fold(i)) {
		case "province", "governorate", "oblast", "region", "countryside", "rural", "state", "محافظه", "ريف", "ولايه":
			return true
		}
	}
	return false
}
