package change_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/trace/change"
)

// check holds what must be true of every change of every comparison.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, cs []isnad.Change, copy, original *isnad.Report) {
	t.Helper()
	if len(cs) > change.MaxChanges {
		t.Fatalf("%d changes, more than %d", len(cs), change.MaxChanges)
	}
	texts := map[*isnad.Report][2][]rune{copy: {[]rune(copy.Text), []rune(copy.Title)}, original: {[]rune(original.Text), []rune(original.Title)}}
	for i, c := range cs {
		for _, x := range []struct {
			span  isnad.Span
			of    *isnad.Report
			words string
		}{{c.Copy, copy, c.Now}, {c.Original, original, c.Was}} {
			text := texts[x.of][0]
			if x.span.InTitle {
				text = texts[x.of][1]
			}
			if x.span.Start < 0 || x.span.End < x.span.Start || x.span.End > len(text) {
				t.Fatalf("%+v: a span outside its text of %d characters", c, len(text))
			}
			if got := string(text[x.span.Start:x.span.End]); got != string([]rune(x.words)) {
				t.Fatalf("%+v: the span holds %q", c, got)
			}
		}
		if c.Copy.InTitle != c.Original.InTitle {
			t.Fatalf("%+v: one side is the headline, the other is not", c)
		}
		if c.Now == "" && c.Was == "" {
			t.Fatalf("%+v: nothing on either side", c)
		}
		known := false
		for _, k := range isnad.ChangeKinds() {
			known = known || k == c.Kind
		}
		if !known {
			t.Fatalf("%+v: no such kind", c)
		}
		if i > 0 && c.Copy.InTitle == cs[i-1].Copy.InTitle && c.Copy.Start < cs[i-1].Copy.Start {
			t.Fatalf("%+v stands before the change listed before it", c)
		}
	}
}

// pieces make texts that the grammars have much to say about.
var pieces = []string{
	"At least fourteen civilians", "14", "1,200", "٤٥", "Dozens of fighters", "were killed", "wounded", "on Monday", "on 4 May 2024", "5:30 pm", "last night",
	"in Aleppo", "in the town of Saraqib", "Deir Ezzor", "Dayr az Zawr", "the SDF", "QSD", "Colonel Idris Haffar", "said", "the ministry said", "according to witnesses", ",", ".", "\n\n",
	"allegedly", "may have", "denied", "not", "no", "Correction: an earlier version said", "\"", "“We saw it”", "north of", "and", "the", "which", "a market",
	"قتل", "أربعة عشر", "خمسة وعشرين", "مدنيا", "يوم الاثنين", "في مدينة حلب", "بحسب مصادر محلية", "قالت وزارة الصحة إن", "لم", "نفى", "ربما", "قد يكون", "،", "تصحيح:", "وأضاف", "العقيد", "كانون الثاني",
	"Київ", "київ", "\u200f", "é", "🜁", "U.S.", "T-72", "10/10/2017", "2.5 million", "\xff", "-", "(", ")", ":",
}

func drawText(t *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, name), " ")
}

// Spans lie in their texts and hold the words given, whatever the passages say.
func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &isnad.Report{Text: drawText(t, "original"), Title: drawText(t, "headline")}
		b := &isnad.Report{Text: drawText(t, "copy"), Title: drawText(t, "headline of the copy")}
		if rapid.Bool().Draw(t, "near") { // a copy with some words taken out
			words := strings.Split(a.Text, " ")
			n := rapid.IntRange(0, len(words)).Draw(t, "cut")
			b.Text = strings.Join(append(append([]string{}, words[n:]...), words[:n]...), " ")
		}
		check(t, comparer.Versions(b, a), b, a)
		n, m := utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text)
		var ps []isnad.Passage
		for range rapid.IntRange(0, 5).Draw(t, "passages") {
			o := isnad.Span{Start: rapid.IntRange(-3, n+3).Draw(t, "start"), End: rapid.IntRange(-3, n+3).Draw(t, "end")}
			p := isnad.Passage{Span: isnad.Span{Start: rapid.IntRange(-3, m+3).Draw(t, "start"), End: rapid.IntRange(-3, m+3).Draw(t, "end")}, Original: &o}
			if rapid.IntRange(0, 9).Draw(t, "declared") == 0 {
				p.Original = nil
			}
			ps = append(ps, p)
		}
		check(t, comparer.Compare(b, a, ps), b, a)
		check(t, comparer.Compare(b, a, passages(b.Text, a.Text)), b, a)
	})
}

// A text does not differ from itself, however it is passed.
func TestIdentical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &isnad.Report{Text: drawText(t, "text"), Title: drawText(t, "headline")}
		b := *a
		if cs := comparer.Versions(&b, a); len(cs) > 0 {
			t.Fatalf("versions that are equal: %+v", cs)
		}
		n := utf8.RuneCountInString(a.Text)
		all := isnad.Span{End: n}
		if cs := comparer.Compare(&b, a, []isnad.Passage{{Span: all, Original: &all}}); len(cs) > 0 {
			t.Fatalf("a copy that is equal: %+v", cs)
		}
	})
}

// Swapping the two sides swaps what is gone and what is new.
func TestOpposite(t *testing.T) {
	opposite := map[isnad.ChangeKind]isnad.ChangeKind{
		isnad.ChangeAttributionDropped: isnad.ChangeAttributionAdded, isnad.ChangeHedgeDropped: isnad.ChangeHedgeAdded,
		isnad.ChangeParagraphCut: isnad.ChangeParagraphAdded,
	}
	for _, p := range readPairs(t) {
		if p.versions || len(p.want) != 1 || p.original.Title != "" {
			continue
		}
		there, back := comparer.Versions(&p.copy, &p.original), comparer.Versions(&p.original, &p.copy)
		if len(there) != 1 || len(back) != 1 {
			continue
		}
		want := there[0].Kind
		for k, v := range opposite {
			switch want {
			case k:
				want = v
			case v:
				want = k
			default:
				continue
			}
			break
		}
		if back[0].Kind != want || back[0].Meaning != there[0].Meaning {
			t.Errorf("pair %03d: %v %v one way, %v %v the other", p.number, there[0].Kind, there[0].Meaning, back[0].Kind, back[0].Meaning)
		}
	}
}

// Texts of any length take time that grows with the length, and never more
// changes than the bound.
func TestLong(t *testing.T) {
	words := []string{"the", "soldiers", "said", "14", "Aleppo", "killed", "market", "not", "on", "Monday", "allegedly", "bridge", "river", "فجر", "قال"}
	text := func(n, seed int) string {
		var b strings.Builder
		x := uint32(seed)
		for i := range n {
			x = x*1664525 + 1013904223
			b.WriteString(words[int(x>>16)%len(words)])
			switch {
			case i%400 == 399:
				b.WriteString(".\n\n")
			case i%23 == 22:
				b.WriteString(". ")
			default:
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	for _, c := range [][2]string{
		{text(80_000, 1), text(80_000, 2)},                                 // unlike, of the same few words
		{strings.Repeat("the ", 120_000), strings.Repeat("the ", 119_999)}, // nothing occurs once
		{strings.Repeat("a b. ", 60_000), "a b. c d."},
		{strings.ReplaceAll(text(60_000, 4), ".", ""), strings.ReplaceAll(text(60_000, 5), ".", "")}, // one sentence a paragraph
		{strings.Repeat("14 Aleppo said ", 30_000), strings.Repeat("41 said Hama not ", 30_000)},     // one sentence
		{strings.Repeat("14 killed on Monday in Homs. Not so. ", 20_000), strings.Repeat("15 killed on Tuesday in Hama. So. ", 20_000)},
		{text(60_000, 3), strings.ReplaceAll(text(60_000, 3), "14", "41")},
	} {
		a, b := &isnad.Report{Text: c[0], Title: c[1][:8]}, &isnad.Report{Text: c[1], Title: c[0][:8]}
		check(t, comparer.Versions(b, a), b, a)
		n, m := utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text)
		o := isnad.Span{End: n}
		check(t, comparer.Compare(b, a, []isnad.Passage{{Span: isnad.Span{End: m}, Original: &o}}), b, a)
	}
}

func FuzzCompare(f *testing.F) {
	for _, p := range readPairs(f) {
		f.Add(p.copy.Title, p.copy.Text, p.original.Title, p.original.Text, 0, 40, 3, 50)
	}
	f.Fuzz(func(t *testing.T, title, text, oldTitle, oldText string, a, b, c, d int) {
		x, y := &isnad.Report{Title: title, Text: text}, &isnad.Report{Title: oldTitle, Text: oldText}
		check(t, comparer.Versions(x, y), x, y)
		o := isnad.Span{Start: c, End: d}
		check(t, comparer.Compare(x, y, []isnad.Passage{{Span: isnad.Span{Start: a, End: b}, Original: &o}}), x, y)
		if len(text)+len(oldText) < 2000 {
			check(t, comparer.Compare(x, y, passages(text, oldText)), x, y)
		}
	})
}
