package attribute

// A report names places where nothing of what it tells happened: where there are talks, where who
// tells of it lives or was reached by phone, where the wounded were flown, what raiders crossed
// on their way.

// notHere tells whether a place is only such a one.
func (f *field) notHere(s *sentence, p *placeMention) bool {
	return f.talksThere(s, p) || f.livesThere(s, p) || f.reachedThere(s, p) || f.onlyCrossed(s, p) || f.organised(s, p) || f.firedFromPost(s, p) || f.onlyHeld(s, p) || f.onlyJoined(s, p)
}

// maxToTalks bounds the items between the word for talks and their place.
const maxToTalks = 5

// talksThere tells whether a place is only where people talk or agreed on something: "to disrupt
// talks in X", "the truce agreed in X in May".
func (f *field) talksThere(s *sentence, p *placeMention) bool {
	if p.prep <= s.from || f.word(p.prep) != "in" && f.word(p.prep) != "at" {
		return false
	}
	for k := p.prep - 1; k > s.from && k > p.prep-maxToTalks; k-- {
		switch f.word(k) {
		case "talks", "peace talks", "negotiations", "truce", "ceasefire", "cease-fire", "accord", "agreement", "peace deal", "treaty", "summit", "peace conference":
			return true
		case "agreed", "signed", "brokered", "reached", "held", "negotiated", "scheduled", "due", "on", "deal":
		default:
			if !f.items[k].is(tAdv | tWeekday | tRelDay | tMonth | tNum) {
				return false
			}
		}
	}
	return false
}

// livesThere tells whether a place is only where somebody lives who tells of it: "his cousin, who
// lives in X", "a mother now staying in X".
func (f *field) livesThere(s *sentence, p *placeMention) bool {
	k := p.prep - 1
	if k <= s.from || f.word(p.prep) != "in" {
		return false
	}
	before := f.word(k - 1)
	switch f.word(k) {
	case "lives", "works":
		return before == "who" || before == "now" || f.items[k-1].is(tHead) && k-2 > s.from && f.word(k-2) == "whose"
	case "living", "staying", "sheltering", "exiled", "residing":
		return before == "now" || before == "currently"
	case "exile":
		return before == "in" || before == "into"
	}
	return false
}

// reachedThere tells whether a place is only where who tells of it was reached: "a trader, reached
// in X, said".
func (f *field) reachedThere(s *sentence, p *placeMention) bool {
	k := p.prep - 1
	if k <= s.from || f.word(p.prep) != "in" && f.word(p.prep) != "at" && f.word(p.prep) != "from" {
		return false
	}
	switch f.word(k) {
	case "reached", "contacted", "interviewed", "speaking":
	default:
		return false
	}
	n := p.to
	if n < s.to && f.word(n) == "," {
		n++
	}
	return n < s.to && f.items[n].is(tSay)
}

// onlyCrossed tells whether a place is only what somebody crossed: "militiamen who crossed the X
// river".
func (f *field) onlyCrossed(s *sentence, p *placeMention) bool {
	k := p.from - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	return k > s.from && f.word(k) == "crossed"
}

// organised tells whether a place is only where the protest was for which somebody is known: "one
// of the organisers of the sit-in at X was shot dead".
func (f *field) organised(s *sentence, p *placeMention) bool {
	if p.prep <= s.from+2 {
		return false
	}
	switch f.word(p.prep - 1) {
	case "sit-in", "sit-ins", "protest", "protests", "demonstration", "demonstrations", "rally", "rallies", "march", "marches", "camp":
	default:
		return false
	}
	for k := p.prep - 2; k >= s.from && k > p.prep-6; k-- {
		switch f.word(k) {
		case "organiser", "organisers", "organizer", "organizers", "leader", "leaders", "organised", "organized":
			return true
		}
		if f.items[k].is(tPunct | tOut | tEv | tSay) {
			return false
		}
	}
	return false
}

// firedFromPost tells whether a place is only where the post stands from which somebody fired:
// "with gunfire from the new post at X", "fired by the army from positions east of X".
func (f *field) firedFromPost(s *sentence, p *placeMention) bool {
	at := p.prep
	if at < 0 {
		at = p.from
	} else {
		switch f.word(at) {
		case "in", "at", "on", "near":
		default:
			return false
		}
	}
	if at <= s.from+2 || !f.firedFrom(s, at) {
		return false
	}
	k := at - 2
	for k > s.from && f.word(k) != "from" {
		k--
	}
	for n := k - 1; n >= s.from && n > k-6; n-- {
		switch f.word(n) {
		case "fire", "fired", "firing", "gunfire", "machine gun fire", "launched", "shelled", "shells", "rockets", "missiles", "mortars", "sniper fire", "artillery fire":
			return true
		}
		if f.items[n].is(tPunct) {
			return false
		}
	}
	return false
}
