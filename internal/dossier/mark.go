package dossier

import (
	"slices"
	"strings"

	"isnad"
)

// piece is a run of text that the same claims cover.
type piece struct {
	Text  string
	Marks int      // claims that cover it
	Start []string // IDs of claims that begin here
	End   []int    // numbers of claims that end here
}

// marked cuts text into paragraphs and marks the passages of claims in it, which
// may overlap and reach over paragraphs. numbers are those that the page gives the
// claims. A passage that lies outside of the text is marked nowhere.
func marked(text string, claims []isnad.Claim, numbers map[string]int) [][]piece {
	var out [][]piece
	at := 0 // characters before the paragraph
	begun := map[string]bool{}
	for block := range strings.SplitSeq(text, "\n\n") {
		runes := []rune(block)
		if p := paragraph(runes, at, claims, numbers, begun); len(p) > 0 {
			out = append(out, p)
		}
		at += len(runes) + 2
	}
	return out
}

// paragraph marks the passages in one paragraph, whose first character is number
// at of the text.
func paragraph(runes []rune, at int, claims []isnad.Claim, numbers map[string]int, begun map[string]bool) []piece {
	if strings.TrimSpace(string(runes)) == "" {
		return nil
	}
	end := at + len(runes)
	cuts := []int{at, end}
	var here []isnad.Claim
	for _, c := range claims {
		if c.Span.Start < end && c.Span.End > at && c.Span.Start < c.Span.End {
			here = append(here, c)
			cuts = append(cuts, min(max(c.Span.Start, at), end), min(max(c.Span.End, at), end))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for n := 1; n < len(cuts); n++ {
		a, b := cuts[n-1], cuts[n]
		x := piece{Text: string(runes[a-at : b-at])}
		for _, c := range here {
			if c.Span.Start > a || c.Span.End < b {
				continue
			}
			x.Marks++
			if !begun[c.ID] {
				begun[c.ID] = true
				x.Start = append(x.Start, c.ID)
			}
			if c.Span.End == b || c.Span.End > end && b == end {
				x.End = append(x.End, numbers[c.ID])
			}
		}
		out = append(out, x)
	}
	return out
}
