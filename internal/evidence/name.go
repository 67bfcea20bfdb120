package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is how many characters of a file's name are kept.
const maxName = 120

// Name makes the name of a file harmless to show and to hand to a browser: the
// last part of a path, without control characters, overrides of direction and
// characters that paths and headers give a meaning to. It is empty where nothing
// is left.
func Name(s string) string {
	s = strings.ToValidUTF8(s, "")
	if i := strings.LastIndexAny(s, `/\`); i >= 0 {
		s = s[i+1:]
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case hidden(r):
			return -1
		case strings.ContainsRune(`"<>|?*:;%`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s)
	s = strings.Trim(strings.Join(strings.Fields(s), " "), ". ")
	if utf8.RuneCountInString(s) > maxName {
		// What tells the kind of file stands at the end.
		runes := []rune(s)
		ext := ""
		if i := strings.LastIndexByte(s, '.'); i >= 0 && len(s)-i <= 10 {
			ext = s[i:]
		}
		s = string(runes[:maxName-utf8.RuneCountInString(ext)-1]) + "…" + ext
	}
	return s
}

// Excerpt is the beginning of a text, at most n characters, for showing. Control
// characters and overrides of direction are shown as � and do nothing. The second
// value tells whether the text goes on.
func Excerpt(b []byte, n int) (string, bool) {
	var out strings.Builder
	for i := 0; i < len(b); {
		if n == 0 {
			return out.String(), true
		}
		r, size := utf8.DecodeRune(b[i:])
		i += size
		if r != '\n' && r != '\t' && hidden(r) {
			if r == '\r' {
				continue
			}
			r = utf8.RuneError
		}
		out.WriteRune(r)
		n--
	}
	return out.String(), false
}

// hidden tells characters that show nothing and change what others show:
// controls, overrides and isolates of direction, marks, tags. Joiners that
// Arabic and Indic scripts need are none of them.
func hidden(r rune) bool {
	switch {
	case r == 0x200C || r == 0x200D:
		return false
	case unicode.IsControl(r), r == 0x2028, r == 0x2029:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}
