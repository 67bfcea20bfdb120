package attribute

// A page ends with headlines of other stories, whose days are not told: "Related Rebels
// shell Taiz", "Read more Raids kill ten in Sanaa".

// maxLink bounds the items of a headline that is linked to, with what stands before it.
const maxLink = 40

// listsLinks tells whether a sentence is a headline that a page links to, or a list of such.
func (f *field) listsLinks(s *sentence) bool {
	return s.heads && s.to-s.from > 45 || s.to-s.from <= maxLink && f.opensLinks(s)
}

// opensLinks tells whether a sentence begins with what a page calls its links, and a headline
// follows at once or behind a colon. "Related attacks killed" is prose.
func (f *field) opensLinks(s *sentence) bool {
	if f.inTitle || s.from == 0 {
		return false
	}
	k := s.from
	for k < s.to && f.items[k].is(tPunct) {
		k++
	}
	if k+1 < s.to && f.items[k].is(tNum) && f.word(k+1) == "related" {
		k++ // how many have shared or commented: "34 Related"
	}
	if k+4 >= s.to || !f.items[k].is(tCap) {
		return false
	}
	next := f.word(k + 1)
	n := 2
	switch f.word(k) {
	case "related", "recommended":
		switch next {
		case "news", "story", "stories", "article", "articles", "topics", "content", "links", "reading", "posts", "items":
		default:
			n = 1
		}
	case "previous", "next":
		if next != "article" && next != "story" && next != "post" {
			return false
		}
	case "read more":
		n = 1 // a phrase of the lexicon
	case "read", "see", "watch", "also":
		if next != "more" && next != "also" && next != "next" && !(f.word(k) == "also" && (next == "read" || next == "see" || next == "watch")) {
			return false
		}
	case "more":
		if next != "on" && next != "from" && next != "about" || !f.items[k+2].is(tDet) {
			return false
		}
		n = 4 // "More on this story"
	default:
		return false
	}
	n += k
	for n < s.to && f.items[n].is(tPunct) {
		n++
	}
	return n+2 < s.to && f.items[n].is(tCap|tNum)
}
