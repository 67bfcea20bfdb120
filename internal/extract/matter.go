package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// pieceKind is what a part of a page is.
type pieceKind int

const (
	pieceStory     pieceKind = iota // a paragraph of a story
	pieceHeading                    // a title or a heading between paragraphs
	pieceRule                       // a separator or an end mark: "* * *", "-30-"
	pieceCredit                     // who wrote it
	pieceSigned                     // a name that the page marks as a credit: of the story at its end, else of a picture
	pieceDate                       // a line that only says when
	pieceSubmitter                  // who sent it in
	pieceTerms                      // terms of republication
	pieceNote                       // disclaimers, rules for complaints
	pieceLink                       // a line of links
	pieceChrome                     // what a page says of itself: "Share this"
)

// piece is a part of a page with its kind.
type piece struct {
	kind   pieceKind
	level  int    // of a heading that is marked as one
	list   bool   // an item of a list
	kicker bool   // stands above the title without being it
	text   string // as printed, lines joined
	gap    int    // empty lines before it
	credit imprint.Credit
	open   imprint.Opening // of a pieceDate
	name   string          // of a submitter
	links  []isnad.Link
	media  []isnad.Media
}

// pieces sorts the blocks of a page. A block may hold several: the lines at the end of a
// page often stand together without empty lines.
//
// Only the first and the last maxSorted lines are looked at closely: what stands between
// them on a longer page is story.
func pieces(blocks []block, hint isnad.Day) []piece {
	var out []piece
	lines, all := 0, 0
	for i := range blocks {
		all += len(blocks[i].lines)
	}
	for i := range blocks {
		b := &blocks[i]
		n := len(b.lines)
		if lines+n > maxSorted && lines < all-maxSorted {
			for _, para := range paragraphs(b.lines) {
				out = append(out, piece{text: para, gap: b.gap})
			}
		} else {
			out = append(out, blockPieces(b, hint)...)
		}
		lines += n
	}
	return out
}

const maxSorted = 10_000

func blockPieces(b *block, hint isnad.Day) []piece {
	if b.kind == blockRule {
		return []piece{{kind: pieceRule, gap: b.gap}}
	}
	if b.kind == blockHeading {
		p := classify(b.text(), hint)
		if p.kind == pieceStory {
			p.kind, p.level = pieceHeading, b.level
		}
		p.gap, p.links, p.media = b.gap, append(p.links, b.links...), b.media
		return []piece{p}
	}
	if b.signed {
		if c, ok := imprint.ReadCredit(b.text(), hint); ok {
			return []piece{{kind: pieceCredit, text: b.text(), gap: b.gap, credit: c, links: b.links, media: b.media}}
		}
		if c, ok := imprint.ReadSigned(b.text(), hint); ok {
			return []piece{{kind: pieceSigned, text: b.text(), gap: b.gap, credit: c, links: b.links, media: b.media}}
		}
	}
	if b.kind == blockText || b.kind == blockItem {
		if linked(b) {
			return []piece{{kind: pieceLink, text: b.text(), gap: b.gap, links: b.links, media: b.media}}
		}
	}
	// A block whose words as a whole are terms or a note is one piece, however
	// its lines are broken; else every line that is something by itself is one.
	var out, run []piece
	flush := func() {
		if len(run) > 1 {
			lines := make([]string, len(run))
			for i := range run {
				lines[i] = run[i].text
			}
			if wrapped(lines) {
				run = []piece{classify(strings.Join(lines, " "), hint)}
			}
		}
		out, run = append(out, run...), nil
	}
	for i := range b.lines {
		p := classify(b.lines[i], hint)
		last := len(out) - 1
		switch {
		case p.kind == pieceStory && len(run) == 0 && last >= 0 && len(b.lines) > 1 && (out[last].kind == pieceTerms || out[last].kind == pieceNote),
			(p.kind == pieceTerms || p.kind == pieceNote) && len(run) == 0 && last >= 0 && out[last].kind == p.kind:
			out[last].text += " " + p.text // a sentence that goes on on the next line
		case p.kind == pieceStory:
			run = append(run, p)
		default:
			flush()
			out = append(out, p)
		}
	}
	flush()
	out = joinTerms(out)
	if len(out) > 0 {
		out[0].gap = b.gap
		for i := range out {
			out[i].list = b.kind == blockItem
		}
		last := &out[len(out)-1]
		if len(out) > 1 {
			last = &out[0]
		}
		last.links = append(last.links, b.links...)
		last.media = append(last.media, b.media...)
	}
	return out
}

// linked tells a short paragraph that is links and little else: the way to another story, a
// map, the first printing.
func linked(b *block) bool {
	text := b.text()
	if len(b.links) == 0 || len(text) > 400 {
		return false
	}
	all, named := 0, false
	for _, l := range b.links {
		all += len(l.Text)
		named = named || l.Rel == "map" || l.Rel == "original"
	}
	return all*10 >= len(text)*8 || named && (all*10 >= len(text)*6 || len(text) <= 120 && all*10 >= len(text)*3 && !wording.EndsSentence(text))
}

// joinTerms makes one piece of lines that follow each other in one block and of which only
// all together are terms: "Re-use is free, / as long as / you name us".
func joinTerms(in []piece) []piece {
	if len(in) < 2 {
		return in
	}
	for start := 0; start < len(in)-1; start++ {
		if in[start].kind != pieceStory || utf8.RuneCountInString(in[start].text) > 160 || strings.HasSuffix(in[start].text, ":") {
			continue
		}
		text, end := in[start].text, start+1
		for end < len(in) && end < start+8 && in[end].kind == pieceStory && utf8.RuneCountInString(in[end].text) <= 160 {
			text += " " + in[end].text
			end++
		}
		if end-start < 2 {
			continue
		}
		if p := classify(text, isnad.Day{}); p.kind == pieceTerms || p.kind == pieceNote {
			p.gap = in[start].gap
			return append(append(append([]piece{}, in[:start]...), p), in[end:]...)
		}
	}
	return in
}

// classify tells what a line or paragraph is, by its words alone. Whether terms
// and notes count depends on where they stand; split.go decides that.
func classify(text string, hint isnad.Day) piece {
	p := piece{text: text}
	if separatorLine(text) || endMark(text) {
		p.kind = pieceRule
		return p
	}
	bare := wording.Unmark(text)
	n := utf8.RuneCountInString(bare)
	if n < 3 {
		return p
	}
	if schemeAt(bare) >= 0 {
		if links, ok := linkLine(bare); ok {
			p.kind, p.links = pieceLink, links
			return p
		}
	}
	if n <= 200 {
		if name, ok := imprint.ReadSubmitter(bare); ok {
			p.kind, p.name = pieceSubmitter, name
			return p
		}
		sentence := wording.EndsSentence(bare) // a long one is neither a credit nor a date line
		if c, ok := creditUnless(sentence && n > 120, bare, hint); ok {
			c.Words = text
			p.kind, p.credit = pieceCredit, c
			return p
		}
		if o, ok := openingUnless(sentence && n > 60, bare, hint); ok && o.Cut >= len(strings.TrimRight(bare, " .,")) && !o.Line.IsZero() {
			p.kind, p.open = pieceDate, o
			return p
		}
		if n <= 40 {
			if o, ok := imprint.ReadDate(bare, hint); ok {
				p.kind, p.open = pieceDate, o
				return p
			}
		}
		if chrome(bare) {
			p.kind = pieceChrome
			return p
		}
	}
	p.kind = frameKind(bare, n)
	return p
}

func creditUnless(no bool, s string, hint isnad.Day) (imprint.Credit, bool) {
	if no {
		return imprint.Credit{}, false
	}
	return imprint.ReadCredit(s, hint)
}

func openingUnless(no bool, s string, hint isnad.Day) (imprint.Opening, bool) {
	if no {
		return imprint.Opening{}, false
	}
	return imprint.ReadOpening(s, hint)
}

// frameKind tells terms and notes from story text of n characters.
func frameKind(bare string, n int) pieceKind {
	if n < 15 || n > 2500 {
		return pieceStory
	}
	switch terms, notes := imprint.Weigh(bare); {
	case notes >= 3 && notes >= terms:
		return pieceNote
	case terms >= 4:
		return pieceTerms
	}
	return pieceStory
}

// frameworkPiece classifies a part of a page far from its stories: only terms and notes
// are looked for.
func frameworkPiece(text string) piece {
	bare := wording.Unmark(text)
	return piece{text: text, kind: frameKind(bare, utf8.RuneCountInString(bare))}
}

// separatorLine tells a row of marks: at least three of them, or one that is
// commonly used alone, and no letter or digit.
func separatorLine(s string) bool {
	marks := 0
	for _, r := range s {
		switch {
		case wording.IsSpace(r) || wording.Unread(r) && r != 'ـ':
		case unicode.IsLetter(r) && r != 'ـ', unicode.IsDigit(r):
			return false
		case r == 'ـ', unicode.IsPunct(r), unicode.IsSymbol(r):
			marks++
		default:
			return false
		}
	}
	return marks >= 1
}

// endMark tells the words that close a story.
func endMark(s string) bool {
	if len(s) > 40 {
		return false
	}
	switch strings.Trim(wording.Fold(s), "-–—()[]*#./ ") {
	case "ends", "end", "30", "انتهى", "the end", "fin", "конец":
		return strings.ContainsAny(s, "-–—()[]*#/") || strings.TrimSpace(s) == "ENDS"
	}
	return false
}

// titleLike tells a line that has the form of a title: short, no full stop, not
// cut out of a sentence.
func titleLike(s string) bool {
	s = strings.TrimSpace(wording.Unmark(s))
	n := utf8.RuneCountInString(s)
	words := len(strings.Fields(s))
	if n < 8 || n > 150 || words < 2 || words > 24 || schemeAt(s) >= 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,;:…،؛-–—", last) {
		return false
	}
	first := wording.First(strings.TrimLeft(s, "\"'“‘«("))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || wording.IsArabic(first) || unicode.Is(unicode.Lo, first) ||
		unicode.IsLower(first) && strings.Contains(s, "-") && startsUpperAfterArticle(s)
}

func startsUpperAfterArticle(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	return imprint.Particle(w) && strings.IndexFunc(w, unicode.IsUpper) >= 0
}

// chrome tells the lines a page prints around its stories.
func chrome(s string) bool {
	f := strings.Trim(wording.Fold(s), " :.!…»›>-–—|#*[]()")
	if utf8.RuneCountInString(f) > 60 {
		return false
	}
	switch f {
	case "share", "share this", "share this article", "share this story", "share on facebook", "share on twitter", "tweet", "print", "email", "email this", "like this", "loading",
		"related", "related articles", "related news", "related stories", "related posts", "read also", "read more", "also read", "see also", "more news", "most read",
		"advertisement", "ads", "sponsored", "subscribe", "subscribe to our newsletter", "follow us", "follow us on twitter", "sign up", "leave a comment", "leave a reply", "comments",
		"back to top", "home", "search", "menu", "skip to content", "tags", "click to enlarge", "previous", "next", "copy link",
		"شارك", "مشاركه", "طباعه", "اقرا ايضا", "اقرا المزيد", "المزيد", "مواضيع ذات صله", "اعلان", "تابعونا", "تعليقات", "اخبار ذات صله", "اشترك":
		return true
	}
	if strings.HasSuffix(f, " ago") && strings.ContainsAny(f, "0123456789") && len(strings.Fields(f)) <= 4 {
		return true // "2 hours ago" says nothing once the page is kept
	}
	for _, p := range []string{"sign up for ", "sign up to ", "subscribe to ", "subscribe now", "follow us ", "join us ", "download our app", "click to share", "click here to subscribe",
		"tags:", "filed under:", "posted in:", "categories:", "category:", "read also:", "see also:", "also read:", "read more:", "related:", "اقرا ايضا:", "اقرا ايضا :", "كلمات مفتاحيه:", "الوسوم:"} {
		if strings.HasPrefix(wording.Fold(s), p) {
			return true
		}
	}
	return false
}
