package republish_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/export/republish"
	"isnad/internal/extract"
)

// again reads bytes as a file that someone adds.
func again(t interface{ Fatalf(string, ...any) }, b []byte, f republish.Form) []isnad.Report {
	c := &isnad.Capture{ID: "c1", Place: "file:copy", Address: "file:copy." + string(f), Received: time.Date(2031, 4, 1, 0, 0, 0, 0, time.UTC)}
	res, err := extract.Read(context.Background(), c, bytes.NewReader(b), 0, 0)
	if err != nil {
		t.Fatalf("%s: %v\n%s", f, err, b)
	}
	return res.Reports
}

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// sample is a report of our own with everything that a citation tells.
func sample() republish.Copy {
	r := isnad.Report{ID: "r0f3a", Version: 2, Source: "Harbour Post", SourceID: "s1", Title: "Shells hit the market of Qasr", Bylines: []string{"Rana Example", "Omar Sample"}, Agency: "Cedar News Agency", SHA256: isnad.HashOf(nil),
		Dateline: isnad.Dateline{Place: "Qasr", Date: day("2031-03-04"), Words: "QASR, March 4 (Cedar)"}, Published: time.Date(2031, 3, 5, 9, 30, 0, 0, time.UTC), Language: "en", Submitter: "Plains Desk",
		Terms: "Republication is welcome with credit and a link.\n\nPlease name all original sources.", Notes: []string{"Disclaimer: the outlet and its people are made up."},
		Canonical: "https://harbour.example/news/14", Address: "https://harbour.example/news/14?ref=front",
		Links: []isnad.Link{{URL: "https://cedar.example/a/7", Text: "here for the original link", Rel: "original"}, {URL: "https://www.openstreetmap.org/?mlat=35.5&mlon=38.2", Text: "map", Rel: "map"}, {URL: "https://harbour.example/about"}},
		Text:  "Shells fell on the market of Qasr on Tuesday, the town's health office said.\n\nMARCH 4, (Cedar) - Three people were hurt, according to residents. 1. None badly.\n\nBy Rana Example / Cedar News Agency 5/3/2031"}
	lat, lon := 35.5, 38.2
	r.Links[1].Lat, r.Links[1].Lon = &lat, &lon
	return republish.Copy{Report: r, Whole: true, Record: "https://reports.example.org/reports/r0f3a", Leave: republish.ReadTerms(r.Terms),
		Chain: []republish.Cited{
			{Citation: isnad.Citation{Kind: isnad.CiteAgency, Basis: isnad.CitationDeclared, To: "s2", ToName: "Cedar News Agency"}, Addresses: []string{"https://cedar.example/"}},
			{Citation: isnad.Citation{Kind: isnad.CiteByline, Basis: isnad.CitationDeclared, ToName: "Rana Example"}},
			{Citation: isnad.Citation{Kind: isnad.CiteAttribution, Basis: isnad.CitationDeclared, ToName: "the town's health office"}, Name: "Qasr health office"},
			{Citation: isnad.Citation{Kind: isnad.CiteLink, Basis: isnad.CitationDeclared, ToName: "cedar.example", ToURL: "https://cedar.example/a/7"}},
			{Citation: isnad.Citation{Kind: isnad.CiteQuote, Basis: isnad.CitationDetected, To: "r98"}, Name: "Plains Courier: Market", Addresses: []string{"https://plains.example/8"}},
			{Citation: isnad.Citation{Kind: isnad.CiteCopy, Basis: isnad.CitationDetected, To: "r99", ToName: "r99"}, Name: "Delta Ledger", Addresses: []string{"https://delta.example/3", "https://reports.example.org/reports/r99"}},
		},
		Notices: []citeblock.Notice{{Kind: "correction", Issued: day("2031-03-06").Time(), Text: "Three people, not four.", Address: "https://harbour.example/c/1"}},
	}
}

// The chain of a copy that is added again is whole: its originals, its agency, its writers, and the
// report that it copies.
func TestChainOfACopy(t *testing.T) {
	c := sample()
	for _, f := range republish.Forms() {
		b, err := republish.Write(c, f)
		if err != nil {
			t.Fatal(err)
		}
		list := again(t, b, f)
		if len(list) != 1 {
			t.Fatalf("%s: %d reports", f, len(list))
		}
		r := list[0]
		same(t, f, c.Report, r)
		if len(r.Doubts) > 0 {
			t.Errorf("%s: %q", f, r.Doubts)
		}
		if r.Canonical != "" {
			t.Errorf("%s: the address of the original, %s, is not that of the copy", f, r.Canonical)
		}
		if r.Source != "unknown" {
			t.Errorf("%s: who publishes the copy is not known, and is called %q", f, r.Source)
		}
		got := map[string]string{}
		for _, x := range extract.Cites(&r) {
			got[string(x.Kind)+" "+x.ToURL] = x.ToName
		}
		want := map[string]string{"agency ": "Cedar News Agency", "byline ": "Omar Sample", "submitter ": "Plains Desk", "link https://cedar.example/a/7": "cedar.example",
			"link https://harbour.example/news/14": "Harbour Post", "link https://reports.example.org/reports/r0f3a": "reports.example.org", "link https://cedar.example/": "Cedar News Agency",
			"link https://delta.example/3": "Delta Ledger", "link https://reports.example.org/reports/r99": "Delta Ledger"}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", f, d)
		}
	}
}

// same holds what was read of a copy against the report that was copied.
func same(t interface{ Errorf(string, ...any) }, f republish.Form, want, got isnad.Report) {
	type told struct {
		Title, Text, Agency, Submitter, Terms, Language, Place, Words string
		Day                                                           string
		Bylines, Notes                                                []string
		Published, Changed                                            time.Time
	}
	of := func(r isnad.Report) told {
		x := told{citeblock.OneLine(r.Title), citeblock.Printed(r.Text), citeblock.OneLine(r.Agency), citeblock.OneLine(r.Submitter), citeblock.Paragraphs(r.Terms), r.Language, citeblock.OneLine(r.Dateline.Place),
			citeblock.OneLine(r.Dateline.Words), r.Dateline.Date.String(), nil, nil, r.Published, r.Changed}
		for _, b := range r.Bylines {
			x.Bylines = append(x.Bylines, citeblock.OneLine(b))
		}
		for _, b := range r.Notes {
			x.Notes = append(x.Notes, citeblock.OneLine(b))
		}
		return x
	}
	if d := cmp.Diff(of(want), of(got), cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s: (-report +copy)\n%s", f, d)
	}
	for _, l := range want.Links {
		if a := citeblock.Address(l.URL); a == "" {
			continue
		} else {
			l.URL, l.Text = a, citeblock.OneLine(l.Text)
		}
		found := false
		for _, g := range got.Links {
			found = found || cmp.Equal(l, g)
		}
		if !found {
			t.Errorf("%s: no link %+v in %+v", f, l, got.Links)
		}
	}
}

// hostile are pieces of text that one of the forms gives a meaning to.
var hostile = []string{
	"<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&#x3c;", "&copy;", "<p>", "</p>", "<br>", "<", ">", "&", `"`, "'", "\\", "`", "```", "~~~", "*", "**", "_", "__", "#", "## ", "- ", "+ ", "* ", "1. ", "2) ", "> ", "---", "===", "|", "[a](javascript:alert(1))", "![x](https://x.example/p.png)",
	"[a]: https://x.example", "<https://x.example>", "https://x.example/a_b_c", "www.x.example", "a@b.example", "mailto:a@b.example", ":smile:", "$x$", "{{x}}", "{% x %}", "^1", "    code", "\t", "  ", " ", "\n", "\n\n", "\n\n\n", "\n\n\n\n\n", "\u00a0", "\u200b",
	"\u202e", "\u2066", "\u200f", "قال مصدر طبي", "انتهى", "ALEPPO, (SANA) – ", "(AFP)", "By Rana Example", "All rights reserved.", "***", "-- ", "\u2028", "\r\n", "\x00", "\x01", "\u00ad", "\ufeff", "\ufffe", "e\u0301", "𝒳",
	citeblock.Begin, citeblock.End, "\n" + citeblock.Begin + "\nTitle: x\nText: 1 characters without white space, SHA-256 " + strings.Repeat("0", 64) + "\n" + citeblock.End + "\n", "Title: x", "Text: 3 characters", `{"standard":{"name":"ninjs"}}`, "javascript:alert(1)", "Shells fell on the town, residents said.",
}

func words(t *rapid.T, name string, least int) string {
	return strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(hostile), rapid.StringMatching(`[A-Za-z0-9 .,:;()!?'-]{1,20}`), rapid.StringMatching(`[ا-ي ،.]{1,12}`)), least, 9).Draw(t, name), "")
}

// anyCopy is a report with any text in any field.
func anyCopy(t *rapid.T) republish.Copy {
	opt := func(name string) string {
		if rapid.Bool().Draw(t, name+"?") {
			return words(t, name, 1)
		}
		return ""
	}
	r := isnad.Report{ID: "r1", Version: rapid.IntRange(0, 5).Draw(t, "version"), Source: words(t, "source", 1), Title: opt("title"), Text: words(t, "text", 1), Agency: opt("agency"), Submitter: opt("submitter"), Terms: opt("terms"),
		Dateline: isnad.Dateline{Place: opt("place"), Words: opt("words")}, Language: rapid.SampledFrom([]string{"en", "ar", "fa", "ru"}).Draw(t, "language"), Canonical: "javascript:alert(1)"}
	if citeblock.Printed(r.Text) == "" {
		r.Text = "A text."
	}
	if rapid.Bool().Draw(t, "dated") {
		r.Published = time.Unix(rapid.Int64Range(0, 2_000_000_000).Draw(t, "published"), 0).UTC()
		r.Changed = r.Published.Add(time.Hour)
		r.Dateline.Date = isnad.DayOf(r.Published)
	} else {
		r.Published = day("2031-03-05").Time()
	}
	for n := range rapid.IntRange(0, 3).Draw(t, "lists") {
		for _, add := range []*[]string{&r.Bylines, &r.Notes} {
			if s := words(t, fmt.Sprint("list", n), 1); citeblock.OneLine(s) != "" {
				*add = append(*add, s)
			}
		}
		rel := rapid.SampledFrom([]string{"", "original", "original"}).Draw(t, "rel")
		text := citeblock.OneLine(words(t, "link", 1))
		if strings.Contains(strings.ToLower(text), "original") || len(text) > 200 {
			text = ""
		}
		r.Links = append(r.Links, isnad.Link{URL: fmt.Sprintf("https://l%d.example/%s", n, rapid.StringMatching(`[a-z0-9_*&=?%.-]{0,10}`).Draw(t, "path")), Text: text, Rel: rel})
	}
	r.Links = append(r.Links, isnad.Link{URL: "javascript:alert(2)", Text: "x", Rel: "original"})
	c := republish.Copy{Report: r, Whole: true, Record: "https://reports.example.org/reports/r1", Leave: republish.ReadTerms(r.Terms)}
	c.Chain = []republish.Cited{{Citation: isnad.Citation{Kind: isnad.CiteVia, Basis: isnad.CitationDeclared, ToName: words(t, "cited", 1)}, Addresses: []string{"javascript:alert(3)", "https://cited.example/1"}}}
	return c
}

// Any report, in every form, read again, has the same title, text, writers, agency, submitter, terms,
// links and date.
func TestAnyReportComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCopy(t)
		for _, f := range republish.Forms() {
			b, err := republish.Write(c, f)
			if err != nil {
				t.Fatal(err)
			}
			list := again(t, b, f)
			if len(list) == 0 {
				t.Fatalf("%s: nothing in\n%s", f, b)
			}
			got := list[len(list)-1]
			same(t, f, c.Report, got)
			for _, d := range got.Doubts {
				t.Errorf("%s: %s", f, d)
			}
			for _, want := range []string{"https://reports.example.org/reports/r1", "https://cited.example/1"} {
				found := false
				for _, l := range got.Links {
					found = found || l.URL == want && l.Rel == "original"
				}
				if !found {
					t.Errorf("%s: no original %s", f, want)
				}
			}
			for _, l := range got.Links {
				if strings.HasPrefix(l.URL, "javascript") {
					t.Errorf("%s: %s", f, l.URL)
				}
			}
			if t.Failed() {
				t.Fatalf("%s\n%s", f, b)
			}
		}
	})
}

// The Markdown of any text has no markup but paragraphs and line breaks, for a reader with all the
// extensions that are common; what it prints is the text.
func TestMarkdownIsInert(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	rapid.Check(t, func(t *rapid.T) {
		text := citeblock.Printed(words(t, "text", 1))
		var out bytes.Buffer
		if err := md.Convert([]byte(citeblock.Markdown(text)), &out); err != nil {
			t.Fatal(err)
		}
		n, err := html.Parse(&out)
		if err != nil {
			t.Fatal(err)
		}
		var read strings.Builder
		for c := range n.Descendants() {
			switch {
			case c.Type == html.TextNode:
				read.WriteString(c.Data)
			case c.Type == html.ElementNode:
				switch c.Data {
				case "html", "head", "body", "p", "br":
				default:
					t.Fatalf("<%s> out of %q", c.Data, text)
				}
			}
		}
		if a, b := citeblock.SumOf(text), citeblock.SumOf(read.String()); a != b {
			t.Fatalf("%q is printed as %q", text, read.String())
		}
		if got := citeblock.FromMarkdown(citeblock.Markdown(text)); got != text {
			t.Fatalf("%q comes back as %q", text, got)
		}
	})
}

// The HTML of any report is the elements that it is made of and no other; no address runs a script, and the
// data block is one value of JSON.
func TestHTMLIsInert(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCopy(t)
		b, err := republish.Write(c, republish.HTML)
		if err != nil {
			t.Fatal(err)
		}
		n, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		scripts := 0
		for e := range n.Descendants() {
			if e.Type == html.CommentNode {
				t.Fatalf("a comment: %q", e.Data)
			}
			if e.Type != html.ElementNode {
				continue
			}
			switch e.Data {
			case "html", "head", "meta", "title", "link", "body", "article", "h1", "div", "p", "br", "footer", "hr", "cite", "bdi", "a":
			case "script":
				if scripts++; scripts > 1 || e.Attr[0].Val != "application/ld+json" || strings.ContainsAny(e.FirstChild.Data, "<>&") {
					t.Fatal("a script of its own")
				}
			default:
				t.Fatalf("<%s>", e.Data)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "https://") {
					t.Fatalf("%s=%q", a.Key, a.Val)
				}
			}
		}
	})
}
