package extract

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
	"isnad/internal/sources"
)

// pageReports makes the reports of a page.
func pageReports(c *isnad.Capture, p *page) []isnad.Report {
	if list := copies(c, p); len(list) > 0 {
		return list
	}
	if p.whole != nil {
		p.cutReferences()
	}
	hint := c.Published
	if hint.IsZero() {
		hint = isnad.DayOf(p.meta.published)
	}
	var list []story
	var shared []piece
	own := ownNamesOf(c, p.meta.site)
	if len(p.stories) > 1 {
		for _, m := range p.stories {
			day := hint
			if day.IsZero() {
				day = isnad.DayOf(m.meta.published)
			}
			s := story{pieces: pieces(m.blocks, day), meta: m.meta}
			takeTitle(&s)
			settle(&s)
			list = append(list, s)
		}
	} else {
		ps := pieces(p.blocks, hint)
		if p.meta.title == "" {
			ps = joinTitle(ps)
		}
		if name := masthead(ps, own); name != "" && p.meta.site == "" {
			p.meta.site = name
			own = append(own, name)
		}
		list, shared = split(ps, hint, p.meta.title, p.open)
	}
	shared = append(shared, matterOf(p, list, shared, hint)...)

	var out []isnad.Report
	for i := range list {
		r := newReport(c, p)
		d := draft{rep: &r, hint: hint}
		if m := list[i].meta; !m.published.IsZero() || !m.changed.IsZero() || len(m.authors) > 0 {
			r.Published, r.Changed, r.Bylines = m.published, m.changed, m.authors
			if d.hint.IsZero() {
				d.hint = isnad.DayOf(m.published)
			}
		}
		d.story(list[i].pieces)
		for j := range shared {
			d.shared(&shared[j])
		}
		d.title(list[i].title, p.meta.title, len(list))
		d.finish(c, p)
		d.ownPlace(own)
		d.ownBylines(own)
		if r.Text == "" && (r.Title == "" || len(list) > 1) {
			continue
		}
		out = append(out, r)
	}
	name(c, p, out)
	return out
}

// matterOf searches the parts of a page outside its stories for what the stories
// lack: a credit, a submitter, terms and notes.
func matterOf(p *page, list []story, shared []piece, hint isnad.Day) []piece {
	have := map[pieceKind]bool{}
	for i := range list {
		for j := range list[i].pieces {
			have[list[i].pieces[j].kind] = true
		}
	}
	for i := range shared {
		have[shared[i].kind] = true
	}
	var out []piece
	for _, q := range pieces(p.matter, hint) {
		switch q.kind {
		case pieceCredit, pieceSubmitter, pieceTerms:
			if !have[q.kind] {
				out = append(out, q)
				have[q.kind] = true
			}
		case pieceNote:
			if len(out) < 10 {
				out = append(out, q)
			}
		case pieceDate:
			if !have[q.kind] && (q.open.Published || q.open.Changed) {
				out = append(out, q)
			}
		}
	}
	for i := range p.foot {
		q := frameworkPiece(p.foot[i].text())
		switch {
		case q.kind == pieceTerms && !have[q.kind]:
			out = append(out, q)
			have[q.kind] = true
		case q.kind == pieceNote && len(out) < 10:
			out = append(out, q)
		}
	}
	return out
}

func newReport(c *isnad.Capture, p *page) isnad.Report {
	return isnad.Report{
		Capture: c.ID, SHA256: c.SHA256, Version: 1, Received: c.Received, Observed: c.Observed, Address: pageAddress(c),
		Canonical: p.meta.canonical, Published: p.meta.published, Changed: p.meta.changed,
		Terms: p.meta.terms, Reader: Version,
		Doubts: append([]string(nil), p.doubts...),
	}
}

// draft gathers the pieces of one story in its report.
type draft struct {
	rep    *isnad.Report
	hint   isnad.Day
	body   []string
	said   time.Time // publication as the text says
	linked map[string]bool
}

func (d *draft) story(ps []piece) {
	for i := range ps {
		p := &ps[i]
		switch p.kind {
		case pieceStory, pieceHeading:
			text := p.text
			if len(d.body) < 3 && d.rep.Dateline.Place == "" && (len(d.body) == 0 || realParagraph(p)) {
				text = d.opening(text, len(d.body) == 0)
			}
			if text != "" {
				d.body = append(d.body, text)
			}
			d.links(textLinksOf(p.text))
			d.links(p.links)
			d.media(p.media)
		default:
			d.shared(p)
		}
	}
	if n := len(d.body); n > 0 {
		d.body[n-1] = d.endCredit(d.body[n-1])
		if d.body[n-1] == "" {
			d.body = d.body[:n-1]
		}
	}
}

// shared takes up a piece that is no part of the story's own words.
func (d *draft) shared(p *piece) {
	r := d.rep
	switch p.kind {
	case pieceCredit:
		d.credit(&p.credit)
	case pieceDate:
		d.dateLine(&p.open)
	case pieceSubmitter:
		if r.Submitter == "" {
			r.Submitter = p.name
		}
	case pieceTerms:
		if r.Terms == "" {
			r.Terms = p.text
		} else if !strings.Contains(r.Terms, p.text) {
			r.Terms += "\n\n" + p.text
		}
	case pieceNote:
		if len(r.Notes) < 20 && !contains(r.Notes, p.text) {
			r.Notes = append(r.Notes, p.text)
		}
	case pieceLink:
		if originalWords(linkWords(p.text)) && !hasOriginal(p.links) {
			d.doubt("the page speaks of an original link, but its address is not in the text")
		}
	}
	if p.kind == pieceChrome {
		return
	}
	if p.kind != pieceLink {
		d.links(textLinksOf(p.text))
	}
	d.links(p.links)
	d.media(p.media)
}

func (d *draft) credit(c *imprint.Credit) {
	r := d.rep
	for _, p := range c.Persons {
		if !contains(r.Bylines, p) {
			r.Bylines = append(r.Bylines, p)
		}
	}
	if r.Agency == "" {
		r.Agency = c.Agency
	}
	d.brokenDate(c.Broken, c.Words)
	if r.Dateline.Date.IsZero() && !c.Day.IsZero() {
		r.Dateline.Date = c.Day
		if r.Dateline.Words == "" {
			r.Dateline.Words = c.Words
		}
		d.ambiguous(c.Ambiguous, c.Words)
	}
}

func (d *draft) brokenDate(is bool, words string) {
	if is {
		d.doubt(fmt.Sprintf("the date in %q is no day of the calendar between %d and %d", shorten(wording.Squeeze(words), 80), isnad.FirstYear, isnad.LastYear))
	}
}

func (d *draft) dateLine(o *imprint.Opening) {
	r := d.rep
	d.brokenDate(o.Broken, o.Line.Words)
	switch {
	case o.Changed:
		if r.Changed.IsZero() {
			r.Changed = o.Line.Date.Time()
		}
		return
	case o.Published && d.said.IsZero():
		d.said = o.Line.Date.Time()
	}
	if r.Dateline.Place == "" && o.Line.Place != "" && !o.Line.Date.IsZero() && !r.Dateline.Date.IsZero() {
		// A bare date before the date line is that of publication.
		if d.said.IsZero() {
			d.said = r.Dateline.Date.Time()
		}
		r.Dateline = isnad.Dateline{}
	}
	adds := false
	if r.Dateline.Place == "" && o.Line.Place != "" {
		r.Dateline.Place, adds = o.Line.Place, true
	}
	if r.Dateline.Date.IsZero() && !o.Line.Date.IsZero() {
		r.Dateline.Date, adds = o.Line.Date, true
		d.ambiguous(o.Ambiguous, o.Line.Words)
	}
	switch { // a place and a date may stand in two lines
	case r.Dateline.Words == "":
		r.Dateline.Words = o.Line.Words
	case adds:
		r.Dateline.Words += " … " + o.Line.Words
	}
	if r.Agency == "" {
		r.Agency = o.Agency
	}
}

func (d *draft) ambiguous(is bool, words string) {
	if is {
		d.doubt(fmt.Sprintf("the date in %q is read day first; it may be month first", shorten(words, 80)))
	}
}

// opening cuts the date line off the first paragraph of the story; a subtitle may stand before it.
func (d *draft) opening(text string, first bool) string {
	o, ok := imprint.ReadOpening(text, d.near())
	if !ok || !first && !o.Firm() {
		return text
	}
	d.dateLine(&o)
	return strings.TrimLeft(text[o.Cut:], " \u00A0-–—:.,_ـ")
}

// near is the day that dates without a year are near to: that of publication, else one
// that the report has named before.
func (d *draft) near() isnad.Day {
	if d.hint.IsZero() {
		return d.rep.Dateline.Date
	}
	return d.hint
}

// endCredit cuts "(AFP)" off the end of the last paragraph.
func (d *draft) endCredit(text string) string {
	rest, agency, ok := imprint.CutCredit(text)
	if !ok {
		return text
	}
	if d.rep.Agency == "" {
		d.rep.Agency = agency
	}
	return rest
}

func (d *draft) title(own, meta string, stories int) {
	t := own
	if stories == 1 && meta != "" {
		t = meta
		if own != "" && !sameTitle(own, meta) {
			// The page's own heading and the metadata differ: the heading is no
			// title then but belongs to the story.
			d.body = append([]string{own}, d.body...)
		}
	}
	d.rep.Title = shorten(wording.Squeeze(t), 500)
}

// sameTitle compares titles by their letters; one may carry the site's name behind.
func sameTitle(a, b string) bool {
	x, y := wording.Letters(a), wording.Letters(b)
	if x == "" || y == "" {
		return false
	}
	return x == y || strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

func (d *draft) finish(c *isnad.Capture, p *page) {
	r := d.rep
	r.Text = strings.Join(d.body, "\n\n")
	for _, a := range p.meta.authors {
		if len(r.Bylines) == 0 || !contains(r.Bylines, a) {
			r.Bylines = append(r.Bylines, a)
		}
	}
	if r.Agency == "" {
		r.Agency = p.meta.agency
	}
	if r.Dateline.Place == "" {
		r.Dateline.Place = p.meta.place
	}
	d.media(p.media)
	d.links(p.origins)
	switch {
	case !c.Published.IsZero():
		if isnad.DayOf(r.Published) != c.Published {
			r.Published = c.Published.Time()
		}
	case !r.Published.IsZero():
	case !d.said.IsZero():
		r.Published = d.said
	default:
		r.Published = r.Dateline.Date.Time()
	}
	r.Language = language(r.Text+"\n"+r.Title, p.lang)
}

func (d *draft) doubt(s string) {
	if !contains(d.rep.Doubts, s) && len(d.rep.Doubts) < 20 {
		d.rep.Doubts = append(d.rep.Doubts, s)
	}
}

func (d *draft) links(in []isnad.Link) {
	for _, l := range in {
		if d.linked == nil {
			d.linked = map[string]bool{}
		}
		if d.linked[l.URL] && l.Rel == "original" {
			for i := range d.rep.Links {
				if d.rep.Links[i].URL == l.URL {
					d.rep.Links[i].Rel = l.Rel
				}
			}
		}
		if d.linked[l.URL] || len(d.rep.Links) >= maxLinks {
			continue
		}
		d.linked[l.URL] = true
		d.rep.Links = append(d.rep.Links, l)
	}
}

func (d *draft) media(in []isnad.Media) {
	for _, m := range in {
		dup := len(d.rep.Media) >= maxLinks
		for _, have := range d.rep.Media {
			dup = dup || have.URL == m.URL
		}
		if !dup {
			d.rep.Media = append(d.rep.Media, m)
		}
	}
}

// name gives the reports of a page their keys, IDs and source.
func name(c *isnad.Capture, p *page, reports []isnad.Report) {
	base := pageKey(c, p.meta.canonical)
	used := map[string]bool{}
	source, id := sourceOf(c, p.meta.site)
	for i := range reports {
		r := &reports[i]
		r.Key = base
		if len(reports) > 1 {
			r.Key = base + "#" + slug(r.Title)
			if r.Title == "" || used[r.Key] {
				r.Key = fmt.Sprintf("%s#%d", base, i+1)
			}
		}
		used[r.Key] = true
		r.ID = isnad.MakeID('r', r.Key)
		r.Source, r.SourceID = source, id
	}
}

// pageKey is what makes two readings of a page the same.
func pageKey(c *isnad.Capture, canonical string) string {
	addr := pageAddress(c)
	if addr != "" && canonical != "" && sameSite(addr, canonical) {
		return canonical
	}
	switch {
	case addr != "":
		addr, _, _ = strings.Cut(addr, "#")
		return addr
	case c.Place != "":
		return c.Place
	}
	return c.Address
}

func sameSite(a, b string) bool {
	u, err1 := url.Parse(a)
	v, err2 := url.Parse(b)
	return err1 == nil && err2 == nil && u.Host != "" && siteHost(u) == siteHost(v)
}

func siteHost(u *url.URL) string {
	h := strings.ToLower(u.Hostname())
	for _, p := range []string{"www.", "m.", "mobile.", "amp."} {
		h = strings.TrimPrefix(h, p)
	}
	return h
}

// sourceOf is the name and ID of the outlet: what the person said, else what the page
// calls its site, else its host.
func sourceOf(c *isnad.Capture, site string) (string, string) {
	n := wording.Squeeze(c.Source)
	if n == "" {
		n = shorten(wording.Squeeze(site), 200)
	}
	if n == "" {
		if u, err := url.Parse(pageAddress(c)); err == nil {
			n = siteHost(u)
		}
	}
	if n == "" {
		n = "unknown"
	}
	s, _ := sources.Embedded().Lookup(n)
	return n, s.ID
}

// slug is a title as part of a key.
func slug(title string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(wording.Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(w)
		if b.Len() > 120 {
			break
		}
	}
	return b.String()
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func hasOriginal(links []isnad.Link) bool {
	for _, l := range links {
		if l.Rel == "original" {
			return true
		}
	}
	return false
}

// linkLine reads a line that holds addresses and little else. Words that stand behind an
// address are the words of the link.
func linkLine(s string) ([]isnad.Link, bool) {
	found := textLinks(s)
	if len(found) == 0 {
		return nil, false
	}
	words, at := 0, 0
	var out []isnad.Link
	for i, f := range found {
		before := strings.Trim(s[at:f.start], " :-–—~|•*>()[]")
		end := len(s)
		if i+1 < len(found) {
			end = found[i+1].start
		}
		after := strings.Trim(s[f.end:end], " :-–—~|•*>()[]")
		if i == 0 {
			words += len(strings.Fields(before))
		}
		words += len(strings.Fields(after))
		text := after
		if text == "" || i == 0 && before != "" && !originalWords(after) {
			text = strings.TrimSpace(before + " " + after)
		}
		// "… ~ here for the original link" stands behind the map link without
		// being its words.
		text, _, _ = strings.Cut(text, "~")
		if l, ok := makeLink(nil, f.url, text, ""); ok {
			out = append(out, l)
		}
		at = f.end
	}
	if words > 16 || len(out) == 0 || utf8.RuneCountInString(s) > 2000 || wording.EndsSentence(s) && words > 8 {
		return nil, false
	}
	return out, true
}

// linkWords is a line of links without its addresses.
func linkWords(s string) string {
	found := textLinks(s)
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(s[at:f.start])
		at = f.end
	}
	b.WriteString(s[at:])
	return wording.Squeeze(b.String())
}

// textLinksOf are the addresses within a paragraph.
func textLinksOf(s string) []isnad.Link {
	var out []isnad.Link
	for _, f := range textLinks(s) {
		words := ""
		if before := s[:f.start]; len(before) < 200 && originalWords(before) {
			words = wording.Squeeze(strings.Trim(before, " :"))
		}
		if l, ok := makeLink(nil, f.url, words, ""); ok {
			out = append(out, l)
		}
	}
	return out
}
