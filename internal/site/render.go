package site

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strings"
	"time"
	"unicode"

	"isnad"
	"isnad/internal/evidence"
	"isnad/internal/store"

	"golang.org/x/text/language"
)

//go:embed templates
var templateFiles embed.FS

// pages are the templates by the name of their page; each holds the layout, the
// parts and its own "main".
type pages map[string]*template.Template

func (s *site) loadTemplates() (pages, error) {
	shared, err := template.New("").Funcs(s.funcs()).ParseFS(templateFiles, "templates/layout.html", "templates/parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("parsing templates: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("listing templates: %w", err)
	}
	all := pages{}
	for _, name := range names {
		t, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("preparing %s: %w", name, err)
		}
		if _, err := t.ParseFS(templateFiles, name); err != nil {
			return nil, fmt.Errorf("parsing %s: %w", name, err)
		}
		all[strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], ".html")] = t
	}
	return all, nil
}

func (s *site) funcs() template.FuncMap {
	return template.FuncMap{
		"asset": s.assets.url, "basehash": func() string { return s.hash },
		"day": dayWords, "moment": momentWords, "iso": isoTime, "when": whenWords, "whenClose": whenClose,
		"where": s.whereWords, "whereIsolated": s.whereIsolated, "whereClose": s.whereClose, "country": s.base.Name,
		"event": eventWords, "roleWords": roleWords, "status": statusWords, "statusWhy": statusWhy, "grading": gradingWords, "gradingWhy": gradingWhy,
		"stance": stanceWords, "stage": stageWords, "review": reviewWords, "reviewed": reviewedWords, "sourceKind": sourceWords, "placeKind": placeWords,
		"citation": citationWords, "order": orderWords, "change": changeWords, "changedIn": changedIn, "percent": percentWords, "orderTime": orderTime, "count": countWords,
		"number": number, "bounds": rangeWords, "claimed": claimedWords, "plural": plural, "figures": figuresWords, "spread": spreadWords, "figure": figureWords, "category": categoryWords,
		"lang": validLanguage, "dir": direction, "cut": cut, "one": oneLine, "plain": plainText, "web": webAddress, "id": url.PathEscape,
		"px":          func(f float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", f), ".0") },
		"list":        func(s ...string) []string { return s },
		"pairs":       keyPairs,
		"filledSlots": filledSlots,
		"pager":       func(next string, later bool, first string) pager { return pager{next, later, first} },
		"unit":        withUnit,
		"others":      otherNames,
		"few":         func(n []isnad.Name) []isnad.Name { return n[:min(len(n), 12)] },
		"degrees":     func(f float64) string { return fmt.Sprintf("%.3f", f) },
		"entryKind":   entryWords,
		"number64":    func(n int64) string { return number(int(n)) },
		"decodes":     evidence.Decodes,
		"end64":       func(b *isnad.Bytes) string { return number(int(b.Offset + b.Length)) },
		"actWords":    actWords, "actKind": actKindWords, "ofClaim": func(id string) bool { return strings.HasPrefix(id, "k") },
		"actIn": func(r actRow, next string) actShown { return actShown{r, next, true} }, "actOf": func(r actRow, next string) actShown { return actShown{r, next, false} },
		"language": languageWords, "caseStep": stepOf, "wrongOf": wrongOf,
		"outcomes": outcomeCount, "days": daysWords, "daydate": func(t time.Time) string { return dayWords(isnad.DayOf(t)) }, "plus": func(a, b int) int { return a + b },
		"logged": func() bool { return s.o.Log != nil }, "caseKind": caseKindWords, "caseState": caseStateWords, "decision": decisionWords, "effect": effectWords, "effectWhy": effectWhy, "noticeKind": noticeWords,
		"caseAct": caseActWords, "way": wayWords, "saidWords": saidWords, "dueFor": dueWords, "diffIn": diffIn, "more": func(p []string) int { return len(p) - 1 },
		"piecesIn": func(p []piece, others map[int]string) piecesShown { return piecesShown{p, others} },
		"parasIn": func(p []paragraph, others map[int]string, lang string) parasShown {
			return parasShown{p, others, direction(lang)}
		},
		"accountEvent": accountEvent, "signInWay": signInWay, "browser": browserWords,
		"join": func(sep string, s []string) string { return strings.Join(s[:min(len(s), 50)], sep) },
	}
}

// pager is what stands below a list: its next page, and its first when this is not it.
type pager struct {
	Next  string
	Later bool
	First string
}

// withUnit adds the unit of a timeline to its address.
func withUnit(path, unit string) string {
	switch {
	case unit == "":
		return path
	case strings.Contains(path, "?"):
		return path + "&by=" + unit
	}
	return path + "?by=" + unit
}

// otherNames are a few names of a row besides the one it goes by.
func otherNames(r store.NameRow) []isnad.Name {
	var out []isnad.Name
	for _, n := range r.Names {
		if n.Text != r.Name && len(out) < 4 {
			out = append(out, n)
		}
	}
	return out
}

// cut shortens s to n characters.
func cut(n int, s string) string {
	i := 0
	for at := range s {
		if i == n {
			return strings.TrimRightFunc(s[:at], unicode.IsSpace) + "…"
		}
		i++
	}
	return s
}

// oneLine is text for a heading or a list: short, on one line.
func oneLine(s string) string {
	return cut(300, strings.Join(strings.Fields(cut(2000, s)), " "))
}

// plainText is text for a place where its direction cannot be isolated, such as
// the title of a window or an attribute: marks that turn the direction are
// dropped, and so are control characters.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C, unicode.IsControl(r):
			return -1
		}
		return r
	}, oneLine(s))
}

// validLanguage is the language tag if it is one, else empty: a wrong one makes
// a screen reader speak nonsense.
func validLanguage(tag string) string {
	if tag == "" || len(tag) > 35 {
		return ""
	}
	t, err := language.Parse(tag)
	if err != nil || t == language.Und {
		return ""
	}
	if base, conf := t.Base(); conf == language.No || len(base.String()) > 3 {
		return ""
	}
	return t.String()
}

// direction is the writing direction of a language, auto when it is not known.
func direction(tag string) string {
	if tag = validLanguage(tag); tag == "" {
		return "auto"
	}
	script, _ := language.Make(tag).Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Mand", "Samr", "Rohg":
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
