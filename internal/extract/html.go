package extract

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"isnad"
	"isnad/internal/extract/wording"
)

// maxReadable bounds the trees, in elements, that the readability library is given:
// it walks them several times and cannot be stopped.
const maxReadable = 60_000

// htmlPage reads an HTML document.
func htmlPage(ctx context.Context, raw []byte, mediaType, address string) (page, error) {
	s, doubts := decode(raw, mediaType, true)
	p := page{doubts: doubts}
	if why := guard(s); why != "" {
		p.doubts = append(p.doubts, "read as flat text: "+why)
		p.blocks = flatBlocks(s)
		if hasBlock(s) {
			p.whole = p.blocks
		}
		return p, nil
	}
	if err := ctx.Err(); err != nil {
		return page{}, err
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		p.doubts = append(p.doubts, "read as flat text: "+err.Error())
		p.blocks = flatBlocks(s)
		return p, nil
	}
	if err := ctx.Err(); err != nil {
		return page{}, err
	}
	h := readHead(doc, address)
	p.meta, p.lang, p.open = h.meta, h.lang, h.open()
	p.doubts = append(p.doubts, h.doubts...)

	all := treeBlocks(doc, h.base, false)
	if hasBlock(s) {
		p.written, p.whole = []string{written(doc)}, all
	}
	if several := articles(doc, h.base); len(several) > 1 {
		// What the head of the page says of one article holds for none of several.
		p.stories = several
		p.meta.title, p.meta.authors, p.meta.agency = "", nil, ""
		p.meta.published, p.meta.changed = time.Time{}, time.Time{}
	} else if err := p.choose(ctx, doc, &h); err != nil {
		return page{}, err
	}
	p.around(all)
	h.markCredits(p.blocks)
	for i := range p.stories {
		h.markCredits(p.stories[i].blocks)
	}
	for _, a := range h.basedOn {
		if l, ok := makeLink(h.base, a, "", "original"); ok {
			l.Rel = "original"
			p.origins = append(p.origins, l)
		}
	}
	if img, ok := makeLink(h.base, h.fields["og:image"], "", ""); ok && len(p.stories) == 0 {
		p.media = append(p.media, isnad.Media{URL: img.URL, Kind: "image", Caption: shorten(h.fields["og:image:alt"], 500)})
	}
	return p, nil
}

// choose picks the body of a page that holds one story or a run of them: what readability
// keeps, unless an element that the page itself marks as its article holds much more.
func (p *page) choose(ctx context.Context, doc *html.Node, h *head) error {
	marked := markedBody(doc)
	var own []block
	if marked != nil {
		own = treeBlocks(marked, h.base, true)
	}
	kept, err := readable(doc, h.base)
	if err != nil {
		p.doubts = append(p.doubts, err.Error())
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	p.blocks = kept
	ownSize, keptSize := proseSize(own), proseSize(kept)
	if keptSize == 0 || ownSize > keptSize*2 && ownSize > 300 {
		p.blocks = own
	}
	if size := proseSize(p.blocks); size < 250 { // next to nothing: the whole page, if that holds more
		if all := treeBlocks(doc, h.base, true); size == 0 || proseSize(all) > 4*size {
			p.blocks = all
		}
	}
	if ld := h.mainLD(h.fields["og:title"]); len(ld.body) > 200 && proseSize(p.blocks)*2 < utf8.RuneCountInString(ld.body) {
		if blocks, _, err := fragmentBlocks(ctx, ld.body, h.base); err == nil {
			p.blocks = blocks
		}
	}
	return nil
}

// readable is what the readability library keeps of a page.
//
// The library is not ours and is fed hostile input: a panic in it must not take more
// than this reading with it, and the page is read without it then.
func readable(doc *html.Node, base *url.URL) (blocks []block, err error) {
	if countElements(doc) > maxReadable {
		return nil, fmt.Errorf("more than %d elements: the body was chosen by the page's own marks only", maxReadable)
	}
	defer func() {
		if p := recover(); p != nil {
			blocks, err = nil, fmt.Errorf("the readability library failed (%v): the body was chosen by the page's own marks only", p)
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read by us
	a, err := parser.ParseDocument(doc, base)
	if err != nil {
		return nil, fmt.Errorf("the readability library: %w", err)
	}
	if a.Node == nil {
		return nil, nil
	}
	return treeBlocks(a.Node, base, true), nil
}

func countElements(n *html.Node) int {
	c := 0
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			c++
		}
	}
	return c
}

// markedBody is the element that the page marks as its article.
func markedBody(doc *html.Node) *html.Node {
	var body, article, main *html.Node
	many := false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case attr(n, "itemprop") == "articleBody":
			if body == nil {
				body = n
			}
		case n.DataAtom == atom.Article:
			if article != nil && !within(n, article) {
				many = true
			}
			if article == nil {
				article = n
			}
		case n.DataAtom == atom.Main || attr(n, "role") == "main":
			if main == nil {
				main = n
			}
		}
	}
	switch {
	case body != nil:
		return body
	case article != nil && !many:
		return article
	}
	return main
}

func within(n, outer *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p == outer {
			return true
		}
	}
	return false
}

// proseSize is the number of characters in real paragraphs without link lists.
func proseSize(blocks []block) int {
	size := 0
	for i := range blocks {
		b := &blocks[i]
		n := utf8.RuneCountInString(b.text())
		linked := 0
		for _, l := range b.links {
			linked += utf8.RuneCountInString(l.Text)
		}
		if b.kind != blockHeading && n >= 40 && linked*2 < n {
			size += n
		}
	}
	return size
}

// articles are the stories of a page that marks several as articles. Teasers, comments,
// posts of a forum and sections of one story are none.
func articles(doc *html.Node, base *url.URL) []marked {
	var out []marked
	outer := false // the page has a title of its own beside those of its articles
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.DataAtom {
			case atom.Aside, atom.Nav, atom.Footer:
				return
			case atom.H1:
				outer = true
			case atom.Article:
				if len(out) < maxStories {
					if m, ok := markedArticle(n, base); ok {
						out = append(out, m)
					}
				}
				return
			}
			if unrelated(n) || hidden(n) {
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if outer { // under a title, only those that say who wrote them, or when
		kept := out[:0]
		for _, m := range out {
			if m.signed() {
				kept = append(kept, m)
			}
		}
		out = kept
	}
	largest, second := 0, 0
	for _, m := range out {
		if m.size > largest {
			largest, second = m.size, largest
		} else {
			second = max(second, m.size)
		}
	}
	if len(out) < 2 || largest > 6*second {
		return nil
	}
	return out
}

// marked is an article element.
type marked struct {
	blocks []block
	size   int      // of its prose, in characters
	meta   metadata // what stands within the element: authors and date
}

// signed tells an article that bears a date, an author, a credit or a date line.
func (m *marked) signed() bool {
	if !m.meta.published.IsZero() || len(m.meta.authors) > 0 {
		return true
	}
	for _, p := range pieces(m.blocks, isnad.Day{}) {
		if p.kind == pieceCredit || p.kind == pieceDate || p.kind == pieceStory && leadOpens(&p, isnad.Day{}) {
			return true
		}
	}
	return false
}

func markedArticle(n *html.Node, base *url.URL) (marked, bool) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(attr(n, "class")+" "+attr(n, "id")), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		switch w {
		case "comment", "teaser", "card", "related", "promo", "excerpt", "summary", "tease", "preview", "message", "reply", "topic":
			return marked{}, false
		}
	}
	m := marked{blocks: treeBlocks(n, base, true)}
	heading, paras := false, 0
	for i := range m.blocks {
		b := &m.blocks[i]
		heading = heading || b.kind == blockHeading && paras == 0 && len(strings.Fields(b.text())) > 1
		if b.kind != blockHeading && utf8.RuneCountInString(b.text()) >= 80 && wording.EndsSentence(b.text()) {
			paras++
		}
	}
	m.size = proseSize(m.blocks)
	if !heading || paras == 0 || m.size < 200 || cutShort(m.blocks) {
		return marked{}, false
	}
	h := head{base: base, fields: map[string]string{}}
	links := map[string]string{}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			h.element(d, links)
		}
	}
	for _, p := range h.persons {
		readAuthor(&m.meta, p, "")
	}
	if len(h.times) > 0 {
		m.meta.published = h.times[0]
	}
	if len(h.changed) > 0 {
		m.meta.changed = h.changed[0]
	}
	return m, true
}

// cutShort tells the teaser of a story that goes on elsewhere.
func cutShort(blocks []block) bool {
	last := blocks[len(blocks)-1].text()
	f := strings.Trim(wording.Fold(last), " .…»›>→-[]()")
	for _, w := range []string{"read more", "continue reading", "read the full", "full story", "more", "اقرا المزيد", "المزيد", "lire la suite", "читать далее"} {
		if strings.HasSuffix(f, w) && utf8.RuneCountInString(f) < 60 {
			return true
		}
	}
	return strings.HasSuffix(last, "[…]") || strings.HasSuffix(last, "[...]")
}

// around keeps what stands about the stories: next to them everything that may be a
// credit, farther away only what may be terms or notes.
func (p *page) around(all []block) {
	kept := map[string]bool{}
	add := func(blocks []block) {
		for i := range blocks {
			kept[wording.Letters(blocks[i].text())] = true
		}
	}
	add(p.blocks)
	for _, s := range p.stories {
		add(s.blocks)
	}
	first, last := -1, -1
	for i := range all {
		if t := wording.Letters(all[i].text()); len(t) > 30 && kept[t] {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	title := wording.Letters(p.meta.title)
	for i := range all {
		t := wording.Letters(all[i].text())
		if all[i].kind == blockRule || t == "" || kept[t] || t == title {
			continue
		}
		b := all[i]
		b.links, b.media, b.gap = nil, nil, 0
		switch {
		case first >= 0 && i >= first-8 && i <= last+10:
			p.matter = append(p.matter, b)
		case i > last:
			p.foot = append(p.foot, b)
		}
	}
}
