package extract

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// head is what a page says of itself outside its text.
type head struct {
	meta    metadata
	lang    string
	base    *url.URL
	title   string            // of <title>
	h1      []string          // in order
	fields  map[string]string // of meta elements, first of each name
	ld      []ldArticle       // of JSON-LD
	times   []time.Time       // of <time> with pubdate or itemprop
	changed []time.Time
	persons []string        // of rel=author, itemprop=author, class byline
	credits map[string]bool // letters of the lines whose class says that they name author or source
	basedOn []string        // addresses that JSON-LD names as the origin
	doubts  []string
}

// readHead gathers the metadata of a page in one walk.
func readHead(doc *html.Node, address string) head {
	h := head{fields: map[string]string{}}
	h.base, _ = url.Parse(address)
	if h.base != nil && h.base.Host == "" {
		h.base = nil
	}
	links := map[string]string{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			h.element(n, links)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	h.resolve(links)
	return h
}

func (h *head) element(n *html.Node, links map[string]string) {
	switch n.DataAtom {
	case atom.Html:
		h.lang = firstOf(attr(n, "lang"), attr(n, "xml:lang"), h.lang)
	case atom.Base:
		if u, err := url.Parse(attr(n, "href")); err == nil && attr(n, "href") != "" {
			if h.base != nil {
				u = h.base.ResolveReference(u)
			}
			if u.Host != "" {
				h.base = u
			}
		}
	case atom.Title:
		if h.title == "" {
			h.title = nodeText(n, 500)
		}
	case atom.H1:
		if len(h.h1) < 10 {
			if t := nodeText(n, 500); t != "" {
				h.h1 = append(h.h1, t)
			}
		}
	case atom.Meta:
		key := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
		if v := wording.Squeeze(clean(firstRunes(attr(n, "content"), 2000))); key != "" && v != "" && len(h.fields) < 500 {
			switch have := h.fields[key]; {
			case have == "":
				h.fields[key] = v
			case key == "article:author" || key == "author" || key == "citation_author":
				h.fields[key] = have + ";" + v
			}
		}
	case atom.Link:
		for r := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
			if links[r] == "" {
				links[r] = attr(n, "href")
			}
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			h.ld = append(h.ld, readLD(n.FirstChild.Data)...)
		}
	case atom.Time:
		h.time(n)
	case atom.A, atom.Span, atom.Div, atom.P, atom.Address:
		h.person(n)
		h.dated(n)
		h.credited(n)
	}
}

func (h *head) time(n *html.Node) {
	t := stamp(attr(n, "datetime"))
	if t.IsZero() {
		t = stamp(nodeText(n, 80))
	}
	if t.IsZero() || len(h.times)+len(h.changed) > 20 {
		return
	}
	mark := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "pubdate"))
	if strings.Contains(mark, "modif") || strings.Contains(mark, "updated") {
		h.changed = append(h.changed, t)
	} else {
		h.times = append(h.times, t)
	}
}

func (h *head) person(n *html.Node) {
	if len(h.persons) >= 6 {
		return
	}
	mark := " " + strings.ToLower(attr(n, "class")) + " "
	is := attr(n, "itemprop") == "author" || n.DataAtom == atom.A && strings.EqualFold(attr(n, "rel"), "author")
	for _, w := range []string{" byline ", " author ", " author-name ", " article-author ", " byline-name ", " byline__name ", " post-author ", " entry-author "} {
		is = is || strings.Contains(mark, w)
	}
	if !is {
		return
	}
	linked := 0
	for a := range n.Descendants() {
		if a.DataAtom == atom.A && linked < 6 {
			if t := nodeText(a, 60); imprint.PersonLike(t) && !aboutPersons(t) {
				h.persons = append(h.persons, t)
				linked++
			}
		}
	}
	if t := nodeText(n, 120); t != "" && linked == 0 {
		h.persons = append(h.persons, t)
	}
}

// credited notes the line of an element whose class says that it names who wrote the story.
func (h *head) credited(n *html.Node) {
	if n.DataAtom == atom.A || len(h.credits) >= 50 {
		return
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(firstRunes(attr(n, "class"), 200)), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		switch w {
		case "credit", "credits", "agency", "byline", "sig", "signature", "signoff":
			if t := nodeText(n, 130); t != "" && utf8len(t) <= 120 {
				if h.credits == nil {
					h.credits = map[string]bool{}
				}
				h.credits[wording.Letters(t)] = true
			}
			return
		}
	}
}

func (h *head) markCredits(blocks []block) {
	if len(h.credits) == 0 {
		return
	}
	for i := range blocks {
		if len(blocks[i].lines) == 1 && len(blocks[i].lines[0]) <= 500 {
			blocks[i].signed = h.credits[wording.Letters(blocks[i].lines[0])]
		}
	}
}

// open tells that no headline stands over the body: there is no h1 but the name of the
// site, or the title is that of a collection.
func (h *head) open() bool {
	if collection(h.meta.title) {
		return true
	}
	for _, t := range h.h1 {
		if wording.Letters(t) != wording.Letters(h.meta.site) {
			return false
		}
	}
	return len(h.ld) == 0 && h.fields["og:type"] != "article"
}

// collection tells a title that announces several reports.
func collection(title string) bool {
	f := " " + strings.Join(strings.FieldsFunc(wording.Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
	for _, w := range []string{" two reports ", " three reports ", " four reports ", " five reports ", " two stories ", " three stories ", " news of the day ", " news of the week ", " news in brief ", " in brief ", " news briefs ",
		" news roundup ", " daily roundup ", " weekly roundup ", " news digest ", " daily digest ", " today s headlines ", " daily bulletin ", " news bulletin ", " reports from ",
		" موجز ", " نشره اخبار ", " نشره الاخبار ", " حصاد ", " جوله الاخبار ", " تقريران "} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// aboutPersons tells links beside a name that are no name: "All articles", "Follow".
func aboutPersons(s string) bool {
	for w := range strings.FieldsSeq(wording.Fold(s)) {
		switch w {
		case "article", "articles", "artikel", "stories", "posts", "more", "follow", "profile", "bio", "contact", "twitter", "facebook", "email", "all", "about", "view", "المزيد", "مقالات":
			return true
		}
	}
	return false
}

// dated reads the date out of an element whose class says that it holds one.
func (h *head) dated(n *html.Node) {
	if len(h.times) > 0 {
		return
	}
	for _, key := range []string{"class", "itemprop", "id"} {
		for w := range strings.FieldsFuncSeq(strings.ToLower(firstRunes(attr(n, key), 200)), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
			switch w {
			case "date", "datetime", "published", "pubdate", "timestamp", "datepublished", "dateline", "postdate":
				if t := nodeText(n, 80); t != "" {
					if d, ok := imprint.LastDate(t, isnad.Day{}); ok {
						h.times = append(h.times, d.Day.Time())
						return
					}
				}
			}
		}
	}
}

// resolve decides between the fields that say the same thing.
func (h *head) resolve(links map[string]string) {
	f := func(keys ...string) string {
		for _, k := range keys {
			if v := h.fields[k]; v != "" {
				return v
			}
		}
		return ""
	}
	m := &h.meta
	ld := h.mainLD(f("og:title"))
	m.site = firstOf(f("og:site_name"), ld.publisher, f("dc.publisher", "dcterms.publisher", "publisher"), f("application-name"))
	m.title = h.bestTitle(ld.headline, f("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline"))
	m.published = firstTime(ld.published, stamp(f("article:published_time", "og:published_time", "datepublished", "citation_publication_date")),
		stamp(f("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.created", "parsely-pub-date", "sailthru.date", "publish-date", "pubdate", "publish_date", "date", "last-published")))
	m.changed = firstTime(ld.changed, stamp(f("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "revised")))
	if said := f("article:published_time", "og:published_time", "datepublished", "dc.date.issued", "date", "pubdate"); said != "" && m.published.IsZero() {
		h.doubts = append(h.doubts, fmt.Sprintf("published %q is no date", shorten(said, 40)))
	}
	if m.published.IsZero() && len(h.times) > 0 {
		m.published = h.times[0]
	}
	if m.changed.IsZero() && len(h.changed) > 0 {
		m.changed = h.changed[0]
	}
	if m.changed.Equal(m.published) {
		m.changed = time.Time{}
	}
	h.lang = firstOf(h.lang, ld.language, f("og:locale", "language", "content-language", "dc.language"))
	for _, a := range []string{links["canonical"], f("og:url"), ld.url} {
		if l, ok := makeLink(h.base, a, "", ""); ok {
			m.canonical = l.URL
			break
		}
	}
	for _, a := range ld.authors {
		readAuthor(m, a, m.site)
	}
	if len(m.authors) == 0 {
		for a := range strings.SplitSeq(f("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "citation_author", "byl"), ";") {
			readAuthor(m, a, m.site)
		}
	}
	if len(m.authors) == 0 {
		for _, a := range h.persons {
			readAuthor(m, a, m.site)
		}
	}
	for _, a := range ld.agencies {
		if m.agency == "" && a != m.site {
			readAuthor(m, a, m.site)
		}
	}
	if o, ok := imprint.ReadOpening(ld.dateline+" -", isDay(m.published)); ok {
		m.place = o.Line.Place
	} else if imprint.PlaceLike(ld.dateline) {
		m.place = ld.dateline
	}
	for _, t := range []string{ld.terms, f("dcterms.rights", "dc.rights", "copyright", "rights")} {
		if m.terms == "" && imprint.TermsScore(t) >= 3 {
			m.terms = t
		}
	}
	h.basedOn = ld.basedOn
	if s := links["syndication-source"]; s != "" {
		h.basedOn = append(h.basedOn, s)
	}
	if s := f("original-source", "syndication-source"); s != "" {
		h.basedOn = append(h.basedOn, s)
	}
}

// bestTitle prefers the heading that the page prints; metadata often carry the
// site's name behind the title or a title made for machines.
func (h *head) bestTitle(headline, og string) string {
	site := h.meta.site
	named := firstOf(headline, og)
	for _, t := range h.h1 {
		if len(h.h1) == 1 && named == "" || named != "" && sameTitle(t, named) || sameTitle(t, h.title) && wording.Letters(t) != wording.Letters(site) {
			if wording.Letters(t) != wording.Letters(site) {
				return t
			}
		}
	}
	if len(h.h1) == 1 && titleLike(h.h1[0]) && wording.Letters(h.h1[0]) != wording.Letters(site) && utf8len(h.h1[0]) > 20 {
		return h.h1[0]
	}
	return cutSite(firstOf(named, h.title), site)
}

// cutSite takes the site's name off a title: "Title - Site", "Title | Section | Site".
func cutSite(t, site string) string {
	for {
		cut := false
		for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · "} {
			i := strings.LastIndex(t, sep)
			if i <= 0 {
				continue
			}
			tail := t[i+len(sep):]
			if site != "" && wording.Letters(tail) == wording.Letters(site) || sep == " | " && len(strings.Fields(tail)) <= 4 && len(strings.Fields(t[:i])) >= 4 {
				t, cut = t[:i], true
			}
		}
		if !cut {
			return strings.TrimSpace(t)
		}
	}
}

// readAuthor sorts a name out of metadata: a person, an agency, or the site itself, which is
// neither.
func readAuthor(m *metadata, name, site string) {
	name = imprint.AuthorName(name)
	if name == "" || utf8len(name) > 100 || strings.Contains(name, "://") || strings.Contains(name, "@") && !strings.Contains(name, " ") {
		return
	}
	if site != "" && wording.Letters(name) == wording.Letters(site) {
		return
	}
	switch wording.Letters(name) {
	case "admin", "administrator", "editor", "staff", "webmaster", "user", "guest", "newsdesk", "root":
		return
	}
	c, ok := imprint.ReadAuthors(name)
	if !ok {
		return
	}
	for _, p := range c.Persons {
		if !contains(m.authors, p) && len(m.authors) < 20 {
			m.authors = append(m.authors, p)
		}
	}
	if m.agency == "" && (site == "" || wording.Letters(c.Agency) != wording.Letters(site)) {
		m.agency = c.Agency
	}
}

func firstTime(list ...time.Time) time.Time {
	for _, t := range list {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}
