package attribute

import "isnad"

// The dead and the wounded of a sentence are those of one incident, unless each have a
// place: "killed nine people in Kosti and wounded four in Sennar", "a shell killed a woman
// in Kosti, and a second one hit a market in Sennar, injuring three".

// hurtElsewhere finds the word that parts the harm of c from that told before it, where the
// two are of different kinds and befell people in different towns or provinces; -1 where
// they are of one place, or one is of a part of the other.
func (d *doc) hurtElsewhere(f *field, s *sentence, before, c *casualty, from int) int {
	if !deadAndHurt(before, c) || c.q.from < before.to || c.q.from == before.q.from {
		return -1
	}
	k := f.partingWord(before.to, min(c.from, c.q.from))
	if k < 0 {
		return -1
	}
	d.pls = d.placePhrases(f, s, d.pls[:0])
	own := d.deedOfItsOwn(f, s, k+1, min(c.from, c.q.from))
	a := d.lastPlace(before.to, k)
	if a == nil && own {
		a = d.lastPlace(from, k)
	}
	if a == nil {
		return -1
	}
	b := d.firstPlace(c.to, min(c.to+4, s.to))
	if b != nil && f.broughtBefore(k, b.from) {
		return -1
	}
	if b == nil && own {
		b = d.firstPlace(k+1, c.from)
	}
	if b == nil || b.rank != a.rank || a.rank != 1 && a.rank != 2 || d.samePlaceName(f, a, b) {
		return -1
	}
	return k
}

// deadAndHurt tells whether one of two statements of harm is of the dead and the other of
// the wounded.
func deadAndHurt(a, b *casualty) bool {
	return a.outcome == isnad.Killed && b.outcome == isnad.Injured || a.outcome == isnad.Injured && b.outcome == isnad.Killed
}

// partingWord finds the first word in [a, b) that parts two clauses and joins no two names
// or people, -1 where there is none.
func (f *field) partingWord(a, b int) int {
	for k := a; k < b; k++ {
		if !parts(f.word(k)) {
			continue
		}
		if f.word(k) == "and" && k > a && k+1 < b && f.items[k-1].is(tCap) && f.items[k+1].is(tCap) {
			continue
		}
		return k
	}
	return -1
}

// deedOfItsOwn tells whether the items [a, b) open with what did the harm told behind them:
// "a mortar shell", "another bomb went off in Sennar".
func (d *doc) deedOfItsOwn(f *field, s *sentence, a, b int) bool {
	for k := a; k < b; k++ {
		if d.tellsDeed(f, s, k) && f.items[k].w.outcome == "" {
			return true
		}
	}
	return false
}

// lastPlace is the last place named in the items [a, b) where something is done, and
// firstPlace the first.
func (d *doc) lastPlace(a, b int) *placeMention {
	var last *placeMention
	for i := range d.pls {
		if p := &d.pls[i]; p.from >= a && p.to <= b && p.doneThere() && p.rank > 0 {
			if last == nil || last.to+2 < p.from { // "in Kosti, White Nile province": the town
				last = p
			}
		}
	}
	return last
}

func (d *doc) firstPlace(a, b int) *placeMention {
	for i := range d.pls {
		if p := &d.pls[i]; p.from >= a && p.from < b && p.doneThere() {
			return p
		}
	}
	return nil
}

// doneThere tells whether a place is no name of who speaks or comes from there.
func (p *placeMention) doneThere() bool {
	return !p.org && !p.speaker && !p.aside && !p.origin && !p.street && !p.adj
}

// broughtBefore tells whether the items [a, b) say that the harmed were brought to the
// place behind them: "were taken to hospital in Kosti".
func (f *field) broughtBefore(a, b int) bool {
	for k := a; k < b; k++ {
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "hospital", "hospitals", "hospitalised", "hospitalized", "clinic", "clinics", "ward", "taken", "rushed", "brought", "evacuated", "transferred", "treated", "died":
			return true
		}
	}
	return false
}

// samePlaceName tells whether two places bear one name.
func (d *doc) samePlaceName(f *field, a, b *placeMention) bool {
	return f.written(a.nameFrom, a.nameTo) == f.written(b.nameFrom, b.nameTo)
}

// goesOnToHarm tells whether a frame opens with a verb of harm whose subject stands in the
// clause before: "... in Kosti and wounded five in Sennar".
func (f *field) goesOnToHarm(s *sentence, fr *frame) bool {
	return fr.from+1 < fr.to && parts(f.word(fr.from)) && f.killsPeople(s, fr.from+1)
}

// countedBehindHarm tells whether the people at m were killed or hurt in an earlier clause:
// "killed three civilians in Kosti and wounded five in Sennar".
func (f *field) countedBehindHarm(s *sentence, m int) bool {
	for k := m - 1; k >= s.lead && k >= m-4; k-- {
		if f.killsPeople(s, k) {
			return k < m-1
		}
		if !f.items[k].is(tNum|tQual|tVague|tDet|tMod) || f.items[k].is(tPunct) {
			return false
		}
	}
	return false
}
