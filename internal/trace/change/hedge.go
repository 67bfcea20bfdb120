package change

import (
	"slices"

	"isnad"
)

// hedges holds the hedges of both sides, and the bounds of numbers, against each
// other. Another hedge is other words; another bound is another figure.
func (w *work) hedges(h run) {
	for _, k := range []kind{kindQualifier, kindHedge} {
		w.each(k, func(x, y *element) {
			if w.same(x, y) {
				w.pair(h, x, y, "", false)
			}
		})
	}
	w.each(kindQualifier, func(x, y *element) {
		if x.entry.detail == y.entry.detail {
			w.pair(h, x, y, isnad.ChangeWording, false)
		}
	})
	w.each(kindQualifier, func(x, y *element) { w.pair(h, x, y, isnad.ChangeNumber, true) })
	w.each(kindHedge, func(x, y *element) { w.pair(h, x, y, isnad.ChangeWording, false) })
	for _, k := range []kind{kindQualifier, kindHedge} {
		w.looseElements(h, k, "hedge")
	}
}

// looseElements records the elements of a kind that only one side has.
func (w *work) looseElements(h run, k kind, c isnad.ChangeKind) {
	for _, f := range w.halves(h) {
		for _, i := range f.list {
			e := &f.s.elements[i]
			if e.kind != k || e.done || int(e.from) >= f.to || int(e.to) <= f.from {
				continue
			}
			if k == kindNumber && (e.number.vaguest() || f.s.single(e)) || k == kindQualifier && falls(e, f.s, f.list) {
				continue
			}
			e.done = true
			if k == kindHedge && (f.o.grammarOnly(f.ofrom, f.oto) || w.instead(e, f)) { // "may have been" against "was"
				w.useAll(h, h)
				c := isnad.ChangeHedgeDropped
				if f.side == 1 {
					c = isnad.ChangeHedgeAdded
				}
				w.add(c, f.run(int(e.from), int(e.to), f.ofrom, f.oto), true)
				continue
			}
			from, to := beginning(f.s, e), int(e.to)
			if k == kindHedge && f.s.clauseOf(e, f.from, f.to) {
				from, to = f.from, f.to
			}
			w.leave(h, f.side, from, to, c, i, true)
		}
	}
}

// falls tells whether the number that a qualifier stands before is gone or new as
// well: then the two are one change.
func falls(q *element, s *side, list []int32) bool {
	for _, i := range list {
		if e := &s.elements[i]; e.kind == kindNumber && !e.done && e.from == q.to {
			q.done = true
			return true
		}
	}
	return false
}

// beginning is where an element begins, the qualifier of a number included.
func beginning(s *side, e *element) int {
	if e.kind == kindNumber {
		if q := s.covering(int(e.from) - 1); q != nil && q.kind == kindQualifier && q.done {
			return int(q.from)
		}
	}
	return int(e.from)
}

// clauseOf tells whether words [from, to) are a short clause that the hedge
// begins or ends: ", as far as could be told from the road", ", experts believe".
func (s *side) clauseOf(e *element, from, to int) bool {
	return (from == int(e.from) || to == int(e.to)) && to-from > int(e.to-e.from) && to-from <= 10 && s.clauseBreak(from) && s.clauseBreak(to)
}

// instead tells whether the hedge is all that its half of the stretch says and
// the other has a word or two for it: "suggest" against "show". Words that stand
// elsewhere on the hedge's side were only moved.
func (w *work) instead(e *element, f half) bool {
	for i := f.from; i < f.to; i++ {
		if (i < int(e.from) || i >= int(e.to)) && !f.s.words[i].little() {
			return false
		}
	}
	n := f.oto - f.ofrom
	return n >= 1 && n <= 2 && !slices.Contains(w.used[1-f.side], true) && !f.s.mentions(f.o, f.ofrom, f.oto)
}

// grammarOnly tells whether words [from, to) are one to three that carry no
// meaning.
func (s *side) grammarOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if e := s.words[i].entry; e == nil || e.class != classEmpty {
			return false
		}
	}
	return from < to && to-from <= 3
}
