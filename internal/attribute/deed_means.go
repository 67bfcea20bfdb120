package attribute

// A deed goes on being told by its means, or by whom it struck: "A mortar shell killed four
// in Taiz. The shell hit their house in the Asifra district", "shot and killed a store
// clerk. The clerk was shot on Sunday night".

// goesOnWith tells whether b, which counts nobody, begins with "the" and what a named as
// its means or as the one who was harmed, and tells what that did or had done to it.
func (d *doc) goesOnWith(a, b *partial) bool {
	if a.f0 != b.f0 || a.title || b.si0 <= a.last || b.si0-a.last > 2 || b.counted() || b.both != nil || !b.fr.verb || b.fr.said != nil {
		return false
	}
	if a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 || a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	if !a.fr.carryPlace && !b.fr.carryPlace && a.rank == b.rank && a.rank == 2 && d.placesApart(a, b) {
		return false // another town
	}
	f, s := b.f, &b.sent
	if s.lead+2 >= s.to || f.word(s.lead) != "the" {
		return false
	}
	k := s.lead + 1
	if f.items[k].is(tCap) || !single(f, k) {
		return false
	}
	w := f.word(k)
	return a.f.namesOne(&a.sent, w)
}

// single tells whether item k is one means, or one person.
func single(f *field, k int) bool {
	switch f.word(k) {
	case "shell", "missile", "rocket", "bomb", "drone", "mortar", "device", "grenade", "mine", "landmine", "explosive", "warhead", "barrel bomb", "car bomb":
		return true
	}
	it := &f.items[k]
	return it.is(tHead) && it.is(tSingular) && !it.is(tOut)
}

// namesOne tells whether a sentence names one such: "a mortar shell", "a store clerk".
func (f *field) namesOne(s *sentence, w string) bool {
	for k := s.lead + 1; k < s.to; k++ {
		if !endsWith(f.word(k), w) {
			continue
		}
		for j := k - 1; j >= s.lead && j >= k-4; j-- {
			switch f.word(j) {
			case "a", "an", "one":
				return true
			}
			if f.items[j].is(tPunct | tPrep | tSay) {
				break
			}
		}
		if k == s.lead+1 {
			return false
		}
	}
	return false
}

// endsWith tells whether the last word of the phrase p is w.
func endsWith(p, w string) bool {
	return p == w || len(p) > len(w) && p[len(p)-len(w)-1] == ' ' && p[len(p)-len(w):] == w
}
