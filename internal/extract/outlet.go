package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/sources"
)

// nameWords are the folded words of an outlet's name; what stands in brackets is no
// part of it: "Meridian Press Agency (Beirut)".
func nameWords(s string) []string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	words := strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// shortFor tells whether an outlet calls itself so in short: all of its name but the
// words of the trade ("Meridian" for "Meridian Press Agency"), or the last word ("Courier" for
// "Sahel Courier").
func shortFor(outlet, short string) bool {
	all, part := nameWords(outlet), nameWords(short)
	if len(part) == 0 || len(part) > len(all) || len(all) > 12 {
		return false
	}
	for i := 0; i+len(part) <= len(all); i++ {
		same := true
		for j := range part {
			same = same && all[i+j] == part[j]
		}
		if !same {
			continue
		}
		if len(part) == 1 && i == len(all)-1 && utf8.RuneCountInString(part[0]) >= 4 {
			return true
		}
		rest := true
		for j, w := range all {
			rest = rest && (j >= i && j < i+len(part) || tradeWord(w))
		}
		if rest {
			return true
		}
	}
	return false
}

// tradeWord tells the words that say that a name is an outlet's and not which.
func tradeWord(w string) bool {
	switch w {
	case "press", "agency", "news", "newswire", "wire", "newspaper", "paper", "post", "times", "network", "media", "daily", "weekly", "online", "tv", "radio", "television",
		"agence", "de", "presse", "the", "of", "and", "for", "magazin", "magazine", "zeitung", "info", "service", "report", "today", "bureau", "staff", "desk",
		"وكاله", "للانباء", "الانباء", "انباء", "جريده", "صحيفه", "قناه", "موقع", "شبكه", "اخبار", "الاخبار", "الاخباريه", "الاعلاميه", "اذاعه":
		return true
	}
	return false
}

// sectionWord tells words that with one of the trade name a section: "World News".
func sectionWord(w string) bool {
	switch w {
	case "world", "local", "breaking", "latest", "top", "more", "other", "all", "home", "foreign", "national", "international", "regional", "politics", "war", "live", "our", "your", "security",
		"اهم", "اخر", "عاجل", "عالميه", "محليه", "دوليه", "سياسيه", "العالم":
		return true
	}
	return false
}

// outletNamed tells a short line that is the name of an outlet or agency by a word of
// the trade or by the book of sources, not a headline.
func outletNamed(s string) bool {
	s = squeeze(unmark(s))
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || utf8.RuneCountInString(s) > 60 || strings.ContainsAny(s, "?!:;,،0123456789") || endsSentence(s) {
		return false
	}
	if src, ok := sources.Embedded().Lookup(s); ok {
		return src.Kind == isnad.SourceAgency || src.Kind == isnad.SourceOutlet
	}
	if len(words) < 2 {
		return false // one word may be anything
	}
	telling := false
	for _, w := range words {
		f := fold(w)
		telling = telling || !tradeWord(f) && !sectionWord(f)
		if r := firstLetter(w); !unicode.IsUpper(r) && !isArabic(r) && !particle(w) && fold(w) != "the" {
			return false
		}
	}
	if !telling {
		return false
	}
	// In this form a name without a word of the trade would be a person's: what is left
	// over is an outlet by its words.
	switch sources.Guess(s) {
	case isnad.SourceAgency:
		return true
	case isnad.SourceOutlet:
		return len(words) <= 5
	}
	return false
}

// ownNames are the names by which a page's own outlet may be called on it.
type ownNames []string

func ownNamesOf(c *isnad.Capture, site string) ownNames {
	var own ownNames
	for _, n := range []string{squeeze(c.Source), squeeze(site)} {
		if n != "" {
			own = append(own, n)
		}
	}
	if u, err := url.Parse(pageAddress(c)); err == nil && u.Host != "" {
		label, _, _ := strings.Cut(siteHost(u), ".")
		if utf8.RuneCountInString(label) >= 4 {
			own = append(own, label)
		}
	}
	return own
}

// has tells whether a line is one of the names, in full or in short.
func (own ownNames) has(s string) bool {
	if utf8.RuneCountInString(s) > 80 {
		return false
	}
	for _, n := range own {
		if shortFor(n, s) || letters(n) == letters(s) && letters(s) != "" {
			return true
		}
	}
	return false
}

// namesake tells a site that bears the name of a person, who is no agency: a blog.
func (own ownNames) namesake(name string) bool {
	words := nameWords(name)
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		if tradeWord(w) {
			return false
		}
	}
	same := false
	for _, n := range own {
		same = same || letters(n) == letters(name)
	}
	return same && personLike(name)
}

// masthead finds the name of the outlet at the head and the foot of a page: a name is
// no title, and no part of a story. It returns the name where the page itself is the only
// one that tells it.
func masthead(ps []piece, own ownNames) string {
	found := ""
	for i := range ps {
		p := &ps[i]
		if p.kind != pieceStory && p.kind != pieceHeading {
			continue
		}
		if realParagraph(p) {
			break
		}
		next := headAfter(ps, i)
		switch {
		case own.has(p.text):
			p.kind = pieceChrome
			continue
		case next < 0 || len(strings.Fields(p.text)) > 6 || endsSentence(p.text):
		case outletNamed(p.text):
			p.kind, found = pieceChrome, p.text
		case kicker(ps, i, next):
			p.kicker = true
		}
		break
	}
	for i := len(ps) - 1; i >= 0; i-- {
		p := &ps[i]
		if p.kind != pieceStory {
			continue
		}
		if own.has(p.text) {
			p.kind = pieceChrome
		} else if i > 0 && ps[i-1].kind == pieceRule && outletNamed(p.text) {
			p.kind, p.credit = pieceCredit, credit{agency: p.text, words: p.text}
		}
		break
	}
	return found
}

// headAfter is the index of the title that stands below a line at i, apart from it by an empty
// line, and leads to a paragraph; -1 when there is none.
func headAfter(ps []piece, i int) int {
	for j := i + 1; j < len(ps) && j <= i+3; j++ {
		switch {
		case ps[j].kind == pieceRule || ps[j].kind == pieceDate || ps[j].kind == pieceChrome:
		case isHead(&ps[j]) && leadOf(ps, j) >= 0 && (ps[j].gap > 0 || ps[i].kind == pieceHeading || ps[j].kind == pieceHeading || j > i+1):
			return j
		default:
			return -1
		}
	}
	return -1
}

// kicker tells a line above the title, such as the name of a section: shorter than
// the title, which a credit, a date or a date line follows, and not the headline itself.
func kicker(ps []piece, i, next int) bool {
	short, long := len(strings.Fields(ps[i].text)), len(strings.Fields(ps[next].text))
	if ps[i].kind == pieceHeading && ps[next].kind != pieceHeading || short > 4 || long < short+3 {
		return false
	}
	lead := leadOf(ps, next)
	if headlineOf(ps[i].text, ps[lead].text) || !creditBetween(ps, next, lead) && !leadOpens(&ps[lead], isnad.Day{}) && !datedBetween(ps, next, lead) {
		return false
	}
	return true
}

func datedBetween(ps []piece, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if ps[k].kind == pieceDate {
			return true
		}
	}
	return false
}

// withAgency adds the agencies credited on the page to its own names.
func (own ownNames) withAgency(agency string) ownNames {
	known := append(ownNames(nil), own...)
	for a := range strings.SplitSeq(agency, "/") {
		if a != "" {
			known = append(known, a)
		}
	}
	return known
}

// ownPlace takes the name of the outlet or the agency off the place of the date line,
// where a reading by form alone left it: "Baghdad/ Meridian -".
func (d *draft) ownPlace(own ownNames) {
	r := d.rep
	known := own.withAgency(r.Agency)
	for {
		i := strings.LastIndex(r.Dateline.Place, ", ")
		if i < 0 {
			break
		}
		name := r.Dateline.Place[i+2:]
		if !known.has(name) || wideName(name) {
			break
		}
		r.Dateline.Place = r.Dateline.Place[:i]
		if r.Agency == "" {
			r.Agency = name
		}
	}
}

// ownBylines takes the names of the outlet and the agency out of the bylines: "by Meridian"
// credits an agency, not a person.
func (d *draft) ownBylines(own ownNames) {
	r := d.rep
	known := own.withAgency(r.Agency)
	kept := r.Bylines[:0]
	for _, b := range r.Bylines {
		if known.has(b) && !known.namesake(b) {
			if r.Agency == "" {
				r.Agency = b
			}
			continue
		}
		kept = append(kept, b)
	}
	r.Bylines = kept
	if len(kept) == 0 {
		r.Bylines = nil
	}
}
