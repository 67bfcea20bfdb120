package places

import (
	"testing"

	"isnad/internal/names"
)

// A name that towns of several countries bear means the one in the country that the text's other
// names speak of, however small it is beside the others.
func TestMeant(t *testing.T) {
	g := Embedded()
	for _, c := range []struct{ text, name, want string }{
		{"A man was shot in Bethlehem. Clashes were reported in Ramallah and in Nablus.", "Bethlehem", "PS"},
		{"A man was shot in Bethlehem. Police in Allentown and in Easton, Pennsylvania, looked for a car.", "Bethlehem", "US"},
		{"PORTSMOUTH, Va. - A man was shot on Sunday.", "PORTSMOUTH", "US"},
		{"A man was shot in Portsmouth on Sunday. Police in Southampton and in Basingstoke helped.", "Portsmouth", "GB"},
	} {
		ms := g.Find(c.text)
		got := ""
		for i, m := range g.meant(c.text, ms) {
			if ms[i].Name == c.name {
				got = m.country
				break
			}
		}
		if got != c.want {
			t.Errorf("%q: %s is held to lie in %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

// Half a name, or a mere likeness to one, in a country that the text does not speak of means
// nothing: the place stands in the country that it does speak of. A town that is named in full
// may lie abroad all the same.
func TestElsewhere(t *testing.T) {
	g := Embedded()
	for _, c := range []struct {
		name, within string
		in           string
		want         string
	}{
		{"Hamar Jajab", "", "SO", "SO"}, // Hamar is a town in Norway
		{"Zzyqad Mosque", "Jeeneh district", "SY", "SY"},
		{"Zzyqad Street", "al-Sulimaniah neighborhood", "SY", "SY"}, // like As Sulaymaniyah in Iraq
		{"Tabbaleh", "", "SY", "SY"},                                // listed nowhere
		{"Zzyqad Hall", "Smyrna", "US", "US"},
		{"Karachi", "", "SY", "PK"},
		{"Zzyqad market", "Karachi", "SY", "PK"},
	} {
		var within []string
		if c.within != "" {
			within = []string{c.within}
		}
		w := g.Resolve(c.name, within, Context{Countries: map[string]float64{c.in: 0.9, "RU": 0.1}})
		if w.Country != c.want {
			t.Errorf("%s in %q in a report of %s lies in %q (%s), want %q", c.name, c.within, c.in, w.Country, w.At, c.want)
		}
	}
}

// A name that no gazetteer lists stands in the country that most names of the text lie in, if
// they are twice as many as those of any other.
func TestUnlistedInCountry(t *testing.T) {
	g := Embedded()
	for _, c := range []struct {
		shares map[string]float64
		want   string
	}{
		{map[string]float64{"SY": 0.6, "RU": 0.3, "US": 0.1}, "SY"},
		{map[string]float64{"SY": 0.5, "TR": 0.4, "US": 0.1}, ""},
		{map[string]float64{"SY": 0.4, "RU": 0.1, "US": 0.1, "FR": 0.2, "GB": 0.2}, ""},
	} {
		if w := g.Resolve("Zzyqad", nil, Context{Countries: c.shares}); w.Country != c.want {
			t.Errorf("%v: an unlisted name lies in %q, want %q", c.shares, w.Country, c.want)
		}
	}
}

// American papers shorten the state behind a town's name.
func TestStates(t *testing.T) {
	g := Embedded()
	for _, c := range []struct{ name, state, want string }{
		{"Salisbury", "Md.", "US"}, {"Portsmouth", "Va.", "US"}, {"Greenville", "Miss.", "US"}, {"Holyoke", "Mass.", "US"}, {"Princeton", "N.J.", "US"},
	} {
		if w := g.Resolve(c.name, []string{c.state}, Context{}); w.Country != c.want {
			t.Errorf("%s, %s lies in %q (%s), want %q", c.name, c.state, w.Country, w.At, c.want)
		}
	}
	if w := g.Resolve("Zzyqad", []string{"La"}, Context{}); w.Country == "US" {
		t.Errorf("a name without its point is taken for a state: %v", w)
	}
	lone := "A man was shot and killed in Salisbury, Md., on Sunday."
	a := g.Around(lone, g.Find(lone))
	if w := g.Reconsider(g.Resolve("Salisbury", nil, Context{}), &a, 0); w.Country != "US" {
		t.Errorf("the only town of a text, with its state, lies in %q", w.Country)
	}
	for rest, want := range map[string]bool{", Va. - A man": true, ", N.C.": true, ", W.Va. (Karm)": true, ", Va": false, ", Mr. Doe": false, " Va.": false, ", 14.": false, ", ": false, "": false} {
		if got := stateBehind(rest); got != want {
			t.Errorf("stateBehind(%q) = %v", rest, got)
		}
	}
	if !ShortState("ala") || ShortState("alabama") || ShortState("") {
		t.Error("ShortState")
	}
}

// Governments that speak and act count half of what places do.
func TestStatesCountHalf(t *testing.T) {
	g := Embedded()
	text := "Aleppo, Homs and Hama were hit, said Moscow. Russia and Britain denied it, Russia said again."
	a := g.Around(text, g.Find(text))
	if w := g.Resolve("Zzyqad", nil, a.At("Zzyqad", nil, 0)); w.Country != "SY" {
		t.Errorf("lies in %q, want Syria (%v)", w.Country, a.countries)
	}
}

// A name does not vouch for itself as a town near by: Delmas is a town of South Africa, and a quarter of
// a Haitian city that no list has.
func TestNearItself(t *testing.T) {
	g := Embedded()
	text := "Gunmen entered Delmas on Monday. Port-au-Prince, Saint-Marc and the rest of Artibonite in Haiti were quiet. Delmas has a market."
	a := g.Around(text, g.Find(text))
	if w := g.Reconsider(g.Resolve("Delmas", nil, Context{}), &a, len(text)); w.Country != "HT" {
		t.Errorf("Delmas lies in %q, want Haiti (%v, near %v)", w.Country, a.countries, a.At("Delmas", nil, len(text)).Near)
	}
}

// An unlisted quarter does not stand at a town of a country that the report hardly speaks of.
func TestNearAbroad(t *testing.T) {
	g := Embedded()
	london := g.Resolve("London", nil, Context{})
	for _, c := range []struct {
		shares map[string]float64
		want   string
	}{
		{map[string]float64{"SY": 0.45, "TR": 0.4, "GB": 0.15}, ""},
		{map[string]float64{"GB": 0.4, "FR": 0.35, "DE": 0.25}, london.ID},
	} {
		w := g.Resolve("Zzyqad neighbourhood", nil, Context{Countries: c.shares, Near: []string{london.ID}})
		if w.ID != c.want {
			t.Errorf("%v: stands at %q (%s), want %q", c.shares, w.ID, w.At, c.want)
		}
	}
}

// What stands beside a report speaks for where its places lie, and a place that lies where the report's
// other names do is left as it is.
func TestAroundReport(t *testing.T) {
	g := Embedded()
	body := "An air strike on Tripoli killed five."
	for _, c := range []struct{ title, line, want string }{
		{"Strikes on Sidon and Baalbek", "", "LB"}, {"Strikes on Misrata and Sirte", "", "LY"}, {"", "Misrata, Libya", "LY"},
	} {
		a := g.AroundReport(body, g.Find(body), c.line, c.title)
		w := g.Reconsider(g.Resolve("Tripoli", nil, Context{}), &a, 0)
		if w.Country != c.want {
			t.Errorf("title %q, date line %q: Tripoli lies in %q, want %q", c.title, c.line, w.Country, c.want)
		}
		if again := g.Reconsider(w, &a, 0); again.ID != w.ID {
			t.Errorf("title %q: %s became %s", c.title, w.ID, again.ID)
		}
	}
	if w := g.Reconsider(g.Resolve("", nil, Context{}), new(Around), 0); !w.IsZero() {
		t.Errorf("no place became %v", w)
	}
}

// The peoples that a text names count where it names no place, and little beside names of places.
func TestSupposePeoples(t *testing.T) {
	g := Embedded()
	text := "Ten Malian soldiers were killed and two French ones hurt at Zzyqad, the Malian army said."
	var tokens names.Tokens
	tokens.Scan(text)
	a := g.Around(text, g.FindIn(&tokens))
	a.SupposePeoples(&tokens, 0.15)
	if w := g.Resolve("Zzyqad", nil, a.At("Zzyqad", nil, 0)); w.Country != "ML" {
		t.Errorf("lies in %q, want Mali (%v)", w.Country, a.countries)
	}
	var b Around
	b.Suppose("US", 1)
	if s := b.Share("Elm Street", nil, "US"); s != 1 {
		t.Errorf("the share of the only country is %v", s)
	}
}

// A rank or a title before the name of somebody is no part of the place that a text without commas
// names right before him.
func TestRankBehindPlace(t *testing.T) {
	g := Embedded()
	for text, want := range map[string]string{
		"The head of the council in Homs Col. Fahd Example said so.": "Homs",
		"In Idlib Dr. Samir Example told the agency so.":             "Idlib",
		"Shells fell in Homs Sheikh Fahd Example said.":              "Homs",
		"Aleppo Sheikh Maqsoud residents fled from shells.":          "Aleppo",
	} {
		ms := g.Find(text)
		if len(ms) == 0 || ms[0].Name != want {
			t.Errorf("%q: found %v, want %s first", text, ms, want)
		}
	}
}
