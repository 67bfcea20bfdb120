package attribute

import "strings"

// "Shelling of the capital killed 13" names no place and means one all the same: the capital,
// and none of the places told before it.

// inCapital is what the sentence that tells a claim calls the capital, or its part: "eastern
// section of the capital"; empty where it names a place or does not say that it was there.
func (d *doc) inCapital(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) || p.hasOwn || d.placedHere(p.f0, p.si0) {
		return ""
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	for k := s.lead + 2; k < s.to; k++ {
		if f.word(k) != "capital" || f.items[k].is(tCap) || k+1 < s.to && (apostrophe(f.word(k+1)) || f.word(k+1) == "of" || f.word(k+1) == "city" || f.items[k+1].is(tCap) && !f.items[k+1].is(tWeekday|tMonth)) {
			continue
		}
		a := k - 1
		if f.items[a].is(tNat) && a > s.from {
			a--
		}
		if f.word(a) != "the" || a <= s.from {
			continue
		}
		if from := f.partOfCapital(s, a); from < a {
			return strings.TrimPrefix(f.written(from, k+1), "on the ")
		}
		if w := f.word(a - 1); leadsToPlace(w) || w == "across" || f.items[a-1].is(tEv) && f.items[a-1].w.evForm >= formThird && f.items[a-1].w.evForm <= formPast {
			return f.written(a+1, k+1)
		}
	}
	return ""
}

// partOfCapital is where the words for a part of the capital begin before its "the" at item
// a: "eastern section of"; a for none.
func (f *field) partOfCapital(s *sentence, a int) int {
	if a-1 > s.from && strings.HasSuffix(f.word(a-1), "outskirts of") {
		if f.items[a-2].is(tDir) {
			return a - 2 // "eastern outskirts of"
		}
		return a - 1
	}
	if a-2 <= s.from || f.word(a-1) != "of" {
		return a
	}
	switch f.word(a - 2) {
	case "section", "part", "parts", "side", "centre", "center", "outskirts", "suburbs", "heart", "districts", "neighborhoods", "neighbourhoods", "half", "district", "neighborhood", "neighbourhood", "suburb":
	default:
		return a
	}
	k := a - 2
	for k-1 > s.from && a-k < 5 && (f.items[k-1].is(tDir|tPlaceAdj) || f.describes(k-1)) {
		k--
	}
	return k
}

// theCapital is what the capital is called, with the name of the town that is likeliest meant.
func (d *doc) theCapital(p *partial, capital string, who int) string {
	if town := d.townOfItem(p); town != "" {
		return capital + " " + town
	}
	if who >= 0 && d.foundPl[who].m.rank == 2 && d.foundPl[who].m.known {
		return capital + " " + d.foundPl[who].name
	}
	if town := d.onlyTown(); town != nil {
		return capital + " " + fromCapitals(town.name)
	}
	return capital
}
