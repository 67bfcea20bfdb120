package extract

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"isnad/internal/citeblock"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// maxMarkdown bounds what goldmark is given, in bytes; longer files are read as text.
const maxMarkdown = 4 << 20

// markdownPage reads Markdown: goldmark makes HTML of it, and the blocks of that are
// ours. Nothing of the HTML is ever shown.
func markdownPage(ctx context.Context, raw []byte, mediaType string) (page, error) {
	s, doubts := decode(raw, mediaType, false)
	p := page{doubts: doubts}
	s = p.frontMatter(s)
	if hasBlock(s) {
		p.written = []string{citeblock.FromMarkdown(s)}
	}
	if why := hardMarkdown(s); why != "" {
		p.blocks = textBlocks(s)
		if p.written != nil {
			p.whole = p.blocks
		}
		p.doubts = append(p.doubts, "read as plain text: "+why)
		return p, nil
	}
	out, err := renderMarkdown(s)
	if err != nil {
		return page{}, err
	}
	blocks, more, err := fragmentBlocks(ctx, out, nil)
	if err != nil {
		return page{}, err
	}
	p.blocks, p.doubts = blocks, append(p.doubts, more...)
	if p.written != nil {
		p.whole = blocks
	}
	p.open = collection(p.meta.title) || !headed(blocks)
	return p, nil
}

// headed tells that a heading of the first level stands in the file.
func headed(blocks []block) bool {
	for i := range blocks {
		if blocks[i].kind == blockHeading && blocks[i].level == 1 {
			return true
		}
	}
	return false
}

// renderMarkdown calls goldmark, which is not ours: a panic in it on hostile input
// must stay an error of this capture.
func renderMarkdown(s string) (out string, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = "", fmt.Errorf("the Markdown reader failed: %v", p)
		}
	}()
	// Raw HTML in Markdown is part of the text; it is read, never shown. Tables stay lines of
	// text: a short file can ask for a billion cells of one.
	md := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Linkify), goldmark.WithRendererOptions(html.WithUnsafe()))
	var b bytes.Buffer
	if err := md.Convert([]byte(s), &b); err != nil {
		return "", fmt.Errorf("reading Markdown: %w", err)
	}
	return b.String(), nil
}

// hardMarkdown names what would take a Markdown reader too long: nesting and brackets
// without number.
func hardMarkdown(s string) string {
	if len(s) > maxMarkdown {
		return fmt.Sprintf("more than %d MiB of Markdown", maxMarkdown>>20)
	}
	if strings.Count(s, "[") > 20_000 {
		return "brackets without number"
	}
	for line := range strings.SplitSeq(s, "\n") {
		if len(line) > 1<<20 {
			return "a line of more than 1 MiB"
		}
		quotes, open, marks := 0, 0, 0
		lead := true
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '>', '-', '+', ' ', '\t':
				if lead && line[i] != ' ' && line[i] != '\t' {
					quotes++
				}
			case '*', '_', '~', '`', '<', '&':
				marks++
				if lead {
					quotes++
				}
			case '[', '!', '(':
				open++
				lead = false
			default:
				lead = false
			}
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if !separatorLine(line) && quotes > 50 || open > 2000 || marks > 5000 || indent > 200 {
			return "nesting or marks beyond all sense"
		}
	}
	return ""
}

// frontMatter takes the "key: value" lines between two "---" off the head of a file.
func (p *page) frontMatter(s string) string {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s
	}
	m := &p.meta
	head, body, ok := strings.Cut(rest, "\n---")
	if !ok || len(head) > 16<<10 {
		return s
	}
	_, body, _ = strings.Cut(body, "\n")
	for line := range strings.SplitSeq(head, "\n") {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.Trim(wording.Squeeze(value), `"'`)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			m.title = value
		case "author", "authors", "by", "byline":
			for n := range strings.SplitSeq(strings.Trim(value, "[]"), ",") {
				readAuthor(m, strings.Trim(n, ` "'`), "")
			}
		case "date", "published", "publishdate":
			m.published = stamp(value)
		case "updated", "modified", "lastmod":
			m.changed = stamp(value)
		case "source", "site", "publisher", "outlet":
			m.site = value
		case "agency":
			m.agency = value
			if n, ok := imprint.KnownAgency(value); ok {
				m.agency = n
			}
		case "url", "canonical", "canonical_url", "permalink":
			if l, ok := makeLink(nil, value, "", ""); ok {
				m.canonical = l.URL
			}
		case "lang", "language":
			p.lang = value
		case "license", "licence", "terms":
			m.terms = value
		}
	}
	return body
}
