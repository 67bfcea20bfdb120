package attribute

import "testing"

// A spot that is told only as the same as before.
func TestSpotAgain(t *testing.T) {
	for text, want := range map[string]string{
		"A man was shot in the hand in the same parking lot on Saturday.":          "same parking lot",
		"Last August a man was stabbed to death on the same block.":                "same block",
		"Militants killed 11 farmers in the same area in May.":                     "same area",
		"Two soldiers were killed in clashes in the same border region on Monday.": "same border region",
		"A bomb killed two men who worked at the same plant.":                      "",
		"The same man shot two people on Monday.":                                  "",
		"Two people were shot dead at the same time on Monday.":                    "",
		"Two people were killed in the same Karm region on Monday.":                "",
	} {
		d := docs.Get().(*doc)
		d.r, d.rep, d.lex = testReader(), report("", text), lexiconEN()
		got := ""
		d.judged = func(p *partial) { got = d.spotAgain(p) }
		d.read()
		d.release()
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
