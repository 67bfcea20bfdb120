package republish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"isnad/internal/citeblock"
)

// html is a small page of the copy alone.
func (c *Copy) html(b citeblock.Block, title, text string) ([]byte, error) {
	ld, err := c.linkedData(&b)
	if err != nil {
		return nil, err
	}
	var s strings.Builder
	put := func(format string, args ...any) {
		for i, a := range args {
			if v, ok := a.(string); ok {
				args[i] = html.EscapeString(v)
			}
		}
		fmt.Fprintf(&s, format, args...)
	}
	lang, dir := tongue(c.Report.Language)
	if lang != "und" {
		lang = `lang="` + lang + `" `
	} else {
		lang = ""
	}
	s.WriteString("<!doctype html>\n<html " + lang)
	put("dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", dir, title)
	for _, a := range []string{b.Canonical, b.Record} {
		if a = citeblock.Address(a); a != "" {
			put("<link rel=\"canonical\" href=\"%s\">\n", a)
			break
		}
	}
	s.WriteString("<script type=\"application/ld+json\">")
	s.Write(ld)
	s.WriteString("</script>\n</head>\n<body>\n<article>\n")
	if title != "" {
		put("<h1>%s</h1>\n", title)
	}
	if text != "" {
		s.WriteString("<div class=\"isnad-text\">\n")
		for p := range strings.SplitSeq(text, "\n\n") {
			s.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(p), "\n", "<br>") + "</p>\n")
		}
		s.WriteString("</div>\n")
	}
	s.WriteString("<footer class=\"isnad-citation\" lang=\"en\" dir=\"ltr\">\n<hr>\n")
	put("<p><cite>%s</cite></p>\n", citeblock.Begin)
	for _, l := range b.Lines() {
		put("<p>%s: ", l.Label)
		switch {
		case web(l.Address):
			put("<a href=\"%s\"><bdi>%s</bdi></a>", l.Address, l.Address)
		case l.Address != "":
			put("<bdi>%s</bdi>", l.Address)
		}
		if l.Address != "" && l.Words != "" {
			s.WriteByte(' ')
		}
		if l.Words != "" {
			put("<bdi>%s</bdi>", l.Words)
		}
		s.WriteString("</p>\n")
	}
	put("<p>%s</p>\n", citeblock.End)
	s.WriteString("</footer>\n</article>\n</body>\n</html>\n")
	return []byte(s.String()), nil
}

// tongue is the language tag of a text and its direction; a tag that is none is left out.
func tongue(tag string) (lang, dir string) {
	base, _, _ := strings.Cut(tag, "-")
	base = strings.ToLower(base)
	if len(base) < 2 || len(base) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" || len(tag) > 35 {
		return "und", "auto"
	}
	switch base {
	case "ar", "fa", "ur", "he", "iw", "ckb", "ps", "sd", "ug", "yi", "ji", "dv", "syr", "arc", "arz", "apc":
		return tag, "rtl"
	}
	return tag, "ltr"
}

type thing struct {
	Type      string  `json:"@type"`
	Name      string  `json:"name,omitempty"`
	Headline  string  `json:"headline,omitempty"`
	URL       string  `json:"url,omitempty"`
	SameAs    string  `json:"sameAs,omitempty"`
	Published string  `json:"datePublished,omitempty"`
	Modified  string  `json:"dateModified,omitempty"`
	Version   int     `json:"version,omitempty"`
	Language  string  `json:"inLanguage,omitempty"`
	Author    []thing `json:"author,omitempty"`
	Publisher *thing  `json:"publisher,omitempty"`
	Agency    []thing `json:"sourceOrganization,omitempty"`
	Terms     string  `json:"usageInfo,omitempty"`
	License   string  `json:"license,omitempty"`
	Text      string  `json:"text,omitempty"`
	BasedOn   []thing `json:"isBasedOn,omitempty"`
	Citation  []thing `json:"citation,omitempty"`
	Correct   []thing `json:"correction,omitempty"`
}

// linkedData is the copy in the words of schema.org: an article that is based on the report, and cites
// all that the report draws on. json escapes what could end the script element.
func (c *Copy) linkedData(b *citeblock.Block) ([]byte, error) {
	lang, _ := tongue(b.Language)
	if lang == "und" {
		lang = ""
	}
	title := citeblock.OneLine(b.Title)
	a := thing{Type: "NewsArticle", Headline: title, Language: lang, Terms: citeblock.OneLine(b.Terms), License: c.Leave.LicenceURL}
	on := thing{Type: "NewsArticle", Headline: title, URL: citeblock.Address(b.Canonical), SameAs: citeblock.Address(b.Record), Version: b.Version, Publisher: &thing{Type: "Organization", Name: citeblock.OneLine(b.Publisher)}}
	if on.URL == "" {
		on.URL, on.SameAs = on.SameAs, ""
	}
	for _, l := range b.Lines() {
		switch l.Label {
		case "Published":
			a.Published, on.Published = l.Words, l.Words
		case "Changed":
			a.Modified, on.Modified = l.Words, l.Words
		case "Byline":
			a.Author = append(a.Author, thing{Type: "Person", Name: l.Words})
		case "Agency":
			for n := range strings.SplitSeq(l.Words, "/") {
				a.Agency = append(a.Agency, thing{Type: "Organization", Name: n})
				a.Citation = append(a.Citation, thing{Type: "CreativeWork", Name: n})
			}
		case "Original link":
			on.BasedOn = append(on.BasedOn, thing{Type: "CreativeWork", URL: l.Address})
			a.Citation = append(a.Citation, thing{Type: "CreativeWork", URL: l.Address, Name: l.Words})
		}
	}
	on.Author = a.Author
	a.BasedOn = []thing{on}
	for _, s := range b.Sources {
		a.Citation = append(a.Citation, thing{Type: "CreativeWork", Name: s.Name, URL: s.Address})
	}
	for _, n := range b.Notices {
		x := thing{Type: "CorrectionComment", Text: citeblock.OneLine(n.Text), URL: citeblock.Address(n.Address)}
		if !n.Issued.IsZero() {
			x.Published = n.Issued.UTC().Format("2006-01-02")
		}
		a.Correct = append(a.Correct, x)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	if err := e.Encode(struct {
		Context string `json:"@context"`
		thing
	}{"https://schema.org", a}); err != nil {
		return nil, fmt.Errorf("writing JSON-LD: %w", err)
	}
	return bytes.TrimSpace(out.Bytes()), nil
}
