package attribute

// A hedge may stand far from the deed, or beside it and yet be about something else. It
// hedges a claim by the deed or by its author, "suspected Example Front fighters raided",
// "an alleged strike", "may have been killed"; not by what those harmed are held to be, "killed
// 12 suspected gang members", and not by what else is told of them, "shot by a man who
// appeared to be drunk".

// hedges tells whether the hedge at k says of a frame that its deed or its author is in doubt.
func (f *field) hedges(s *sentence, fr *frame, k int) bool {
	if k+1 < s.to && f.items[k+1].is(tIncl) {
		return false // "14 civilians, possibly including aid workers": only who some of them are
	}
	near := k >= fr.at-10 && k <= fr.at+10 || fr.evAt >= 0 && k >= fr.evAt-2 && k <= fr.evAt+2
	switch f.word(k) {
	case "suspected", "alleged", "presumed":
		if fr.hedgesAuthor(s, k) {
			return true
		}
		return (near || fr.evAt > k && fr.evAt <= k+8) && !fr.suspects(f, k) && !f.hedgesOther(s, fr, k)
	case "suspect": // "the suspect fired", but "police suspect that"
		return near && k > s.from && !f.items[k-1].is(tDet|tMod|tNat|tPrep|tConj|tNum|tPlaceAdj)
	case "apparent": // "an apparent strike", but "in apparent retaliation"
		return fr.evAt > k && fr.evAt <= k+4
	case "may have", "might have", "could have", "appeared to", "appears to", "believed to", "thought to", "believed to be", "believed to have", "probably":
		return near && (fr.hedgedFrom(k) || fr.hedgedBy(k))
	}
	return near && !fr.suspects(f, k)
}

// hedgesAuthor tells whether the word at k stands before one who is told of as author of a
// frame's deed.
func (fr *frame) hedgesAuthor(s *sentence, k int) bool {
	for _, a := range fr.actors {
		if !a.teller && k >= a.from-2 && k < a.to && k >= s.from {
			return true
		}
	}
	return false
}

// hedgesOther tells whether the word at k stands before somebody else than the author of a
// frame's deed: "a crowd stoned three alleged gang members", "executed soldiers and suspected
// informers".
func (f *field) hedgesOther(s *sentence, fr *frame, k int) bool {
	for i := k + 1; i < s.to && i < k+5; i++ {
		it := &f.items[i]
		switch {
		case it.is(tEv|tOut|tWeapon|tPlane) && !it.is(tHead|tArmed):
			return false
		case it.is(tConj) && f.items[i-1].is(tMod|tNat): // "an alleged Northland or rebel strike"
		case it.is(tPunct | tPrep | tLoc | tAux | tConj):
			return i > k+1 && k > fr.at && f.word(k-1) != "by"
		}
	}
	return false
}

// hedgedFrom tells whether the verb that the words at k lead to is a frame's deed or harm, or
// whether its deed is what they are said of: "the raid may have been carried out by".
func (fr *frame) hedgedFrom(k int) bool {
	return fr.at > k && fr.at <= k+6 || fr.evAt > k && fr.evAt <= k+6 || fr.evAt >= 0 && fr.evAt < k && k-fr.evAt <= 4
}

// reportedOnly tells whether the word at k says of a deed or a harm only that it was reported:
// "were reported killed", "is reported to have", "a reported strike"; in "was reported by" and
// "reported a strike" somebody tells of it.
func (f *field) reportedOnly(s *sentence, k int) bool {
	if f.word(k) != "reported" || k <= s.from || k+2 >= s.to {
		return false
	}
	j := k - 1
	for j > s.from && f.items[j].is(tAdv) {
		j--
	}
	next := &f.items[k+1]
	switch f.word(j) {
	case "was", "were", "is", "are", "been":
		if f.word(k+1) == "that" {
			return f.nobodyReports(s, k)
		}
		return next.is(tOut) || f.word(k+1) == "dead" || f.word(k+1) == "to" && (f.word(k+2) == "have" || f.word(k+2) == "be")
	case "a", "an", "the", "another", "this", "that", "two", "three", "several":
		for i := k + 1; i < s.to && i < k+5; i++ {
			if it := &f.items[i]; it.is(tEv) && !it.is(tCap) {
				return it.w.evForm == formNoun
			} else if !it.is(tMod | tNat | tForce | tPlane | tActor | tCap) {
				return false
			}
		}
	}
	return false
}

// nobodyReports tells whether a sentence begins with what is reported at item k, and nobody by whom: "It
// has since been reported that".
func (f *field) nobodyReports(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n >= k-5; n-- {
		if f.word(n) == "it" {
			return n <= s.lead+1
		}
		if !f.items[n].is(tAux|tAdv) && !goesBetween(f.word(n)) && f.word(n) != "since" {
			return false
		}
	}
	return false
}

// maxHearsay bounds the tellings of a claim that is hearsay: it is told again in a headline at most.
const maxHearsay = 2

// hearsay tells whether a claim is only what has been reported, and nobody is named who did.
func (p *partial) hearsay() bool {
	f, s := p.f, &p.sent
	if len(p.tells) > maxHearsay || p.fr.said != nil && !p.fr.carried {
		return false
	}
	for k := s.lead + 1; k+1 < s.to && k < s.lead+7; k++ {
		if f.word(k) == "reported" {
			return f.word(k+1) == "that" && f.nobodyReports(s, k)
		}
	}
	return false
}

// hedgedBy tells whether the words at k stand between the author of a frame's deed and what he
// is held to be: "gunmen thought to be Example Front fighters", "jets believed to belong to".
func (fr *frame) hedgedBy(k int) bool {
	for _, a := range fr.actors {
		if !a.teller && (a.to == k || a.from > k && a.from <= k+5) {
			return true
		}
	}
	return false
}

// suspects tells whether the word at k only says of those harmed that they are held to be
// something: "killed 12 suspected gang members". What was done to them is not in doubt.
func (fr *frame) suspects(f *field, k int) bool {
	switch f.word(k) {
	case "suspected", "alleged", "presumed":
	default:
		return false
	}
	for _, c := range [...]*casualty{fr.killed, fr.injured, fr.casualties} {
		if c != nil && c.known && c.f == f && k > c.q.from && k <= c.q.to {
			return true
		}
	}
	return false
}
