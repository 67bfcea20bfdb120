package attribute

// Who somebody is often stands between his name and what he did: "Jane Example, 31, of
// Akron, shot ...", "Keith Example, a deacon, fired", "the deacon, who'd gone out to his
// pickup, fired".

// maxAsides bounds the asides behind one name.
const maxAsides = 3

// pastExplained returns the item after such asides from item k on, where a verb of
// firing or killing or one of coming to it follows the last of them; else k.
func (f *field) pastExplained(s *sentence, k int) int {
	e := k
	if e+2 < s.to && f.word(e) == "of" && f.items[e+1].is(tCap) {
		for e++; e < s.to && e < k+5 && f.items[e].is(tCap) && !f.items[e].is(tPunct); e++ {
		}
		if f.deedAt(s, e) {
			return e
		}
	}
	if e > k && e < s.to && f.word(e) != "," {
		return k
	}
	for n := 0; n < maxAsides; n++ {
		c := f.asideEnd(s, e)
		if c < 0 {
			return k
		}
		if f.deedAt(s, c+1) {
			return c + 1
		}
		e = c
	}
	return k
}

// deedAt tells whether a verb of firing or killing, or of coming to it, or a charge stands
// at item e.
func (f *field) deedAt(s *sentence, e int) bool {
	return e < s.to && (f.killing(s, e) || f.goes(e) || f.charged(s, e) || f.lawThen(s, e) || f.facesLaw(s, e))
}

// asideEnd returns the comma that closes the aside which the comma at item k opens; -1
// where what follows tells no more of the one named before it.
func (f *field) asideEnd(s *sentence, k int) int {
	if k+2 >= s.to || f.word(k) != "," {
		return -1
	}
	n := &f.items[k+1]
	who := n.is(tRel) || f.word(k+1) == "who'd" || f.word(k+1) == "who’d"
	switch f.word(k + 1) {
	case "of", "from", "then", "now", "formerly", "aged", "armed", "dressed", "wearing", "described", "identified", "known", "believed", "also", "masked", "off duty", "off-duty":
	default:
		if !who && !n.is(tDet|tNum) && !f.yearsOld(k+1) {
			return -1
		}
	}
	for j := k + 2; j < s.to && j < k+maxAside; j++ {
		it := &f.items[j]
		switch {
		case f.word(j) == ",":
			return j
		case it.is(tPunct) && !apostrophe(f.word(j)) && f.word(j) != ".", it.is(tSay|tClause) && !who, it.is(tAux) && !who:
			return -1
		case it.is(tOut) && it.w.harm == formPast && !who:
			return -1 // "Jane, 31, a man was killed"
		}
	}
	return -1
}

// unplaced tells whether item i is the surname of somebody whom the report names in full,
// and no place, though towns are called so.
func (d *doc) unplaced(f *field, s *sentence, i int) bool {
	it := &f.items[i]
	return d.gz[i] != 0 && it.is(tCap) && it.w == nil && !s.heads && len(f.surnames) > 0 && contains(f.surnames, f.word(i)) &&
		(i == s.from || !f.items[i-1].is(tCap|tLoc|tPrep) || f.items[i-1].is(tPunct))
}
