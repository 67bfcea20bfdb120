package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

type atomEntry struct {
	XMLName    xml.Name       `xml:"entry"`
	ID         string         `xml:"id"`
	Title      atomTitle      `xml:"title"`
	Links      []atomLink     `xml:"link"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Author     string         `xml:"author>name"`
	Categories []atomCategory `xml:"category"`
	Content    atomText       `xml:"content"`
}

type atomTitle struct {
	Type     string `xml:"type,attr"`
	Language string `xml:"xml:lang,attr,omitempty"`
	Text     string `xml:",chardata"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// atom writes RFC 4287, with the tombstones of RFC 6721.
func atom[T any](w io.Writer, o Options, of func(T, Options) entry) *document[T] {
	b := bufio.NewWriter(w)
	enc := xml.NewEncoder(b)
	var newest time.Time
	return &document[T]{w: b,
		head: func() error {
			tombstones := ""
			if len(o.Removed) > 0 {
				tombstones = ` xmlns:at="http://purl.org/atompub/tombstones/1.0"`
			}
			head := xml.Header + `<feed xmlns="http://www.w3.org/2005/Atom"` + tombstones + ">\n" +
				element("id", o.id()) + element("title", o.Title) +
				`<link rel="alternate" type="text/html" href="` + escape(o.BaseURL+"/") + `"/>` + "\n"
			if o.Self != "" {
				head += `<link rel="self" type="application/atom+xml" href="` + escape(o.Self) + `"/>` + "\n"
			}
			head += "<author>" + element("name", o.Title) + "</author>\n<generator>isnad</generator>\n"
			if !o.Updated.IsZero() {
				head += element("updated", rfc3339(o.Updated))
			}
			_, err := b.WriteString(head)
			return err
		},
		item: func(v T, _ int) error {
			e := of(v, o)
			if e.updated.IsZero() {
				e.updated = time.Unix(0, 0) // Atom demands a time; this one says that none is known
			}
			if e.updated.After(newest) {
				newest = e.updated
			}
			x := atomEntry{ID: e.id, Title: atomTitle{"text", language(e.language), e.title}, Updated: rfc3339(e.updated),
				Links: []atomLink{{"alternate", "text/html", e.id}}, Author: e.author, Content: atomText{"text", e.text}}
			if !e.published.IsZero() {
				x.Published = rfc3339(e.published)
			}
			if e.via != "" {
				x.Links = append(x.Links, atomLink{Rel: "via", Href: e.via})
			}
			for _, t := range e.tags {
				x.Categories = append(x.Categories, atomCategory{t.term, t.label})
			}
			if err := enc.Encode(x); err != nil {
				return err
			}
			return b.WriteByte('\n')
		},
		tail: func(int) error {
			tail := ""
			for _, t := range o.Removed { // RFC 6721
				if t.When.After(newest) {
					newest = t.When
				}
				tail += `<at:deleted-entry ref="` + escape(o.page("reports", t.Report)) + `" when="` + rfc3339(t.When) + `">` + element("at:comment", line(t.Words)) + "</at:deleted-entry>\n"
			}
			if o.Updated.IsZero() {
				// The order of a feed's elements means nothing, so what is known last stands last.
				tail += element("updated", rfc3339(newest))
			}
			_, err := b.WriteString(tail + "</feed>\n")
			return err
		},
	}
}

// id is what the feed is known by: its own address where that is known.
func (o Options) id() string {
	if o.Self != "" {
		return o.Self
	}
	return o.BaseURL + "/"
}

func element(name, text string) string {
	return fmt.Sprintf("<%s>%s</%s>\n", name, escape(text), name)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(s))) // a Builder never fails
	return b.String()
}

// language is s where it has the form of a language tag, else empty.
func language(s string) string {
	if len(s) > 35 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		return ""
	}
	return s
}
