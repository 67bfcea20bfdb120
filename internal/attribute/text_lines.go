package attribute

import "strings"

// Where the lines of a text are its paragraphs, and where they are only wrapped.

// shortLine bounds the bytes of a line that nobody wrapped.
const shortLine = 45

// blankLine tells whether the white space behind a line's end holds another.
func blankLine(s string) bool { return strings.IndexByte(s, '\n') >= 0 }

// lineEnds tells whether a text that a single line end follows closes a paragraph:
// pages keep one on each line, and lines that are only wrapped are long and seldom
// end with a sentence.
func lineEnds(t string) bool {
	if n := len(t) - strings.LastIndexByte(t, '\n'); n < shortLine || n > longLine {
		return true
	}
	t = strings.TrimRight(t, " \t\r\"')”’»")
	if t == "" {
		return false
	}
	switch t[len(t)-1] {
	case '.', '!', '?', ':':
		return true
	}
	return false
}

// wrapped tells whether a text's lines may be broken inside a sentence: where none of them
// goes on with a small letter or a mark, each is a paragraph.
func wrapped(t string) bool {
	for {
		i := strings.IndexByte(t, '\n')
		if i < 0 {
			return false
		}
		t = strings.TrimLeft(t[i+1:], " \t\r")
		if t != "" && ('a' <= t[0] && t[0] <= 'z' || strings.IndexByte(",;.)'", t[0]) >= 0) {
			return true
		}
	}
}

// longLine is the length from which no line is one of a text that is wrapped by hand.
const longLine = 130

// bulleted tells whether a line begins with the mark of a list: "• Karm: two killed".
func bulleted(t string) bool {
	for _, m := range [...]string{"•", "·", "◦", "▪", "●", "■", "►", "➤", "- ", "– ", "— ", "* ", "> "} {
		if strings.HasPrefix(t, m) {
			return true
		}
	}
	return false
}
