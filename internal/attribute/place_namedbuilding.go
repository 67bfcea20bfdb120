package attribute

// A building with a name of its own is the place, where it was hit or something was done at it: "A drone hit the Rabea
// School in the town of Karm", "struck the Asayish headquarters in the Zoran district". So are two spots of one town:
// "a poultry farm and a house in Zoran".

// namedBuilding returns where the name begins of the building that ends with item h; -1 for none.
func (f *field) namedBuilding(s *sentence, h int) int {
	if h <= s.from+1 {
		return -1
	}
	switch it := &f.items[h]; {
	case it.is(tCap) && builtName(f.word(h)):
	case !it.is(tCap) && (f.word(h) == "headquarters" || f.word(h) == "barracks"):
	default:
		return -1
	}
	k := h
	for k-1 > s.from && h-k < 5 && f.items[k-1].is(tCap) && !f.items[k-1].is(tPunct|tMonth|tWeekday|tSay) {
		k--
	}
	if k == h {
		return -1
	}
	l := f.placeWord(s, k)
	if l < s.from || f.notThere(s, l) {
		return -1
	}
	switch it := &f.items[l]; {
	case it.is(tEv), it.is(tLoc), f.word(l) == "on", f.word(l) == "into", f.word(l) == "towards", f.word(l) == "toward":
		return k
	}
	return -1
}

// builtName tells the words for buildings and grounds that names of them end with.
func builtName(w string) bool {
	switch w {
	case "school", "mosque", "church", "market", "bridge", "university", "college", "institute", "academy", "clinic", "bakery", "hotel", "mall", "stadium", "park", "building", "tower", "towers", "factory", "plant", "refinery", "prison", "cemetery", "library",
		"museum", "monastery", "cathedral", "shrine", "temple", "synagogue", "complex", "station", "airport", "barracks", "headquarters", "theater", "theatre", "restaurant", "cafe", "café", "club", "mill", "dam", "kindergarten", "orphanage":
		return true
	}
	return false
}

// besideThing returns where a spot begins that stands beside the one at item k, "a poultry farm and a house in Zoran"; k
// where there is none.
func (f *field) besideThing(s *sentence, k int) int {
	a := k
	for a > s.from && (f.word(a-1) == "a" || f.word(a-1) == "an" || f.word(a-1) == "the") && a == k {
		a--
	}
	if a-2 <= s.from || f.word(a-1) != "and" || !f.builtThing(a-2) {
		return k
	}
	n := a - 2
	for n > s.from && a-2-n < 3 && f.describes(n-1) {
		n--
	}
	if n-1 <= s.from || !f.items[n-1].is(tDet) {
		return k
	}
	return n
}
