package attribute

// A village may be named with its kind as the last word of the name, in capitals: "attacked Thar Zoran
// Village in Karm Township".

// cappedTown is where such a name ends that begins at item n; n where none does.
func (d *doc) cappedTown(f *field, s *sentence, n int) int {
	if n > s.from && f.items[n-1].is(tCap) && !f.items[n-1].is(tPunct) {
		return n // inside a name
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
