package site

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// shown writes a comparison as one line: [-taken out-]{+put in+}, paragraphs parted by |.
func shown(d textDiff) string {
	var out []string
	for _, b := range d.Blocks {
		if b.Same != nil {
			out = append(out, b.Same...)
			continue
		}
		var s strings.Builder
		for _, r := range b.Runs {
			switch {
			case r.Gone:
				s.WriteString("[-" + r.Text + "-]")
			case r.New:
				s.WriteString("{+" + r.Text + "+}")
			default:
				s.WriteString(r.Text)
			}
		}
		out = append(out, s.String())
	}
	return strings.Join(out, "|")
}

// What a person sees before a correction is recorded: the words that change, in
// their paragraph, and nothing else marked.
func TestDiffText(t *testing.T) {
	for _, c := range []struct{ name, was, now, want string }{
		{"nothing", "One.\n\nTwo.", "One.\n\nTwo.", "One.|Two."},
		{"a number", "Six people were killed.\n\nTwo.", "Five people were killed.\n\nTwo.", "[-Six-]{+Five+} people were killed.|Two."},
		{"words in a row", "It was the old mill house there.", "It was the new water works there.", "It was the [-old mill house-]{+new water works+} there."},
		{"a paragraph more", "One.\n\nThree.", "One.\n\nTwo.\n\nThree.", "One.|{+Two.+}|Three."},
		{"a paragraph less", "One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.|[-Two.-]|Three."},
		{"one comes before one that changes", "Six people were killed in the town.", "A note stands here now.\n\nFive people were killed in the town.", "{+A note stands here now.+}|[-Six-]{+Five+} people were killed in the town."},
		{"Arabic", "قتل ستة عمال في بنش", "قتل خمسة عمال في بنش", "قتل [-ستة-]{+خمسة+} عمال في بنش"},
		{"empty lines count for nothing", "One.\n\n\n\nTwo.", "One.\n\nTwo.", "One.|Two."},
		{"from nothing", "", "One.", "{+One.+}"},
	} {
		d := diffText(c.was, c.now)
		if got := shown(d); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if d.Any() == (strings.Join(paragraphsOf(c.was), "\n\n") == strings.Join(paragraphsOf(c.now), "\n\n")) {
			t.Errorf("%s: differs %v", c.name, d.Any())
		}
	}
}

// Whatever is compared, what goes and what stays is the old text and what comes
// and what stays the new one: the preview of a correction cannot hide a word.
func TestDiffHidesNothing(t *testing.T) {
	text := rapid.StringMatching(`([a-c ]{0,4}(\n\n)?){0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		was, now := text.Draw(t, "was"), text.Draw(t, "now")
		var a, b []string
		for _, x := range diffText(was, now).Blocks {
			if x.Same != nil {
				a, b = append(a, x.Same...), append(b, x.Same...)
				continue
			}
			var old, made strings.Builder
			for _, r := range x.Runs {
				if !r.New {
					old.WriteString(r.Text)
				}
				if !r.Gone {
					made.WriteString(r.Text)
				}
			}
			if old.Len() > 0 {
				a = append(a, old.String())
			}
			if made.Len() > 0 {
				b = append(b, made.String())
			}
		}
		if got, want := strings.Join(a, "|"), strings.Join(paragraphsOf(was), "|"); got != want {
			t.Fatalf("old text %q, want %q", got, want)
		}
		if got, want := strings.Join(b, "|"), strings.Join(paragraphsOf(now), "|"); got != want {
			t.Fatalf("new text %q, want %q", got, want)
		}
	})
}

// Two long texts without a word in common end soon, shown as replaced.
func TestDiffOfLongTexts(t *testing.T) {
	was, now := strings.Repeat("old words\n\n", 20_000), strings.Repeat("made anew\n\n", 20_000)
	if d := diffText(was, now); d.Gone != 40_000 || d.New != 40_000 {
		t.Errorf("%d words go and %d come", d.Gone, d.New)
	}
	one, two := strings.Repeat("a b c ", 50_000), strings.Repeat("d e f ", 50_000)
	if d := diffText(one, two); !d.Any() {
		t.Error("they do not differ")
	}
}
