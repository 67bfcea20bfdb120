package attribute

// Names of places of unusual shape: a road by the two towns that it joins ("the road between
// X and Y"), a name whose Arabic article is written apart and small ("near al Shaddadi"), and
// one that a report keeps hidden ("D--- village").

// roadBetween returns the item behind a road that is told by two towns and begins at item i,
// "highway linking X to Y"; i where there is none.
func (d *doc) roadBetween(f *field, s *sentence, i int) int {
	if f.items[i].is(tCap) || !roadWord(f.word(i)) || i+4 >= s.to {
		return i
	}
	k := i + 1
	switch f.word(k) {
	case "between", "linking", "connecting", "joining", "from":
	case "that", "which":
		k++
		if w := f.word(k); w != "links" && w != "connects" && w != "joins" {
			return i
		}
	default:
		return i
	}
	a := d.townName(f, s, k+1)
	if a == k+1 || a+1 >= s.to {
		return i
	}
	switch f.word(a) {
	case "and", "to", "with":
	default:
		return i
	}
	b := d.townName(f, s, a+1)
	if b == a+1 {
		return i
	}
	return b
}

// roadByEnds returns the item behind a road that begins with the names of the two towns that it
// joins, "the Karm to Zoran road", "the Karm – Zoran highway", at item i; i where there is none.
func (d *doc) roadByEnds(f *field, s *sentence, i int) int {
	if !f.items[i].is(tCap) || f.items[i].is(tPunct) {
		return i
	}
	a := d.townName(f, s, i)
	if a == i || a+2 >= s.to || f.word(a) != "to" && !dash(f.word(a)) {
		return i
	}
	b := d.townName(f, s, a+1)
	if b == a+1 || b >= s.to || !roadWord(f.word(b)) && f.word(b) != "axis" {
		return i
	}
	return b + 1
}

// numberedPart returns the item behind a part of a town that is told by its number, "PK 13",
// "the Third District", at item i; i where there is none.
func (f *field) numberedPart(s *sentence, i int) int {
	it := &f.items[i]
	switch w := f.word(i); {
	case w == "pk" || w == "pd":
		if it.is(tUpper) && i+1 < s.to && f.items[i+1].is(tNum) && digit(f.text[f.items[i+1].start]) {
			return i + 2
		}
	case it.is(tUpper) && len(w) > 2 && len(w) < 5 && (w[:2] == "pk" || w[:2] == "pd") && digit(w[2]):
		if i+1 < s.to && f.items[i+1].is(tPart|tTown|tArea) && !f.items[i+1].is(tCap) {
			return i + 2 // "PK5 district"
		}
		return i + 1
	case it.is(tCap) && i > s.from && i+1 < s.to && numbered(w):
		if e := f.partNumber(i+1, s.to); e > i+1 {
			return e
		}
	case it.is(tOrdinal) && (it.is(tCap) || digit(f.text[it.start])) && i+1 < s.to && i > s.from && f.word(i-1) == "the":
		switch f.word(i + 1) {
		case "district", "ward", "arrondissement", "quarter", "sector", "settlement", "microdistrict":
			if i+2 >= s.to || f.word(i+2) != "court" && f.word(i+2) != "to" && !f.items[i+2].is(tCap|tHead|tSrc) {
				return i + 2
			}
		}
	}
	return i
}

// numbered tells the words for parts of a town, roads and camps that are known by their numbers alone: "Ward 9",
// "Street 60", "Camp 7".
func numbered(w string) bool {
	switch w {
	case "block", "ward", "sector", "zone", "camp", "street", "barangay", "kilometre", "kilometer", "km", "precinct", "plot", "village", "avenue", "lane", "gate", "checkpoint", "district":
		return true
	}
	return false
}

// partNumber returns the item behind the number at item n that such a part is known by; n for any
// other number, as of people ("Camp 7 soldiers") or of an hour.
func (f *field) partNumber(n, to int) int {
	it := &f.items[n]
	if !it.is(tNum) || !digit(f.text[it.start]) || it.num < 1 || it.num >= 1000 || it.start != f.items[n-1].end+1 {
		return n
	}
	if n+1 < to && f.items[n+1].is(tHead|tOut|tUnit|tThing|tMonth|tNum|tCap) && !f.items[n+1].is(tPunct|tPlaceHead) {
		return n
	}
	return n + 1
}

// numberBehind returns the item behind the number of a part of a town, "Karm block 17", whose
// word ends before item e; e where there is none.
func (f *field) numberBehind(e, to int) int {
	if e >= to || f.partNumber(e, to) == e || e+1 < to && f.items[e+1].is(tAux) {
		return e
	}
	switch f.word(e - 1) {
	case "block", "ward", "district", "sector", "zone", "area", "camp", "phase":
		return e + 1
	}
	return e
}

// roadEnds is where the names of the towns begin that a road is told by, where a list has one
// of them; 0 for any other place.
func (d *doc) roadEnds(f *field, m *placeMention) int {
	if m.known || m.nameTo-m.nameFrom < 5 || f.items[m.nameFrom].is(tCap) || !roadWord(f.word(m.nameFrom)) {
		return 0
	}
	at := 0
	for k := m.nameFrom + 2; k < m.nameTo; k++ {
		if f.word(k) == "to" {
			return 0 // no list of towns
		}
		if d.gz[k] != 0 {
			at = m.nameFrom + 2
		}
	}
	return at
}

// townName returns the item behind the name of a town that begins at item k, or with a word
// for one: "the town of X"; k where there is none.
func (d *doc) townName(f *field, s *sentence, k int) int {
	n := k
	for n < s.to && n < k+4 && (f.items[n].is(tDet|tDir|tPlaceAdj|tTown) || f.word(n) == "of") && !f.items[n].is(tCap) {
		n++
	}
	if n >= s.to || d.pa[n] != 0 || d.org[n] || !(d.gz[n] != 0 || f.nameItem(n) || f.smallArticle(n, s.to)) {
		return k
	}
	if f.smallArticle(n, s.to) {
		n++
	}
	if e := d.name(f, n, s.to); e > n {
		return e
	}
	return k
}

// roadWord tells the words for a way between two towns.
func roadWord(w string) bool {
	switch w {
	case "road", "highway", "motorway", "route", "path", "track", "railway", "stretch", "expressway":
		return true
	}
	return false
}

// smallArticle tells whether item k is the Arabic article, written small and apart before a
// name: "al Shaddadi".
func (f *field) smallArticle(k, to int) bool {
	if w := f.word(k); w != "al" && w != "el" || f.items[k].is(tUpper) || k+1 >= to {
		return false
	}
	n := &f.items[k+1]
	return n.is(tCap) && !n.is(tPunct) && n.start == f.items[k].end+1 && f.nameItem(k+1)
}

// formedName returns the end of a name at item i that tells by its own form what it is of, and its rank: waters, a
// house, the seat of troops, a name that hides in other words; i for none.
func (f *field) formedName(s *sentence, i, to int) (end, rank int) {
	if e := f.waters(i, to); e > i {
		return e, 1
	}
	if e := f.hotelName(s, i); e > i {
		return e, 3
	}
	if e := f.bodySeat(s, i); e > i {
		return e, 3
	}
	return f.hiddenName(i, to), 2
}

// hiddenName returns the item behind a place whose name a report hides, "A--- village", at
// item i; i where there is none.
func (f *field) hiddenName(i, to int) int {
	it := &f.items[i]
	if !it.is(tCap) || it.end-it.start != 1 {
		return i
	}
	k := i + 1
	for k < to && k < i+5 && f.items[k].start == f.items[k-1].end && dash(f.word(k)) {
		k++
	}
	if k == i+1 || k >= to || !f.items[k].is(tTown|tPart|tArea) {
		return i
	}
	return k + 1
}

// dash tells whether a mark is one of the dashes.
func dash(w string) bool {
	switch w {
	case "-", "–", "—", "--", "---", "----":
		return true
	}
	return false
}
