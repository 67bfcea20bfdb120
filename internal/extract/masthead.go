package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/extract/imprint"
	"isnad/internal/extract/wording"
)

// masthead finds the name of the outlet at the head and the foot of a page: a name is
// no title, and no part of a story. It returns the name where the page itself is the only
// one that tells it.
func masthead(ps []piece, own imprint.Names) string {
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
		case own.Has(p.text):
			p.kind = pieceChrome
			continue
		case next < 0 || len(strings.Fields(p.text)) > 6 || wording.EndsSentence(p.text):
		case imprint.IsOutlet(p.text):
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
		if own.Has(p.text) {
			p.kind = pieceChrome
		} else if i > 0 && ps[i-1].kind == pieceRule && imprint.IsOutlet(p.text) {
			p.kind, p.credit = pieceCredit, imprint.Credit{Agency: p.text, Words: p.text}
		}
		break
	}
	return found
}

// joinTitle joins a title that a text breaks in two lines: the second goes on in lower case.
func joinTitle(ps []piece) []piece {
	for i := 0; i+1 < len(ps); i++ {
		p, q := &ps[i], &ps[i+1]
		if p.kind != pieceStory {
			continue
		}
		whole := p.text + " " + q.text
		if q.kind != pieceStory || q.gap > 0 || realParagraph(p) || realParagraph(q) || !unicode.IsLower(wording.First(q.text)) || !titleLike(p.text) || !titleLike(whole) || leadOf(ps, i+1) < 0 {
			break
		}
		p.text = whole
		p.links, p.media = append(p.links, q.links...), append(p.media, q.media...)
		return append(ps[:i+1], ps[i+2:]...)
	}
	return ps
}

// headAfter is the index of the title that stands below a line at i and leads to a
// paragraph; -1 when there is none.
func headAfter(ps []piece, i int) int {
	for j := i + 1; j < len(ps) && j <= i+3; j++ {
		switch {
		case ps[j].kind == pieceRule || ps[j].kind == pieceDate || ps[j].kind == pieceChrome:
		case isHead(&ps[j]) && leadOf(ps, j) >= 0:
			return j
		default:
			return -1
		}
	}
	return -1
}

// kicker tells a line above the title, such as the name of a section: shorter than
// the title, which a credit, a date or a date line follows, and not the headline itself. Without
// an empty line between them it must be in capitals: a long title may be broken in two lines.
func kicker(ps []piece, i, next int) bool {
	short, long := len(strings.Fields(ps[i].text)), len(strings.Fields(ps[next].text))
	if ps[i].kind == pieceHeading && ps[next].kind != pieceHeading || short > 4 || long < short+3 {
		return false
	}
	s := ps[i].text
	if next == i+1 && ps[next].gap == 0 && ps[i].kind != pieceHeading && (s != strings.ToUpper(s) || s == strings.ToLower(s)) {
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

// ownPlace takes the name of the outlet or the agency off the place of the date line,
// where a reading by form alone left it: "Baghdad/ Meridian -".
func (d *draft) ownPlace(own imprint.Names) {
	r := d.rep
	known := own.WithAgency(r.Agency)
	for {
		i := strings.LastIndex(r.Dateline.Place, ", ")
		if i < 0 {
			break
		}
		name := r.Dateline.Place[i+2:]
		if !known.Has(name) || imprint.WideName(name) {
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
func (d *draft) ownBylines(own imprint.Names) {
	r := d.rep
	known := own.WithAgency(r.Agency)
	var kept []string // a new list: several stories may share one
	for _, b := range r.Bylines {
		if known.Has(b) && !known.Namesake(b) {
			if r.Agency == "" {
				r.Agency = b
			}
			continue
		}
		kept = append(kept, b)
	}
	r.Bylines = kept
}

// ownNamesOf are the names that a page's outlet may go by: what the person said who added it, what
// the page calls its site, and the first part of its host.
func ownNamesOf(c *isnad.Capture, site string) imprint.Names {
	var own imprint.Names
	for _, n := range []string{wording.Squeeze(c.Source), wording.Squeeze(site)} {
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
