package attribute

// The day on which somebody claims a deed, condemns it or publishes what he says of it is not
// the deed's: "claimed responsibility on 6 June", "a video posted on 10 June", "on Monday
// condemned".

// datesWords tells whether the date m stands with such a word.
func (f *field) datesWords(from, to int, m *dateMention) bool {
	if m.to < to && f.items[m.to].is(tAccuse|tOwn) && !f.items[m.to].is(tCap) {
		return true
	}
	k := m.from - 1
	if k >= from && f.word(k) == "on" {
		k--
	}
	if k <= from {
		return false
	}
	if f.items[k].is(tOwn) {
		return true
	}
	if f.items[k].is(tEv) && k-2 >= from && f.items[k-1].is(tDet) { // "claimed the attack on 6 June"
		switch f.word(k - 2) {
		case "claimed", "claims", "claiming":
			return true
		}
		return false
	}
	switch f.word(k) {
	case "released", "published", "posted", "issued", "dated", "broadcast", "aired", "circulated", "shared", "uploaded", "distributed":
		k--
	}
	switch f.word(k) {
	case "statement", "statements", "video", "report", "communique", "communiqué", "message", "footage", "recording", "bulletin", "letter", "audio", "post", "tweet", "update", "press release":
		return k > from && f.items[k].is(tSrc|tSay|tDet) || k > from && (f.items[k-1].is(tDet|tMod|tNat|tPrep) || f.word(k-1) == "a" || f.items[k-1].w == nil)
	}
	return false
}
