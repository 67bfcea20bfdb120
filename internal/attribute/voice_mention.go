package attribute

// asking tells whether the verb at k, or the one after its auxiliary, addresses
// somebody without telling anything: who asks is known when "the group said"
// comes next.
func (f *field) asking(s *sentence, k int) bool {
	for n := 0; n < 3 && k < s.to; n, k = n+1, k+1 {
		switch f.word(k) {
		case "asked", "asks", "urged", "urges", "called", "calls", "appealed", "appeals", "wrote", "writes", "demanded", "demands", "met", "published", "issued", "began", "opened":
			return true
		}
		if !f.items[k].is(tAux | tAdv) {
			return false
		}
	}
	return false
}

// addressing remembers a body that a sentence begins with and that asks or
// writes: it can be meant by "the group" or "the council" later, but credits
// nothing yet.
func (d *doc) addressing(f *field, s *sentence) {
	if f.inTitle || s.heading || s.heads {
		return
	}
	for k := s.lead + 1; k < s.to && k < s.lead+16; k++ {
		it := &f.items[k]
		if it.is(tPunct) && !apostrophe(f.word(k)) {
			return
		}
		if !f.asking(s, k) {
			continue
		}
		a, b, _, ok := d.nounPhrase(f, s.lead, k)
		if !ok || !f.hasCapital(a+1, b) && !d.known(a, b) {
			return
		}
		var sp speech
		d.names(f, a, b, &sp)
		if len(sp.names) > 0 && !sp.anaphor && sp.head != "person" {
			d.speakers = append(d.speakers, speaker{names: sp.names, head: sp.head, para: -1, f: f, sent: s.from, si: d.si})
		}
		return
	}
}

// armedGroup is the last armed group named so far that is no state's force:
// whom "the group" means when no speaker before can be one.
func (d *doc) armedGroup() string {
	for i := len(d.foundAc) - 1; i >= 0; i-- {
		c := &d.foundAc[i]
		if c.m.party == 0 || c.m.plane || c.f.inTitle || c.nat || stateForce(c.name) {
			continue
		}
		return c.name
	}
	return ""
}

// stateForce tells whether a name is that of a state's body, which nobody calls a group.
func stateForce(name string) bool {
	for _, w := range [...]string{"army", "soldiers", "troops", "military", "police", "ministry", "government", "officials", "official", "authorities", "council", "governor", "mayor", "coalition", "prosecutor", "prosecutors", "air force", "regime", "state media", "medics", "doctors", "residents", "witnesses", "source", "sources"} {
		if hasWord(name, w) {
			return true
		}
	}
	return false
}
