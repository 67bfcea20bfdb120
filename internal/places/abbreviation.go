package places

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations are the names among those that were found which the text itself gives as short for something
// else: "the Syrian American Medical Society (SAMS)" names no town that somebody calls Sams.
func abbreviations(text string, ms []Mention) []string {
	var out []string
	for i := range ms {
		if len(out) == maxShort {
			break
		}
		m := &ms[i]
		before, ok := strings.CutSuffix(text[:m.Start], "(")
		if ok && strings.HasPrefix(text[m.End:], ")") && initials(before[max(0, len(before)-longestSpelled):], m.Name) && !slices.Contains(out, m.Name) {
			out = append(out, m.Name)
		}
	}
	return out
}

// maxShort bounds the names that are known as short for something: a report has a handful.
const maxShort = 64

// longestSpelled is how many bytes before an abbreviation are looked at for what it stands for.
const longestSpelled = 120

// initials tells whether the last words before it begin with the letters of an abbreviation in capitals.
// Small words may stand between: "Office for the Coordination of Humanitarian Affairs (OCHA)".
func initials(before, short string) bool {
	if len(short) < 2 || len(short) > 8 {
		return false
	}
	words := strings.Fields(before)
	for i := len(short) - 1; i >= 0; i-- {
		if short[i] < 'A' || short[i] > 'Z' {
			return false
		}
		for {
			if len(words) == 0 {
				return false
			}
			w := words[len(words)-1]
			words = words[:len(words)-1]
			if w[0] == short[i] {
				break
			}
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || i == len(short)-1 {
				return false
			}
		}
	}
	return true
}
