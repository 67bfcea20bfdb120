package export

import (
	"bufio"
	"encoding/xml"
	"html"
	"io"
	"strings"
	"time"
)

type rssItem struct {
	XMLName     xml.Name `xml:"item"`
	Title       string   `xml:"title"`
	Link        string   `xml:"link"`
	GUID        rssGUID  `xml:"guid"`
	Date        string   `xml:"pubDate,omitempty"`
	Creator     string   `xml:"dc:creator"`
	Categories  []string `xml:"category"`
	Source      string   `xml:"dc:source,omitempty"`
	Description string   `xml:"description"`
}

type rssGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	Text      string `xml:",chardata"`
}

// rss writes RSS 2.0. Readers take a description for HTML, so our plain text is
// escaped as HTML first and as XML after.
func rss[T any](w io.Writer, o Options, of func(T, Options) entry) *document[T] {
	b := bufio.NewWriter(w)
	enc := xml.NewEncoder(b)
	var newest time.Time
	return &document[T]{w: b,
		head: func() error {
			head := xml.Header + `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
				"\n<channel>\n" + element("title", o.Title) + element("link", o.BaseURL+"/") + element("description", o.Title+". "+notice) +
				element("generator", "isnad")
			if o.Self != "" {
				head += `<atom:link rel="self" type="application/rss+xml" href="` + escape(o.Self) + `"/>` + "\n"
			}
			if !o.Updated.IsZero() {
				head += element("lastBuildDate", rfc822(o.Updated))
			}
			_, err := b.WriteString(head)
			return err
		},
		item: func(v T, _ int) error {
			e := of(v, o)
			if e.updated.After(newest) {
				newest = e.updated
			}
			x := rssItem{Title: e.title, Link: e.id, GUID: rssGUID{true, e.id}, Creator: e.author, Source: e.via,
				Description: strings.ReplaceAll(html.EscapeString(e.text), "\n", "<br>\n")}
			if t := e.published; !t.IsZero() {
				x.Date = rfc822(t)
			} else if !e.updated.IsZero() {
				x.Date = rfc822(e.updated)
			}
			for _, t := range e.tags {
				x.Categories = append(x.Categories, t.label)
			}
			if err := enc.Encode(x); err != nil {
				return err
			}
			return b.WriteByte('\n')
		},
		tail: func(int) error {
			tail := ""
			if o.Updated.IsZero() && !newest.IsZero() {
				tail = element("lastBuildDate", rfc822(newest))
			}
			_, err := b.WriteString(tail + "</channel>\n</rss>\n")
			return err
		},
	}
}

// rfc822 is the form of time that RSS wants, with a year of four digits.
func rfc822(t time.Time) string { return t.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT") }
