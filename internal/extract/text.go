package extract

import (
	"strings"
	"unicode/utf8"

	"isnad/internal/citeblock"
	"isnad/internal/extract/wording"
)

// textPage reads plain text. Paragraphs are parted by empty lines. Within a
// paragraph, lines that were wrapped at a width are one line; other lines stay
// apart.
func textPage(raw []byte, mediaType string) page {
	s, doubts := decode(raw, mediaType, false)
	p := page{blocks: textBlocks(s), doubts: doubts}
	if hasBlock(s) {
		p.written, p.whole = []string{s, citeblock.FromMarkdown(s), unquoted(s)}, p.blocks
	}
	return p
}

// unquoted is a text without the marks that mail puts before the lines that it quotes.
func unquoted(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(l, ">"), " "))
	}
	return b.String()
}

func textBlocks(s string) []block {
	var out []block
	var lines []string
	gap, before := 0, 0
	flush := func() {
		if len(lines) > 0 {
			out = append(out, textBlock(lines, before)...)
			lines = nil
		}
	}
	for line := range strings.SplitSeq(s, "\n") {
		line = wording.Squeeze(line)
		if line == "" {
			flush()
			gap++
			continue
		}
		if len(lines) == 0 {
			before, gap = gap, 0
		}
		gap = 0
		lines = append(lines, line)
	}
	flush()
	return out
}

// textBlock makes blocks of the lines between two empty ones. A first line that
// is set apart from a long text by nothing but its shortness is a title of its own.
func textBlock(lines []string, gap int) []block {
	if len(lines) > 1 && titleLike(lines[0]) && utf8.RuneCountInString(lines[1]) > 140 {
		return []block{{lines: lines[:1], gap: gap}, {lines: lines[1:], gap: 1}}
	}
	return []block{{lines: lines, gap: gap}}
}

// wrapped tells lines that an editor broke at a width from lines that end
// where their sense does.
func wrapped(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	widest := 0
	for _, l := range lines {
		widest = max(widest, utf8.RuneCountInString(l))
	}
	if widest > 130 || widest < 40 {
		return false
	}
	for _, l := range lines[:len(lines)-1] {
		if utf8.RuneCountInString(l)*10 < widest*7 {
			return false
		}
	}
	return true
}

// paragraphs are the lines of a block as the report's text prints them.
func paragraphs(lines []string) []string {
	if wrapped(lines) {
		return []string{strings.Join(lines, " ")}
	}
	return lines
}
