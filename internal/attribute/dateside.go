package attribute

// Days that are not the incident's for everybody: on which somebody spoke, and on which one
// speaker alone has it happen.

// maxSaidBefore bounds how far behind its verb the day of a statement may stand.
const maxSaidBefore = 12

// saidOn tells whether the date [from, to) stands between a verb of saying and its "that":
// "reported on June 3 that", "told the paper by email on 8 June that". Item lo is the first
// of the sentence.
func (f *field) saidOn(lo, from, to, end int) bool {
	if to >= end || f.word(to) != "that" || to+1 < end && f.items[to+1].is(tDayPart) {
		return false
	}
	for k := from - 1; k >= lo && k > from-maxSaidBefore; k-- {
		it := &f.items[k]
		if it.is(tSay|tVia) && !it.is(tCap) && !it.is(tHead) {
			return true
		}
		if it.is(tOut|tEv|tRel) && !it.is(tCap) {
			return false
		}
	}
	return false
}

// datedApart tells whether the date m is one that a speaker gives in place of another's:
// "but dated the raid to July 5", "reported it as happening on May 7".
func (f *field) datedApart(s *sentence, m *dateMention) bool {
	for k := m.from - 1; k >= s.from && k >= m.from-7; k-- {
		switch f.word(k) {
		case "dated", "dates", "dating", "misdated":
			return k+1 < s.to && f.word(k+1) != "back" && f.word(k+1) != "from"
		case "happening", "occurring", "taking":
			return k > s.from && (f.word(k-1) == "as" || f.word(k-1) == "being")
		case "happened", "occurred", "taken":
			return k > s.from+1 && f.word(k-1) == "having" && f.word(k-2) == "as"
		case "date":
			return f.word(k+1) == "as" || f.word(k+1) == "at"
		}
		if it := &f.items[k]; it.is(tPunct | tSay) {
			return false
		}
	}
	return false
}
