package main

import (
	"strings"
	"unicode"
)

// plain is text from outside as it may be printed to a terminal: on one line,
// without control characters (C0, C1 and DEL, which begin escape sequences) and
// without marks that are not seen, among them those that turn the direction of
// what follows. The joiners stay, for they are letters' spelling in Persian.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200C' || r == '\u200D':
			return r
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

// plainLines is plain for a text of several lines, such as several errors.
func plainLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = plain(lines[i])
	}
	return strings.Join(lines, "\n")
}
