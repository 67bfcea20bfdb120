package places

import (
	"testing"

	"isnad"
)

// A claim carries a country's code only; its page needs the entry.
func TestCountry(t *testing.T) {
	g := Embedded()
	for code, name := range map[string]string{"SY": "Syria", "UA": "Ukraine", "SD": "Sudan"} {
		id, ok := g.Country(code)
		p, found := g.Place(id)
		if !ok || !found || p.Kind != isnad.KindCountry || p.Name != name {
			t.Errorf("Country(%q) is %q, %v: %+v", code, id, ok, p)
		}
	}
	for _, code := range []string{"", "ZZ", "SY.09", "SYR"} {
		if id, ok := g.Country(code); ok {
			t.Errorf("Country(%q) is %q, want none", code, id)
		}
	}
}
