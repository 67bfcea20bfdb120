package attribute

// Some sentences speak of deeds in general and of none in particular: what somebody says he
// owns or does not use, whom his raids are for, what the use of a weapon is, that a report
// about deeds is out.

// inGeneral tells whether the deed of a frame that counts nobody is spoken of in general.
func (f *field) inGeneral(s *sentence, fr *frame) bool {
	return f.deniesHaving(s, fr) || f.aimsAt(s, fr) || f.useIs(s, fr.evAt) || f.reportOut(s, fr.evAt) || f.looksInto(s, fr.evAt) || f.oneOfMany(s) || f.standing(s, fr) || f.goesOnElsewhere(s, fr) || f.madeSafe(s, fr)
}

// deniesHaving tells whether somebody denies in the present tense what he has or does at any
// time: "denies it has any chemical weapons", "denies that its forces use barrel bombs".
func (f *field) deniesHaving(s *sentence, fr *frame) bool {
	if fr.said == nil || fr.cue != cueDenies || fr.date != nil {
		return false
	}
	at := fr.said.at
	switch f.word(at) {
	case "denies", "deny":
	default:
		return false
	}
	for k := at + 1; k < s.to && k < at+9; k++ {
		switch f.word(k) {
		case "has", "have", "having", "possess", "possesses", "possessing", "own", "owns", "owning", "use", "uses", "using", "target", "targets", "targeting", "harbour", "harbours", "harbor", "harbors", "harbouring", "harboring", "keep", "keeps", "hold", "holds", "holding":
			if (f.word(k) == "has" || f.word(k) == "have" || f.word(k) == "having") && k+1 < s.to && f.items[k+1].is(tEv|tOut|tAux) {
				return false // "denies it has shelled the town"
			}
			return true
		}
		if f.items[k].is(tPunct | tOut) {
			return false
		}
	}
	return false
}

// aimsAt tells whether somebody says whom his raids are for, or never for: "says its
// operations target only terrorists", "insists that its strikes do not target civilians".
func (f *field) aimsAt(s *sentence, fr *frame) bool {
	if fr.date != nil {
		return false
	}
	for k := max(s.lead, fr.evAt-6); k < s.to && k < fr.evAt+7; k++ {
		switch f.word(k) {
		case "target", "targets", "hit", "hits", "strike", "strikes", "bomb", "bombs", "attack", "attacks", "harm":
		default:
			continue
		}
		if k > s.lead && f.word(k-1) == "only" || k+1 < s.to && f.word(k+1) == "only" {
			return f.saysNow(s, k)
		}
		for n := k - 1; n > s.lead && n >= k-4; n-- {
			switch f.word(n) {
			case "never":
				return f.saysNow(s, k)
			case "not":
				return (f.word(n-1) == "do" || f.word(n-1) == "does") && f.saysNow(s, k)
			}
		}
	}
	return false
}

// saysNow tells whether a speaker in the present tense stands before item k: "says",
// "insists that".
func (f *field) saysNow(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead; n-- {
		switch f.word(n) {
		case "says", "say", "insists", "insist", "maintains", "maintain", "claims", "claim", "argues", "argue", "stresses", "denies", "deny":
			return true
		}
	}
	return false
}

// useIs tells whether the deed at item k is what the use of something is said to amount to:
// "the use of cluster bombs against homes is a war crime".
func (f *field) useIs(s *sentence, k int) bool {
	of := -1
	for n := k - 1; n >= s.lead && n >= k-5; n-- {
		if f.word(n) == "of" && n > s.lead && f.word(n-1) == "use" {
			of = n
			break
		}
	}
	if of < 0 {
		return false
	}
	for n := k + 1; n < s.to && n < k+14; n++ {
		switch f.word(n) {
		case "is", "was", "constitutes", "constitute", "constituted", "amounts", "amount", "amounted", "violates", "violated":
			for j := n + 1; j < s.to && j < n+6; j++ {
				switch f.word(j) {
				case "crime", "crimes", "violation", "breach", "unacceptable", "prohibited", "banned", "illegal", "law":
					return true
				}
			}
		}
	}
	return false
}

// reportOut tells whether the deed at item k is only what a report is about whose appearance
// is told: "releases its monthly report documenting arbitrary arrests".
func (f *field) reportOut(s *sentence, k int) bool {
	report := -1
	for n := k - 1; n >= s.lead && n >= k-6; n-- {
		switch f.word(n) {
		case "report", "reports", "study", "survey", "briefing", "bulletin", "dossier":
			report = n
		}
	}
	if report < 0 {
		return false
	}
	for n := report + 1; n < k; n++ {
		switch f.word(n) {
		case "documenting", "detailing", "on", "about", "listing", "covering":
		default:
			continue
		}
		for j := report - 1; j >= s.lead && j >= report-6; j-- {
			switch f.word(j) {
			case "releases", "released", "release", "publishes", "published", "issues", "issued", "launches", "launched", "presented", "presents":
				return true
			}
		}
	}
	return false
}

// looksInto tells whether the deed at item k is what somebody looks into reports of: "is
// looking into the allegations", "will examine reports of a gas attack".
func (f *field) looksInto(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n >= k-8; n-- {
		switch f.word(n) {
		case "allegations", "allegation", "claims", "reports", "accusations", "complaints", "reported", "alleged", "suspected", "possible":
		default:
			continue
		}
		for j := n - 1; j >= s.lead && j >= n-5; j-- {
			switch f.word(j) {
			case "examine", "examining", "examines", "assessing", "assess", "reviewing", "review", "studying", "into":
				return true
			}
		}
	}
	return false
}

// oneOfMany tells whether a sentence only says how many deeds it makes with others: "It was
// the second freeway shooting in three days", "The killing was the city's 29th of the year".
func (f *field) oneOfMany(s *sentence) bool {
	k := s.lead
	for k < s.to && k < s.lead+4 && !f.items[k].is(tAux) && f.word(k) != "marks" && f.word(k) != "marked" {
		if !f.items[k].is(tDet|tPron|tFunc) && !theDeed(f.word(k)) && f.word(k) != "it" && f.word(k) != "this" && f.word(k) != "that" {
			return false
		}
		k++
	}
	if k == s.lead || k >= s.to || k >= s.lead+4 {
		return false
	}
	for n := k + 1; n+1 < s.to && n < k+7; n++ {
		it := &f.items[n]
		if it.is(tOrdinal) {
			for j := n + 1; j < s.to && j < n+8; j++ {
				switch f.word(j) {
				case "year", "month", "week", "days", "weeks", "months", "years", "since", "season":
					return true
				}
			}
			return false
		}
		if it.is(tPunct|tOut|tSay|tLoc) || it.is(tPrep) && f.word(n) != "of" && f.word(n) != "at least" {
			return false
		}
	}
	return false
}
