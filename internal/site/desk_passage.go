package site

import (
	"unicode/utf8"

	"isnad"
)

// passageText is the text of a report with one claim's passage in its midst.
type passageText struct {
	Head   []piece
	Early  []paragraph // folded away before it
	Near   []paragraph
	Late   []paragraph // folded away after it
	Whole  bool        // the text ends here
	Found  bool
	Others map[int]string // addresses of the other claims, by their numbers
}

// What is shown around a passage without unfolding, in characters.
const (
	charsBefore = 300
	charsAfter  = 900
)

// passageOf marks the passages of all claims of a report and puts that of c in
// the midst. Long texts before and after it are folded away, so that the passage
// stands near the top of the page however long the report is.
func passageOf(rep *isnad.Report, c *isnad.Claim, all []isnad.Claim, q queue) passageText {
	t := passageText{Others: map[int]string{}}
	var head, body []note
	for i, x := range all {
		n := note{Claim: x, Number: i + 1, Chosen: x.ID == c.ID}
		if !n.Chosen {
			t.Others[n.Number] = q.Claim(x.ID, "")
		}
		if x.Span.InTitle {
			head = append(head, n)
		} else {
			body = append(body, n)
		}
	}
	heads, _, _ := marked(rep.Title, head)
	for _, p := range heads {
		t.Head = append(t.Head, p.Pieces...)
		for _, x := range p.Pieces {
			t.Found = t.Found || x.Chosen
		}
	}
	paras, _, whole := marked(rep.Text, body)
	t.Whole = whole
	from, to := -1, -1
	for i, p := range paras {
		for _, x := range p.Pieces {
			if x.Chosen {
				if from < 0 {
					from = i
				}
				to = i
			}
		}
	}
	if from < 0 {
		from, to = 0, 0
	} else {
		t.Found = true
	}
	for n := 0; from > 0; from-- {
		if n += length(paras[from-1]); n > charsBefore && from != 1 {
			break
		}
	}
	if len(paras) > 0 {
		to++
	}
	for n := 0; to < len(paras); to++ {
		if n += length(paras[to]); n > charsAfter {
			break
		}
	}
	if len(paras)-to == 1 && length(paras[to]) < charsAfter { // one more is not worth unfolding
		to++
	}
	t.Early, t.Near, t.Late = paras[:from], paras[from:to], paras[to:]
	return t
}

func length(p paragraph) (n int) {
	for _, x := range p.Pieces {
		n += utf8.RuneCountInString(x.Text)
	}
	return n
}

// piecesShown and parasShown are text with the addresses of the other claims in it.
type (
	piecesShown struct {
		Pieces []piece
		Others map[int]string
	}
	parasShown struct {
		Paras  []paragraph
		Others map[int]string
		Dir    string
	}
)
