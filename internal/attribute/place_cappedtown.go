package attribute

// A village may be named with its kind as the last word of the name, in capitals: "attacked Thar Zoran
// Village in Karm Township".

// In other names of villages, before that word or behind it, small words stand that are parts of them:
// "in In Din village", "in the village of Mo So".

// cappedTown is where such a name ends that begins at item n; n where none does.
func (d *doc) cappedTown(f *field, s *sentence, n int) int {
	if n > s.from && f.items[n-1].is(tCap) && !f.items[n-1].is(tPunct) {
		return n // inside a name
	}
	if e := f.smallWords(s, n); e > n+1 && e < s.to && settlement(f.word(e)) && !f.items[e].is(tCap) {
		return e + 1
	}
	if f.items[n].is(tLoc | tPrep | tClause | tRel) {
		return n // the word that begins a sentence: "Near Thar Zoran Village"
	}
	k := n
	for k < s.to && k < n+4 && f.items[k].is(tCap) && !f.items[k].is(tPunct|tNum|tWeekday|tMonth|tSrc|tDet) && !d.org[k] && d.pa[k] == 0 && d.so[k] == 0 {
		switch f.word(k) {
		case "village", "township", "hamlet", "camp", "town", "settlement":
			if k == n || k+1 < s.to && f.items[k+1].is(tCap) && !f.items[k+1].is(tPunct|tWeekday|tMonth) || s.heads {
				return n
			}
			return k + 1
		}
		k++
	}
	return n
}

// maxNameWords bounds the words of such a name.
const maxNameWords = 4

// smallWords is the end of a run of capitalised words at item n of which a short one is a word that else
// belongs to no name; n where there is none, or the run begins a sentence.
func (f *field) smallWords(s *sentence, n int) int {
	if n == s.from || f.items[n-1].is(tPunct) {
		return n
	}
	small := false
	k := n
	for ; k < s.to && k < n+maxNameWords && f.items[k].is(tCap); k++ {
		it := &f.items[k]
		if it.is(tPunct|tNum|tUpper) || k > n && (it.start != f.items[k-1].end+1 || it.para != f.items[n].para) {
			break
		}
		if it.w != nil && !f.nameItem(k) {
			if it.end-it.start > maxFirst || it.is(tOut|tEv|tNat|tHead|tActor|tMod|tSrc|tMonth|tWeekday|tRelDay|tWeapon|tPlaceHead|tDir|tRel|tConj) {
				break
			}
			small = true
		}
	}
	if !small {
		return n
	}
	return k
}

// settlement tells the words for a place where people live that a name of small words may stand beside.
func settlement(w string) bool {
	switch w {
	case "village", "hamlet", "town", "ward", "neighbourhood", "neighborhood", "quarter", "settlement", "camp", "township", "community":
		return true
	}
	return false
}
