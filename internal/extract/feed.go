package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// readFeed reads RSS, Atom and JSON Feed: one report for each item.
func readFeed(ctx context.Context, c *isnad.Capture, raw []byte) (Result, error) {
	var s string
	var doubts []string
	if start := bytes.TrimLeft(trimBOM(raw), " \t\r\n"); len(start) > 0 && start[0] == '{' {
		s, doubts = decode(raw, c.MediaType, false)
	} else {
		var err error
		if s, doubts, err = plainXML(raw, c.MediaType); err != nil {
			return Result{}, err
		}
	}
	feed, err := parseFeed(s)
	if err != nil {
		return Result{}, err
	}
	if len(feed.Items) == 0 {
		return Result{}, errors.New("the feed has no items")
	}
	var res Result
	for i, it := range feed.Items {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		if i >= maxItems {
			res.Notes = append(res.Notes, fmt.Sprintf("the feed has %d items; only the first %d were read", len(feed.Items), maxItems))
			break
		}
		r, err := itemReport(ctx, c, feed, it)
		if err != nil {
			res.Notes = append(res.Notes, fmt.Sprintf("item %d: %v", i+1, err))
			continue
		}
		r.Doubts = append(r.Doubts, doubts...)
		res.Reports = append(res.Reports, r)
	}
	if len(res.Reports) == 0 {
		return Result{}, fmt.Errorf("no item of the feed is a report: %s", res.Notes[0])
	}
	return res, nil
}

// parseFeed calls gofeed. Its parsers are not ours and are fed hostile input: a panic in
// them must stay an error of this capture.
func parseFeed(s string) (feed *gofeed.Feed, err error) {
	defer func() {
		if p := recover(); p != nil {
			feed, err = nil, fmt.Errorf("the feed reader failed: %v", p)
		}
	}()
	p := gofeed.NewParser()
	feed, err = p.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("not a feed that can be read: %s", shorten(err.Error(), 200))
	}
	return feed, nil
}

// plainXML decodes an XML document and refuses what no feed needs: entities of its
// own, which can grow without bound, and nesting that no reader should follow.
func plainXML(raw []byte, mediaType string) (string, []string, error) {
	mt := mediaType
	if !strings.Contains(strings.ToLower(mt), "charset=") {
		if label := xmlEncoding(raw); label != "" {
			mt = "text/xml; charset=" + label
		}
	}
	s, doubts := decode(raw, mt, false)
	s = strings.TrimLeft(s, " \t\n")
	if strings.HasPrefix(s, "<?xml") { // the charset named there no longer holds
		if i := strings.Index(s, "?>"); i >= 0 {
			s = s[i+2:]
		}
	}
	const maxDepth = 100
	depth, types := 0, 0
	for at := 0; at < len(s); {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			break
		}
		at += i
		rest := s[at:]
		switch {
		case strings.HasPrefix(rest, "<!--"):
			at += skipTo(rest, "-->")
		case strings.HasPrefix(rest, "<![CDATA["):
			at += skipTo(rest, "]]>")
		case strings.HasPrefix(rest, "<?"):
			at += skipTo(rest, "?>")
		case strings.HasPrefix(rest, "<!"):
			end := strings.IndexAny(rest, ">[")
			types++
			if end < 0 || rest[end] == '[' || types > 1 || !hasPrefixFold(rest, "<!doctype") {
				return "", nil, errors.New("the feed declares entities (a DTD), which is refused")
			}
			s = s[:at] + s[at+end+1:] // a bare document type says nothing
		default:
			end := tagEnd(rest)
			if end < 0 {
				return s, doubts, nil // cut short: the reader will say so
			}
			switch {
			case strings.HasPrefix(rest, "</"):
				depth--
			case rest[end-1] != '/':
				depth++
			}
			if depth > maxDepth {
				return "", nil, fmt.Errorf("the feed is nested more than %d deep: %w", maxDepth, isnad.ErrTooLarge)
			}
			at += end + 1
		}
	}
	return s, doubts, nil
}

func skipTo(s, end string) int {
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// tagEnd is the index of the ">" that closes the tag s starts with; ">" may stand in
// quoted attributes.
func tagEnd(s string) int {
	quote := byte(0)
	for i := 1; i < len(s); i++ {
		switch b := s[i]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i
		}
	}
	return -1
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// xmlEncoding is the charset that an XML declaration names.
func xmlEncoding(raw []byte) string {
	head := string(raw[:min(len(raw), 200)])
	if !strings.HasPrefix(strings.TrimLeft(head, " \t\r\n"), "<?xml") {
		return ""
	}
	head, _, _ = strings.Cut(head, "?>")
	_, v, ok := strings.Cut(head, "encoding=")
	if !ok || len(v) < 2 {
		return ""
	}
	v, _, _ = strings.Cut(v[1:], v[:1])
	return v
}

func itemReport(ctx context.Context, c *isnad.Capture, feed *gofeed.Feed, it *gofeed.Item) (isnad.Report, error) {
	base, _ := url.Parse(firstOf(it.Link, feed.Link, pageAddress(c)))
	content := it.Content
	if len(wording.Letters(firstRunes(content, 400))) < len(wording.Letters(firstRunes(it.Description, 400))) || strings.TrimSpace(content) == "" {
		content = it.Description
	}
	p := page{lang: feed.Language}
	p.meta.title = wording.Squeeze(inlineText(ctx, it.Title))
	p.meta.site = feedSource(feed, it)
	p.meta.published = feedTime(it.PublishedParsed, it.Published)
	p.meta.changed = feedTime(it.UpdatedParsed, it.Updated)
	if p.meta.published.IsZero() {
		p.meta.published = p.meta.changed
	}
	if p.meta.published.Equal(p.meta.changed) {
		p.meta.changed = time.Time{}
	}
	for _, a := range it.Authors {
		if a != nil {
			readAuthor(&p.meta, a.Name, p.meta.site)
		}
	}
	if l, ok := makeLink(base, it.Link, "", ""); ok {
		p.meta.canonical = l.URL
	}
	if imprint.TermsScore(wording.Unmark(feed.Copyright)) >= 3 || utf8len(feed.Copyright) > 20 {
		p.meta.terms = wording.Squeeze(feed.Copyright)
	}
	var err error
	if p.blocks, p.doubts, err = fragmentBlocks(ctx, content, base); err != nil {
		return isnad.Report{}, err
	}
	p.media = feedMedia(base, it)
	if hasBlock(content) {
		p.whole = p.blocks
		if list := copies(c, &p); len(list) == 1 {
			r := list[0]
			r.Source, r.SourceID = sourceOf(c, p.meta.site)
			r.Key = itemKey(c, feed, it, base)
			r.ID = isnad.MakeID('r', r.Key)
			return r, nil
		}
	}

	ps := pieces(p.blocks, isnad.DayOf(p.meta.published))
	s := story{pieces: ps}
	if p.meta.title == "" {
		takeTitle(&s)
	} else if len(ps) > 0 && ps[0].kind == pieceHeading && sameTitle(ps[0].text, p.meta.title) {
		s.pieces = ps[1:]
	}
	settle(&s)
	r := newReport(c, &p)
	d := draft{rep: &r, hint: isnad.DayOf(p.meta.published)}
	if it.Published != "" && p.meta.published.IsZero() {
		d.doubt(fmt.Sprintf("published %q is no date", shorten(it.Published, 40)))
	}
	d.story(s.pieces)
	if note := frameworkPiece(wording.Squeeze(feed.Description)); note.kind == pieceNote { // the feed speaks for its items
		d.shared(&note)
	}
	r.Title = shorten(firstOf(p.meta.title, s.title), 500)
	d.finish(c, &p)
	own := ownNamesOf(c, p.meta.site)
	d.ownPlace(own)
	d.ownBylines(own)
	if r.Title == "" && r.Text == "" {
		return r, errors.New("it has neither title nor text")
	}
	if r.Text == "" {
		d.doubt("the feed gives a title only")
	}
	r.Source, r.SourceID = sourceOf(c, p.meta.site)
	r.Key = itemKey(c, feed, it, base)
	r.ID = isnad.MakeID('r', r.Key)
	return r, nil
}

// itemKey is the guid where it is an address, else the link, so that a page read from a feed and
// by itself is one report; else the guid within its feed.
func itemKey(c *isnad.Capture, feed *gofeed.Feed, it *gofeed.Item, base *url.URL) string {
	if l, ok := makeLink(base, it.Link, "", ""); ok {
		return l.URL
	}
	if l, ok := makeLink(nil, it.GUID, "", ""); ok {
		return l.URL
	}
	home := firstOf(feed.FeedLink, feed.Link, pageAddress(c), c.Place, c.Address)
	if it.GUID != "" {
		return "feed\x00" + home + "\x00" + it.GUID
	}
	return "feed\x00" + home + "\x00text:" + string(isnad.HashOf([]byte(it.Title+"\x00"+it.Description+"\x00"+it.Content)))
}

// feedSource is the outlet: a planet's item names its own in a source element.
func feedSource(feed *gofeed.Feed, it *gofeed.Item) string {
	if t := extText(it.Extensions, "dc", "publisher"); t != "" {
		return t
	}
	return wording.Squeeze(feed.Title)
}

func extText(e ext.Extensions, space, name string) string {
	for _, x := range e[space][name] {
		if v := wording.Squeeze(x.Value); v != "" {
			return v
		}
	}
	return ""
}

func feedTime(t *time.Time, words string) time.Time {
	if t != nil {
		return bounded(*t)
	}
	return stamp(words)
}

func feedMedia(base *url.URL, it *gofeed.Item) []isnad.Media {
	var out []isnad.Media
	add := func(address, kind, caption string) {
		if l, ok := makeLink(base, address, "", ""); ok && len(out) < maxLinks {
			out = append(out, isnad.Media{URL: l.URL, Kind: kind, Caption: shorten(wording.Squeeze(caption), 500)})
		}
	}
	if it.Image != nil {
		add(it.Image.URL, "image", it.Image.Title)
	}
	for _, e := range it.Enclosures {
		if e != nil {
			add(e.URL, mediaKind(e.Type, e.URL), "")
		}
	}
	for _, m := range it.Extensions["media"]["content"] {
		add(m.Attrs["url"], mediaKind(firstOf(m.Attrs["type"], m.Attrs["medium"]), m.Attrs["url"]), "")
	}
	return out
}

// mediaKind is image, video or audio, by media type or ending.
func mediaKind(mediaType, address string) string {
	for _, k := range []string{"image", "video", "audio"} {
		if strings.HasPrefix(mediaType, k) {
			return k
		}
	}
	address, _, _ = strings.Cut(strings.ToLower(address), "?")
	switch {
	case strings.HasSuffix(address, ".mp4"), strings.HasSuffix(address, ".webm"), strings.HasSuffix(address, ".mov"):
		return "video"
	case strings.HasSuffix(address, ".mp3"), strings.HasSuffix(address, ".ogg"), strings.HasSuffix(address, ".m4a"):
		return "audio"
	}
	return "image"
}

func firstOf(list ...string) string {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func utf8len(s string) int { return len([]rune(s)) }
