package attribute

import "strings"

// A lead often says only what kind of place it was, and a later sentence what the place is
// called: "at a high school in southern Idaho ... nobody else was hit at Example High
// School", "a mosque near Arish ... the Example mosque".

// maxUntilNamed bounds how many words behind a lead a name is looked for.
const maxUntilNamed = 1000

// namedLater is the name of the thing that a place was first told by, "a church in Karm",
// where the report names one of that kind behind it and no other; empty for none.
func (d *doc) namedLater(c *foundPlace) string {
	f := c.f
	s := &f.sents[c.si]
	k := f.landmark(s, &c.m)
	if k >= c.m.nameFrom || c.m.prep-1 < k || c.m.street || k <= s.from {
		return ""
	}
	h := f.thingBefore(s, &c.m)
	if w := f.word(k - 1); w != "a" && w != "an" {
		return ""
	}
	kind := f.word(h)
	if hospital(kind) || f.items[h].is(tCap) {
		return ""
	}
	found, known := "", ""
	for n := s.to + 1; n < len(f.items) && n < s.to+maxUntilNamed; n++ {
		a := f.namedThing(n, kind)
		if a < 0 {
			continue
		}
		name := f.written(a, n+1)
		if name == found || name == known {
			continue // told over and over
		}
		if d.knowsPlace(f.written(a, n)) {
			known = name // "the Karm school" is the town's
			continue
		}
		if found != "" && !strings.EqualFold(found, name) {
			return ""
		}
		found = name
	}
	return found
}

// knowsPlace tells whether the report names a place of the gazetteer that is called so.
func (d *doc) knowsPlace(name string) bool {
	for i := range d.foundPl {
		if q := &d.foundPl[i]; q.m.known && q.name == name {
			return true
		}
	}
	return false
}

// namedThing is where the name of a thing of that kind begins that ends with item n:
// "Example High School" and "the al-Example mosque" of a school and a mosque; -1 for none.
func (f *field) namedThing(n int, kind string) int {
	if n == 0 || !f.items[n-1].is(tCap) || !ofKind(f.word(n), kind) {
		return -1
	}
	a := n
	for a > 0 && n-a < 5 && f.items[a-1].is(tCap) && !f.items[a-1].is(tPunct|tWeekday|tMonth|tSrc) {
		a--
	}
	if a == n || a == 0 || f.items[a].is(tDet|tPrep|tPron) {
		return -1
	}
	switch f.word(a - 1) {
	case "the", "at", "in", "near", "outside", "inside", "of", "to", "from", "on", "behind":
		return a
	}
	return -1
}

// ofKind tells whether a thing called that is one of the kind: a high school is a school, and
// a lounge is a club.
func ofKind(w, kind string) bool {
	return w == kind || kindsOf[w]&kindsOf[kind] != 0
}

// kindsOf has a bit for each of the kinds of things that a word is for.
var kindsOf = func() map[string]uint16 {
	kinds := map[string]uint16{}
	for i, alike := range kindsOfThings {
		for _, w := range alike {
			kinds[w] |= 1 << i
		}
	}
	return kinds
}()

var kindsOfThings = [][]string{
	{"school", "academy"},
	{"club", "nightclub", "lounge", "bar", "tavern", "pub", "saloon"},
	{"church", "chapel", "cathedral"},
	{"apartments", "complex", "apartment"},
	{"hotel", "motel", "inn", "guesthouse"},
	{"restaurant", "diner", "cafe", "grill"},
	{"market", "marketplace", "bazaar", "souk"},
	{"store", "convenience store", "grocery store", "grocery", "supermarket", "market", "mart", "shop"},
	{"mall", "shopping center", "plaza"},
	{"park", "playground"},
	{"camp", "refugee camp"},
	{"base", "air base", "airbase", "airfield", "military airport", "military base"},
	{"crossing", "border crossing", "border gate"},
	{"prison", "jail"},
	{"power plant", "power station"},
	{"gas field", "gas fields", "oil field", "oil fields"},
}
