package attribute

import "isnad"

// A figure is mended in the passive, and often by nobody in particular: "an initial toll of 47.
// That was then updated to 60", "12 were killed ... The figure has since been revised up to 15".
// What it has come to is the figure of that claim.

// mended tells the participles of a figure that has been changed.
func mended(w string) bool {
	switch w {
	case "updated", "revised", "raised", "increased", "upped", "corrected", "amended", "lowered", "reduced":
		return true
	}
	return false
}

// updatedTo reads such a figure: "the count was later raised to 15", and after a claim that counts
// the dead "that was then updated to 60".
func (d *doc) updatedTo(f *field, s *sentence) (recount, bool) {
	for k := s.lead + 1; k+2 < s.to; k++ {
		if !f.items[k].may(mayCount) || !mended(f.word(k)) {
			continue
		}
		to := f.toMended(s, k+1)
		if to < 0 || !d.figureMended(f, s, k) {
			continue
		}
		q, ok := f.quantity(to, s.to)
		if !ok || q.vague || q.single || q.from > to+1 || q.low < 1 || q.to < s.to && (f.items[q.to].is(tMonth|tUnit|tThing) || f.word(q.to) == "%") {
			continue
		}
		end := q.to
		if end < s.to && (f.word(end) == "dead" || f.word(end) == "killed" || f.word(end) == "deaths") {
			end++
		}
		c := casualty{outcome: isnad.Killed, known: true, passive: true, update: true, mended: true, q: q, at: q.from, from: q.from, to: q.to}
		return recount{verb: k, to: end, c: c}, true
	}
	return recount{}, false
}

// toMended is where the figure begins that one was changed to, behind item k: "up from 12 to",
// "on Sunday to"; -1 for none.
func (f *field) toMended(s *sentence, k int) int {
	for n := k; n+1 < s.to && n < k+6; n++ {
		it := &f.items[n]
		if w := f.word(n); w == "to" || w == "up to" || w == "down to" || w == "at" && n == k {
			return n + 1
		}
		if it.is(tPunct|tOut|tSay|tEv|tRel|tConj) && !it.is(tNum) {
			break
		}
	}
	return -1
}

// figureMended tells whether what the participle at item k is said of is a figure of the dead.
func (d *doc) figureMended(f *field, s *sentence, k int) bool {
	aux := auxBefore(f, s, k)
	n := aux - 1
	if aux < 0 {
		for n = k - 1; n > s.lead && f.items[n].is(tAdv); n-- { // "the count, later updated to"
		}
	}
	for n > s.lead && (f.items[n].is(tAdv|tModal|tAux) || f.word(n) == "later" || f.word(n) == "since" || f.word(n) == ",") {
		n--
	}
	if n < s.lead {
		return false
	}
	if countNoun(f.word(n)) && f.word(n) != "losses" && f.word(n) != "casualties" {
		return d.deadBefore(f) || f.killsBefore(s, n)
	}
	switch f.word(n) {
	case "this", "that", "it", "which":
		return aux >= 0 && n == s.lead && d.deadBefore(f)
	}
	return false
}

// killsBefore tells whether a sentence tells of the dead before item n.
func (f *field) killsBefore(s *sentence, n int) bool {
	for k := s.lead; k < n; k++ {
		if it := &f.items[k]; it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			return true
		}
	}
	return false
}

// onlyMended leaves out the dead whom a sentence counts before it says what the figure was changed to:
// "counted 12 dead, but the toll was later revised to 15".
func onlyMended(cs []casualty) []casualty {
	last := -1
	for i := range cs {
		if cs[i].mended && cs[i].known {
			last = i
		}
	}
	if last < 0 {
		return cs
	}
	m := cs[last]
	kept := cs[:0]
	for i := range cs {
		if c := &cs[i]; !(c.known && !c.mended && c.outcome == m.outcome && c.at < m.at && !c.q.vague && !c.q.another && c.q.low <= m.q.low) {
			kept = append(kept, *c)
		}
	}
	return kept
}

// maxToUpdate bounds the sentences from a figure to the one that it was changed to.
const maxToUpdate = 3

// updates tells whether b only gives the figure that the dead of a, the last that were counted, have
// come to.
func (d *doc) updates(a, b *partial) bool {
	if b.killed == nil || !b.killed.mended || b.f0 != a.f0 || !harmsSome(a.killed) || a.title || b.si0 < a.si0 || b.si0-a.last > maxToUpdate || b.fr.place != nil && !b.fr.place.org || b.killed.q.low < a.killed.q.low {
		return false
	}
	if b.event != a.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	for i := a.order + 1; i < len(d.partials) && d.partials[i].order < b.order; i++ {
		if p := &d.partials[i]; !p.drop && p.killed != nil {
			return false // of another claim, perhaps
		}
	}
	return len(b.names) == 0 || b.fr.said == nil || d.roll.overlap(a.names, b.names) // another's figure is a claim of its own
}
