package attribute

// A figure also sums a long time where what began it is named, or two days far apart, and a
// whole country: "since the start of the siege", "from March 1 to May 10", "nationwide".

// ofLongTime tells whether the figures of a claim under way are such a sum. A day that
// stands with them comes first, but for what was counted nationwide on it.
func (d *doc) ofLongTime(p *partial) bool {
	f, fr := p.f, &p.fr
	if fr.strength < 2 && (fr.place == nil || fr.place.rank < 1) && f.countryWide(&p.sent, fr) {
		return true
	}
	if d.fromTo(f, fr) || fr.strength < 2 && f.underReview(&p.sent, fr) {
		return true
	}
	if m := fr.date; m != nil && !m.rough && !m.said {
		return f.sinceBeginning(fr, m) && d.base.Sub(m.period.From) > maxShort
	}
	for k := max(fr.from, p.sent.lead); k < fr.to; k++ {
		if f.word(k) == "since" && f.sinceStart(fr, k) {
			return true
		}
	}
	return false
}

// countryWide tells whether a frame that tells no deed of its own counts for a whole
// country: "Nationwide 41 people were killed", "60 people were killed across the country".
func (f *field) countryWide(s *sentence, fr *frame) bool {
	for k := max(fr.from, s.lead); k < fr.to; k++ {
		switch f.word(k) {
		case "nationwide", "countrywide", "nation-wide", "country-wide":
			return k+1 >= s.to || !f.items[k+1].is(tThing|tSrc) && f.word(k+1) != "protests" && f.word(k+1) != "strike" && f.word(k+1) != "truce" && f.word(k+1) != "ceasefire"
		case "across", "throughout", "around", "all over":
			if fr.place != nil && fr.place.prep == k {
				return true // of a country by its name
			}
			if k+2 < s.to && f.word(k+1) == "the" && (f.word(k+2) == "country" || f.word(k+2) == "nation") {
				return true
			}
		}
	}
	return false
}

// underReview tells whether a frame that tells no deed of its own counts for the time that the report is of:
// "Five civilians were killed during the week", "in the course of the month".
func (f *field) underReview(s *sentence, fr *frame) bool {
	for k := max(fr.from, s.lead); k+2 < fr.to; k++ {
		switch f.word(k) {
		case "during", "over", "throughout", "within", "of":
		default:
			continue
		}
		if f.word(k) == "of" && (k == 0 || f.word(k-1) != "course") || f.word(k+1) != "the" {
			continue
		}
		switch f.word(k + 2) {
		case "week", "fortnight", "month", "year", "quarter":
			return k+3 >= fr.to || f.items[k+3].is(tPunct|tConj|tLoc|tPrep|tAux|tOut) && f.word(k+3) != "of" && f.word(k+3) != "before" && f.word(k+3) != "after"
		}
	}
	return false
}

// fromTo tells whether a frame's people were harmed from one day to another, more than a
// few days later: "from March 1 to May 10 at least 61 people were murdered".
func (d *doc) fromTo(f *field, fr *frame) bool {
	for i := 0; i+1 < len(d.dts); i++ {
		a, b := &d.dts[i], &d.dts[i+1]
		if a.from <= fr.from || a.line || b.line || b.from != a.to+1 || b.to > fr.to || b.period.To.Sub(a.period.From) <= maxShort {
			continue
		}
		from, to := f.word(a.from-1), f.word(a.to)
		if from == "from" && (to == "to" || to == "until" || to == "till" || to == "through") || from == "between" && to == "and" {
			return true
		}
	}
	return false
}

// sinceStart tells whether "since" at k opens the time for which a frame tells how many have
// been harmed, by what began it: "have been killed since the start of the offensive", "since
// the truce took hold 33 have died".
func (f *field) sinceStart(fr *frame, k int) bool {
	if k+2 >= fr.to || !f.perfect(fr) || f.items[k+1].is(tWeekday|tMonth|tRelDay|tNum) {
		return false
	}
	switch f.word(k + 1) {
	case "then", "early", "late", "dawn", "morning":
		return false
	}
	for j := k + 1; j < fr.to && j < k+9; j++ {
		if it := &f.items[j]; it.is(tWeekday|tRelDay) || it.is(tDayPart) && j+1 < fr.to && f.word(j+1) != "of" {
			return false // "since the attack began on Sunday"
		} else if it.is(tPunct | tSay | tAccording) {
			break
		}
	}
	return f.items[k+1].is(tDet|tCap) || f.word(k+2) == "of"
}

// sinceBeginning tells whether the day m is that on which something began since which a frame
// counts: "since the launch of the operation on October 30, 265 were killed".
func (f *field) sinceBeginning(fr *frame, m *dateMention) bool {
	for k := m.from - 1; k > fr.from && k >= m.from-10; k-- {
		switch f.word(k) {
		case "launch", "start", "beginning", "outbreak", "onset", "eruption", "resumption", "collapse", "opening":
			return f.word(k-1) == "since" || k-1 > fr.from && f.word(k-2) == "since" && f.items[k-1].is(tDet)
		}
		if f.items[k].is(tOut | tSay | tPunct) {
			return false
		}
	}
	return false
}

// perfect tells whether the harm of a frame is told as what has come about so far: "have
// been killed", "has left 60 dead".
func (f *field) perfect(fr *frame) bool {
	for _, c := range [...]*casualty{fr.killed, fr.injured, fr.casualties} {
		if c == nil || c.f != f {
			continue
		}
		for j := c.at - 1; j >= fr.from && j >= c.at-4; j-- {
			if w := f.word(j); w == "have" || w == "has" {
				return true
			}
		}
	}
	return false
}
