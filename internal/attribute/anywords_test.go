package attribute

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Any words in any order are read without a fault: rules look at the words beside a
// word, and a text, its title or a line of it may begin and end with any of them. The
// texts are made of what the lexicon knows, of names, numbers and marks, so that rules
// meet what they look for at the edges.
func TestAnyWords(t *testing.T) {
	n := 60_000
	if testing.Short() {
		n = 6_000
	}
	vocabulary := lexiconWords()
	rng := rand.New(rand.NewPCG(8, 4))
	marks := []string{",", ".", ":", ";", "(", ")", "\"", "'s", "-", " –", "?", "\n", "\n\n"}
	fixed := []string{"Saraqib", "Omar Example", "Gary", "Benue State", "the", "a", "of", "in", "at", "on", "and", "who", "when", "he", "his", "review", "himself", "Monday", "May 3", "2016",
		"killed", "wounded", "shot", "died", "said", "police", "7", "14 people", "at least", "years old", "toll", "recorded", "incidents", "strike", "bomb", "raid", "Example Street", "ISIS"}
	text := func(most int) string {
		var b strings.Builder
		for range 1 + rng.IntN(most) {
			var w string
			switch k := rng.IntN(20); {
			case k < 9:
				w = fixed[rng.IntN(len(fixed))]
			case k < 17:
				w = vocabulary[rng.IntN(len(vocabulary))]
			default:
				b.WriteString(marks[rng.IntN(len(marks))])
				continue
			}
			if rng.IntN(6) == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(" " + w)
		}
		return b.String()
	}
	rd := testReader()
	for i := range n {
		rep := report("", strings.TrimSpace(text(1+i%40)))
		if i%3 == 0 {
			rep.Title = strings.TrimSpace(text(8))
		}
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Fatalf("title %q, text %q: %v", rep.Title, rep.Text, p)
				}
			}()
			cs, ts := rd.Read(rep)
			checkClaims(t, rep, cs, ts)
		}()
	}
}

// lexiconWords are the words and phrases of the lexicon, in the order of its lines.
func lexiconWords() []string {
	var out []string
	for line := range strings.Lines(english) {
		_, words, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ',' || r == '/' }) {
			if w = strings.TrimSpace(w); w != "" {
				out = append(out, w)
			}
		}
	}
	return out
}
