package attribute

// A sentence that says only that nobody was hurt goes on with the deed told right before it,
// and lies where that was: "Twenty shells hit the towns of X and Y. No one was hurt."

// maxHurtToDeed bounds the sentences between a deed and the one that nobody was hurt.
const maxHurtToDeed = 2

// beforeNobody is the place of the nearest sentence before a claim that only says that nobody
// was hurt; -1 for none.
func (d *doc) beforeNobody(p *partial) int {
	if !p.nobodyHurt() || p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return -1
	}
	f, best, at := p.f0, -1, -1
	para := f.sents[p.si0].para
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f != f || q.si > p.si0 || q.si < p.si0-maxHurtToDeed || f.sents[q.si].para != para {
			continue
		}
		if q.si == p.si0 {
			return -1 // it has a place of its own
		}
		if !q.mayHold() || q.m.rank < 2 || q.m.prep < 0 && !q.m.street && !q.m.headed || q.si < at || q.si == at && q.m.rank <= d.foundPl[best].m.rank {
			continue
		}
		best, at = i, q.si
	}
	for si := at + 1; best >= 0 && si <= p.si0; si++ {
		if f.itemHead(&f.sents[si]) > 0 {
			return -1 // another item of a list has begun
		}
	}
	if best >= 0 {
		best = d.finerBefore(best)
	}
	return best
}

// nobodyHurt tells whether a claim counts none and nobody else.
func (p *partial) nobodyHurt() bool {
	none := func(c *casualty) bool { return c == nil || c.q.low == 0 && c.q.high == 0 }
	return p.hasFigure() && none(p.killed) && none(p.injured) && none(p.both)
}
