package attribute

// Reports of towns place a deed by its address: "4218 Asher Ave.", "111th Street and
// Wentworth Avenue", "Fifth and Main", "East 9th Street". The numbers in it count nobody.

// crossing returns the item after the address that begins at item i, or i where none
// does. Streets with a name alone are left to the names of places.
func (f *field) crossing(s *sentence, i int) int {
	it := &f.items[i]
	number := it.is(tNum) && !it.is(tOrdinal) && digit(f.text[it.start])
	if !number && !it.is(tCap|tOrdinal) || it.is(tPunct) {
		return i
	}
	if e := f.twoStreets(i, s.to); e > i && f.addressLeads(s, i) {
		return e
	}
	if e := f.street(i, s.to); e > i {
		if !f.paved(e) {
			return i
		}
		if number && !f.addressLeads(s, i) {
			return i // "killed 5 Oak Street residents"
		}
		if k := e + 1; k < s.to && (f.word(e) == "and" || f.word(e) == "&") && f.items[k].is(tCap|tOrdinal) {
			if g := f.street(k, s.to); g > k && f.paved(g) {
				return g
			}
		}
		for k := i; k < e; k++ {
			if number || f.items[k].is(tOrdinal) {
				return e
			}
		}
		return i
	}
	if number {
		return i
	}
	// "Fifth and Main", "3rd and Vine"
	short := i > s.from+1 && f.word(i-1) == "of" && (f.word(i-2) == "corner" || f.word(i-2) == "intersection")
	if !short && !(it.is(tOrdinal) && digit(f.text[it.start]) && f.addressLeads(s, i)) {
		return i
	}
	a := f.shortStreet(s, i)
	if a == i || a+1 >= s.to || f.word(a) != "and" && f.word(a) != "&" {
		return i
	}
	if b := f.shortStreet(s, a+1); b > a+1 {
		return b
	}
	return i
}

// twoStreets returns the item after two streets told with one word for both, that begin at item i: "Main
// and Oak avenues", "Willow and South Vine streets"; i for none.
func (f *field) twoStreets(i, to int) int {
	a := i
	for a < to && a < i+3 && f.items[a].is(tCap|tOrdinal) && !f.items[a].is(tPunct|tMonth|tWeekday) {
		a++
	}
	if a == i || a+1 >= to || f.word(a) != "and" && f.word(a) != "&" {
		return i
	}
	b := a + 1
	for b < to && b < a+4 && f.items[b].is(tCap|tOrdinal) && !f.items[b].is(tPunct|tMonth|tWeekday) {
		b++
	}
	e := b
	if b < to && !f.items[b].is(tCap) {
		e++ // "streets", else "Streets" is the last of them
	}
	if b == a+1 || e-a < 3 || e > to {
		return i
	}
	switch f.word(e - 1) {
	case "streets", "avenues", "roads", "drives", "boulevards", "lanes":
		return e
	}
	return i
}

// besideStreet tells whether p, right behind the street a, only says where on it: "Main Street just north
// of 11th Street".
func (f *field) besideStreet(a, p *placeMention) bool {
	if p.nameTo <= a.to || !f.items[p.nameTo-1].is(tCap) || !streetWord(f.word(p.nameTo-1)) {
		return false
	}
	of := -1
	for k := a.to; k < p.nameTo && k < a.to+6 && of < 0; k++ {
		switch f.word(k) {
		case "just", "a", "block", "half", "one":
		case "north", "south", "east", "west":
			if k+1 < p.nameTo && f.word(k+1) == "of" {
				of = k + 1
			}
		default:
			return false
		}
	}
	return of > 0 && of+2 < p.nameTo && f.items[of+1].is(tCap|tOrdinal|tDir)
}

// shortStreet returns the item after a street that is told without its word, at most two
// items: "Fifth", "South Vine".
func (f *field) shortStreet(s *sentence, i int) int {
	k := i
	for k < s.to && k < i+2 && f.items[k].is(tCap|tOrdinal) && !f.items[k].is(tPunct|tMonth|tWeekday) {
		k++
	}
	return k
}

// paved tells whether the words for a street that end at item e are those of streets
// only, and not of courts or ways of doing things.
func (f *field) paved(e int) bool {
	k := e - 1
	if f.word(k) == "." {
		k--
	}
	switch f.word(k) {
	case "court", "ct", "way", "circle", "pike", "trail", "loop", "alley", "place":
		return false
	}
	return true
}

// addressLeads tells whether the word before item i leads to an address.
func (f *field) addressLeads(s *sentence, i int) bool {
	if i <= s.from {
		return false
	}
	switch f.word(i - 1) {
	case "at", "near", "outside", "inside", ",", "to", "of", "on", "behind":
		return true
	}
	return false
}
