package attribute

// Not all who die in a report die by violence. Roads, water and weather kill as well, and
// so does a court, later, where it sentences somebody to death.

// accident tells whether the harm or the deed of a frame came of an accident or of nature:
// "two died in a car crash", "the storm battered the coast". A word that says outright
// what was done stands against it.
func (f *field) accident(s *sentence, fr *frame) bool {
	at := -1
	from := max(fr.from, s.lead)
	if f.goesOnToHarm(s, fr) {
		from = s.lead // "floods killed three in Kosti and injured forty in Sennar"
	}
	for k := from; k < fr.to && at < 0; k++ {
		if f.misfortune(s, k) {
			at = k
		}
	}
	if at < 0 || f.intoWater(s, at) {
		return false
	}
	for k := from; k < fr.to; k++ {
		it := &f.items[k]
		if k == at || !it.is(tEv|tWeapon) || k == at+1 || !f.meantAsDeed(s, k) {
			continue
		}
		if it.is(tEv) && it.w.strength >= 2 || it.is(tWeapon) && it.w.wpnLevel >= 2 {
			return false
		}
	}
	return true
}

// intoWater tells whether those who drown at item at were attacked first: "rebels attacked a barge and 11 people
// drowned", "drowned when their boat was fired on".
func (f *field) intoWater(s *sentence, at int) bool {
	switch f.word(at) {
	case "drowned", "drowning", "capsized":
	default:
		return false
	}
	for k := s.lead; k < s.to; k++ {
		if it := &f.items[k]; k != at && it.is(tEv) && it.w.evForm != formNoun && !it.is(tCap) && f.meantAsDeed(s, k) {
			return true
		}
	}
	return false
}

// misfortune tells whether the word at k is one of accidents or of nature's doing.
func (f *field) misfortune(s *sentence, k int) bool {
	switch f.word(k) {
	case "earthquake", "quake", "aftershock", "landslide", "landslides", "mudslide", "mudslides", "hurricane", "cyclone", "typhoon", "tornado", "tornadoes", "avalanche", "tsunami",
		"floods", "flooding", "floodwaters", "capsized", "drowned", "drowning", "stampede", "heatwave", "lightning", "wildfire", "wildfires":
		return !f.items[k].is(tCap) || k == s.lead
	case "storm", "thunderstorm", "sandstorm", "blizzard", "flood":
		for j := k - 1; j >= s.lead && j >= k-3; j-- { // "a powerful storm", not "to storm"
			if f.items[j].is(tDet) {
				return true
			}
			if it := &f.items[j]; it.is(tPunct|tPrep|tAux|tSay|tNum) || f.word(j) == "to" {
				return false
			}
		}
	case "crash", "crashes", "accident", "accidents", "collision", "pileup", "pile-up":
		if k == s.lead {
			return false
		}
		switch f.word(k - 1) {
		case "car", "bus", "minibus", "road", "traffic", "train", "vehicle", "truck", "lorry", "motorcycle", "motorbike", "head-on", "multi-vehicle", "two-vehicle", "highway", "boating", "mining", "industrial", "workplace":
			return true
		}
	}
	return false
}

// deathSentence tells whether the death at item t is what a court orders: "sentenced to
// death", "the death penalty", "faced death sentences", and what only threatens: "death
// threats".
func (f *field) deathSentence(s *sentence, t int) bool {
	w := f.word(t)
	if w != "death" && w != "to death" && w != "deaths" {
		return false
	}
	if t+1 < s.to {
		switch f.word(t + 1) {
		case "penalty", "sentence", "sentences", "row", "threat", "threats", "certificate", "certificates", "warrant", "warrants":
			return true
		}
	}
	if w == "death" && (t == s.from || f.word(t-1) != "to") {
		return false
	}
	for k := t - 1; k >= s.from && k >= t-10; k-- {
		switch f.word(k) {
		case "sentenced", "sentences", "sentencing", "condemned", "condemns", "condemning":
			return true
		}
		if f.items[k].is(tClause | tRel) {
			return false
		}
	}
	return false
}
