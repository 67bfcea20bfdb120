package attribute

import "testing"

// A spot that is told only as the same as before.
func TestSpotAgain(t *testing.T) {
	for text, want := range map[string]string{
		"On Saturday somebody shot a man in the hand, in the same parking lot.":    "same parking lot",
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

// A claim is told of that spot where no name stands out.
func TestClaimOfTheSpotAgain(t *testing.T) {
	for _, c := range []claimCase{
		{name: "no name at all", text: "Two soldiers were killed in clashes in the same border region on Monday.", want: []string{"k=2 at=same_border_region"}, only: true},
		{name: "behind another deed", text: "A bomb killed two people on Monday. Police said two soldiers had been killed in the same border region in May.", want: []string{"k=2 -at=region", "k=2 at=same_border_region"}, only: true},
		{name: "a parking lot", text: "On Saturday somebody shot a man in the hand, in the same parking lot.", want: []string{"i=1 at=same_parking_lot"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
