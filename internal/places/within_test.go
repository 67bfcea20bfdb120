package places

import "testing"

// What a province, its seat and a country hold, and what a village does not.
func TestHolds(t *testing.T) {
	g := Embedded()
	lie := func(name string, within ...string) Lie {
		w := g.Resolve(name, within, Context{})
		l, ok := g.LieOf(w.ID)
		if !ok {
			t.Fatalf("%s %q is not listed: %+v", name, within, w)
		}
		return l
	}
	syria, province, city, town := lie("Syria"), lie("Homs province"), lie("Homs city", "Syria"), lie("Rastan", "Homs province")
	aleppo := lie("Aleppo province")
	for _, c := range []struct {
		name string
		a, b Lie
		want bool
	}{
		{"a country its province", syria, province, true},
		{"a country its town", syria, town, true},
		{"a province its town", province, town, true},
		{"a province its seat", province, city, true},
		{"a seat the towns around", city, town, true},
		{"a town no seat", town, city, false},
		{"a province no country", province, syria, false},
		{"a province no other", province, aleppo, false},
		{"another province's town", aleppo, town, false},
		{"nothing itself", city, city, false},
	} {
		if got := c.a.Holds(c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	if _, ok := g.LieOf("g0"); ok {
		t.Error("an entry that is not there has a lie")
	}
}
