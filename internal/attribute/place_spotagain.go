package attribute

// A deed of another day is told of a spot by what was told before: "in the same parking lot", "on
// the same block last August". Where no name stands out that is all that is said of the place.

// maxSameSpot bounds the words of such a spot.
const maxSameSpot = 3

// spotAgain is the spot without a name that the sentence which tells a claim calls the same; empty for
// none.
func (d *doc) spotAgain(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return ""
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	for k := s.lead + 1; k+2 < s.to; k++ {
		if f.word(k) != "the" || f.word(k+1) != "same" || !leadsToPlace(f.word(k-1)) || f.notThere(s, k-1) {
			continue
		}
		for n := k + 2; n < s.to && n <= k+1+maxSameSpot; n++ {
			if f.items[n].is(tCap | tPunct) {
				break
			}
			if f.publicSpot(n) || partWord(f.word(n)) || f.spotSort(n) || sameLand(f.word(n)) {
				if n+1 < s.to && f.items[n+1].is(tHead|tThing|tSrc|tPlaceHead) && !f.items[n+1].is(tPrep|tLoc|tDir) {
					continue
				}
				return f.written(k+1, n+1)
			}
		}
	}
	return ""
}

// sameLand tells the words for a stretch of land or town that a deed is told of again.
func sameLand(w string) bool {
	switch w {
	case "region", "valley", "block", "road", "highway", "stretch", "parking lot", "lot", "field", "fields", "hill", "river", "corner", "store", "bar", "club":
		return true
	}
	return false
}
