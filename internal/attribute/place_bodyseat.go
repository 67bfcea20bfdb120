package attribute

// Where a body of troops has its seat is a place of its own: "shelled the headquarters of the Third
// Infantry Brigade".

// maxOfBody bounds the items of the name of a body of troops.
const maxOfBody = 7

// bodySeat returns the end of the seat of a body of troops at item i, behind a deed or a word of
// place; i where there is none.
func (f *field) bodySeat(s *sentence, i int) int {
	if !seatWord(f.word(i)) || f.items[i].is(tCap) || i <= s.from+1 || i+3 >= s.to || f.word(i+1) != "of" || f.word(i+2) != "the" {
		return i
	}
	for k := i + 3; k < s.to && k < i+3+maxOfBody; k++ {
		it := &f.items[k]
		if !it.is(tCap|tOrdinal|tNum) || it.is(tPunct) {
			break
		}
		switch f.word(k) {
		case "division", "brigade", "battalion", "regiment", "corps":
			if n := k + 1; k > i+3 && (n >= s.to || !f.items[n].is(tSay|tAux|tCap) && !apostrophe(f.word(n))) && (f.items[i-2].is(tEv) || f.placeWord(s, i) >= 0) {
				return n
			}
		}
	}
	return i
}

// seatWord tells the words for where a body of troops is housed.
func seatWord(w string) bool {
	switch w {
	case "headquarters", "barracks", "base", "camp", "command":
		return true
	}
	return false
}

// hotelName returns the end of the name of a house that its word opens at item i, whatever else its other
// words are for: "the Hotel Ambassador"; i where there is none.
func (f *field) hotelName(s *sentence, i int) int {
	if w := f.word(i); w != "hotel" && w != "restaurant" && w != "cafe" || !f.items[i].is(tCap) || i < s.from+1 || f.word(i-1) != "the" {
		return i
	}
	e := i + 1
	for e < s.to && e < i+4 && f.items[e].is(tCap) && !f.items[e].is(tPunct|tNum|tMonth|tWeekday) {
		e++
	}
	if e == i+1 || e < s.to && (f.items[e].is(tSay) || apostrophe(f.word(e))) {
		return i
	}
	return e
}

// namesOn tells whether the name that ends at item e goes on behind a small word: "Sala de Example".
func (f *field) namesOn(e, to int) bool {
	if e+1 >= to || !f.items[e+1].is(tCap) || f.items[e+1].is(tPunct|tNum) {
		return false
	}
	switch f.word(e) {
	case "de", "da", "do", "dos", "das", "del", "di":
		return !f.items[e].is(tCap)
	}
	return false
}
