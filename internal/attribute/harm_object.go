package attribute

// What stands behind a verb of harm, or between a number and its verb, and is not who was harmed: who tells of it, and
// when and where.

// bareObject tells whether a number of nobody named stands right at item t, behind a verb, and what follows it is where
// or when: "a gunman killed five at a mall". Behind a comma, and before a verb of its own, it is another's.
func (f *field) bareObject(s *sentence, qs []quantity, used []bool, t int) bool {
	for i := range qs {
		if qs[i].from < t || used[i] || qs[i].subset {
			continue
		}
		q := &qs[i]
		if q.from > t || q.head || q.low < 2 || q.to >= s.to {
			return false
		}
		it := &f.items[q.to]
		return it.is(tLoc|tWeekday|tRelDay) || it.is(tPrep) && f.word(q.to) != "of" && f.word(q.to) != "to"
	}
	return false
}

// oneTells tells whether one person behind a comma is who tells of it, with what he is of between: "killing 22
// people, a member of a local defence force told the agency".
func (f *field) oneTells(s *sentence, q *quantity) bool {
	if !q.single || q.to >= s.to || f.word(q.from-1) == "and" || f.word(q.from-1) == "&" {
		return false
	}
	if bare := f.word(q.from-1) != ","; !bare && f.word(q.to) != "of" && f.word(q.to) != "from" && f.word(q.to) != "with" {
		return false // "killing four pilgrims a hospital official reached by telephone said" has lost its comma
	}
	for k := q.to; k < s.to && k < q.to+12; k++ {
		if it := &f.items[k]; it.is(tSay) && !it.is(tHead|tSrc) {
			return true
		} else if it.is(tPunct|tOut|tAux|tConj) && !apostrophe(f.word(k)) {
			return false
		}
	}
	return false
}

// saidAside returns the comma that closes an aside which begins with the one at item k and says who tells of it or what
// is not told, before item t: ", the mayor said,"; k where there is none.
func (f *field) saidAside(k, t int) int {
	if f.word(k) != "," {
		return k
	}
	said := false
	for n := k + 1; n < t && n < k+11; n++ {
		it := &f.items[n]
		if f.word(n) == "," {
			if said {
				return n
			}
			return k
		}
		if it.is(tOut|tEv|tNum|tVague|tIncl) && !it.is(tSay) {
			return k
		}
		said = said || it.is(tSay|tAccording)
	}
	return k
}
