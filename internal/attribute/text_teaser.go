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
	n := min(len(f.sents), maxToStory)
	for i := range min(n, teasers) {
		for j := i + 1; j < n; j++ {
			a, b := &f.sents[i], &f.sents[j]
			if a.para == b.para || a.filled || b.filled || f.length(a.from) != f.length(b.from) {
				continue
			}
			switch {
			case f.beginsAlike(b, a): // all of it once more
				b.filled = true
			case f.beginsAlike(a, b): // cut off
				a.filled = true
			}
		}
	}
}

// length is how many bytes item k takes.
func (f *field) length(k int) int { return int(f.items[k].end - f.items[k].start) }

// beginsAlike tells whether all that a says, which is no heading nor short, stands at the beginning of b.
func (f *field) beginsAlike(a, b *sentence) bool {
	if a.heading || b.heading || a.to-a.from < leastTeaser || f.word(a.from) != f.word(b.from) {
		return false
	}
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
