package extract

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/extract/wording"
)

// A copy that carries a citation block is read by it: the text is what stands before the block, to the
// character, and nothing is cut out of it or guessed from it.
//
// The page is looked at twice. First as it was written, where white space counts, then as any page is read. The
// reading in which the block's sum is right is taken; where neither is, someone changed the text, which
// the report says.

// hasBlock tells a document that may hold a citation block.
func hasBlock(s string) bool { return strings.Contains(s, "isnad citation block") }

// copies are the reports of a page that carry a citation block; none where there is no block.
func copies(c *isnad.Capture, p *page) []isnad.Report {
	if p.whole == nil {
		return nil
	}
	var found []cited
	sure := false
	for _, s := range append(p.written[:len(p.written):len(p.written)], p.plain()) {
		again, ok := textsOf(s)
		if ok || len(found) <= len(again) {
			found, sure = again, ok
		}
		if sure {
			break
		}
	}
	if len(found) == 0 {
		return nil
	}
	out := make([]isnad.Report, 0, len(found))
	for i := range found {
		out = append(out, copyReport(c, p, &found[i]))
	}
	cited := map[string]bool{}
	for i := range found {
		cited[found[i].Canonical], cited[found[i].Record] = true, true
	}
	if cited[p.meta.canonical] { // the address of what is cited is not the copy's own
		p.meta.canonical = ""
		for i := range out {
			out[i].Canonical = ""
		}
	}
	name(c, p, out)
	return out
}

// plain is the page as it is read otherwise: one paragraph after the other.
func (p *page) plain() string {
	var b strings.Builder
	for i := range p.whole {
		lines := p.whole[i].lines
		if len(lines) == 0 {
			continue
		}
		b.WriteString(strings.Join(paragraphs(lines), "\n"))
		b.WriteString("\n\n")
	}
	return b.String()
}

// cited is a text with its block.
type cited struct {
	citeblock.Block
	text string
	sure bool // the block's sum is that of the text
}

// textsOf finds the texts that the blocks of a document belong to, and tells whether all of them are as
// they were when they were cited.
func textsOf(doc string) ([]cited, bool) {
	blocks := citeblock.Find(doc)
	if len(blocks) == 0 {
		return nil, false
	}
	var out []cited
	all, end := true, len(doc)
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.End > end { // within the text of a copy, and so a part of it
			continue
		}
		start, stop, sure := b.Before(doc[:b.Start])
		if !sure {
			all = false
			from := 0
			if i > 0 {
				from = blocks[i-1].End
			}
			start, stop = from+afterTitle(doc[from:b.Start], &b.Block), b.Start
		}
		out = append(out, cited{b.Block, citeblock.Printed(doc[start:stop]), sure})
		end = start
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out, all
}

// afterTitle is where the text starts in s that the title of a changed copy stands in: behind the line
// that is the title and after which about as much stands as was cited.
func afterTitle(s string, b *citeblock.Block) int {
	title := wording.Letters(b.Title)
	best, off := 0, -1
	if title == "" {
		return best
	}
	at := 0
	left := utf8.RuneCountInString(s)
	for line := range strings.Lines(s) {
		at += len(line)
		left -= utf8.RuneCountInString(line)
		if wording.Letters(line) != title {
			continue
		}
		d := left - b.Sum.Characters
		if d < 0 {
			d = -d
		}
		if off < 0 || d < off {
			best, off = at, d
		}
	}
	return best
}

// copyReport is the report of a copy.
func copyReport(c *isnad.Capture, p *page, x *cited) isnad.Report {
	r := newReport(c, p)
	r.Title, r.Text = x.Title, x.text
	r.Bylines, r.Agency, r.Submitter, r.Dateline = x.Bylines, x.Agency, x.Submitter, x.Dateline
	r.Terms, r.Notes, r.Changed = x.Terms, x.Notes, x.Changed
	if len(r.Notes) > 20 {
		r.Notes = r.Notes[:20]
	}
	switch {
	case !c.Published.IsZero():
		if isnad.DayOf(r.Published) != c.Published {
			r.Published = c.Published.Time()
		}
	case r.Published.IsZero():
		r.Published = x.Published
	}
	if r.Language = tagOf(x.Language); r.Language == "" {
		r.Language = language(r.Text+"\n"+r.Title, p.lang)
	}
	d := draft{rep: &r}
	original := func(address, words string) {
		if l, ok := makeLink(nil, address, words, "original"); ok {
			l.Rel = "original"
			d.links([]isnad.Link{l})
		}
	}
	for _, l := range x.Links {
		if m, ok := makeLink(nil, l.URL, l.Text, l.Rel); ok {
			if l.Rel == "original" {
				m.Rel = l.Rel
			}
			d.links([]isnad.Link{m})
		}
	}
	original(x.Canonical, citeblock.PublisherWords(x.Publisher))
	original(x.Record, "")
	for _, s := range x.Sources {
		original(s.Address, citeblock.SourceWords(s.Name))
	}
	for _, n := range x.Notices {
		if l, ok := makeLink(nil, n.Address, n.Kind, ""); ok {
			d.links([]isnad.Link{l})
		}
	}
	d.links(textLinksOf(firstRunes(r.Text, 200000)))
	if !x.sure {
		d.doubt(fmt.Sprintf("the text is not the one that its citation was made for: %d characters without white space are cited, %d are here", x.Sum.Characters, citeblock.SumOf(r.Text).Characters))
	}
	return r
}

// written is the text of an HTML page as its writer set it: line feeds of the source are none of the
// text's, <br> is one, and paragraphs are parted by an empty line even where one of them is empty.
func written(doc *html.Node) string {
	var out []string
	var b strings.Builder
	flush := func(always bool) {
		if b.Len() > 0 || always {
			out = append(out, b.String())
			b.Reset()
		}
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", ""))
			return
		case n.Type != html.ElementNode && n.Type != html.DocumentNode, n.Type == html.ElementNode && hidden(n):
			return
		}
		block := n.Type == html.ElementNode && isBlock(n)
		switch tag(n) {
		case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Math, atom.Object, atom.Textarea, atom.Select, atom.Button, atom.Title:
			return
		case atom.Br:
			b.WriteByte('\n')
			return
		}
		if block {
			flush(false)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush(tag(n) == atom.P)
		}
	}
	walk(doc)
	flush(false)
	return strings.Join(out, "\n\n")
}

// cutReferences takes citations without a text out of a page: they are what its writer cites, and none of their
// lines (an agency, a day) speaks of the page. Their addresses are originals of what stands on the page.
func (p *page) cutReferences() {
	p.blocks = p.withoutReferences(p.blocks)
	p.matter = p.withoutReferences(p.matter)
	p.foot = p.withoutReferences(p.foot)
	for i := range p.stories {
		p.stories[i].blocks = p.withoutReferences(p.stories[i].blocks)
	}
}

func (p *page) withoutReferences(in []block) []block {
	var out []block
	var inside []string // lines of a citation; the block that it began in is the next of out
	began := -1
	for i := 0; i < len(in); i++ {
		b := in[i]
		from := 0
		for n, l := range b.lines {
			switch {
			case began < 0 && strings.Contains(l, citeblock.Begin):
				began, inside = i, nil
				if n > from {
					head := b
					head.lines = b.lines[from:n]
					out = append(out, head)
				}
			case began >= 0 && strings.Contains(l, citeblock.End):
				if x, ok := citeblock.Parse(strings.Join(inside, "\n")); ok {
					p.cite(&x)
				}
				began, from = -1, n+1
			case began >= 0:
				inside = append(inside, l)
			}
		}
		if began < 0 && from < len(b.lines) || len(b.lines) == 0 && began < 0 {
			if b.lines = b.lines[from:]; from > 0 {
				b.links = nil
			}
			out = append(out, b)
		}
	}
	if began >= 0 { // it never ends: what looked like a citation is none
		return in
	}
	return out
}

// cite takes up a citation that stands on a page.
func (p *page) cite(x *citeblock.Block) {
	for _, a := range []string{x.Canonical, x.Record} {
		if l, ok := makeLink(nil, a, citeblock.PublisherWords(x.Publisher), "original"); ok && len(p.origins) < maxLinks {
			l.Rel = "original"
			p.origins = append(p.origins, l)
			return // one address of it will do
		}
	}
}
