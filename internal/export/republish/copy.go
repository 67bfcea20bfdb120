package republish

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isnad"
	"isnad/internal/citeblock"
)

// maxLinks bounds the links of a report that are neither its originals nor points on a map and yet stand in its citation.
const maxLinks = 50

// Copy is a report with all that its citation tells.
type Copy struct {
	Report  isnad.Report
	Chain   []Cited
	Record  string // absolute address of the report's page where the copy is made; empty leaves it out
	Leave   Leave
	Notices []citeblock.Notice // what was told of the report since, oldest first
	Whole   bool               // with the text; a reference otherwise
}

// Cited is one link of the chain with what is known of its other end.
type Cited struct {
	isnad.Citation
	Name      string   // of the source or the report; ToName when empty
	Addresses []string // of the source's home or of the report, absolute
}

// Form is a form of a copy.
type Form string

const (
	HTML     Form = "html"
	Markdown Form = "md"
	Text     Form = "txt"
	JSON     Form = "json" // ninjs 3.0
)

// Forms are all forms.
func Forms() []Form { return []Form{HTML, Markdown, Text, JSON} }

// MediaType is the media type of a copy in the form.
func (f Form) MediaType() string {
	switch f {
	case HTML:
		return "text/html; charset=utf-8"
	case Markdown:
		return "text/markdown; charset=utf-8"
	case Text:
		return "text/plain; charset=utf-8"
	case JSON:
		return "application/json"
	}
	return "application/octet-stream"
}

// Write writes a copy. It fails for a form that is not known.
func Write(c Copy, f Form) ([]byte, error) {
	b := c.Block()
	title, text := citeblock.OneLine(c.Report.Title), ""
	if c.Whole {
		text = citeblock.Printed(c.Report.Text)
	}
	switch f {
	case HTML:
		return c.html(b, title, text)
	case Markdown:
		head := ""
		if title != "" {
			head = "# " + strings.TrimPrefix(citeblock.Markdown("x"+title), "x") + "\n\n"
		}
		return plain(head + joined(citeblock.Markdown(text), b.Markdown())), nil
	case Text:
		return plain(joined(title, text, b.String())), nil
	case JSON:
		return c.ninjs(b, title, text)
	}
	return nil, fmt.Errorf("a copy cannot be written as %q; known are html, md, txt and json", f)
}

// plain is a document of plain text. One whose first characters would pass for another format (JSON, markup, an
// archive) gets a line of ours in front.
func plain(s string) []byte {
	first, _ := utf8.DecodeRuneInString(s)
	odd := !unicode.IsLetter(first) && first != '#'
	for _, magic := range []string{"WARC/", "GIF8", "RIFF", "BZh", "Rar!", "ID3", "OggS", "SQLite format 3", "PK", "MZ", "7z"} {
		odd = odd || strings.HasPrefix(s, magic)
	}
	if odd {
		s = "Copy of a report\n\n" + s
	}
	return []byte(s + "\n")
}

// joined parts what there is by empty lines.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}

// Block is the citation of the copy.
func (c *Copy) Block() citeblock.Block {
	r := &c.Report
	b := citeblock.Block{Title: r.Title, Publisher: r.Source, Published: r.Published, Changed: r.Changed, Bylines: r.Bylines, Agency: r.Agency, Submitter: r.Submitter,
		Dateline: r.Dateline, Language: r.Language, Canonical: c.original(), Record: c.Record, Version: r.Version, Terms: r.Terms, License: strings.TrimSpace(c.Leave.Licence + " " + c.Leave.LicenceURL),
		Notes: r.Notes, Notices: c.Notices}
	if c.Whole {
		b.Sum = citeblock.SumOf(citeblock.Printed(r.Text))
	}
	if c.Leave.Verdict != Forbidden {
		for _, a := range c.Leave.Conditions {
			b.Asks = append(b.Asks, a.Words())
		}
	}
	others := 0
	for _, l := range r.Links {
		if l.Rel != "original" && l.Rel != "map" {
			if others++; others > maxLinks {
				continue
			}
		}
		b.Links = append(b.Links, l)
	}
	b.Sources = c.sources(&b)
	return b
}

// original is the address that the report has at its publisher's.
func (c *Copy) original() string {
	for _, a := range []string{c.Report.Canonical, c.Report.Address} {
		if a = citeblock.Address(a); web(a) {
			return a
		}
	}
	return ""
}

// sources are the links of the chain that no other line of the block tells.
func (c *Copy) sources(b *citeblock.Block) []citeblock.Source {
	var out []citeblock.Source
	for _, x := range c.Chain {
		if x.Kind == isnad.CiteQuote || x.Kind == isnad.CiteVersion { // both give the words of a third, or one is the other: neither draws on the other
			continue
		}
		name := x.Name
		if name == "" {
			name = x.ToName
		}
		s := citeblock.Source{Name: citeblock.OneLine(name), Basis: x.Basis, Kind: x.Kind}
		addresses := slices.Clone(x.Addresses)
		if x.Kind == isnad.CiteLink {
			if slices.ContainsFunc(b.Links, func(l isnad.Link) bool { return l.URL == x.ToURL && l.Rel == "original" }) {
				continue
			}
			addresses = append(addresses, x.ToURL)
		}
		told := false
		for _, a := range addresses {
			if a = citeblock.Address(a); !web(a) {
				continue
			}
			s.Address, told = a, true
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		if s.Address = ""; !told && s.Name != "" && !slices.Contains(out, s) && !named(b, s) {
			out = append(out, s)
		}
	}
	return out
}

// named tells a source that a line of its own names.
func named(b *citeblock.Block, s citeblock.Source) bool {
	switch s.Kind {
	case isnad.CiteAgency:
		return slices.Contains(strings.Split(citeblock.OneLine(b.Agency), "/"), s.Name)
	case isnad.CiteByline:
		return slices.ContainsFunc(b.Bylines, func(n string) bool { return citeblock.OneLine(n) == s.Name })
	case isnad.CiteSubmitter:
		return citeblock.OneLine(b.Submitter) == s.Name
	}
	return false
}

// web tells an address that may be a link on a page.
func web(a string) bool { return strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://") }
