package extract

import (
	"context"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"isnad"
	"isnad/internal/extract/wording"
)

// walker cuts a tree of elements into blocks. Trees are never deeper than
// maxDepth (see guard), so that it may call itself.
type walker struct {
	base  *url.URL
	body  bool // leave out what is not a story: navigation, forms, shares
	out   []block
	text  strings.Builder
	kind  blockKind
	level int
	pre   int
	links []isnad.Link
	media []isnad.Media
}

// treeBlocks are the blocks of an element in reading order.
func treeBlocks(n *html.Node, base *url.URL, body bool) []block {
	w := walker{base: base, body: body}
	w.node(n)
	w.flush()
	return w.out
}

// fragmentBlocks reads HTML that stands in a feed's item or was made from Markdown.
func fragmentBlocks(ctx context.Context, s string, base *url.URL) ([]block, []string, error) {
	if !strings.ContainsAny(s, "<&") {
		return textBlocks(s), nil, nil
	}
	if why := guard(s); why != "" {
		return flatBlocks(s), []string{"read as flat text: " + why}, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return flatBlocks(s), []string{"read as flat text: " + err.Error()}, nil
	}
	blocks := treeBlocks(doc, base, true)
	// Escaped twice, as some feeds do: the tags are text now.
	if len(blocks) == 1 && strings.Contains(blocks[0].text(), "<p") && strings.Contains(blocks[0].text(), "</p>") && !strings.Contains(s, "<p") {
		return fragmentBlocks(ctx, blocks[0].text(), base)
	}
	return blocks, nil, nil
}

// inlineText is the text of a short piece of HTML, such as an item's title.
func inlineText(ctx context.Context, s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	blocks, _, err := fragmentBlocks(ctx, s, nil)
	if err != nil {
		return s
	}
	var parts []string
	for i := range blocks {
		parts = append(parts, blocks[i].text())
	}
	return strings.Join(parts, " ")
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
		w.children(n)
		return
	default:
		return
	}
	switch tag(n) {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Math, atom.Object, atom.Canvas, atom.Textarea, atom.Select, atom.Option, atom.Button, atom.Input, atom.Datalist, atom.Title:
		return
	case atom.Nav, atom.Form, atom.Aside, atom.Dialog, atom.Menu:
		if w.body {
			return
		}
	case atom.Br:
		w.text.WriteByte('\n')
		return
	case atom.Hr:
		w.flush()
		w.out = append(w.out, block{kind: blockRule})
		return
	case atom.Img, atom.Video, atom.Audio, atom.Iframe, atom.Embed:
		w.medium(n, "")
		return
	case atom.Figure:
		if w.body {
			w.figure(n)
			return
		}
	case atom.A:
		w.anchor(n)
		return
	case atom.Td, atom.Th:
		w.text.WriteByte(' ')
		w.children(n)
		w.text.WriteByte(' ')
		return
	}
	if hidden(n) || w.body && unrelated(n) {
		return
	}
	if !isBlock(n) {
		w.children(n)
		return
	}
	w.flush()
	kind, level := w.kind, w.level
	switch tag(n) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.kind, w.level = blockHeading, int(n.Data[1]-'0')
	case atom.Li, atom.Dd, atom.Dt:
		w.kind, w.level = blockItem, 0
	case atom.Pre:
		w.pre++
		defer func() { w.pre-- }()
	}
	w.children(n)
	w.flush()
	w.kind, w.level = kind, level
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// words adds text; outside of pre a line feed is a space, and a line feed in the builder
// is a <br>.
func (w *walker) words(s string) {
	if w.pre > 0 {
		w.text.WriteString(s)
		return
	}
	w.text.WriteString(strings.ReplaceAll(s, "\n", " "))
}

// flush ends a block. Two line breaks in a row part paragraphs, as they do on
// pages that know no <p>.
func (w *walker) flush() {
	text := w.text.String()
	w.text.Reset()
	links, media := w.links, w.media
	w.links, w.media = nil, nil
	var lines []string
	first := len(w.out)
	end := func() {
		if len(lines) > 0 {
			w.out = append(w.out, block{kind: w.kind, level: w.level, lines: lines})
			lines = nil
		}
	}
	for l := range strings.SplitSeq(text, "\n") {
		if l = wording.Squeeze(l); l == "" {
			end()
			continue
		}
		lines = append(lines, l)
	}
	end()
	if len(w.out) == first {
		if len(media) > 0 { // a picture without words goes with what stands before it
			if first == 0 {
				w.media = media
			} else {
				w.out[first-1].media = append(w.out[first-1].media, media...)
			}
		}
		return
	}
	w.out[first].links, w.out[first].media = links, media
}

func (w *walker) anchor(n *html.Node) {
	// The words before the link in its line say what it is: "Source: <a …>".
	context := w.text.String()
	if i := strings.LastIndexByte(context, '\n'); i >= 0 {
		context = context[i+1:]
	}
	w.children(n) // may end blocks: an anchor around paragraphs is allowed
	if len(w.links) >= maxLinks {
		return
	}
	href := attr(n, "href")
	if href == "" || strings.HasPrefix(href, "#") {
		return
	}
	if w.base == nil && !strings.Contains(href, ":") {
		return
	}
	l, ok := makeLink(w.base, href, nodeText(n, 300), relOf(n))
	if ok {
		if l.Rel != "map" && originalWords(wording.Squeeze(context)) {
			l.Rel = "original"
		}
		w.links = append(w.links, l)
	}
}

// relOf is what the page says of a link, technical words left out.
func relOf(n *html.Node) string {
	for r := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
		switch r {
		case "nofollow", "noopener", "noreferrer", "external", "ugc", "sponsored":
		default:
			return shorten(r, 40)
		}
	}
	return ""
}

// figure keeps the picture and its caption, and leaves the caption out of the text.
func (w *walker) figure(n *html.Node) {
	caption := ""
	var walk func(*html.Node)
	walk = func(c *html.Node) {
		if tag(c) == atom.Figcaption {
			caption = nodeText(c, 500)
			return
		}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(n)
	walk = func(c *html.Node) {
		switch tag(c) {
		case atom.Img, atom.Video, atom.Audio, atom.Iframe:
			w.medium(c, caption)
			return
		case atom.Blockquote, atom.Table, atom.P: // a quotation or a table that is called a figure
			w.children(c)
			return
		case atom.Figcaption:
			return
		}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(n)
}

func (w *walker) medium(n *html.Node, caption string) {
	kind := "image"
	switch tag(n) {
	case atom.Video:
		kind = "video"
	case atom.Audio:
		kind = "audio"
	}
	src := firstOf(attr(n, "data-src"), attr(n, "src"), attr(n, "data-lazy-src"))
	if src == "" {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if tag(c) == atom.Source && src == "" {
				src = attr(c, "src")
			}
		}
	}
	if tag(n) == atom.Iframe || tag(n) == atom.Embed {
		kind = "video"
		if !strings.Contains(src, "youtu") && !strings.Contains(src, "vimeo") && !strings.Contains(src, "dailymotion") {
			return
		}
	}
	if src == "" || strings.HasPrefix(src, "data:") || len(w.media) >= maxLinks || attr(n, "width") == "1" {
		return
	}
	if l, ok := makeLink(w.base, src, "", ""); ok {
		w.media = append(w.media, isnad.Media{URL: l.URL, Kind: kind, Caption: shorten(wording.Squeeze(firstOf(caption, attr(n, "alt"))), 500)})
	}
}

// tag is the name of an element. The readability library renames elements and makes new
// ones without keeping DataAtom right, so that the name alone counts.
func tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

func isBlock(n *html.Node) bool {
	switch tag(n) {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset,
		atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Html,
		atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Ul, atom.Caption:
		return true
	}
	return false
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			v := strings.ReplaceAll(strings.ToLower(firstRunes(a.Val, 300)), " ", "")
			if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// unrelated tells an element that its class, id or role names as no part of a story.
func unrelated(n *html.Node) bool {
	if tag(n) == atom.Body || tag(n) == atom.Html || tag(n) == atom.Article || tag(n) == atom.Main {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			switch a.Val {
			case "navigation", "complementary", "banner", "search", "dialog", "alert", "menu":
				return true
			}
		case "class", "id":
			for w := range strings.FieldsFuncSeq(strings.ToLower(firstRunes(a.Val, 300)), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
				switch w {
				case "share", "sharing", "sharedaddy", "social", "related", "recommended", "comments", "comment", "commentlist", "respond", "newsletter", "subscribe", "subscription", "breadcrumb", "breadcrumbs",
					"sidebar", "widget", "promo", "advert", "advertisement", "ads", "cookie", "cookies", "popup", "modal", "pagination", "pager", "jp", "addtoany", "addthis", "taboola", "outbrain", "toolbar", "menu", "nav", "navbar", "sponsored", "paywall":
					return true
				}
			}
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// nodeText is the text of an element in one line, at most n characters.
func nodeText(n *html.Node, limit int) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(c *html.Node) {
		if b.Len() > 4*limit {
			return
		}
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case tag(c) == atom.Script || tag(c) == atom.Style:
			return
		case tag(c) == atom.Br || isBlock(c):
			b.WriteByte(' ')
		}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(n)
	return shorten(wording.Squeeze(b.String()), limit)
}
