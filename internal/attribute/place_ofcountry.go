package attribute

// Which part of its country a deed was in is told by its side alone where no place is named: "in the
// centre of the country".

// partOfCountry is the part of the country that the sentence which tells a claim names by its side; empty
// where it names a place, or none.
func (d *doc) partOfCountry(p *partial) string {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) || d.placedHere(p.f0, p.si0) {
		return ""
	}
	f, s := p.f0, &p.f0.sents[p.si0]
	for k := s.lead + 1; k+4 < s.to; k++ {
		if f.word(k) != "the" || !f.items[k+1].is(tDir) || f.items[k+1].is(tCap) || f.word(k+2) != "of" || f.word(k+3) != "the" || f.word(k+4) != "country" {
			continue
		}
		if !leadsToPlace(f.word(k-1)) || f.notThere(s, k-1) {
			return ""
		}
		return f.written(k+1, k+5)
	}
	return ""
}
