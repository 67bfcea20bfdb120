package export

import (
	"strings"
	"unicode/utf8"
)

// clean leaves out every character that XML 1.0 forbids (controls but tab and
// line ends, surrogates, U+FFFE, U+FFFF) and every byte that is no UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, r < 0x20 && r != '\t' && r != '\n' && r != '\r',
			r >= 0x7F && r <= 0x9F, r >= 0xD800 && r <= 0xDFFF, r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
}

// line is s in one line: every run of white space becomes one space.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// begin is the first n characters of s, cut at a word where one is near.
func begin(s string, n int) string {
	s = strings.TrimSpace(clean(s))
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	end := 0
	for at := range s {
		if n == 0 {
			end = at
			break
		}
		n--
	}
	cut := s[:end]
	if at := strings.LastIndexAny(cut, " \n"); at > len(cut)*3/4 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " \n,;:") + " …"
}
