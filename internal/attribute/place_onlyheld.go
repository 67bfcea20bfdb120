package attribute

// Reports say in passing who holds a land, what it borders and what a road joins: "the
// council that rules most of Zor province", "IS holds much of the valley", "Hangu
// borders Orakzai", "a route within rebel land linking Karm with the capital". Nothing of what
// is told happened there.

// maxOfHeld bounds the items between such a word and the place.
const maxOfHeld = 12

// onlyHeld tells whether a place is only what somebody holds or what another place borders.
func (f *field) onlyHeld(s *sentence, p *placeMention) bool {
	if f.inTitle || s.heading {
		return false
	}
	k, share := p.from-1, false
	for ; k > s.from && p.from-k < maxOfHeld; k-- {
		it := &f.items[k]
		switch f.word(k) {
		case "most", "much", "half", "parts", "part", "swathes", "swaths", "tracts", "stretches", "pockets", "majority", "bulk", "third", "quarter", "two-thirds", "all", "whole":
			share = true
			continue
		case "of", "and", "or", "both", "other", "nearly", "almost", "virtually", "large", "vast", "wide", "huge", "broad", "big", "some", "the", "a", "its", "many", "several", "few", "areas", "territory", "land", "rest", "villages", "towns", "districts", "neighbourhoods", "neighborhoods",
			"small", "smaller", "key", "neighbouring", "neighboring", "nearby", "adjoining", "occupied", ",":
			continue
		}
		if holdsLand(f.word(k)) && !it.is(tCap) {
			break
		}
		if !it.is(tDet|tCap|tDir|tPlaceAdj|tPlaceHead) || it.is(tSay|tOut) {
			return false
		}
	}
	if k <= s.from || !holdsLand(f.word(k)) || f.items[k].is(tCap) || f.word(k+1) == "of" {
		return false
	}
	if bordersLand(f.word(k)) {
		return f.word(k) != "border" || f.word(k-1) != "the" && !f.items[k-1].is(tNat|tDir)
	}
	n := k - 1
	for n > s.from && (f.word(n) == "now" || f.word(n) == "still" || f.word(n) == "also" || f.word(n) == "already" || f.word(n) == "currently" || f.word(n) == "today") {
		n--
	}
	switch f.word(n) {
	case "that", "which", "who":
		return true
	}
	if !share || n < s.from {
		return false
	}
	it := &f.items[n]
	return it.is(tActor|tArmed|tForce|tHead|tCap|tPron) && !it.is(tAux|tModal|tDet|tEv|tPrep|tPunct)
}

// holdsLand tells the verbs for whose a land is now, or what it lies beside.
func holdsLand(w string) bool {
	switch w {
	case "controls", "control", "holds", "hold", "rules", "rule", "governs", "govern", "dominates", "dominate", "administers", "administer", "occupies", "occupy", "runs", "patrols", "controlled":
		return true
	}
	return bordersLand(w)
}

// bordersLand tells the words for what a land lies beside.
func bordersLand(w string) bool {
	switch w {
	case "borders", "border", "bordering", "adjoins", "adjoining", "straddles", "straddling":
		return true
	}
	return false
}

// maxOfJoined bounds the items between a word for joining and the names of what is joined.
const maxOfJoined = 8

// onlyJoined tells whether a place is only the end of a way that the sentence tells of: "a
// highway within rebel territory linking Karm with the capital Zoran".
func (f *field) onlyJoined(s *sentence, p *placeMention) bool {
	k := p.from - 1
	for ; k > s.from && p.from-k < maxOfJoined; k-- {
		switch f.word(k) {
		case "and", "with", "to", "the", "of", "both", "its", ",":
			continue
		case "linking", "links", "link", "connecting", "connects", "joining", "joins":
			return !f.items[k].is(tCap) && f.wayBefore(s, k)
		}
		if it := &f.items[k]; !it.is(tCap|tDir|tPlaceHead|tPlaceAdj|tNat) || it.is(tSay|tOut|tEv) {
			return false
		}
	}
	return false
}

// maxToWay bounds the items between a way and the word for joining.
const maxToWay = 7

// wayBefore tells whether the clause before item k names a way that joins places.
func (f *field) wayBefore(s *sentence, k int) bool {
	for n := k - 1; n >= s.from && n > k-maxToWay; n-- {
		if w := f.word(n); roadWord(w) || w == "routes" || w == "roads" || w == "corridor" || w == "artery" || w == "line" || w == "crossing" {
			return true
		}
		if f.items[n].is(tPunct | tSay | tOut | tEv | tClause) {
			return false
		}
	}
	return false
}
