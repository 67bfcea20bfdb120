package isnad

import "unicode/utf8"

// Span is a run of characters [Start, End) of a text, in Unicode code points.
// The title of a report is counted apart from its text; InTitle says which of
// the two is meant.
type Span struct {
	Start   int  `json:"start"`
	End     int  `json:"end"`
	InTitle bool `json:"in_title,omitempty"`
}

// Of returns the characters of text that s covers, cut to the text where s
// reaches beyond it.
func (s Span) Of(text string) string {
	start, end := byteOffset(text, s.Start), byteOffset(text, s.End)
	if start >= end {
		return ""
	}
	return text[start:end]
}

// Overlaps tells whether the two spans share at least one character.
func (s Span) Overlaps(t Span) bool {
	return s.InTitle == t.InTitle && s.Start < t.End && t.Start < s.End
}

// RuneSpan converts the byte range [start, end) of text to a Span.
func RuneSpan(text string, start, end int) Span {
	a := utf8.RuneCountInString(text[:start])
	return Span{Start: a, End: a + utf8.RuneCountInString(text[start:end])}
}

func byteOffset(text string, runes int) int {
	if runes <= 0 {
		return 0
	}
	n := 0
	for i := range text {
		if n == runes {
			return i
		}
		n++
	}
	return len(text)
}
