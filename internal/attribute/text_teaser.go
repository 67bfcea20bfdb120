package attribute

// A page may print the beginning of its story twice, first as a teaser that is cut off: what it tells is told
// once.

const (
	teasers     = 8  // sentences at the head of a text that may be a teaser
	maxToStory  = 40 // sentences among which the story takes them up
	leastTeaser = 8  // items that make two sentences the same
)

// passTeasers leaves out one of two sentences of which the head of a text prints one, or what there is of it, and
// its story the other.
func (f *field) passTeasers() {
	var heads [maxToStory]uint64
	n := min(len(f.sents), maxToStory)
	for i := range n {
		heads[i] = f.opening(&f.sents[i])
	}
	for i := range min(n, teasers) {
		for j := i + 1; j < n && heads[i] != 0; j++ {
			a, b := &f.sents[i], &f.sents[j]
			if heads[i] != heads[j] || a.para == b.para {
				continue
			}
			switch {
			case f.beginsAlike(b, a): // all of it once more
				b.filled, heads[j] = true, 0
			case f.beginsAlike(a, b): // cut off
				a.filled, heads[i] = true, 0
			}
		}
	}
}

// opening is a mark of the first words of a sentence, 0 for a short one.
func (f *field) opening(s *sentence) uint64 {
	if s.heading || s.to-s.from < leastTeaser {
		return 0
	}
	h := uint64(14695981039346656037) // FNV-1a
	for k := s.from; k < s.from+leastTeaser; k++ {
		w := f.word(k)
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h *= 1099511628211
	}
	return h
}

// beginsAlike tells whether all that a says stands at the beginning of b.
func (f *field) beginsAlike(a, b *sentence) bool {
	n := a.to - a.from
	for n > 0 && f.items[a.from+n-1].is(tPunct) {
		n--
	}
	if n > b.to-b.from {
		return false
	}
	for k := range n {
		if f.word(a.from+k) != f.word(b.from+k) {
			return false
		}
	}
	return true
}
