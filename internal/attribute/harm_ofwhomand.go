package attribute

// The first of two figures of one list may say whose people it counts or where they come
// from before the next follows: "two volunteers of the Kosti Civil Defence and a girl",
// "four members of the Freedom Fighters and two soldiers", "a man from Akron and his wife".

// maxOfWhom bounds the items of such an addition.
const maxOfWhom = 9

// ofWhomAnd tells whether such an addition, and what joins the next figure to it, is all
// that the items [a, b) hold.
func (f *field) ofWhomAnd(a, b int) bool {
	e := b
	if e > a && whose(f.word(e-1)) {
		e--
	}
	if e-a < 3 || e-a > maxOfWhom || f.word(e-1) != "and" {
		return false
	}
	switch f.word(a) {
	case "of", "from", "with":
	default:
		return false
	}
	e--
	if f.word(e-1) == "," {
		e--
	}
	names := false
	for k := a + 1; k < e; k++ {
		it := &f.items[k]
		if it.is(tPunct|tOut|tAux|tSay|tRel|tClause|tPron|tNum|tVague|tQual|tPrep|tLoc) && !it.is(tCap|tOrdinal|tDet) && !(k == a+1 && f.word(k) == "one") {
			return false
		}
		names = names || it.is(tCap|tForce|tArmed|tGroup|tPlaceHead|tTown|tPart|tSrc)
	}
	return names
}

// inPartList tells whether figure b stands in a list of those who are part of figure a, behind
// somebody whom no figure counts: "eight people including a schoolmaster and his three
// daughters".
func (f *field) inPartList(a, b *quantity) bool {
	k := a.to
	if k < b.from && f.word(k) == "," {
		k++
	}
	if a.subset || b.another || k >= b.from || !f.items[k].is(tIncl) || b.from-k < 3 || b.from-k > maxOfWhom {
		return false
	}
	for n := k + 1; n < b.from; n++ {
		if it := &f.items[n]; it.is(tOut|tAux|tSay|tRel|tClause|tPron) || it.is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	w := f.word(b.from - 1)
	return w == "and" || w == "," || whose(w)
}
