package site

import (
	"strings"
	"testing"

	"isnad"

	"pgregory.net/rapid"
)

func noteAt(n, start, end int) note {
	return note{Claim: isnad.Claim{ID: string(rune('a' + n)), Span: isnad.Span{Start: start, End: end}}, Number: n + 1}
}

// show writes paragraphs with [n…] at the beginning and …n] at the end of marks.
func show(paras []paragraph) string {
	var out []string
	for _, p := range paras {
		s := ""
		for _, x := range p.Pieces {
			for _, id := range x.Start {
				s += "[" + id + ":"
			}
			s += x.Text
			for range x.End {
				s += "]"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "|")
}

func TestMarked(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		notes      []note
		want       string
		left       int
	}{
		{"none", "One.\n\nTwo.", nil, "One.|Two.", 0},
		{"one", "abcdef", []note{noteAt(0, 1, 3)}, "a[a:bc]def", 0},
		{"within another", "abcdef", []note{noteAt(0, 0, 6), noteAt(1, 2, 4)}, "[a:ab[b:cd]ef]", 0},
		{"overlapping", "abcdef", []note{noteAt(0, 0, 4), noteAt(1, 2, 6)}, "[a:ab[b:cd]ef]", 0},
		{"the same", "abcdef", []note{noteAt(0, 1, 2), noteAt(1, 1, 2)}, "a[a:[b:b]]cdef", 0},
		{"over paragraphs", "ab\n\ncd", []note{noteAt(0, 1, 5)}, "a[a:b|c]d", 0},
		{"beginning between paragraphs", "ab\n\ncd", []note{noteAt(0, 3, 5)}, "ab|[a:c]d", 0},
		{"beyond the text", "ab", []note{noteAt(0, 1, 99)}, "a[a:b]", 0},
		{"outside", "ab", []note{noteAt(0, 7, 9), noteAt(1, 1, 1), noteAt(2, 2, 1), noteAt(3, -5, -2)}, "ab", 4},
		{"code points, not bytes", "قصف حي", []note{noteAt(0, 4, 6)}, "قصف [a:حي]", 0},
		{"blank text", " \n\n \n", []note{noteAt(0, 0, 2)}, "", 1},
	} {
		paras, left, whole := marked(tt.text, tt.notes)
		if got := show(paras); got != tt.want || len(left) != tt.left || !whole {
			t.Errorf("%s: %q with %d left (whole %v), want %q with %d", tt.name, got, len(left), whole, tt.want, tt.left)
		}
	}
	long, _, whole := marked(strings.Repeat("x", maxText+10), nil)
	if whole || len(long[0].Pieces[0].Text) != maxText {
		t.Error("a text without end is shown without end")
	}
}

// Whatever the passages, the text stays the text, and every note is either
// beside it once or left over once.
func TestMarkedKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-cء\n \x{1F600}]{0,60}`).Draw(t, "text")
		var notes []note
		for i := range rapid.IntRange(0, 6).Draw(t, "n") {
			notes = append(notes, noteAt(i, rapid.IntRange(-3, 70).Draw(t, "start"), rapid.IntRange(-3, 70).Draw(t, "end")))
		}
		paras, left, _ := marked(text, notes)
		var all strings.Builder
		beside, starts, ends := 0, 0, 0
		for _, p := range paras {
			beside += len(p.Notes)
			for _, x := range p.Pieces {
				all.WriteString(x.Text)
				starts += len(x.Start)
				ends += len(x.End)
				if (len(x.Start) > 0 || len(x.End) > 0) && x.Marks == 0 {
					t.Fatal("an edge on text that is not marked")
				}
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(all.String()) != squeeze(text) {
			t.Fatalf("%q became %q", text, all.String())
		}
		if beside+len(left) != len(notes) || starts != beside || ends != beside {
			t.Fatalf("%d notes: %d beside, %d left, %d starts, %d ends", len(notes), beside, len(left), starts, ends)
		}
	})
}
