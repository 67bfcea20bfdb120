package places

import "strings"

// atBorder tells whether a country is named only as the one beyond a border: "near the border with Turkey",
// "bordering Niger". What is told of lies on this side of it.
func atBorder(before string) bool {
	words := strings.Fields(strings.ToLower(before[max(0, len(before)-longestBorder):]))
	if n := len(words); n > 0 && words[n-1] == "the" {
		words = words[:n-1]
	}
	n := len(words)
	if n == 0 {
		return false
	}
	switch words[n-1] {
	case "bordering", "borders":
		return true
	case "with":
		if n > 1 {
			switch words[n-2] {
			case "border", "borders", "frontier", "boundary":
				return true
			}
		}
	}
	return false
}

// longestBorder holds "borders with the" and the end of the word before.
const longestBorder = 24
