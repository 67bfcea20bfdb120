package extract

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds of HTML. The tree builder and what walks its trees take time that grows with
// depth times size; real pages stay far below.
const (
	maxDepth    = 256     // elements open at once
	maxElements = 150_000 // of a tree
)

// guard reads only the tokens of a document and says why no tree should be built of it;
// empty when one may be.
func guard(s string) string {
	z := html.NewTokenizer(strings.NewReader(s))
	depth, elements := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken:
			elements++
			name, _ := z.TagName()
			if !void(atom.Lookup(name)) {
				depth++
			}
		case html.EndTagToken:
			if depth > 0 {
				depth--
			}
		case html.SelfClosingTagToken:
			elements++
		}
		if depth > maxDepth && deep(s) {
			return fmt.Sprintf("its elements are nested more than %d deep", maxDepth)
		}
		if depth > maxDepth {
			depth = -1 << 30 // looked at; counting goes on for the number of elements only
		}
		if elements > maxElements {
			return fmt.Sprintf("it has more than %d elements", maxElements)
		}
	}
}

// deep counts again, leaving out the elements whose end tag is commonly not written
// (<p>, <li>, <td>): a long page of those is not deep.
func deep(s string) bool {
	z := html.NewTokenizer(strings.NewReader(s))
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); !void(a) && !endsByItself(a) {
				depth++
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); !endsByItself(a) && depth > 0 {
				depth--
			}
		}
		if depth > maxDepth {
			return true
		}
	}
}

func endsByItself(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Li, atom.Dd, atom.Dt, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Option, atom.Colgroup, atom.Body, atom.Html, atom.Head:
		return true
	}
	return false
}

func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// flatBlocks reads the text of a document from its tokens alone, in one pass: what is left
// to do where no tree may be built.
func flatBlocks(s string) []block {
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			_ = z.Err() == io.EOF // the tokens of a string end with nothing else
			return textBlocks(b.String())
		case html.TextToken:
			if skip == 0 {
				b.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			switch a {
			case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Title:
				skip = a
			case atom.Br:
				b.WriteByte('\n')
			case atom.Span, atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Font, atom.U, atom.Sup, atom.Sub, atom.Small, atom.Abbr, atom.Cite, atom.Q, atom.Time:
			case atom.Td, atom.Th:
				b.WriteByte(' ')
			default:
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			}
			switch a {
			case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Tr, atom.Article, atom.Section, atom.Blockquote, atom.Pre:
				b.WriteString("\n\n")
			}
		}
	}
}
