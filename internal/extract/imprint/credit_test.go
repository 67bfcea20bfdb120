package imprint_test

import (
	"strings"
	"testing"

	"isnad"
	"isnad/internal/extract/imprint"
)

// A credit names persons, agencies or only tasks; a sentence that starts like one is none.
func TestCredits(t *testing.T) {
	for _, c := range []struct {
		line    string
		ok      bool
		persons string
		agency  string
	}{
		{"by N. Karim / T. Haddad, SANA 14/05/2018", true, "N. Karim|T. Haddad", "SANA"},
		{"Additional reporting by Meridian", true, "", "Meridian"},
		{"Additional reporting by Lina Sabbagh", true, "Lina Sabbagh", ""},
		{"(With Caldera)", true, "", "Caldera"},
		{"Harbour foreign desk · 12 March 2024", true, "", ""},
		{"By noon the square was empty and the stalls were gone.", false, "", ""},
		{"With Ramadan near, prices rise", false, "", ""},
	} {
		got, ok := imprint.ReadCredit(c.line, isnad.Day{})
		if ok != c.ok || ok && (strings.Join(got.Persons, "|") != c.persons || got.Agency != c.agency) {
			t.Errorf("%q: %v %q %q", c.line, ok, got.Persons, got.Agency)
		}
	}
}

// A place in brackets is one only when it is wide enough to hold the town before it: towns
// somewhere on earth bear the names of agencies.
func TestBracketsOfDatelines(t *testing.T) {
	const lead = "A shell hit the market on Monday, the civil defence said, and nobody was hurt."
	for _, c := range []struct{ line, place, agency string }{
		{"BAMAKO (Meridian) - ", "BAMAKO", "Meridian"},
		{"الأبيض (السودان) - ", "الأبيض, السودان", ""},
	} {
		o, ok := imprint.ReadOpening(c.line+lead, isnad.Day{})
		if !ok || o.Line.Place != c.place || o.Agency != c.agency || o.Cut != len(c.line) {
			t.Errorf("%q: %v %+v", c.line, ok, o)
		}
	}
}
