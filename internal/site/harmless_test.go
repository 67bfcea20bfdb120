package site_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// Marks of direction that turn what stands behind them.
const turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"

// evilLine is what is put into fields of one line, evilText into the others.
const (
	evilLine = `zqx<script>alert(1)</script>"'><img src=x onerror=alert(2)> </script></title></textarea>{{.}} javascript:alert(3) ]]> --> ${7*7} ` + "\u202Edrowkcab\u2066 \u200B\uFEFF\u2028 &lt; \x01\x1b[31m"
	evilText = "=HYPERLINK(\"http://evil.example\")\r\nBcc: evil@evil.example\r\n\r\n+1\n-1\n@SUM(1)\n" + evilLine + "\n" + `<style>*{display:none}</style><svg onload=alert(4)>`
)

// blocks begin a paragraph of their own, which what stands within cannot reach out of.
var blocks = map[string]bool{"p": true, "li": true, "dd": true, "dt": true, "td": true, "th": true, "h1": true, "h2": true, "h3": true, "h4": true, "div": true, "section": true,
	"article": true, "header": true, "footer": true, "main": true, "blockquote": true, "legend": true, "fieldset": true, "summary": true, "details": true, "body": true, "ol": true, "ul": true, "dl": true, "aside": true, "nav": true, "form": true, "tr": true, "table": true, "caption": true, "figcaption": true, "figure": true}

// isolated tells whether a text cannot turn what stands around it: it stands in
// <bdi>, or in an element that says its direction (browsers isolate both), or it
// is all that stands in its paragraph.
func isolated(text *html.Node) bool {
	for up := text.Parent; up != nil; up = up.Parent {
		if up.Data == "bdi" || up.Data == "script" || up.Data == "textarea" || up.Data == "option" || up.Data == "title" && up.Namespace == "" {
			return up.Data != "title"
		}
		if _, ok := attrOf(up, "dir"); ok && up.Data != "html" {
			return true
		}
		if blocks[up.Data] {
			all := ""
			for c := range up.Descendants() {
				if c.Type == html.TextNode {
					all += c.Data
				}
			}
			return strings.TrimSpace(all) == strings.TrimSpace(text.Data)
		}
	}
	return false
}

// harm is what is wrong with a page that shows what strangers typed: elements,
// scripts, addresses and turned text that came out of it.
func harm(n *html.Node) (wrong []string) {
	add := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	for c := range n.Descendants() {
		if c.Type == html.CommentNode {
			add("a comment %.60q", c.Data)
		}
		if c.Type == html.TextNode && strings.ContainsAny(c.Data, turning) && !isolated(c) {
			add("%.60q can turn the text around it", c.Data)
		}
		if c.Type == html.TextNode && strings.ContainsAny(c.Data, "\x00\x01\x1b") {
			add("a control character in %.60q", c.Data)
		}
		if c.Type != html.ElementNode {
			continue
		}
		src, hasSrc := attrOf(c, "src")
		kind, _ := attrOf(c, "type")
		switch c.Data {
		case "iframe", "object", "embed", "base", "style", "frame", "applet", "math":
			add("an element %s", c.Data)
		case "img":
			if !strings.HasPrefix(src, "/") && !strings.HasPrefix(src, "data:image/png;base64,") {
				add("a picture from %.80q", src)
			}
		case "script":
			if !hasSrc && !strings.HasSuffix(kind, "json") {
				add("a script within the page")
			}
			if hasSrc && !strings.HasPrefix(src, "/assets/") {
				add("a script from %.80q", src)
			}
			if c.FirstChild != nil {
				if strings.Contains(c.FirstChild.Data, "<") {
					add("markup within data")
				}
				if !json.Valid([]byte(c.FirstChild.Data)) {
					add("data that are no JSON: %.100q", c.FirstChild.Data)
				}
			}
		}
		for _, a := range c.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
				add("an attribute %s=%.60q", a.Key, a.Val)
			case strings.ContainsAny(a.Key, `<>"'={`):
				add("an attribute called %.40q", a.Key)
			case a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction" || a.Key == "cite":
				u, err := url.Parse(a.Val)
				if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && !(u.Scheme == "mailto" && c.Data == "a") && !(u.Scheme == "data" && c.Data == "img") {
					add("%s=%.80q", a.Key, a.Val)
				}
			case a.Key == "aria-label" || a.Key == "title" || a.Key == "content" || a.Key == "alt" || a.Key == "placeholder":
				if strings.ContainsAny(a.Val, turning) {
					add("%s can turn the text around it: %.60q", a.Key, a.Val)
				}
			}
			if strings.Contains(a.Val, "ZgotmplZ") {
				add("an address that had to be blotted out in %s", a.Key)
			}
		}
	}
	return wrong
}

// harmIn is what is wrong with an answer of any kind, by what it says it is.
func harmIn(kind string, b []byte) []string {
	kind, _, _ = strings.Cut(kind, ";")
	switch {
	case kind == "text/html":
		n, err := html.Parse(strings.NewReader(string(b)))
		if err != nil {
			return []string{err.Error()}
		}
		return harm(n)
	case strings.HasSuffix(kind, "xml"):
		d := xml.NewDecoder(strings.NewReader(string(b)))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return []string{fmt.Sprintf("not well formed: %v", err)}
			}
			if e, ok := tok.(xml.StartElement); ok && strings.EqualFold(e.Name.Local, "script") {
				return []string{"a script in XML"}
			}
		}
	case strings.HasSuffix(kind, "json"):
		if !json.Valid(b) {
			return []string{"no JSON"}
		}
	case kind == "text/csv":
		rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
		if err != nil {
			return []string{err.Error()}
		}
		var wrong []string
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+@\t\r\n", rune(cell[0])) || strings.HasPrefix(cell, "-") && strings.ContainsAny(cell, "=(zq") {
					wrong = append(wrong, fmt.Sprintf("a cell that a spreadsheet runs: %.60q", cell))
				}
			}
		}
		return wrong
	}
	return nil
}
