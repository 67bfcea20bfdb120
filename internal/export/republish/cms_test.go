package republish_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"

	"isnad"
	"isnad/internal/citeblock"
	"isnad/internal/export/republish"
	"isnad/internal/extract"
)

// page is what a system that publishes puts around an article.
func page(article string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shells hit the market of Qasr - Delta Ledger</title>
<meta property="og:site_name" content="Delta Ledger"><meta property="article:published_time" content="2031-03-09T10:00:00Z">
<link rel="canonical" href="https://delta.example/2031/shells"></head><body>
<header><a href="/">Delta Ledger</a><nav><ul><li><a href="/world">World</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<main><div class="breadcrumbs"><a href="/world">World</a></div>
<article>` + article + `</article>
<aside><h3>Related</h3><p>Another story of the day, told at some length by another of our reporters.</p></aside>
<section class="comments"><h3>Comments (1)</h3><p>I was there and saw it all with my own eyes.</p></section></main>
<footer><p>Copyright 2031 Delta Ledger. All rights reserved.</p></footer></body></html>`
}

var tags = regexp.MustCompile(` (?:class|lang|dir)="[^"]*"`)

// What systems that publish do to a copy leaves it known, with its chain whole.
func TestCopyThroughSystems(t *testing.T) {
	c := sample()
	c.Report.Text = "Shells fell on the market of Qasr on Tuesday, the town's health office said. It is the third time in this month that the market was hit, after two nights of shelling.\n\nThree people were hurt, according to residents. None of them badly, they said, and the stalls opened again in the afternoon.\n\nBy Rana Example / Cedar News Agency 5/3/2031"
	doc := map[republish.Form]string{}
	for _, f := range republish.Forms() {
		b, err := republish.Write(c, f)
		if err != nil {
			t.Fatal(err)
		}
		doc[f] = string(b)
	}
	_, article, _ := strings.Cut(doc[republish.HTML], "<article>")
	article, _, _ = strings.Cut(article, "</article>")
	var rendered bytes.Buffer
	if err := goldmark.Convert([]byte(doc[republish.Markdown]), &rendered); err != nil {
		t.Fatal(err)
	}
	wrapped := func(s string, width int) string {
		var out []string
		for l := range strings.SplitSeq(s, "\n") {
			cut := ""
			for w := range strings.FieldsSeq(l) {
				if len(cut)+len(w) > width && cut != "" {
					out, cut = append(out, cut), ""
				}
				cut = strings.TrimPrefix(cut+" "+w, " ")
			}
			out = append(out, cut)
		}
		return strings.Join(out, "\n")
	}
	paragraphs := func(s string) string { // as a visual editor takes pasted text
		var b strings.Builder
		for p := range strings.SplitSeq(html.EscapeString(s), "\n\n") {
			b.WriteString("<p>" + strings.ReplaceAll(p, "\n", "<br />\n") + "</p>\n")
		}
		return b.String()
	}
	lines := func(s string) string {
		var b strings.Builder
		for l := range strings.SplitSeq(html.EscapeString(s), "\n") {
			if l != "" {
				b.WriteString("<div>" + l + "</div>")
			}
		}
		return b.String()
	}
	for name, x := range map[string]struct {
		form republish.Form
		doc  string
	}{
		"article in a page":          {republish.HTML, page(article)},
		"attributes dropped":         {republish.HTML, page(tags.ReplaceAllString(article, ""))},
		"elements dropped":           {republish.HTML, page(regexp.MustCompile(`</?(?:bdi|cite|footer|div|hr)[^>]*>`).ReplaceAllString(article, ""))},
		"divisions for paragraphs":   {republish.HTML, page(strings.NewReplacer("<p>", "<div>", "</p>", "</div>").Replace(article))},
		"source wrapped":             {republish.HTML, page(wrapped(article, 80))},
		"all in one line":            {republish.HTML, page(strings.ReplaceAll(article, "\n", " "))},
		"no-break spaces":            {republish.HTML, page(strings.ReplaceAll(article, ". ", ".&nbsp; "))},
		"an image in the text":       {republish.HTML, page(strings.Replace(article, "</p>\n<p>Three", `</p><figure><img src="/m.jpg" alt="A market"></figure><p>Three`, 1))},
		"a line of its own on top":   {republish.HTML, page(strings.Replace(article, "<div class=\"isnad-text\">", `<p>By our desk | March 9, 2031</p><div>`, 1))},
		"text pasted in an editor":   {republish.HTML, page("<h1>Shells hit the market of Qasr</h1>" + paragraphs(doc[republish.Text]))},
		"text pasted line by line":   {republish.HTML, page(lines(doc[republish.Text]))},
		"text pasted as it is":       {republish.HTML, page("<p>" + html.EscapeString(doc[republish.Text]) + "</p>")},
		"Markdown rendered":          {republish.HTML, page(rendered.String())},
		"text wrapped by mail":       {republish.Text, wrapped(doc[republish.Text], 76)},
		"text quoted by mail":        {republish.Text, "Look at this:\n\n> " + strings.ReplaceAll(strings.TrimSpace(doc[republish.Text]), "\n", "\n> ")},
		"Markdown as text":           {republish.Text, doc[republish.Markdown]},
		"an item of a feed":          {"xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>Delta Ledger</title><item><title>Shells hit the market of Qasr</title><link>https://delta.example/2031/shells</link><pubDate>Sun, 09 Mar 2031 10:00:00 GMT</pubDate><description><![CDATA[` + article + `]]></description></item></channel></rss>`},
		"text with CRLF":             {republish.Text, strings.ReplaceAll(doc[republish.Text], "\n", "\r\n")},
		"Markdown with front matter": {republish.Markdown, "---\ntitle: \"Shells hit the market of Qasr\"\nsource: Delta Ledger\ndate: 2031-03-09\n---\n" + doc[republish.Markdown]},
	} {
		t.Run(name, func(t *testing.T) {
			list := again(t, []byte(x.doc), x.form)
			if len(list) != 1 {
				t.Fatalf("%d reports", len(list))
			}
			r := list[0]
			if citeblock.SumOf(r.Text) != citeblock.SumOf(c.Report.Text) {
				t.Errorf("the text is %q", r.Text)
			}
			if len(r.Doubts) > 0 {
				t.Errorf("doubts %q", r.Doubts)
			}
			if r.Title != c.Report.Title || r.Agency != c.Report.Agency || r.Submitter != c.Report.Submitter || r.Terms != c.Report.Terms || len(r.Bylines) != 2 || r.Dateline != c.Report.Dateline {
				t.Errorf("%+v", r)
			}
			names := map[string]string{}
			for _, x := range extract.Cites(&r) {
				names[x.ToURL] = x.ToName
			}
			if len(names) != 7 || names["https://harbour.example/news/14"] != "Harbour Post" || names["https://delta.example/3"] != "Delta Ledger" {
				t.Errorf("%v", names)
			}
			if strings.HasPrefix(x.doc, "<") || strings.HasPrefix(x.doc, "---") { // the page says for itself who publishes it, and when
				if r.Source != "Delta Ledger" || isnad.DayOf(r.Published).String() != "2031-03-09" {
					t.Errorf("published by %s at %v", r.Source, r.Published)
				}
			}
			if strings.HasPrefix(x.doc, "<") && r.Canonical != "https://delta.example/2031/shells" {
				t.Errorf("canonical %q", r.Canonical)
			}
		})
	}
}

// A copy whose words were changed keeps its citation, and says that it is not what was cited.
func TestChangedCopy(t *testing.T) {
	c := sample()
	for _, f := range republish.Forms() {
		b, err := republish.Write(c, f)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(b), "Three people were hurt", "Thirty people were hurt", 1)
		list := again(t, []byte(changed), f)
		if len(list) != 1 || len(list[0].Doubts) != 1 || !strings.Contains(list[0].Doubts[0], "not the one that its citation was made for") {
			t.Fatalf("%s: %+v", f, list)
		}
		if got, want := list[0].Text, strings.Replace(c.Report.Text, "Three", "Thirty", 1); got != want {
			t.Errorf("%s: %q", f, got)
		}
		if list[0].Agency != c.Report.Agency || len(extract.Cites(&list[0])) < 6 {
			t.Errorf("%s: the chain is gone", f)
		}
	}
}

// A copy of a copy carries the chain of both: whoever takes it knows the first outlet as well as the second.
func TestCopyOfACopy(t *testing.T) {
	first := sample()
	for _, f := range republish.Forms() {
		b, err := republish.Write(first, f)
		if err != nil {
			t.Fatal(err)
		}
		r := again(t, b, f)[0]
		r.ID, r.Source, r.Address = "r2", "Plains Courier", "https://plains.example/5"
		second := republish.Copy{Report: r, Whole: true, Record: "https://other.example/reports/r2", Leave: republish.ReadTerms(r.Terms)}
		names := map[string]string{}
		for _, x := range extract.Cites(&r) {
			second.Chain = append(second.Chain, republish.Cited{Citation: x})
			names[x.ToURL+x.ToName] = x.ToName
		}
		if b, err = republish.Write(second, f); err != nil {
			t.Fatal(err)
		}
		got := again(t, b, f)[0]
		if got.Text != r.Text || len(got.Doubts) > 0 || got.Terms != r.Terms {
			t.Errorf("%s: %+v", f, got)
		}
		for _, x := range extract.Cites(&got) {
			delete(names, x.ToURL+x.ToName)
			if x.ToURL == "https://plains.example/5" && x.ToName == "Plains Courier" {
				names["second"] = "found"
			}
		}
		if len(names) != 1 || names["second"] == "" {
			t.Errorf("%s: lost %v", f, names)
		}
	}
}

// A page of several copies is several reports, each with its own citation.
func TestSeveralCopies(t *testing.T) {
	a, b := sample(), sample()
	b.Report.Title, b.Report.Text, b.Report.Agency, b.Record = "A bridge is closed", "The bridge of Qasr was closed on Monday, the army said.", "Delta Wire", "https://reports.example.org/reports/r2"
	for _, f := range []republish.Form{republish.HTML, republish.Markdown, republish.Text, republish.JSON} {
		x, err := republish.Write(a, f)
		if err != nil {
			t.Fatal(err)
		}
		y, err := republish.Write(b, f)
		if err != nil {
			t.Fatal(err)
		}
		list := again(t, append(append(x, '\n'), y...), f)
		if len(list) != 2 || list[0].Title != a.Report.Title || list[1].Title != b.Report.Title || list[0].Text != a.Report.Text || list[1].Text != b.Report.Text || list[1].Agency != "Delta Wire" || list[0].ID == list[1].ID {
			t.Errorf("%s: %+v", f, list)
		}
	}
}

// A citation without a text is no copy: it holds nothing that could pass for a report of the one who cites.
func TestCitationIsNoCopy(t *testing.T) {
	c := sample()
	c.Whole = false
	for _, f := range republish.Forms() {
		b, err := republish.Write(c, f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "Shells fell") || strings.Contains(string(b), "Text: ") {
			t.Errorf("%s: the text is in the citation", f)
		}
		if len(citeblock.Find(string(b))) != 0 {
			t.Errorf("%s: a block that claims a text", f)
		}
	}
}
