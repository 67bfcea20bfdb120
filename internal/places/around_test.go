package places

import (
	"strings"
	"testing"
)

// Of two towns of one name the one among the other places of the text is meant;
// a name does not speak for itself, and a text without other places says nothing.
func TestAround(t *testing.T) {
	g := Embedded()
	for _, c := range []struct{ text, name, want string }{
		{"An air strike on Tripoli killed five. People fled to Beirut, Sidon and Baalbek.", "Tripoli", "LB"},
		{"An air strike on Tripoli killed five. People fled to Misrata, Sirte and Benghazi.", "Tripoli", "LY"},
		{"Shells fell on Ariha. Idlib and Saraqib were hit too.", "Ariha", "SY"},
		{"Shells fell on Ariha. Ramallah and Nablus were quiet.", "Ariha", "PS"},
	} {
		a := g.Around(c.text, g.Find(c.text))
		ctx := a.At(c.name, len(c.text))
		if w := g.Resolve(c.name, nil, ctx); w.Country != c.want {
			t.Errorf("%q: %s lies in %q, want %q (countries %v)", c.text, c.name, w.Country, c.want, ctx.Countries)
		}
	}
	alone := "A bomb went off in Tripoli. Tripoli was quiet before."
	a := g.Around(alone, g.Find(alone))
	if ctx := a.At("Tripoli", 0); len(ctx.Countries) != 0 {
		t.Errorf("the only name of a text speaks for itself: %v", ctx.Countries)
	}
}

// An unlisted quarter stands at the town that was named last before it, counted in
// code points, as the positions of claims are.
func TestAroundNear(t *testing.T) {
	g := Embedded()
	text := strings.Repeat("é", 300) + " Shells fell on Aleppo. One hit the Zzyqad neighbourhood. Later Damascus and Homs were hit."
	a := g.Around(text, g.Find(text))
	at := len([]rune(text[:strings.Index(text, " neighbourhood")]))
	w := g.Resolve("Zzyqad neighbourhood", nil, a.At("Zzyqad neighbourhood", at))
	aleppo := g.Resolve("Aleppo", nil, Context{})
	if w.ID != aleppo.ID || w.Precision != 2 {
		t.Errorf("stands at %s with precision %d, want near Aleppo (%s)", w.ID, w.Precision, aleppo.ID)
	}
}
