package attribute

import (
	"slices"
	"testing"

	"isnad"
	"isnad/internal/places"
)

// A party is an actor once, however often and by whichever of its names the text
// calls it; two sides stay two.
func TestDistinct(t *testing.T) {
	for name, c := range map[string]struct{ in, want []isnad.Actor }{
		"one party by two names":           {[]isnad.Actor{{ID: "p1", Name: "coalition"}, {ID: "p1", Name: "US-led coalition"}}, []isnad.Actor{{ID: "p1", Name: "US-led coalition"}}},
		"a bare word of a name":            {[]isnad.Actor{{ID: "p1", Name: "Sudanese army"}, {Name: "Army"}}, []isnad.Actor{{ID: "p1", Name: "Sudanese army"}}},
		"names of one length, the first":   {[]isnad.Actor{{ID: "p1", Name: "QSD"}, {ID: "p1", Name: "SDF"}}, []isnad.Actor{{ID: "p1", Name: "QSD"}}},
		"two sides of a clash":             {[]isnad.Actor{{ID: "p1", Name: "army"}, {ID: "p2", Name: "rebels of the north"}}, []isnad.Actor{{ID: "p1", Name: "army"}, {ID: "p2", Name: "rebels of the north"}}},
		"a word that is part of no other":  {[]isnad.Actor{{Name: "gunmen"}, {Name: "masked men"}}, []isnad.Actor{{Name: "gunmen"}, {Name: "masked men"}}},
		"three names, of which one stands": {[]isnad.Actor{{ID: "p1", Name: "coalition forces"}, {Name: "coalition"}, {ID: "p1", Name: "international coalition"}}, []isnad.Actor{{ID: "p1", Name: "international coalition"}}},
	} {
		if got := distinct(slices.Clone(c.in)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Of two towns of one name the one among the other places of the report is meant,
// and an unlisted quarter stands at the town that was named last before it.
func TestPlaceTogether(t *testing.T) {
	for _, c := range []struct{ text, id, country string }{
		{"An air strike on Tripoli killed five people on Monday, medics said. Officials in Beirut and Sidon called for calm. Schools in Baalbek were closed.", "", "LB"},
		{"An air strike on Tripoli killed five people on Monday, medics said. Officials in Misrata and Sirte called for calm. Schools in Benghazi were closed.", "", "LY"},
		{"Residents of Omdurman and Khartoum fled. Two shells hit the Zzyqad neighbourhood on Monday and killed three people, a doctor said.", "Khartoum", "SD"},
	} {
		cs, _ := testReader().Read(report("", c.text))
		if len(cs) == 0 {
			t.Errorf("%q: no claim", c.text)
			continue
		}
		p := cs[0].Place
		if p.Country != c.country {
			t.Errorf("%q: %s lies in %q, want %q", c.text, p.Name, p.Country, c.country)
		}
		if want := testReader().places.Resolve(c.id, nil, places.Context{}); c.id != "" && (p.ID != want.ID || p.Precision != isnad.PlaceNear) {
			t.Errorf("%q: %s stands at %s with precision %d, want near %s", c.text, p.Name, p.ID, p.Precision, c.id)
		}
	}
}
