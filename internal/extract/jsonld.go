package extract

import (
	"encoding/json"
	"strings"
	"time"

	"isnad"
	"isnad/internal/extract/wording"
)

// ldArticle is a schema.org article as JSON-LD gives it.
type ldArticle struct {
	headline  string
	published time.Time
	changed   time.Time
	authors   []string
	publisher string
	agencies  []string // sourceOrganization, provider
	language  string
	dateline  string
	url       string
	body      string
	terms     string
	basedOn   []string
}

// readLD reads the articles of one JSON-LD script. Broken JSON is common on real pages
// and says nothing of the story: it is passed over.
func readLD(s string) []ldArticle {
	if len(s) > 4<<20 {
		return nil
	}
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>")
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		// Raw line feeds within strings are the usual fault.
		flat := strings.Map(func(r rune) rune {
			if r < 0x20 {
				return ' '
			}
			return r
		}, s)
		if json.Unmarshal([]byte(flat), &v) != nil {
			return nil
		}
	}
	var out []ldArticle
	budget := 2000
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if budget--; budget < 0 || depth > 12 {
			return
		}
		switch x := v.(type) {
		case []any:
			for _, e := range x {
				walk(e, depth+1)
			}
		case map[string]any:
			if ldType(x["@type"]) {
				out = append(out, ldArticleOf(x))
				return
			}
			for _, k := range []string{"@graph", "mainEntity", "itemListElement", "item", "hasPart", "mainEntityOfPage"} {
				if e, ok := x[k]; ok {
					walk(e, depth+1)
				}
			}
		}
	}
	walk(v, 0)
	return out
}

func ldType(v any) bool {
	for _, t := range ldStrings(v, "") {
		switch t {
		case "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "ScholarlyArticle":
			return true
		}
	}
	return false
}

func ldArticleOf(x map[string]any) ldArticle {
	one := func(key, sub string) string {
		if s := ldStrings(x[key], sub); len(s) > 0 {
			return wording.Squeeze(clean(s[0]))
		}
		return ""
	}
	a := ldArticle{
		headline:  shorten(firstOf(one("headline", ""), one("name", "")), 500),
		published: firstTime(stamp(one("datePublished", "")), stamp(one("dateCreated", ""))),
		changed:   stamp(one("dateModified", "")),
		authors:   ldStrings(x["author"], "name"),
		publisher: shorten(one("publisher", "name"), 200),
		language:  firstOf(one("inLanguage", "alternateName"), one("inLanguage", "name")),
		dateline:  shorten(one("dateline", ""), 120),
		url:       firstOf(one("url", ""), one("mainEntityOfPage", "@id")),
		terms:     shorten(firstOf(one("usageInfo", ""), one("copyrightNotice", "")), 1000),
		basedOn:   append(ldStrings(x["isBasedOn"], "url"), ldStrings(x["isBasedOn"], "@id")...),
	}
	for _, k := range []string{"sourceOrganization", "provider", "creditText"} {
		a.agencies = append(a.agencies, ldStrings(x[k], "name")...)
	}
	if len(a.authors) == 0 {
		a.authors = ldStrings(x["creator"], "name")
	}
	if s := ldStrings(x["articleBody"], ""); len(s) > 0 {
		a.body = clean(s[0])
	}
	return a
}

// ldStrings are the strings of a value that may be a string, an object with the field sub, or
// a list of those; at most 20.
func ldStrings(v any, sub string) []string {
	switch x := v.(type) {
	case string:
		if strings.TrimSpace(x) != "" {
			return []string{x}
		}
	case map[string]any:
		if sub != "" {
			if s, ok := x[sub].(string); ok && strings.TrimSpace(s) != "" {
				return []string{s}
			}
		}
	case []any:
		var out []string
		for i, e := range x {
			if i >= 20 {
				break
			}
			if _, list := e.([]any); !list {
				out = append(out, ldStrings(e, sub)...)
			}
		}
		return out
	}
	return nil
}

// mainLD is the article that the page is about: the one whose headline the page prints as its title, or
// the only one. A page that lists many articles is about none of them.
func (h *head) mainLD(og string) ldArticle {
	for _, a := range h.ld {
		for _, t := range append([]string{og, h.title}, h.h1...) {
			if a.headline != "" && sameTitle(a.headline, t) {
				return a
			}
		}
	}
	if len(h.ld) == 1 {
		return h.ld[0]
	}
	return ldArticle{}
}

func isDay(t time.Time) isnad.Day { return isnad.DayOf(t) }
