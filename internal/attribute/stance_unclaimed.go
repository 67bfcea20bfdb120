package attribute

// A sentence may name a deed and yet claim nothing of it: it says what is not known, what
// somebody asks for, or what is only acted.

// unclaimed tells whether the deed of a frame that counts nobody is only named. Such a
// candidate lends its place to others and may be joined with one; alone it is no claim.
func (f *field) unclaimed(s *sentence, fr *frame) bool {
	return fr.evAt >= 0 && (f.unknown(s, fr) || f.askedToStop(s, fr.evAt) || f.habitual(s, fr) || f.inGeneral(s, fr)) || f.saidEveryTime(s, fr)
}

// habitual tells whether the deed of a frame is what somebody does again and again, on no
// day that is named: "warplanes regularly bomb the town", "has targeted the area in the
// past".
func (f *field) habitual(s *sentence, fr *frame) bool {
	if fr.date != nil {
		return false
	}
	for k := max(s.lead, fr.from); k < fr.to; k++ {
		switch f.word(k) {
		case "regularly", "routinely", "frequently", "often", "occasionally", "sometimes", "periodically", "usually", "habitually", "commonly", "typically":
			if k >= fr.evAt-3 && k <= fr.evAt+3 {
				return true
			}
		case "deliberately", "intentionally", "systematically", "purposely", "consistently":
			if k == fr.evAt-1 && (f.items[fr.evAt].w.evForm == formBase || f.items[fr.evAt].w.evForm == formThird) && !f.items[max(k-1, 0)].is(tModal) {
				return true // "forces deliberately target hospitals"
			}
		case "occurrence", "occurrences", "basis", "reality", "routine", "frequent", "commonplace":
			if f.ofEveryDay(s, k) {
				return true
			}
		case "past":
			if k >= s.lead+3 && f.word(k-1) == "the" && f.word(k-2) == "in" && f.word(k-3) != "not" && (k+1 >= fr.to || !f.items[k+1].is(tNum|tUnit|tVague|tQual) && long(f.word(k+1)) == 0 && f.word(k+1) != "few" && f.word(k+1) != "several") {
				return true
			}
		}
	}
	return false
}

// ofEveryDay tells whether the word at k says of a deed that it is done day after day: "has
// become a daily occurrence", "on an almost daily basis", "raids are frequent".
func (f *field) ofEveryDay(s *sentence, k int) bool {
	switch f.word(k) {
	case "routine", "frequent", "commonplace":
		for n := k - 1; n > s.lead && n >= k-3; n-- {
			switch f.word(n) {
			case "are", "become", "is", "became":
				return k+1 >= s.to || f.items[k+1].is(tLoc|tPrep|tPunct|tConj)
			}
		}
		return false
	}
	for n := k - 1; n > s.lead && n >= k-3; n-- {
		switch f.word(n) {
		case "daily", "weekly", "nightly", "near-daily", "almost-daily", "everyday", "regular", "common", "frequent", "routine", "constant":
			return true
		}
	}
	return false
}

// saidEveryTime tells whether a speaker blames or denies as he always does, and of no deed
// that is pointed at: "the government usually blames the rebels", "the army has always
// denied the use of gas". "Has always denied that attack" is about one.
func (f *field) saidEveryTime(s *sentence, fr *frame) bool {
	if fr.said == nil || fr.counts() || fr.cue != cueDenies && fr.cue != cueAccuses {
		return false
	}
	at := fr.said.at
	always := false
	for k := at - 1; k >= s.lead && k >= at-3; k-- {
		switch f.word(k) {
		case "usually", "regularly", "routinely", "habitually", "frequently", "typically", "generally":
			return true
		case "always", "consistently", "repeatedly", "often":
			always = true
		}
	}
	if !always {
		return false
	}
	for k := at; k < s.to && k < at+12; k++ {
		switch f.word(k) {
		case "attack", "strike", "raid", "massacre", "bombing", "killing", "incident", "assault", "shooting", "explosion", "blast", "involvement", "responsibility", "denied responsibility", "denied involvement", "denies responsibility", "denies involvement", "denied any involvement":
			return false
		}
	}
	return fr.date == nil
}

// unknown tells whether the deed of a frame stands behind a word that says what is not
// known of it, or not told: "it was not clear who carried out the strikes", "could not
// determine whether", "declined to comment on the raid", "gave no figures for the attack".
func (f *field) unknown(s *sentence, fr *frame) bool {
	for k := fr.evAt - 1; k >= s.lead && k >= fr.evAt-16; k-- {
		it := &f.items[k]
		if it.is(tClause) && f.word(k) != "whether" && f.word(k) != "if" || f.word(k) == ";" {
			return false
		}
		switch f.word(k) {
		case "unclear", "unknown":
			return k+1 < s.to && !it.is(tMod) && f.asks(k+1)
		case "clear", "known", "certain", "know", "knew":
			return f.negatedBefore(s, k) && f.asks(k+1)
		case "determine", "determined", "verify", "verified", "confirm", "confirmed", "establish", "established", "say", "said", "specify", "specified", "identify", "identified", "disclose", "disclosed", "elaborate", "comment", "commented", "mention", "mentioned":
			for n := k - 1; n >= s.lead && n >= k-3; n-- {
				if f.items[n].is(tNeg) || f.word(n) == "unable" || f.word(n) == "declined" || f.word(n) == "refused" {
					return true
				}
				if f.items[n].is(tPunct | tSay) {
					break
				}
			}
		}
	}
	return false
}

// asks tells whether item k opens a question that is told.
func (f *field) asks(k int) bool {
	if k >= len(f.items) {
		return false
	}
	switch f.word(k) {
	case "who", "what", "whether", "if", "how", "why", "which", "whose", "where":
		return true
	}
	return false
}

// askedToStop tells whether the noun of a deed at k is what somebody wants to end: "urged
// both sides to stop the shelling", "called for an end to the fighting in".
func (f *field) askedToStop(s *sentence, k int) bool {
	if k <= s.lead+1 {
		return false
	}
	j := k - 1
	for n := 0; n < 5 && j > s.lead; n++ { // "the indiscriminate"
		it := &f.items[j]
		if it.is(tPunct|tPrep|tAux|tSay|tClause) || stops(f.word(j)) || f.word(j) == "to" {
			break
		}
		j--
	}
	if w := f.word(j); w == "to" && j > s.lead && (f.word(j-1) == "end" || f.word(j-1) == "halt" || f.word(j-1) == "stop") {
		j--
	} else if !stops(w) {
		return false
	}
	for n := j - 1; n >= s.lead && n >= j-9; n-- {
		switch f.word(n) {
		case "urged", "urges", "urging", "called on", "calls on", "calling on", "called for", "calls for", "calling for", "call for", "called", "calls", "calling", "call", "appealed", "appeals", "appeal", "demanded", "demands", "demanding", "asked", "asks", "pleaded", "must", "should", "begged", "pressed", "told", "wants", "wanted", "agreed", "pledged", "promised", "vowed":
			return true
		}
		if f.items[n].is(tPunct | tRel) {
			return false
		}
	}
	return false
}

func stops(w string) bool {
	switch w {
	case "stop", "halt", "end", "cease", "suspend":
		return true
	}
	return false
}

// acted tells whether a sentence tells of what is only acted or made up: a drill, a film.
func (f *field) acted(s *sentence) bool {
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "simulated", "simulates", "simulating", "simulate", "re-enacted", "reenactment", "re-enactment":
			return true
		case "film", "movie", "novel", "thriller", "drama", "documentary":
			for n := k + 1; n < s.to && n <= k+4; n++ {
				switch f.word(n) {
				case "tells", "about", "follows", "depicts", "portrays", "recounts", "dramatises", "dramatizes":
					return true
				}
			}
		}
	}
	return false
}
