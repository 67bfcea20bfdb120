package attribute

// Whom "and" adds to one who was harmed: "Sam Example and three others", "the imam of the mosque and 17
// worshippers".

// ofAndThen tells whether items a to b say of what somebody is and join another
// to him: "of the mosque and".
func (f *field) ofAndThen(a, b int) bool {
	if b-a < 3 || b-a > 7 || f.word(a) != "of" || f.word(b-1) != "and" {
		return false
	}
	for k := a + 1; k < b-1; k++ {
		if f.items[k].is(tPunct | tConj | tOut | tSay | tAux | tRel | tNum) {
			return false
		}
	}
	return true
}

// isAndThen tells whether items a to b say what somebody is or is called, with or without commas, and
// join others to him: ", a field commander of the group, and", ", Karl Example, and".
func (f *field) isAndThen(a, b int) bool {
	if b-a > 3 && f.word(a) == "," {
		if a++; f.word(b-1) == "and" && f.onlyNamed(a, b-1) {
			return true
		}
	}
	if b-a < 3 || b-a > 12 || f.word(b-1) != "and" || f.word(a) != "a" && f.word(a) != "an" && f.word(a) != "the" {
		return false
	}
	for k := a + 1; k < b-1; k++ {
		if it := &f.items[k]; it.is(tOut|tSay|tAux|tRel|tNum) || it.is(tPunct) && !(k == b-2 && f.word(k) == ",") {
			return false
		}
	}
	return true
}

// andThen tells whether items a to b join two that were harmed: "a shepherd and his
// two sons".
func (f *field) andThen(a, b int) bool {
	if b == a+2 || b == a+3 {
		if s := (sentence{from: a, to: b + 1}); f.asWell(&s, a) == b {
			return true
		}
	}
	if b <= a || f.word(a) != "and" {
		return false
	}
	return b == a+1 || b == a+2 && whose(f.word(a+1))
}
