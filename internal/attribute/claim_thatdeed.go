package attribute

// A deed of old that a sentence comes back to: "The United States accused the government
// of that attack", "The government denied it". The day and the place are those of the
// deed told just before, though it is background.

// pointsBack is the claim of old told just before that a frame is about, as it speaks of
// "that attack" or only denies or blames; nil for none.
func (d *doc) pointsBack(f *field, s *sentence, fr *frame, answer bool) *partial {
	n := len(d.partials) - 1
	if n < 0 || fr.date != nil && !fr.date.said || fr.killed != nil && !fr.killed.q.vague && !f.thatDeed(s) {
		return nil
	}
	q := &d.partials[n]
	if !q.bg || q.f != f || d.si-q.last > 1 || !(answer && s.para == q.sent.para || f.thatDeed(s)) {
		return nil // a denial in a paragraph of its own may be about the news
	}
	if m := fr.place; m != nil && m.rank > 0 && !m.org && d.apart(fr, q) {
		return nil
	}
	return q
}

// thatDeed tells whether a sentence speaks of "that attack": of one told before, and not
// the clause of "said that attacks".
func (f *field) thatDeed(s *sentence) bool {
	for k := s.from; k+1 < s.to; k++ {
		if f.word(k) != "that" || k > s.from && !f.items[k-1].is(tPrep|tLoc) && !pointing(f.word(k-1)) {
			continue
		}
		switch w := f.word(k + 1); {
		case w == "attack", w == "strike", w == "raid", w == "bombing", w == "blast", w == "massacre", w == "incident", w == "assault", w == "shooting", w == "explosion", w == "ambush", w == "killing":
			return k+2 >= s.to || !f.items[k+2].is(tCap|tHead)
		}
	}
	return false
}

// pointing tells whether "that" after the word is no clause.
func pointing(w string) bool {
	switch w {
	case "of", "for", "in", "on", "by", "behind", "after", "with", "about", "and", ",", "over", "to":
		return true
	}
	return false
}
