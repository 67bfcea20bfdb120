package attribute

// A list of news has an item for each town, which opens with it in capitals: "KOSTI - Gunmen
// killed a judge. AKRON - A bomb wounded two". What two items tell is not one.

// opensItem tells whether a sentence opens so.
func (f *field) opensItem(s *sentence) bool {
	k := s.from
	for k < s.to && k < s.from+3 && f.items[k].is(tPunct) {
		k++
	}
	n := k
	for n < s.to && n < k+6 && f.upper(n) {
		n++
	}
	if n == k || n+1 >= s.to {
		return false
	}
	switch f.word(n) {
	case "-", "–", "—":
		return !f.upper(n + 1)
	}
	return false
}

// upper tells whether item k is a word in capitals.
func (f *field) upper(k int) bool {
	it := &f.items[k]
	if it.end-it.start < 2 || it.is(tPunct|tNum) {
		return false
	}
	for i := it.start; i < it.end; i++ {
		if c := f.text[i]; c >= 'a' && c <= 'z' {
			return false
		}
	}
	return true
}

// otherItem tells whether b opens an item of such a list and a is told in one before it.
func otherItem(a, b *partial) bool {
	if a.f0 == nil || a.f0 != b.f0 || a.title || b.si0 <= a.last || a.si0 < 0 || a.si0 >= len(a.f0.sents) || !b.f.opensItem(&b.sent) {
		return false
	}
	sents := a.f0.sents
	return a.f0.opensItem(&sents[a.si0]) || a.si0 > 0 && a.f0.opensItem(&sents[a.si0-1])
}
