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
		ctx := a.At(c.name, nil, len(c.text))
		if w := g.Resolve(c.name, nil, ctx); w.Country != c.want {
			t.Errorf("%q: %s lies in %q, want %q (countries %v)", c.text, c.name, w.Country, c.want, ctx.Countries)
		}
	}
	alone := "A bomb went off in Tripoli. Tripoli was quiet before."
	a := g.Around(alone, g.Find(alone))
	if ctx := a.At("Tripoli", nil, 0); len(ctx.Countries) != 0 {
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
	w := g.Resolve("Zzyqad neighbourhood", nil, a.At("Zzyqad neighbourhood", nil, at))
	aleppo := g.Resolve("Aleppo", nil, Context{})
	if w.ID != aleppo.ID || w.Precision != 2 {
		t.Errorf("stands at %s with precision %d, want near Aleppo (%s)", w.ID, w.Precision, aleppo.ID)
	}
}

// What a place lies in does not speak for it: "the market in Tripoli" lies where the
// other names of the text lie, as Tripoli alone would.
func TestAroundWithin(t *testing.T) {
	g := Embedded()
	text := "Shells fell on the fish market in Tripoli. The wounded were taken to Misrata and Sirte."
	a := g.Around(text, g.Find(text))
	if s := a.Share("fish market", []string{"Tripoli"}, "LY"); s != 1 {
		t.Errorf("the other names lie in Libya with a share of %v", s)
	}
	if w := g.Resolve("fish market", []string{"Tripoli"}, a.At("fish market", []string{"Tripoli"}, 0)); w.Country != "LY" {
		t.Errorf("the fish market in Tripoli lies in %q", w.Country)
	}
	alone := "Shells fell on the fish market in Tripoli."
	a = g.Around(alone, g.Find(alone))
	if ctx := a.At("fish market", []string{"Tripoli"}, 0); len(ctx.Countries) != 0 {
		t.Errorf("what the place lies in speaks for it: %v", ctx.Countries)
	}
}

// A date line that names its country speaks for the report below it.
func TestHeed(t *testing.T) {
	g := Embedded()
	alone := "An air strike on Tripoli killed five."
	for _, c := range []struct{ line, want string }{{"Tripoli (Lebanon)", "LB"}, {"Misrata, Libya", "LY"}} {
		a := g.Around(alone, g.Find(alone))
		a.Heed(g.Around(c.line, g.Find(c.line)))
		if w := g.Resolve("Tripoli", nil, a.At("Tripoli", nil, 0)); w.Country != c.want {
			t.Errorf("below %q Tripoli lies in %q, want %q", c.line, w.Country, c.want)
		}
	}
}

// The context of a name gives every country the share that Share gives it, and no others.
func TestAtCountsAsShare(t *testing.T) {
	g := Embedded()
	text := "Shells fell on Tripoli and on the fish market in Tripoli. People fled to Beirut, Sidon, Misrata, Homs and Ariha; Ramallah, Lebanon and Libya were told of too."
	a := g.Around(text, g.Find(text))
	for _, name := range []string{"Tripoli", "fish market in Tripoli", "Beirut", "Lebanon", "Zzyqad"} {
		for _, within := range [][]string{nil, {"Homs"}, {"Tripoli", "Libya"}} {
			got := a.At(name, within, 0).Countries
			n := 0
			for country := range a.countries {
				want := a.Share(name, within, country)
				if got[country] != want {
					t.Errorf("%s within %v: %s %v, want %v", name, within, country, got[country], want)
				}
				if want > 0 {
					n++
				}
			}
			if len(got) != n {
				t.Errorf("%s within %v: %d countries, want %d", name, within, len(got), n)
			}
		}
	}
}

// A name that no list has as it is spelt is not looked for in a country that the text hardly speaks of, nor,
// where a quarter lies in a town that no list has, in all the world.
func TestOtherSpellingsNearby(t *testing.T) {
	g := Embedded()
	for _, c := range []struct{ name, within, text string }{
		{"Zaara generating station", "", "Shells hit the Zaara generating station. Homs, Hama, Idlib, Aleppo and Salamiyah were quiet, and Russia denied that its jets had flown."},
		{"church hall in Qassaa", "Qassaa", "A shell hit a church hall in Qassaa. Syria has seen worse."}, // a district of Kazan sounds alike
	} {
		var within []string
		if c.within != "" {
			within = []string{c.within}
		}
		a := g.Around(c.text, g.Find(c.text))
		if w := g.Resolve(c.name, within, a.At(c.name, within, 20)); w.Country != "" && w.Country != "SY" {
			t.Errorf("%s stands in %s (%s), in a text about Syria", c.name, w.Country, w.ID)
		}
	}
}

// The country beyond a border is not the one in which something lies that is near it.
func TestAroundBorder(t *testing.T) {
	g := Embedded()
	for text, want := range map[string]bool{
		"A camp near the border with Turkey": true, "near the frontier with Turkey": true, "an area bordering Turkey": true, "near the border with the Netherlands": true,
		"near Pakistan's border with Turkey": false, "Syria, bordering Turkey": false, "Syria, which borders Turkey": false, "near its border with Turkey": false,
		"in Turkey": false, "fired with Turkey": false, "Turkey": false,
	} {
		at := max(strings.Index(text, "Turkey"), strings.Index(text, "Netherlands"))
		if got := atBorder(text[:at]); got != want {
			t.Errorf("%q: at a border %v, want %v", text, got, want)
		}
	}
	text := "Planes hit the hospital in the town of Zzyqad, close to the border with Turkey, Syrian activists said. Homs and Idlib were quiet."
	a := g.Around(text, g.Find(text))
	if s := a.Share("hospital", []string{"Zzyqad"}, "TR"); s > 0.1 {
		t.Errorf("Turkey has a share of %.2f of a text that only names its border", s)
	}
}

// What the text gives as short for a body is no place, though a town far away is called so too.
func TestAroundAbbreviation(t *testing.T) {
	for text, want := range map[string]bool{
		"the Syrian American Medical Society (SAMS)": true, "the Office for the Coordination of Humanitarian Affairs (OCHA)": true,
		"a town in Turkey (SAMS)": false, "the society (SAMS)": false, "(SAMS)": false, "Syrian Society (SAMS)": false,
	} {
		at := strings.LastIndex(text, "(") + 1
		m := Mention{Start: at, End: len(text) - 1, Name: text[at : len(text)-1]}
		if got := len(abbreviations(text, []Mention{m})) > 0; got != want {
			t.Errorf("%q: an abbreviation %v, want %v", text, got, want)
		}
	}
	g := Embedded()
	text := "Idlib and Aleppo were hit, the Syrian American Medical Society (SAMS) said. In July, SAMS counted 43 attacks."
	if a := g.Around(text, g.Find(text)); a.countries["TR"] > 0 {
		t.Errorf("SAMS is taken for a place: %v", a.countries)
	}
}

// Where both sides of a border are named, either may be meant.
func TestBorderOfTwo(t *testing.T) {
	g := Embedded()
	for text, want := range map[string]string{
		"A bomb killed four in Paktika, near Pakistan's border with Afghanistan.": "AF",
		"Turkey, which borders Syria, said a car bomb in Azaz killed three.":      "SY",
		"Russian jets bombed Azaz, on Turkey's border with Syria.":                "SY",
	} {
		name := "Azaz"
		if want == "AF" {
			name = "Paktika"
		}
		a := g.Around(text, g.Find(text))
		if w := g.Resolve(name, nil, a.At(name, nil, len(text))); w.Country != want {
			t.Errorf("%q: %s lies in %s, want %s", text, name, w.Country, want)
		}
	}
}
