package attribute

// The town in which somebody speaks, meets others or stands before a court or a parliament is not
// where the deed was of which he speaks: "told a press conference in Karm that", "accused the army
// during a visit to Karm", "Speaking to reporters in Karm, the envoy said", "In Karm the Foreign
// Ministry said".

// maxToSpeech bounds the items between such a place and the verb of who speaks.
const maxToSpeech = 12

// spokeThere tells whether a place is only where somebody speaks.
func (f *field) spokeThere(s *sentence, p *placeMention) bool {
	if p.prep < s.from || p.prep >= s.to {
		return false
	}
	switch f.word(p.prep) {
	case "in", "to", "at":
	default:
		return false
	}
	if p.prep <= s.lead {
		return p.prep == s.lead && f.word(p.prep) == "in" && f.stateSpeaks(s, p.to)
	}
	k := p.prep - 1
	medium := f.spokenTo(k)
	if !medium && !f.speechEvent(s, k) {
		return false
	}
	for n := k - 1; n >= s.from && n > k-maxToSpeech; n-- {
		it := &f.items[n]
		if it.is(tSay|tAccuse|tDenyCue) && !it.is(tHead|tSrc) || f.word(n) == "told" || f.word(n) == "speaking" || f.word(n) == "speaking to" {
			return true
		}
		if it.is(tOut|tEv) && !it.is(tForce|tArmed) && !f.deedTakenUpAt(n) || it.is(tRel|tClause) {
			break
		}
	}
	if medium {
		return false // "attacked a radio station in Karm, police said"
	}
	n := p.to
	if n < s.to && f.word(n) == "," {
		n++
	}
	for end := min(s.to, n+maxToSpeech); n < end; n++ {
		it := &f.items[n]
		if it.is(tSay|tAccuse|tDenyCue) && !it.is(tHead|tSrc) {
			return true
		}
		if it.is(tOut|tEv|tClause|tRel) && !it.is(tForce|tArmed) || it.is(tPunct) && !apostrophe(f.word(n)) && f.word(n) != "," {
			return false
		}
	}
	return false
}

// spokenTo tells whether item k is for a medium to which somebody may have spoken: "denied it in a call to a radio
// station in Karm".
func (f *field) spokenTo(k int) bool {
	switch w := f.word(k); w[lastSpace(w)+1:] {
	case "station", "broadcaster", "newspaper", "channel", "daily", "weekly", "magazine":
		return true
	}
	return false
}

// speechEvent tells whether item k is for an occasion on which people speak: "press conference", "visit".
func (f *field) speechEvent(s *sentence, k int) bool {
	switch w := f.word(k); w[lastSpace(w)+1:] {
	case "visit", "trip", "tour", "conference", "briefing", "summit", "hearing", "interview", "reporters", "journalists", "newsmen", "session", "forum", "parliament", "senate", "speech", "lawmakers", "mps", "diplomats", "correspondents":
		return true
	case "rally", "ceremony", "funeral", "meeting", "gathering":
		// of these people may be hit themselves
		if k-2 == s.lead && f.word(s.lead) == "at" && f.items[k-1].is(tDet) {
			return true
		}
		for n := k - 1; n >= s.from && n > k-4; n-- {
			if f.word(n) == "told" || f.word(n) == "addressing" || f.word(n) == "speaking" {
				return true
			}
		}
	}
	return false
}

// deedTakenUpAt tells whether item n is a deed told before: "accused the army of the attack".
func (f *field) deedTakenUpAt(n int) bool {
	return n > 0 && f.items[n].is(tEv) && theDeed(f.word(n)) && f.items[n-1].is(tDet)
}

// stateSpeaks tells whether the words from item k on are a state's office and a verb of saying: "the
// Foreign Ministry said".
func (f *field) stateSpeaks(s *sentence, k int) bool {
	if k < s.to && f.word(k) == "," {
		k++
	}
	office := false
	for end := min(s.to, k+6); k < end; k++ {
		it := &f.items[k]
		if office && it.is(tSay|tAccuse|tDenyCue) {
			return true
		}
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "ministry", "kremlin", "government", "parliament", "presidency", "cabinet", "secretary", "minister", "president", "premier", "chancellery", "embassy":
			office = true
			continue
		}
		if it.is(tOut|tEv|tClause|tRel|tNum) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return false
		}
	}
	return false
}
