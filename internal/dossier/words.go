package dossier

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/export/republish"
)

var funcs = template.FuncMap{
	"term": term, "capital": capital, "one": oneLine, "cut": func(n int, s string) string { return cutAt(s, n) }, "number": strconv.Itoa,
	"bounds": boundsWords, "claimed": rangeWords, "when": whenWords, "where": whereWords, "time": timeWords, "day": dayWords, "iso": isoTime,
	"lang": validLanguage, "dir": direction, "web": webAddress, "px": func(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) },
	"percent": func(f float64) string { return fmt.Sprintf("%.0f %%", 100*min(max(f, 0), 1)) },
	"leave":   leaveWords, "conditions": conditionWords, "join": func(sep string, s []string) string { return strings.Join(s, sep) },
	"anchor": anchor, "act": actWords,
	"headers": headers, "filled": filled, "dateClose": dateClose, "placeClose": placeClose,
}

// term makes one of the field's own terms readable: "single_source_claim" is
// "single source claim".
func term(s any) string { return strings.ReplaceAll(fmt.Sprint(s), "_", " ") }

func capital(s string) string {
	if s == "" {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// anchor is the name of a report's version within the page.
func anchor(r isnad.Report) string { return r.ID + "-v" + strconv.Itoa(r.Version) }

func boundsWords(b isnad.Bounds) string {
	switch {
	case !b.Known:
		return "no figure"
	case b.Low == b.High:
		return strconv.Itoa(b.Low)
	}
	return strconv.Itoa(b.Low) + "–" + strconv.Itoa(b.High)
}

// rangeWords is what one claim says, empty for nothing.
func rangeWords(r *isnad.Range) string {
	about := ""
	if r != nil && r.Approx {
		about = "about "
	}
	switch {
	case r == nil || r.Min == nil && r.Max == nil:
		return ""
	case r.Min == nil:
		return about + "up to " + strconv.Itoa(*r.Max)
	case r.Max == nil:
		return about + "at least " + strconv.Itoa(*r.Min)
	case *r.Min == *r.Max:
		return about + strconv.Itoa(*r.Min)
	}
	return about + strconv.Itoa(*r.Min) + "–" + strconv.Itoa(*r.Max)
}

func whenWords(p isnad.Period) string {
	const form = "2 January 2006"
	switch {
	case p.IsZero():
		return "not known"
	case p.To.IsZero() || p.To == p.From:
		return p.From.Time().Format(form)
	}
	return p.From.Time().Format(form) + " to " + p.To.Time().Format(form)
}

// dateClose and placeClose say how closely a date and a place are known; the
// scales are UCDP's.
func dateClose(p isnad.DatePrecision) string {
	switch p {
	case isnad.DateDay:
		return "to the day (precision 1)"
	case isnad.DateDays:
		return "to two to six days (precision 2)"
	case isnad.DateWeek:
		return "to a week (precision 3)"
	case isnad.DateMonth:
		return "to a month (precision 4)"
	case isnad.DateYear:
		return "to a year (precision 5)"
	}
	return "no day is known"
}

func placeClose(p isnad.PlacePrecision) string {
	switch p {
	case isnad.PlaceExact:
		return "the place itself (precision 1)"
	case isnad.PlaceNear:
		return "near it, within some 25 km (precision 2)"
	case isnad.PlaceDistrict:
		return "its district (precision 3)"
	case isnad.PlaceProvince:
		return "its province (precision 4)"
	case isnad.PlaceWider:
		return "wider than a province, or between places (precision 5)"
	case isnad.PlaceCountry:
		return "the country (precision 6)"
	case isnad.PlaceOpen:
		return "on the water or in the air (precision 7)"
	}
	return "no place is known"
}

func whereWords(w isnad.Where) string {
	if w.IsZero() {
		return "not known"
	}
	return oneLine(strings.Join(append([]string{first(w.Name, w.At)}, w.Within...), ", "))
}

func timeWords(t time.Time) string {
	if t.IsZero() {
		return "not known"
	}
	return t.UTC().Format("2 January 2006, 15:04:05") + " UTC"
}

// dayWords is a time of publication, which is midnight where only a day is known.
func dayWords(t time.Time) string {
	if t = t.UTC(); !t.IsZero() && t.Equal(t.Truncate(24*time.Hour)) {
		return t.Format("2 January 2006")
	}
	return timeWords(t)
}

func isoTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// leaveWords says what the terms of a report were read as.
func leaveWords(l republish.Leave) string {
	whose := ""
	if l.Whose != "" {
		whose = ", by the terms of " + oneLine(l.Whose)
	}
	switch l.Verdict {
	case republish.Allowed:
		return "may be published again" + whose
	case republish.Forbidden:
		return "must not be published again without asking" + whose
	}
	return "no terms are known that allow publishing it again"
}

func conditionWords(l republish.Leave) string {
	list := make([]string, len(l.Conditions))
	for n, c := range l.Conditions {
		list[n] = c.Words()
	}
	return strings.Join(list, "; ")
}

// actWords says what a person did.
func actWords(a isnad.Act) string {
	s := capital(term(a.Kind)) + " " + a.About
	if a.Of != "" {
		s += ", of act " + a.Of
	}
	if a.Into != "" {
		s += ", into " + a.Into
	}
	if a.Grading != "" {
		s += ", as " + term(a.Grading)
	}
	if len(a.Edit) > 0 {
		s += ", setting " + term(strings.Join(a.Edit.Slots(), ", "))
	}
	if len(a.Moved) > 0 {
		s += ", " + strconv.Itoa(len(a.Moved)) + " claims moved"
	}
	if a.Paired {
		s += "; it waits for a second person until one says the same"
	}
	return s
}

// cutAt shortens s to n characters.
func cutAt(s string, n int) string {
	i := 0
	for at := range s {
		if i == n {
			return strings.TrimRightFunc(s[:at], unicode.IsSpace) + "…"
		}
		i++
	}
	return s
}

// oneLine is s on one line, without the marks that turn the direction of text.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

var languageForm = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$`)

// validLanguage is a language tag that has the form of one, else empty.
func validLanguage(tag string) string {
	if !languageForm.MatchString(tag) {
		return ""
	}
	return tag
}

// direction is the writing direction of a language, auto where it is not known.
func direction(tag string) string {
	if tag = validLanguage(tag); tag == "" {
		return "auto"
	}
	base, rest, _ := strings.Cut(strings.ToLower(tag), "-")
	switch {
	case strings.HasPrefix(rest, "latn"), strings.HasPrefix(rest, "cyrl"):
		return "ltr"
	}
	switch base {
	case "ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "dv", "syr", "arc":
		return "rtl"
	}
	return "ltr"
}

// webAddress tells whether an address may be a link.
func webAddress(s string) bool {
	if len(s) > 4000 {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}
