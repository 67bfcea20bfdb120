package attribute

// Where somebody is when he tells it: "told the agency from the border town of X", "a
// spokesman said in X". Nothing happened there.

// maxTold bounds the items between a verb of telling and the place of the teller.
const maxTold = 9

// toldFrom tells whether a place is only where who tells of it is.
func (f *field) toldFrom(s *sentence, p *placeMention) bool {
	if p.prep <= s.from {
		return false
	}
	from := f.word(p.prep) == "from"
	if !from && f.word(p.prep) != "in" && f.word(p.prep) != "at" {
		return false
	}
	k := p.prep - 1
	for n := 0; n < maxTold && k >= s.from; n, k = n+1, k-1 {
		it := &f.items[k]
		switch w := f.word(k); w {
		case "told", "telling", "reached", "contacted", "joined":
			return n > 0
		case "phone", "telephone", "reporters", "journalists", "conference", "news", "briefing", "interview", "agency", "agencies", "a", "the", "by", "via", "statement", "phone call", "press", "radio", "television", "newspaper", "magazine", "daily", "speaking", "on", "over", "researchers", "investigators", "us", "interviewers", "monitors":
			if w == "speaking" {
				return true
			}
			continue
		case "said", "says":
			// "a spokesman said in X." closes what is told; "said in X nine people died" goes on
			if n == 0 && p.to < s.to && f.word(p.to) == "that" {
				return true // "a lawyer said in Karm that nine people died"
			}
			return n == 0 && (from || f.endsTelling(s, p.to)) && f.deedBefore(s, k)
		}
		if !it.is(tCap) || it.is(tOut|tEv|tPunct) {
			return false
		}
	}
	return false
}

// endsTelling tells whether nothing is told behind item k any more but the day.
func (f *field) endsTelling(s *sentence, k int) bool {
	if s.to-k > 6 {
		return false
	}
	for ; k < s.to; k++ {
		if !f.items[k].is(tPunct|tWeekday|tRelDay|tDayPart|tPrep) && f.word(k) != "on" {
			return false
		}
	}
	return true
}

// behind is the item of a word that leads to a named building or bridge at item i,
// "behind Northfield High School", -1 for none; "behind" leads to people as often.
func (f *field) behind(s *sentence, i int) int {
	k := i - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k < s.from {
		return -1
	}
	switch f.word(k) {
	case "behind", "beneath", "underneath":
		return k
	}
	return -1
}

// maxToFound bounds the items from where somebody was taken to where he was found.
const maxToFound = 12

// takenThere tells whether a place is only where people were taken from who were found dead somewhere else:
// "the bodies of four men kidnapped in Karm were discovered near Zoran".
func (f *field) takenThere(s *sentence, p *placeMention) bool {
	if p.prep <= s.from {
		return false
	}
	switch f.word(p.prep - 1) {
	case "kidnapped", "abducted", "snatched":
	default:
		return false
	}
	found := false
	for k := p.to; k < s.to && k < p.to+maxToFound; k++ {
		switch f.word(k) {
		case "found", "found dead", "discovered", "recovered", "dumped":
			found = true
		case "in", "near", "outside", "at", "on":
			if found && k+1 < s.to && f.items[k+1].is(tCap) && !f.items[k+1].is(tWeekday|tMonth) {
				return true
			}
		}
	}
	return false
}
