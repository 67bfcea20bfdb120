package attribute

// Who wrote a text, or that it is meant for the press, may stand before its prose without a
// mark between them: "By Jane Example Staff writer Police said", "PRESS RELEASE For Immediate
// Release The Example Commission condemns". Neither is what the prose tells.

// maxByline bounds the items of such a line.
const maxByline = 9

// byline returns the item at which the prose of a sentence begins behind such a line, 0 for
// none.
func (f *field) byline(s *sentence) int {
	k, found := s.from, false
	hi := min(s.to-3, s.from+maxByline)
	if f.word(k) == "by" && f.items[k].is(tCap) {
		for k++; k < hi && f.items[k].is(tCap) && !bylineWord(f.word(k)); k++ {
		}
		if k < s.from+3 || k > s.from+5 {
			return 0 // two names at least
		}
		for k < hi && bylineWord(f.word(k)) {
			k, found = k+1, true
		}
	} else {
		for k < hi && pressWord(f.word(k)) && (f.items[k].is(tCap|tPunct) || found) {
			found = found || f.word(k) == "release"
			k++
		}
	}
	if !found || k >= hi || !f.items[k].is(tCap|tNum) {
		return 0
	}
	return k
}

// bylineWord tells the words for who writes for a paper.
func bylineWord(w string) bool {
	switch w {
	case "staff", "writer", "reporter", "correspondent", "editor", "contributor", "freelance", "columnist", "writers", "reporters":
		return true
	}
	return false
}

// pressWord tells the words that head what is meant for the press.
func pressWord(w string) bool {
	switch w {
	case "press", "news", "media", "release", "for", "immediate", ":", "-", "–", "—", "statement":
		return true
	}
	return false
}
