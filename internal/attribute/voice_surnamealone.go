package attribute

import "isnad"

// Whom a report has named in full it goes on to call by his surname: "Joe Example, 34, was
// in his car. The man fired, hitting Example in the back", "Example was struck in the neck",
// "Deputy Example died". The surname counts one.

// surnameAt tells whether item k is such a surname by itself, with a title at most before it,
// and where it then begins.
func (f *field) surnameAt(s *sentence, k int) (int, bool) {
	if len(f.surnames) == 0 || k < s.lead || k >= s.to || !f.givenName(k) || !contains(f.surnames, f.word(k)) {
		return k, false
	}
	if k+1 < s.to && f.items[k+1].is(tCap) && !f.items[k+1].is(tPunct) || k+1 < s.to && apostrophe(f.word(k+1)) {
		return k, false
	}
	a := k
	if a > s.lead && f.word(a-1) == "." && a-2 >= s.lead && abbreviation(f.word(a-2)) {
		a -= 2
	} else if a > s.lead && f.items[a-1].is(tCap) && !f.items[a-1].is(tPunct) {
		if !f.titleOfOne(a - 1) {
			return k, false
		}
		a--
	}
	return a, true
}

// surnameLeft reads somebody told of by his surname right before item t, as the subject.
func (f *field) surnameLeft(s *sentence, t int) (quantity, bool) {
	a, ok := f.surnameAt(s, f.beforeAge(s, t)-1)
	if !ok && f.onlyPeopleAre(s, t) {
		a, ok = t-1, t > s.lead && f.givenName(t-1) // "Example was gunned down"
	}
	if !ok || t < len(f.items) && plural(f.word(t)) {
		return quantity{}, false
	}
	if a > s.lead {
		prev := &f.items[a-1]
		switch w := f.word(a - 1); {
		case w == "and" || w == "," || w == "that" || w == ";" || w == ":" || w == "but":
		case prev.is(tSay|tClause) && !prev.is(tCap):
		default:
			return quantity{}, false
		}
		if f.word(a-1) == "and" && a-2 >= s.lead && f.items[a-2].is(tCap|tNum) {
			return quantity{}, false // "Doe and Example were": of two
		}
	}
	return quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// onlyPeopleAre tells whether the auxiliary at item t leads to what befalls people alone.
func (f *field) onlyPeopleAre(s *sentence, t int) bool {
	if t+1 >= s.to || f.word(t) != "was" {
		return false
	}
	k := t + 1
	for k+1 < s.to && f.items[k].is(tAdv) {
		k++
	}
	switch f.word(k) {
	case "murdered", "slain", "gunned down", "shot and killed", "shot to death", "shot dead", "fatally shot", "stabbed to death", "fatally stabbed":
		return true
	}
	return false
}

// surnameRight reads somebody told of by his surname at item k, as the object.
func (f *field) surnameRight(s *sentence, k int) (quantity, bool) {
	for n := k; n < s.to && n < k+3; n++ {
		if a, ok := f.surnameAt(s, n); ok && a == k && (f.closes(s, n+1) || f.word(n+1) == "to" || f.word(n+1) == "to death" || f.word(n+1) == "twice" || f.word(n+1) == "once" || f.word(n+1) == "dead") {
			return quantity{from: k, to: n + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
		}
	}
	return quantity{}, false
}
