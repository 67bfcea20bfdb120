package extract

import (
	"strings"
	"unicode/utf8"

	"isnad/internal/extract/imprint"
)

// takeTitle takes the title off the head of a story: the heading of the highest level
// that stands before its first paragraph, else the first line that has the form of a title and leads to a paragraph.
func takeTitle(s *story) {
	best := -1
	for i := range s.pieces {
		p := &s.pieces[i]
		if realParagraph(p) && !isHead(p) {
			break
		}
		if !isHead(p) || p.kicker {
			continue
		}
		switch {
		case best < 0:
			best = i
		case p.kind == pieceHeading && (s.pieces[best].kind != pieceHeading || p.level < s.pieces[best].level):
			best = i
		}
	}
	if best < 0 || leadOf(s.pieces, best) < 0 && s.pieces[best].kind != pieceHeading {
		return
	}
	s.title = s.pieces[best].text
	kept := make([]piece, 0, len(s.pieces))
	kept = append(kept, s.pieces[:best]...)
	s.pieces = append(kept, s.pieces[best+1:]...)
}

// settle decides what depends on where a piece stands. Terms and notes that
// paragraphs of the story follow are paragraphs themselves, unless their words leave
// no doubt. Scraps after the end of the story are notes.
func settle(s *story) {
	s.pieces = closing(s.pieces)
	last := lastParagraph(s.pieces)
	signed := 0
	for i := range s.pieces {
		if s.pieces[i].kind == pieceSigned {
			signed++
		}
	}
	for i := range s.pieces {
		if p := &s.pieces[i]; p.kind == pieceSigned {
			if p.kind = pieceChrome; signed == 1 && i > last && last >= 0 {
				p.kind = pieceCredit
			}
		}
	}
	first := len(s.pieces)
	for i := range s.pieces {
		if realParagraph(&s.pieces[i]) {
			first = i
			break
		}
	}
	closed := false
	for i := range s.pieces {
		p := &s.pieces[i]
		switch p.kind {
		case pieceTerms, pieceNote:
			if i > first && i < last && !imprint.Label(p.text) && doubtful(p.text) {
				p.kind = pieceStory
			}
			closed = closed || i > last
		case pieceCredit, pieceSubmitter:
			closed = closed || i > last
		case pieceStory, pieceHeading:
			if closed && utf8.RuneCountInString(p.text) <= 200 && (i > last) {
				p.kind = pieceNote
			}
		}
	}
}

// doubtful tells words of terms or notes that a story may say too.
func doubtful(s string) bool {
	terms, notes := imprint.Weigh(s)
	return terms < 6 && notes < 6
}

func lastParagraph(ps []piece) int {
	for i := len(ps) - 1; i >= 0; i-- {
		if realParagraph(&ps[i]) {
			return i
		}
	}
	return -1
}

// closing settles what follows the last paragraph of a story. A last paragraph with a
// label ("NOTE: …") speaks of the page; a scrap that ends in a colon, such as "Valley Press at:",
// belongs to the terms that it leads to.
func closing(ps []piece) []piece {
	first := 0
	for first < len(ps) && !realParagraph(&ps[first]) {
		first++
	}
	for i := len(ps) - 1; i > first; i-- {
		p := &ps[i]
		if p.kind == pieceStory && imprint.ClosingNote(p.text) {
			p.kind = pieceNote
		}
		if realParagraph(p) {
			break
		}
	}
	last := lastParagraph(ps)
	kept := ps[:0:0]
	for i := range ps {
		p := ps[i]
		if i > last && i+1 < len(ps) && ps[i+1].kind == pieceTerms && p.kind == pieceStory && utf8.RuneCountInString(p.text) <= 100 && strings.HasSuffix(p.text, ":") {
			ps[i+1].text = p.text + " " + ps[i+1].text
			ps[i+1].links = append(p.links, ps[i+1].links...)
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// takeShared takes from the end of the last story what speaks for the page:
// submitter, terms, notes and lone links always, the credit line only when it is
// the only one of the page.
func takeShared(stories []story) []piece {
	credits := 0
	for i := range stories[:len(stories)-1] {
		s := &stories[i]
		for j := range s.pieces {
			p := &s.pieces[j]
			if p.kind == pieceCredit || p.kind == pieceStory && leadOpens(p, p.credit.Day) && j < 3 {
				credits++
			}
		}
	}
	s := &stories[len(stories)-1]
	last := -1
	for i := range s.pieces {
		if k := s.pieces[i].kind; k == pieceStory || k == pieceHeading {
			last = i
		}
	}
	var shared []piece
	kept := make([]piece, 0, len(s.pieces))
	for i, p := range s.pieces {
		take := false
		if i > last {
			switch p.kind {
			case pieceSubmitter, pieceTerms, pieceNote, pieceLink:
				take = true
			case pieceCredit:
				take = credits == 0
			}
		}
		if take {
			shared = append(shared, p)
		} else {
			kept = append(kept, p)
		}
	}
	s.pieces = kept
	return shared
}
