package attribute

import "isnad"

// heldAlready tells whether item k only says of people that they had been taken before, and is no deed
// of the sentence: "executed 12 captured soldiers", unlike "rebels captured 12 soldiers".
func (f *field) heldAlready(k int) bool {
	if f.low[f.items[k].start] != 'c' || f.word(k) != "captured" {
		return false
	}
	n := k + 1
	for ; n < len(f.items) && n < k+4 && f.items[n].is(tMod|tNat|tActor) && !f.items[n].is(tHead); n++ {
	}
	if n >= len(f.items) || !f.items[n].is(tHead) || f.items[n].para != f.items[k].para {
		return false
	}
	if k == 0 || f.items[k-1].para != f.items[k].para {
		return true // "Captured soldiers were shot"
	}
	it := &f.items[k-1]
	return it.is(tNum|tVague|tDet) && !it.is(tPron) || it.is(tPrep) || f.word(k-1) == "." || it.is(tOut|tEv) && !it.is(tCap) && it.w != nil && f.word(k-1) != "battles"
}

// capturedKilled is the item that says of people who are killed in a sentence that they had been captured:
// they are put to death, whatever the verb; -1 where none does.
func (f *field) capturedKilled(s *sentence) int {
	for k := s.from; k < s.to; k++ {
		if f.items[k].w != nil || !f.heldAlready(k) {
			continue
		}
		for n := k - 1; n >= s.from && n > k-4; n-- { // "killed 12 captured soldiers"
			if it := &f.items[n]; it.is(tOut | tEv) {
				if it.putsToDeath() {
					return k
				}
				break
			} else if it.is(tPunct|tPrep) && f.word(n) != "of" {
				break
			}
		}
		for n := k + 2; n < s.to && n < k+6; n++ { // "captured soldiers were killed"
			if it := &f.items[n]; it.is(tOut | tEv) {
				if it.putsToDeath() {
					return k
				}
				break
			} else if !it.is(tAux | tAdv | tHead | tMod | tNat) {
				break
			}
		}
	}
	return -1
}

// killsCaptured tells whether a claim's own sentences have such people killed.
func (d *doc) killsCaptured(p *partial) bool {
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		if k := t.f.capturedKilled(&t.f.sents[t.si]); k >= 0 {
			n := &t.f.items[max(k-1, 0)] // of several deeds the one with their number
			return !n.is(tNum) || p.killed == nil || p.killed.q.low == n.num
		}
	}
	return false
}

// putsToDeath tells whether an item is a verb of killing.
func (it *item) putsToDeath() bool {
	return it.w != nil && !it.is(tCap) && (it.is(tOut) && it.w.outcome == isnad.Killed || it.is(tEv) && it.w.event == isnad.EventKilling)
}
