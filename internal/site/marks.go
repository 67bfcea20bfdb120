package site

import (
	"slices"

	"isnad"
)

// Bounds of the text that one page shows.
const (
	maxText      = 300_000 // characters
	maxParagraph = 5000
)

// paragraph is a paragraph of a report with its claims marked, and the notes on
// the claims whose passage begins in it.
type paragraph struct {
	Pieces []piece
	Notes  []note
}

// piece is a run of text that the same claims cover.
type piece struct {
	Text  string
	Marks int      // claims that cover it
	Start []string // IDs of claims that begin here
	End   []int    // numbers of the notes on claims that end here

	Chosen bool // a chosen note covers it
}

// note is what stands beside the text about one claim.
type note struct {
	isnad.Claim
	Number  int
	Speaker string // who says so, outermost
	Chain   []string
	Chosen  bool // the page is about this one
	Replies []notice
	Ask     bool // cases can be opened about it
}

// marked cuts text into paragraphs and marks the notes' passages in it. Passages
// may overlap, lie within each other and reach over paragraphs; one that lies
// outside of the text is returned in left. whole is false when the text goes on.
func marked(text string, notes []note) (paras []paragraph, left []note, whole bool) {
	runes := []rune(text)
	whole = len(runes) <= maxText
	if !whole {
		runes = runes[:maxText]
	}
	firstAt, lastAt := make([][2]int, len(notes)), make([][2]int, len(notes))
	for i := range firstAt {
		firstAt[i] = [2]int{-1, -1}
	}
	var edges []int
	for _, n := range notes {
		edges = append(edges, n.Span.Start, n.Span.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	for _, block := range blocks(runes) {
		k := len(paras)
		if k == maxParagraph {
			whole = false
			break
		}
		var p paragraph
		cuts := []int{block[0]}
		from, _ := slices.BinarySearch(edges, block[0]+1)
		for _, e := range edges[from:] {
			if e >= block[1] {
				break
			}
			cuts = append(cuts, e)
		}
		cuts = append(cuts, block[1])
		for c := 1; c < len(cuts); c++ {
			a, b := cuts[c-1], cuts[c]
			x := piece{Text: string(runes[a:b])}
			for i, n := range notes {
				if n.Span.Start <= a && n.Span.End >= b {
					x.Marks++
					x.Chosen = x.Chosen || n.Chosen
					if firstAt[i][0] < 0 {
						firstAt[i] = [2]int{k, len(p.Pieces)}
					}
					lastAt[i] = [2]int{k, len(p.Pieces)}
				}
			}
			p.Pieces = append(p.Pieces, x)
		}
		paras = append(paras, p)
	}
	for i, n := range notes {
		if firstAt[i][0] < 0 {
			left = append(left, n)
			continue
		}
		p := &paras[firstAt[i][0]]
		p.Notes = append(p.Notes, n)
		p.Pieces[firstAt[i][1]].Start = append(p.Pieces[firstAt[i][1]].Start, n.ID)
		e := &paras[lastAt[i][0]].Pieces[lastAt[i][1]]
		e.End = append(e.End, n.Number)
	}
	return paras, left, whole
}

// blocks finds the paragraphs of a text, [start, end) in runes: runs between
// empty lines.
func blocks(runes []rune) [][2]int {
	var out [][2]int
	start := -1
	end := 0
	breaks := 0
	for i, r := range runes {
		switch {
		case r == '\n':
			breaks++
		case r == ' ' || r == '\t' || r == '\r':
		default:
			if start >= 0 && breaks >= 2 {
				out = append(out, [2]int{start, end})
				start = -1
			}
			if start < 0 {
				start = i
			}
			breaks = 0
			end = i + 1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, end})
	}
	return out
}
