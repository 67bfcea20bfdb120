package attribute

// A sentence that opens with where it was says that it was there, and not where the sentence before
// was: "In Lebanon meanwhile nine soldiers were killed in an ambush".

// fronted is the place, by its index, that the sentence which tells a claim opens with, where that
// sentence names no other and what was chosen is a place of other sentences or none; -1 for none.
func (d *doc) fronted(p *partial, who int) int {
	if p.f0 == nil || p.f0.inTitle || p.title || p.si0 >= len(p.f0.sents) {
		return -1
	}
	for _, i := range p.tells {
		if t := &d.tellings[i]; t.f != p.f0 || t.si != p.si0 {
			return -1
		}
	}
	found := -1
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f != p.f0 || q.si != p.si0 || q.m.org || q.m.aside {
			continue
		}
		if found < 0 {
			if !q.mayHold() && !(q.m.rank == 0 && q.m.known && !q.m.adj && !q.m.origin) || q.m.prep < 0 || !q.f.opensIn(q) {
				return -1
			}
			if q.m.to+1 < q.f.sents[q.si].to && q.f.word(q.m.to) == "in" && q.f.items[q.m.to+1].is(tCap) {
				return -1 // "elsewhere in Zoran in Karm"
			}
			found = i
			continue
		}
		if q.m.rank >= 2 {
			return -1
		}
	}
	if found < 0 || who >= 0 && d.liesThere(who, found) {
		return -1
	}
	return found
}
