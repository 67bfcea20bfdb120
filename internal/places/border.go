package places

import "strings"

// atBorder tells whether a country is named only as the one beyond a border: "near the border with Turkey", "an area
// bordering Niger". What is told of lies on this side of it. Of "Pakistan's border with Afghanistan" both sides are
// named, and either may be meant.
func atBorder(before string) bool {
	words := strings.Fields(before[max(0, len(before)-longestBorder):])
	at := func(fromEnd int) string {
		if fromEnd > len(words) {
			return ""
		}
		return words[len(words)-fromEnd]
	}
	n := 1
	if at(n) == "the" {
		n++
	}
	switch at(n) {
	case "bordering":
	case "with":
		n++
		switch at(n) {
		case "border", "borders", "frontier", "boundary":
		default:
			return false
		}
	default:
		return false
	}
	owner := at(n + 1)
	return owner != "" && plainWord(owner) && owner != "its" && owner != "their" && owner != "our"
}

// plainWord tells whether a word is in small letters only: no name, no possessive, and no comma behind it.
func plainWord(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// longestBorder holds "southern frontier with the" and the word before.
const longestBorder = 48
