package attribute

// Whom a report has named in full it calls by the surname alone: "Omar Example, 28, was
// found in a car. A bullet had hit Example in the neck". Many surnames are those of
// towns as well, or stand where towns stand, behind "hit" and "struck"; such a name is
// no place unless a word of place leads to it.

// maxSurnames bounds the surnames that are kept of one field.
const maxSurnames = 40

// markSurnames notes the surnames of those whom the field names in full: by an age, by
// what he says, or by the title before him.
func (d *doc) markSurnames(f *field) {
	f.surnames = f.surnames[:0]
	for i := 0; i+1 < len(f.items) && len(f.surnames) < maxSurnames; i++ {
		if !f.givenName(i) {
			continue
		}
		e := i + 1
		for e < len(f.items) && e < i+6 && f.items[e].para == f.items[i].para {
			if r := f.initial(e); r > e {
				e = r
			} else if !f.givenName(e) {
				break
			}
			e++
		}
		if d.namesSomeone(f, i, e) && !contains(f.surnames, f.word(e-1)) {
			f.surnames = append(f.surnames, f.word(e-1))
		}
		i = e - 1
	}
	f.markDead()
}

// givenName tells whether item k may be part of the name of a person, whether towns are
// called so or not.
func (f *field) givenName(k int) bool {
	it := &f.items[k]
	return it.is(tCap) && it.w == nil && !it.is(tUpper|tNum|tPunct|tMonth|tWeekday) && !f.compound(k)
}

// namesSomeone tells whether the capitalised words [i, e) are a person's full name, or the
// name behind a title, by what stands around them.
func (d *doc) namesSomeone(f *field, i, e int) bool {
	if d.so[e-1] != 0 || d.pa[e-1] != 0 || d.org[e-1] {
		return false
	}
	k := i - 1
	if k > 0 && f.word(k) == "." && f.items[k].start == f.items[k-1].end {
		k--
	}
	if k >= 0 && f.items[k].para == f.items[i].para && f.titleOfOne(k) {
		return true
	}
	if e-i == 1 && d.gz[i] == 0 && (k < 0 || !f.items[k].is(tLoc|tPrep|tCap|tTown)) && f.aged(e, len(f.items)) && f.word(e+2) == "," {
		return true // "Example, 34, was found"
	}
	if e-i < 2 || d.gz[i] != 0 && d.gz[i] == d.gz[e-1] || k >= 0 && f.items[k].is(tLoc) || e >= len(f.items) {
		return false
	}
	if f.aged(e, len(f.items)) || f.items[e].is(tSay) && !f.items[e].is(tCap|tSrc) {
		return true
	}
	if f.word(e) != "," || e+1 >= len(f.items) || d.gz[i] != 0 && d.gz[e-1] != 0 {
		return false
	}
	switch f.word(e + 1) {
	case "a", "an", "who", "his", "her":
		return true
	}
	return false
}

// titleOfOne tells whether item k is what stands before the name of one person.
func (f *field) titleOfOne(k int) bool {
	if !f.items[k].is(tCap) {
		return false
	}
	switch f.word(k) {
	case "mr", "mrs", "ms", "miss", "dr", "rev", "reverend", "sgt", "lt", "capt", "cpl", "col", "gen", "maj", "det", "pfc", "pvt",
		"sergeant", "lieutenant", "captain", "corporal", "major", "colonel", "detective", "officer", "deputy", "trooper", "sheriff", "judge", "justice", "mayor", "senator", "sen", "rep", "pastor", "father", "coroner",
		"inspector", "superintendent", "professor", "prof", "commissioner", "prosecutor", "attorney", "constable", "imam", "sheikh", "chief", "gov", "governor", "investigator", "principal":
		return true
	}
	return false
}

// bySurname tells whether the name in the items [n, e) is only the surname of somebody
// whom the report names in full elsewhere.
func (f *field) bySurname(s *sentence, n, e int) bool {
	if len(f.surnames) == 0 || e != n+1 || !contains(f.surnames, f.word(n)) {
		return false
	}
	if n <= s.from {
		return true
	}
	switch f.word(n - 1) {
	case "in", "near", "outside", "inside", "around", "throughout", "across":
		return false
	}
	return !f.items[n-1].is(tTown|tArea|tPart) && !(f.word(n-1) == "of" && n-2 >= s.from && f.items[n-2].is(tPlaceHead))
}
