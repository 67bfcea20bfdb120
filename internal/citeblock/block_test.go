package citeblock_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/citeblock"
)

func day(s string) isnad.Day {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

const story = "Shells fell on the market of Qasr, residents said.\n\nThree people were hurt - \"none badly\"."

func sample() citeblock.Block {
	return citeblock.Block{
		Title: "Shells hit the market: what is known", Publisher: "Harbour Post", Published: day("2031-03-05").Time(),
		Changed: time.Date(2031, 3, 6, 7, 8, 9, 0, time.UTC), Bylines: []string{"Rana Example", "سامر مثال"}, Agency: "Cedar/Delta", Submitter: "A Reader",
		Dateline: isnad.Dateline{Place: "Qasr", Date: day("2031-03-04"), Words: "QASR, March 4 (Cedar)"}, Language: "en",
		Canonical: "https://harbour.example/news/14?a=b&c=d", Record: "https://reports.example.org/reports/r0f3a", Version: 2,
		Sources: []citeblock.Source{{Name: "the Qasr health office", Basis: "declared", Kind: "attribution"},
			{Name: "Plains Courier (print)", Basis: "detected", Kind: "copy", Address: "https://plains.example/1"}},
		Links: []isnad.Link{{URL: "https://plains.example/2", Text: "here for the original link", Rel: "original"}, {URL: "geo:35.1,40.2", Rel: "map"}, {URL: "https://a.example/x"}},
		Terms: "Reprint with credit: name us.\n\nLink: to the page.", License: "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
		Asks: []string{"name the source"}, Notes: []string{"Disclaimer: all of it is made up."},
		Notices: []citeblock.Notice{{Kind: "correction", Issued: day("2031-03-07").Time(), Text: "Two people, not three: see below.", Address: "https://harbour.example/c/1"}},
		Sum:     citeblock.SumOf(story),
	}
}

// A block is read as it was written, and the text before it is found by its count.
func TestRoundTrip(t *testing.T) {
	want := sample()
	doc := "Menu\nShells hit the market\n\n" + story + "\n\n" + want.String() + "\n\nComments (3)\n"
	found := citeblock.Find(doc)
	if len(found) != 1 {
		t.Fatalf("%d blocks", len(found))
	}
	if d := cmp.Diff(want, found[0].Block, cmp.Comparer(func(a, b isnad.Day) bool { return a == b })); d != "" {
		t.Error(d)
	}
	start, end, ok := found[0].Before(doc[:found[0].Start])
	if got := doc[start:end]; !ok || got != story {
		t.Errorf("%v %q", ok, got)
	}
}

// What systems that publish do to lines does no harm.
func TestReflowed(t *testing.T) {
	want := sample()
	s := want.String()
	wrap := func(s string, width int) string {
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
	for name, form := range map[string]string{
		"paragraphs": strings.ReplaceAll(s, "\n", "\n\n"), "indented": strings.ReplaceAll(s, "\n", "\n   "), "bullets": strings.ReplaceAll(s, "\n", "\n• "), "quoted": "> " + strings.ReplaceAll(s, "\n", "\n> "),
		"one line": strings.ReplaceAll(s, "\n", " "), "one line, wrapped": wrap(strings.ReplaceAll(s, "\n", " "), 100), "CRLF": strings.ReplaceAll(s, "\n", "\r\n"), "spaces": strings.ReplaceAll(s, " ", "  "), "no-break spaces": strings.ReplaceAll(s, ": ", ":\u00a0"),
		"wrapped at 78": wrap(s, 78), "heading": "### " + s,
	} {
		// Runs of white space within the two marks are the reader's own to keep.
		form = strings.ReplaceAll(strings.ReplaceAll(form, "Citation  (isnad  citation  block  1)", citeblock.Begin), "End  of  citation", citeblock.End)
		doc := story + "\n" + form + "\nShare"
		found := citeblock.Find(doc)
		if len(found) != 1 {
			t.Errorf("%s: %d blocks", name, len(found))
			continue
		}
		if d := cmp.Diff(want, found[0].Block, cmp.Comparer(func(a, b isnad.Day) bool { return a == b })); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if start, _, ok := found[0].Before(doc[:found[0].Start]); !ok || start != 0 {
			t.Errorf("%s: the text is not found: %d %v", name, start, ok)
		}
	}
}

// A text that holds a block, or its words, is told from the block of the copy.
func TestBlockInText(t *testing.T) {
	inner := sample()
	text := story + "\n\n" + inner.String() + "\n\nThat was the copy of a copy.\n" + citeblock.Begin + "\n" + citeblock.End
	outer := sample()
	outer.Title = citeblock.Begin + " Text: 1 characters without white space, SHA-256 " + strings.Repeat("a", 64) + " " + citeblock.End
	outer.Terms = "Text: 5 characters without white space, SHA-256 " + strings.Repeat("b", 64) + "\n\n" + citeblock.End
	outer.Sum = citeblock.SumOf(text)
	doc := text + "\n\n" + outer.String()
	found := citeblock.Find(doc)
	if len(found) == 0 {
		t.Fatal("none")
	}
	last := found[len(found)-1]
	if last.Title != outer.Title || last.Terms != outer.Terms {
		t.Errorf("%+v", last.Block)
	}
	if start, _, ok := last.Before(doc[:last.Start]); !ok || start != 0 {
		t.Errorf("%d %v", start, ok)
	}
}

// One changed letter is noticed; white space is not.
func TestSum(t *testing.T) {
	s := citeblock.SumOf(story)
	if s != citeblock.SumOf(" "+strings.ReplaceAll(story, " ", " \u00a0\n")) {
		t.Error("white space counts")
	}
	if s == citeblock.SumOf(strings.Replace(story, "Three", "There", 1)) {
		t.Error("letters do not count")
	}
	if got := citeblock.SumOf("أ ب\n"); got.Characters != 2 {
		t.Errorf("%d characters", got.Characters)
	}
}

// Addresses: only of the web or of a place on a map, and none that ends in the middle.
func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x y": "https://a.example/x%20y", "javascript:alert(1)": "", "data:text/html,x": "", "https://": "", "HTTP://a.example": "", "geo:1,2": "geo:1,2",
		"https://a.example/<script>": "https://a.example/%3Cscript%3E", "https://user:pw@a.example/": "", "https://a.example/\u202Egpj": "https://a.example/%E2%80%AEgpj", "": "",
		"https://ar.example/خبر": "https://ar.example/خبر", "//a.example": "",
	} {
		if got := citeblock.Address(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if again := citeblock.Address(want); again != want {
			t.Errorf("%q is not stable: %q", want, again)
		}
	}
}

// words are hostile values: labels, marks of the block, markup, direction.
var words = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(
		rapid.StringMatching(`[a-zA-Z0-9 .,:;()|<>&*_#"'\\-]{1,12}`),
		rapid.SampledFrom([]string{citeblock.Begin, citeblock.End, "Title: ", "Text: 3 characters", "قال مصدر", "\u202Eevil", "\n", "\r\n\t", "\x00", "\u00ad", "\u2028", "https://x.example/", "<script>", "]]>", " (declared, agency)", "SHA-256"}),
	), 1, 6).Draw(t, "parts")
	return strings.Join(parts, "")
})

// For any values: what is written is read back, in the form that a block gives values.
func TestAnyBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := func(name string) string { return citeblock.OneLine(words.Draw(t, name)) }
		text := citeblock.Printed(words.Draw(t, "text"))
		b := citeblock.Block{Title: one("title"), Publisher: one("publisher"), Agency: one("agency"), Submitter: one("submitter"), Language: "ar", Terms: citeblock.Paragraphs(words.Draw(t, "terms")), Sum: citeblock.SumOf(text),
			Dateline: isnad.Dateline{Words: one("dateline"), Place: one("place")}}
		for n := range rapid.IntRange(0, 3).Draw(t, "n") {
			if s := one(fmt.Sprint("byline", n)); s != "" {
				b.Bylines = append(b.Bylines, s)
				b.Links = append(b.Links, isnad.Link{URL: fmt.Sprintf("https://l.example/%d", n), Text: s, Rel: []string{"", "map", "original"}[n]})
				b.Sources = append(b.Sources, citeblock.Source{Name: s, Basis: "declared", Kind: "via", Address: fmt.Sprintf("https://s.example/%d", n)})
			}
		}
		doc := text + "\n\n" + b.String()
		found := citeblock.Find(doc)
		if len(found) == 0 {
			t.Fatalf("no block in %q", doc)
		}
		last := found[len(found)-1]
		if d := cmp.Diff(b, last.Block, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b isnad.Day) bool { return a == b })); d != "" {
			t.Fatal(d)
		}
		start, end, ok := last.Before(doc[:last.Start])
		if !ok || doc[start:end] != text {
			t.Fatalf("%v %q", ok, doc[start:end])
		}
	})
}

// Reading never fails on hostile bytes, and time goes with size.
func FuzzFind(f *testing.F) {
	b := sample()
	f.Add(story + "\n" + b.String())
	f.Add(strings.Repeat(citeblock.Begin, 50) + strings.Repeat(" SHA-256 "+citeblock.End, 50))
	f.Fuzz(func(t *testing.T, s string) {
		for _, x := range citeblock.Find(s) {
			if x.Start < 0 || x.End > len(s) || x.Start >= x.End {
				t.Fatalf("%d to %d of %d", x.Start, x.End, len(s))
			}
			if start, end, _ := x.Before(s[:x.Start]); start < 0 || start > end || end > x.Start {
				t.Fatalf("text from %d", start)
			}
			_ = x.String()
		}
	})
}

// A document full of marks takes no longer than its size asks for.
func TestManyMarks(t *testing.T) {
	sum := "SHA-256 " + strings.Repeat("a", 64)
	for name, doc := range map[string]string{
		"first lines": strings.Repeat(citeblock.Begin, 200_000), "last lines": strings.Repeat(citeblock.End+" ", 400_000), "both": strings.Repeat(citeblock.Begin+"\n"+sum+"\n"+citeblock.End+"\n", 50_000),
		"sums": citeblock.Begin + strings.Repeat("\nText: 9999999 characters without white space, "+sum+"\n"+citeblock.End, 50_000),
	} {
		at := time.Now()
		for _, f := range citeblock.Find(doc) {
			f.Before(doc[:f.Start])
		}
		if took := time.Since(at); took > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(doc), took)
		}
	}
}
