package attribute

import "strings"

// watcher reads a body told by what it does before the verb at item k: "a group
// monitoring the conflict said", "an organisation that tracks the war reported".
func (d *doc) watcher(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1, before: true}
	for i := f.beforeVerb(s, k); i > s.lead && i > k-9; i-- {
		it := &f.items[i]
		if it.is(tAux|tAccording) || it.is(tPunct) && !apostrophe(f.word(i)) {
			return sp, false
		}
		switch f.word(i) {
		case "monitoring", "tracking", "documenting", "following", "monitors", "tracks", "documents", "follows":
		default:
			continue
		}
		h := i - 1
		if f.items[h].is(tRel) {
			h--
		}
		if h < s.lead || !watches(f.word(h)) {
			return sp, false
		}
		a := h
		for a > s.lead && (f.items[a-1].is(tMod|tNat) || based(f.word(a-1)) || f.word(a-1) == "independent") {
			a--
		}
		if n := f.calledBefore(s, a); n >= 0 { // "Karm Eyes a network that documents abuses said"
			sp.from, sp.who, sp.head = n, [2]int{n, a - 1}, "group"
			d.names(f, n, a-1, &sp)
			sp.before = k+2 < s.to && !f.endsSoon(s, k+1)
			return sp, len(sp.names) > 0
		}
		sp.from, sp.who, sp.head = a, [2]int{a, h + 1}, "group"
		name := f.written(a, h+1)
		if len(name) > 2 && strings.EqualFold(name[:2], "a ") {
			name = name[2:] // "a group" is one phrase
		}
		sp.names = []string{name}
		sp.before = k+2 < s.to && !f.endsSoon(s, k+1)
		return sp, true
	}
	return sp, false
}

// watches tells the words for bodies that count and document.
func watches(w string) bool {
	switch w {
	case "group", "a group", "organisation", "organization", "network", "body", "monitor", "ngo", "project", "watchdog", "charity":
		return true
	}
	return false
}

// calledBefore returns the item at which the sentence begins with the name of the body that
// "a network" before item a explains, -1 where it does not.
func (f *field) calledBefore(s *sentence, a int) int {
	if a-2 < s.lead || f.word(a-1) != "a" && f.word(a-1) != "an" {
		return -1
	}
	n := a - 1
	if f.word(n-1) == "," {
		n--
	}
	e := n
	for n > s.lead && f.items[n-1].is(tCap) && !f.items[n-1].is(tPunct|tWeekday|tMonth|tNum) {
		n--
	}
	if n != s.lead || e-n < 2 {
		return -1
	}
	return n
}
