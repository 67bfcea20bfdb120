package attribute

// maxSiteName bounds the words of the name of a house before its address.
const maxSiteName = 5

// namedAtAddress returns where the name of a shop or an inn begins whose address m is, between commas:
// "at Redmoor Wash, 1100 block of Elm Street", "outside the Redmoor Arms, 1714 Elm Street". The address
// itself where none is named: a town is no house.
func (f *field) namedAtAddress(s *sentence, m *placeMention) int {
	e := m.nameFrom - 1
	for n := 0; n < 2 && e > s.from && f.items[e].is(tNum|tDet); n++ {
		e-- // "the 1100 block", "1714 Elm Street"
	}
	if !m.street || e <= s.from+1 || f.word(e) != "," {
		return m.nameFrom
	}
	k := e
	for k > s.from && e-k < maxSiteName && f.spotNamePart(s, k-1) {
		k--
	}
	if k == e || k <= s.from || f.items[k].is(tPunct) || f.word(k) == "s" {
		return m.nameFrom
	}
	b := k - 1
	the := f.word(b) == "the"
	if the && b > s.from {
		b--
	}
	switch f.word(b) {
	case "at", "outside", "inside", "behind":
		return k
	case "to", "near", "into", "in", "of", "from":
		if the || e-k > 1 && f.items[m.nameFrom].is(tNum) && f.word(b) == "to" {
			return k
		}
	}
	return m.nameFrom
}
