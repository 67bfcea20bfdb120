package citeblock

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
)

// Printed is a text as a page can print it: valid UTF-8 with line feeds, without control characters, byte
// order marks and soft hyphens, and without white space around it. A text that was read from a page is
// printed already.
func Printed(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == '\v', r == '\f', r == '\u2028', r == '\u2029', r == '\u0085':
			return '\n'
		case r == '\n', r == '\t':
			return r
		case r < 0x20, r >= 0x7F && r < 0xA0, r == '\uFEFF', r == '\u00AD', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, s)
	return strings.TrimFunc(s, isSpace)
}

// OneLine is a value as a block prints it: printed, every run of white space one space, and without the
// controls that turn the direction of what stands behind them.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if turns(r) {
			return -1
		}
		return r
	}, Printed(s))
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

// Paragraphs is a value of several paragraphs, each of them one line, parted by one empty line.
func Paragraphs(s string) string {
	var out []string
	for p := range strings.SplitSeq(Printed(s), "\n") {
		if p = OneLine(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

// SumOf is the sum of a text.
func SumOf(text string) Sum {
	h := sha256.New()
	n, from := 0, 0
	for i, r := range text {
		if !isSpace(r) {
			n++
			continue
		}
		h.Write([]byte(text[from:i]))
		from = i + utf8.RuneLen(r)
	}
	h.Write([]byte(text[from:]))
	return Sum{Characters: n, Hash: isnad.Hash(hex.EncodeToString(h.Sum(nil)))}
}

// isSpace tells white space, with what takes its place on web pages.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200B' }

// turns tells a control that turns the direction of what follows: embeddings, overrides, isolates.
func turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// Before is the text of the block that stands at the end of s: the last characters of s, as many as
// the sum counts. It returns where the text starts and ends, in bytes, and whether the sum is right.
func (b *Block) Before(s string) (start, end int, ok bool) {
	if b.Sum.Hash == "" {
		return 0, 0, false
	}
	if start, end, ok = b.Sum.before(s); ok {
		return start, end, true
	}
	// A mark of a heading or a list may stand before the first line of the block.
	t := strings.TrimRightFunc(s, isSpace)
	at := strings.LastIndexFunc(t, isSpace)
	if mark := strings.TrimFunc(t[max(at, 0):], isSpace); mark != "" && strings.Trim(mark, "#*_>-–—=~|•·") == "" {
		return b.Sum.before(t[:max(at, 0)])
	}
	return 0, 0, false
}

func (sum Sum) before(s string) (start, end int, ok bool) {
	end = len(strings.TrimRightFunc(s, isSpace))
	start = end
	for n, at := 0, end; n < sum.Characters; {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if size == 0 {
			return 0, 0, false
		}
		at -= size
		if !isSpace(r) {
			n, start = n+1, at
		}
	}
	return start, end, SumOf(s[start:end]) == sum
}
