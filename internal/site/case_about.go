package site

import (
	"context"
	"errors"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/casework"
)

// caseSubject is what a case is about, for the page on which it is opened or
// followed.
type caseSubject struct {
	ID       string
	What     string // report, claim, incident, source, case
	Href     string // its page; empty where none is shown
	Title    string
	Source   string // of a report
	Language string
	Quote    string // the words it is about
	Gone     bool   // it is no longer shown

	report *isnad.Report
}

// subjectOf looks up what an ID names. The error is isnad.ErrNotFound for what is
// not there, or is nothing that a case can be about.
func (s *site) subjectOf(ctx context.Context, id string, version int, span *isnad.Span) (*caseSubject, error) {
	if !casework.IsID(id, "rkisd") {
		return nil, isnad.ErrNotFound
	}
	x := &caseSubject{ID: id}
	switch id[0] {
	case 'k':
		c, err := s.store.Claim(ctx, id)
		if err != nil {
			return nil, err
		}
		x.What, x.Quote = "claim", c.Quote
		x.Href = "/reports/" + url.PathEscape(c.Report) + "/v/" + strconv.Itoa(c.Version) + "#" + url.PathEscape(id)
		return x, s.subjectReport(ctx, x, c.Report, c.Version)
	case 'i':
		to, err := s.store.Redirect(ctx, id)
		if err != nil {
			return nil, err
		}
		i, err := s.store.Incident(ctx, to)
		x.What, x.Href, x.Title = "incident", "/incidents/"+url.PathEscape(to), i.Title
		return x, err
	case 's':
		src, err := s.store.Source(ctx, id)
		x.What, x.Href, x.Title = "source", "/sources/"+url.PathEscape(id), src.Name
		return x, err
	case 'd':
		x.What, x.Href, x.Title = "case", "/corrections/"+url.PathEscape(id), "Case "+id
		c, err := s.store.Case(ctx, id)
		if err == nil && !inRegister(&c) {
			x.Href = ""
		}
		return x, err
	}
	x.What, x.Href = "report", "/reports/"+url.PathEscape(id)
	if version > 0 {
		x.Href += "/v/" + strconv.Itoa(version)
	}
	err := s.subjectReport(ctx, x, id, version)
	if err == nil && span != nil && x.report != nil {
		if x.Quote = wordsAt(x.report, *span); span.InTitle {
			x.Href = "/reports/" + url.PathEscape(id)
		}
	}
	return x, err
}

// subjectReport adds what is shown of a report. One that was removed can be the
// subject of a case, and nothing of it is told.
func (s *site) subjectReport(ctx context.Context, x *caseSubject, id string, version int) error {
	standing, err := s.standingOf(ctx, id)
	if err != nil {
		return err
	}
	if standing.Removed != "" {
		x.Gone, x.Quote, x.Href = true, "", "/reports/"+url.PathEscape(id)
		x.Title = "A report that is no longer shown"
		return nil
	}
	r, err := s.store.Report(ctx, id, version)
	if err != nil {
		return err
	}
	x.Title, x.Source, x.Language, x.report = r.Title, r.Source, r.Language, &r
	return nil
}

// wordsAt is the words of a passage of a report.
func wordsAt(r *isnad.Report, span isnad.Span) string {
	if span.InTitle {
		return span.Of(r.Title)
	}
	return span.Of(r.Text)
}

// pageAddress finds the ID in the address of a page of this site.
var pageAddress = regexp.MustCompile(`/(?:reports|incidents|sources|corrections)/([risd][0-9a-f]{20})(?:/v/(\d{1,7}))?(?:[/?#].*?([k][0-9a-f]{20}))?`)

// readAbout reads what a person says a case is about: an ID, or the address of a
// page, with the version that the address names. What is neither stays as it was
// typed.
func readAbout(s string) (id string, version int) {
	s = strings.TrimSpace(plainText(s))
	if casework.IsID(s, "rkisd") {
		return s, 0
	}
	m := pageAddress.FindStringSubmatch(s)
	if m == nil {
		return s, 0
	}
	version, _ = strconv.Atoi(m[2]) // digits only, or nothing
	if m[3] != "" {
		return m[3], 0
	}
	return m[1], version
}

// readSpan reads a passage as an address has it: "120:180", with a t before it
// where it lies in the title. Nil for what is none.
func readSpan(s string) *isnad.Span {
	rest, title := strings.CutPrefix(s, "t")
	a, b, ok := strings.Cut(rest, ":")
	start, err1 := strconv.Atoi(a)
	end, err2 := strconv.Atoi(b)
	if !ok || err1 != nil || err2 != nil || start < 0 || end <= start || end > 100_000_000 {
		return nil
	}
	return &isnad.Span{Start: start, End: end, InTitle: title}
}

// spanWords is a passage as readSpan reads it.
func spanWords(s *isnad.Span) string {
	if s == nil {
		return ""
	}
	title := ""
	if s.InTitle {
		title = "t"
	}
	return title + strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End)
}

// errSeveral says that words stand more than once in a text.
var errSeveral = errors.New("the words stand there more than once")

// findPassage finds words in a report as a person copied or typed them: spaces,
// case, quotation marks and dashes may differ. The error is isnad.ErrNotFound
// where they do not stand there, and errSeveral where they stand there more than
// once; the first is given then.
func findPassage(r *isnad.Report, words string) (*isnad.Span, error) {
	want, _ := skeleton(words)
	if len(want) == 0 || len(want) > 20_000 {
		return nil, isnad.ErrNotFound
	}
	var found *isnad.Span
	for _, in := range []struct {
		text  string
		title bool
	}{{r.Text, false}, {r.Title, true}} {
		have, at := skeleton(in.text)
		for _, i := range indexAll(have, want, 2) {
			if found != nil {
				return found, errSeveral
			}
			found = &isnad.Span{Start: at[i], End: at[i+len(want)-1] + 1, InTitle: in.title}
		}
		if found != nil {
			return found, nil
		}
	}
	return nil, isnad.ErrNotFound
}

// skeleton is a text without spaces, in one case, with plain marks; and where
// each of its characters stood.
func skeleton(text string) (out []rune, at []int) {
	n := -1
	for _, r := range text {
		n++
		switch {
		case unicode.IsSpace(r), r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xAD, r == 0xFEFF, r == utf8.RuneError:
			continue
		case r == '“' || r == '”' || r == '«' || r == '»' || r == '„':
			r = '"'
		case r == '‘' || r == '’' || r == '`':
			r = '\''
		case r == '–' || r == '—' || r == '‑' || r == '−':
			r = '-'
		}
		out, at = append(out, unicode.ToLower(r)), append(at, n)
	}
	return out, at
}

// indexAll finds up to most places where needle stands in hay, in one pass
// (Knuth, Morris, Pratt): both come from outside.
func indexAll(hay, needle []rune, most int) []int {
	fail := make([]int, len(needle))
	for i, k := 1, 0; i < len(needle); i++ {
		for k > 0 && needle[i] != needle[k] {
			k = fail[k-1]
		}
		if needle[i] == needle[k] {
			k++
		}
		fail[i] = k
	}
	var out []int
	for i, k := 0, 0; i < len(hay) && len(out) < most; i++ {
		for k > 0 && hay[i] != needle[k] {
			k = fail[k-1]
		}
		if hay[i] == needle[k] {
			k++
		}
		if k == len(needle) {
			out = append(out, i-k+1)
			k = fail[k-1]
		}
	}
	return out
}
