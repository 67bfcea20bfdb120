package attribute

// Sums that no words of a period tell: a share of them that somebody caused, a breakdown by what
// killed, what separate deeds add up to, how often a deed was done. None is one incident.

// plainSum tells whether the figures of a claim under way are such a sum: "Snipers accounted for
// nine deaths", "gunfire (6 deaths), mines (4 deaths)", "shot dead two men in separate incidents",
// "killed 71 people in April alone".
func (d *doc) plainSum(p *partial) bool {
	f, s, fr := p.f, &p.sent, &p.fr
	dated := fr.date != nil && !fr.date.rough && !fr.date.said && fr.date.period.From == fr.date.period.To
	causes := 0
	for k := s.lead; k+1 < s.to; k++ {
		switch f.word(k) {
		case "accounted", "accounts", "account", "accounting":
			if !dated && f.word(k+1) == "for" && f.figureSoon(s, k+2) {
				return true
			}
		case "accounted for", "accounting for", "accounts for", "account for":
			if !dated && f.figureSoon(s, k+1) {
				return true
			}
		case "alone":
			if k > s.lead+1 && f.alonePeriod(k) {
				return true
			}
		case "(":
			if f.ofCause(s, k) {
				if causes++; causes > 1 && !dated {
					return true
				}
			}
		case "in":
			if !dated && d.record && !f.inTitle && f.separateDeeds(s, k+1) {
				return true
			}
		}
	}
	return false
}

// figureSoon tells whether a number stands at item k or right behind its article or qualifier.
func (f *field) figureSoon(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+3; n++ {
		if f.items[n].is(tNum) {
			return true
		}
		if !f.items[n].is(tQual | tDet) {
			return false
		}
	}
	return false
}

// alonePeriod tells whether the word before "alone" at item k is a month, a year or how long something
// was counted for: "in April alone", "this year alone".
func (f *field) alonePeriod(k int) bool {
	prev := &f.items[k-1]
	if prev.is(tMonth) || prev.is(tNum) && prev.num > 1900 && prev.num < 2100 && f.word(k-2) == "in" {
		return true
	}
	switch w := f.word(k - 1); w {
	case "year", "month", "months", "weeks", "this year", "this month", "last year", "last month", "quarter", "week", "last week", "this week":
		return true
	}
	return false
}

// ofCause tells whether the bracket at item k opens with how many died or were hurt by what stands
// before it: "gunfire (6 deaths, 5 injuries)".
func (f *field) ofCause(s *sentence, k int) bool {
	if k <= s.lead || k+2 >= s.to || !f.items[k-1].is(tEv|tWeapon) && !f.items[k-1].is(tUpper) || !f.items[k+1].is(tNum) {
		return false
	}
	return f.items[k+2].is(tOut)
}

// separateDeeds tells whether several deeds stand at item k: "separate incidents", "two different
// attacks", "various cases".
func (f *field) separateDeeds(s *sentence, k int) bool {
	for n := k; n+1 < s.to && n < k+3; n++ {
		switch f.word(n) {
		case "separate", "different", "various", "unrelated", "isolated":
			switch f.word(n + 1) {
			case "incidents", "attacks", "cases", "events", "shootings", "occasions", "instances":
				return true
			}
			return false
		}
		if !f.items[n].is(tNum|tVague|tQual) && f.word(n) != "several" {
			return false
		}
	}
	return false
}

// oftenDone tells whether a sentence that counts nobody says how often a deed was done, or that it
// was done several times over: "opened fire near the fence on at least 29 occasions", "three cases in
// which fighters abducted", "several ambushes have been reported on the road".
func (f *field) oftenDone(s *sentence, fr *frame) bool {
	if fr.date != nil && !fr.date.rough && !fr.date.said && fr.date.period.From == fr.date.period.To {
		return false
	}
	for k := s.lead + 1; k < s.to; k++ {
		it := &f.items[k-1]
		switch f.word(k) {
		case "occasions":
			return it.is(tNum|tVague) && it.num != 1 || f.word(k-1) == "several" || f.word(k-1) == "separate"
		case "cases", "instances":
			if it.is(tNum|tVague) && k+1 < s.to && (f.word(k+1) == "in" || f.word(k+1) == "of" || f.word(k+1) == "where") {
				return true
			}
		}
	}
	k := fr.evAt
	if k <= s.lead || !endsWithS(f.word(k)) {
		return false
	}
	it := &f.items[k-1]
	switch f.word(k - 1) {
	case "several", "numerous", "many", "multiple", "repeated", "frequent":
	default:
		if !it.is(tNum) || it.num < 3 || k-1 <= s.lead || !claimsMany(f.word(k-2)) {
			return false
		}
		return true // "the group claimed 9 attacks"
	}
	for n := k + 1; n+2 < s.to && n < k+8; n++ {
		if (f.word(n) == "have" || f.word(n) == "were" || f.word(n) == "had") && f.items[n].is(tAux) {
			for m := n + 1; m < s.to && m < n+3; m++ {
				switch f.word(m) {
				case "reported", "recorded", "documented", "registered", "noted", "observed":
					return true
				}
			}
		}
	}
	return false
}

// claimsMany tells the words that say how many deeds a side did.
func claimsMany(w string) bool {
	switch w {
	case "claimed", "claims", "conducted", "recorded", "documented", "logged", "registered", "counted":
		return true
	}
	return false
}

func endsWithS(w string) bool { return len(w) > 2 && w[len(w)-1] == 's' }

// headingOnly tells whether a sentence of the body is a heading that names what follows by a word of
// harm or of a deed, and tells nothing: "Civilian Casualty Incidents", "Journalist Killed".
func (f *field) headingOnly(s *sentence) bool {
	n := s.to - s.from
	if f.inTitle || s.heading || n > 5 || f.items[s.to-1].is(tPunct) {
		return false
	}
	for k := s.from; k < s.to; k++ {
		if it := &f.items[k]; !it.is(tCap) && !it.is(tPrep|tConj|tDet) || it.is(tNum|tPunct|tMonth|tWeekday) {
			return false
		}
	}
	return s.to >= len(f.items) || f.items[s.to].para != f.items[s.to-1].para || f.items[s.to].is(tCap|tNum)
}

// listedVictim tells whether a line only names one of the dead as the pages of a casualty recorder
// do: "Omar Example, adult male, father killed", "Huda, 3 years old, female, daughter killed".
func (f *field) listedVictim(s *sentence) bool {
	if s.to-s.from > 24 || s.to-s.from < 4 {
		return false
	}
	aged := false
	for k := s.from; k < s.to; k++ {
		it := &f.items[k]
		switch f.word(k) {
		case "adult", "age unknown":
			aged = true
		case "unknown":
			aged = aged || f.word(max(k-1, s.from)) == "age"
		case "old", "years-old", "year-old", "years old":
			aged = true
		case "male", "female", "man", "woman", "boy", "girl":
			if aged && k > s.from {
				return f.items[s.to-1].is(tOut) || s.to-2 > k && f.items[s.to-2].is(tOut)
			}
		}
		if it.is(tAux | tSay | tEv) {
			return false
		}
	}
	return false
}
