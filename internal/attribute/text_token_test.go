package attribute

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// broken draws texts of letters of every length, cut and whole.
func broken() *rapid.Generator[string] {
	part := rapid.SampledFrom([]string{"a", "Z", "é", "É", "İ", "ſ", "K", "’", "—", "قتل", "\u2070", "😀", "\xe2", "\xe2\x80", "\x80", "\xf0\x9f\x98", "\xff"})
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, "parts"), "") })
}

// Code points are counted as Go counts them wherever a text is parted to count
// them, also inside a letter and in what is no UTF-8.
func TestSpanCountsCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("é"+broken().Draw(t, "text")+"x", 3) + strings.Repeat("a", rapid.IntRange(markStep-90, markStep).Draw(t, "run")) + strings.Repeat(broken().Draw(t, "end"), 9)
		f := field{text: text}
		f.setMarks()
		runes := 0
		for at := range text {
			if got := f.runesTo(at); got != runes {
				t.Fatalf("%d code points before byte %d of %q, want %d", got, at, text, runes)
			}
			runes++
		}
		if got := f.runesTo(len(text)); got != runes {
			t.Fatalf("%d code points in %q, want %d", got, text, runes)
		}
	})
}

// Lower case keeps every byte at its place, whatever the memory held before.
func TestLowerKeepsPlaces(t *testing.T) {
	var buf []byte
	rapid.Check(t, func(t *rapid.T) {
		s := broken().Draw(t, "text")
		var want strings.Builder
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
				want.WriteRune(l)
			} else {
				want.WriteString(s[i : i+n])
			}
			i += n
		}
		var got string
		if got, buf = lower(s, buf); got != want.String() {
			t.Fatalf("lower(%q) = %q, want %q", s, got, want.String())
		}
	})
}

// The looks of a word may not hide a phrase: every phrase of the lexicon is
// found by its words.
func TestLexiconPhrasesAreFound(t *testing.T) {
	var walk func(said string, nd *node)
	phrases := 0
	walk = func(said string, nd *node) {
		for w, next := range nd.next {
			if got := nd.after(w); got != next {
				t.Errorf("%q does not go on with %q", said, w)
			}
			phrases++
			walk(said+" "+w, next)
		}
		if nd.after("\u00e9zzz") != nil {
			t.Errorf("%q goes on with a word that no phrase has", said)
		}
	}
	first := &lexiconEN().first
	for _, e := range first.entries {
		walk(e.word(), e.node)
	}
	for w, nd := range first.long {
		walk(w, nd)
	}
	if phrases < 200 {
		t.Errorf("%d words go on with a phrase", phrases)
	}
}

// Words of any length are found again and no others, however alike they look.
func TestWordTableKeepsWordsApart(t *testing.T) {
	table := new(wordTable)
	want := map[string]*node{}
	for n := 1; n < 20; n++ {
		for _, c := range []string{"a", "b", "ab", "é"} {
			w := (strings.Repeat("x", n) + c)[:n]
			if want[w] == nil {
				want[w] = new(node)
				if !table.put(w, want[w]) {
					t.Fatalf("no room for %q", w)
				}
			}
		}
	}
	for w, nd := range want {
		if got := table.get(w); got != nd {
			t.Errorf("%q is found as %p, want %p", w, got, nd)
		}
		for _, other := range []string{w + "\x00", w + "y", w[1:] + "z"} {
			if got := table.get(other); got != want[other] {
				t.Errorf("%q is found as %p, want %p", other, got, want[other])
			}
		}
	}
	if table.get("") != nil {
		t.Error("the empty word is listed")
	}
}

// A page keeps a paragraph on each line; a wrapped line goes on.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct {
		text  string
		paras int32
	}{
		{"A shell fell on the town of Douma and killed four people.\nA bomb went off.", 2},
		{"A shell fell on the town of Douma and killed four people\nof one family.", 1},
		{"A shell fell on the town of Douma, and \"four were killed.\"\nA bomb went off.", 2},
		{"Monday, October 9\nA bomb went off.", 2},
		{"A bomb went off.\n\nA shell fell.", 2},
	} {
		var f field
		f.load(c.text, false, lexiconEN())
		if n := f.items[len(f.items)-1].para + 1; n != c.paras {
			t.Errorf("%q: %d paragraphs, want %d", c.text, n, c.paras)
		}
	}
}

// Small words in capitals are names, but for headlines that are all in capitals.
func TestNamesLikeSmallWords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "IS executes", text: "On Monday IS executed three men in Karm on charges of spying.", want: []string{"ev=killing k=3 by=IS"}, only: true},
		{name: "IS at the beginning", text: "IS killed three men in Karm on Monday.", want: []string{"k=3 by=IS"}, only: true},
		{name: "IS behind a town in capitals", text: "BEIRUT: IS wounded nine people in Karm on Monday.", want: []string{"i=9 by=IS"}, only: true},
		{name: "WHO says", text: "Nine people were killed in Karm on Monday, WHO said.", want: []string{"k=9 said=WHO"}, only: true},
		{name: "all capitals", text: "NINE KILLED IN KARM. THE TOWN IS SHELLED BY REBELS.", want: []string{"k=9 -by=is"}},
		{name: "the verb", text: "Karm is shelled by rebels. A man who was there was killed on Monday.", want: []string{"k=1 -by=is"}},
	} {
		t.Run(c.name, c.run)
	}
}
