package attribute

import (
	"strings"
	"testing"
)

// Furniture that a page prints before a sentence is cut off; capitals inside a
// sentence are left alone.
func TestUnglue(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // how the sentences begin
	}{
		{"stamp", "Last updated at Jun 182016 Rebel shelling of the town of Karm killed four people on Monday.",
			[]string{"Last updated", "Rebel shelling"}},
		{"stamp and place", "Last updated at Oct 042017 KARM At least four people were killed in the town on Monday.",
			[]string{"Last updated", "KARM", "At least"}},
		{"links", "06.04.2017(updated 1723 06.04.2017) Get short URL 0 87 Rebel shelling killed four people in the town on Monday.",
			[]string{"06.04.2017(updated", "Rebel shelling"}},
		{"headline", "Four injured in rocket attack on Karm Four people were injured on Monday when a rocket fell on the market.",
			[]string{"Four injured", "Four people"}},
		{"tags", "Tags Northland siege convoy The convoy was hit by shells on Monday and two drivers died.",
			[]string{"Tags Northland", "The convoy"}},
		{"agency", "AFP Rebel shelling killed four people in the town of Karm on Monday.",
			[]string{"AFP", "Rebel shelling"}},
		{"agency in brackets", "(Karm Wire and Agencies) Rebel shelling killed four people in the town on Monday.",
			[]string{"(Karm Wire", "Rebel shelling"}},
		{"a day is no stamp", "On 12 March 2017 three civilians were killed in a strike on the town.", []string{"On 12"}},
		{"names keep their article", "The reporter told The Karm Post that four people had died in the strike on the town.", []string{"The reporter"}},
		{"plain prose", "Doctors Without Borders said a strike on a clinic in the town of Karm killed four of its staff on Monday.", []string{"Doctors Without"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &doc{r: testReader(), rep: report("", c.text), lex: lexiconEN()}
			d.body.load(c.text, false, d.lex)
			d.mark(&d.body)
			d.unglue(&d.body)
			var got []string
			for i := range d.body.sents {
				s := &d.body.sents[i]
				got = append(got, d.body.written(s.from, min(s.from+2, s.to)))
			}
			same := len(got) == len(c.want)
			for i := 0; same && i < len(got); i++ {
				same = strings.HasPrefix(got[i], c.want[i]) || strings.HasPrefix(c.want[i], got[i])
			}
			if !same {
				t.Errorf("sentences begin %q, want %q", got, c.want)
			}
		})
	}
}

// The cut loses no item, whatever the text.
func TestUnglueKeepsAll(t *testing.T) {
	text := "AFP Monday 3 Oct 2016 KARM At least four died. (Wire) The army said so. Siege The town fell on Monday to the rebels."
	d := &doc{r: testReader(), rep: report("", text), lex: lexiconEN()}
	d.body.load(text, false, d.lex)
	d.mark(&d.body)
	d.unglue(&d.body)
	at := 0
	for _, s := range d.body.sents {
		if s.from != at || s.to <= s.from || s.lead < s.from || s.lead > s.to {
			t.Fatalf("sentence [%d, %d) led from %d begins not at %d", s.from, s.to, s.lead, at)
		}
		at = s.to
	}
	if at != len(d.body.items) {
		t.Errorf("the sentences end at item %d of %d", at, len(d.body.items))
	}
}
