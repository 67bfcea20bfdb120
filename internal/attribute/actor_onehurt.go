package attribute

// One told of by his nation or his trade alone is whom it happened to as often as who did it.

// oneHurt tells whether one told of by his nation alone was harmed, with the auxiliary left out: "two were
// killed and a Tunisian wounded".
func (f *field) oneHurt(s *sentence, m *actorMention) bool {
	k := m.to
	if m.from >= s.from+2 && (f.word(m.from-1) == "a" || f.word(m.from-1) == "an") && (f.items[m.from-2].is(tIncl) || f.word(m.from-2) == "them" || f.word(m.from-2) == "one" && m.from > s.from+2 && f.word(m.from-3) == ",") && k < s.to && f.items[k].is(tPunct) && f.items[m.to-1].is(tHead|tNat) {
		return true // "15 dead, one of them a soldier"
	}
	if m.to-m.from != 1 || m.from < s.from+2 || k >= s.to || !f.items[m.from].is(tNat) || !f.items[k].is(tOut) || f.items[k].w == nil || f.items[k].w.harm != formPast && f.items[k].w.harm != formSubject {
		return false
	}
	if w := f.word(m.from - 1); w != "a" && w != "an" {
		return false
	}
	return k+1 >= s.to || f.items[k+1].is(tPunct|tLoc|tPrep|tConj|tClause|tWeekday|tRelDay)
}
